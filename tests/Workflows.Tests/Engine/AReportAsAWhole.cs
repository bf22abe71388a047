using Domain.People;
using Domain.Reports;
using Domain.Routes;

namespace Workflows.Tests.Engine;

public class AReportAsAWhole
{
    private readonly World world = new(Given.Plan(), Given.Roster(Given.Delegated(Given.Chairman, Given.ViceEconomy, Capacity.Deputising)));

    [Fact]
    public void Reaches_the_signature_with_its_last_section()
    {
        Clear("budget");
        Clear("clinics");
        Assert.True(world.Report.Own.IsWaiting);

        Clear("both");
        Assert.Equal("sign", world.Report.Own.Current?.Key.Value);
    }

    [Fact]
    public void Is_signed_and_then_issued()
    {
        Complete();

        Assert.Null(world.Sign(Given.Chairman));
        Assert.Equal(ReportState.Signed, world.Report.State);
        Assert.Null(world.Issue(Given.Clerk));
        Assert.Equal(ReportState.Issued, world.Report.State);
    }

    [Fact]
    public void Is_signed_by_a_deputy_in_the_chairmans_place()
    {
        Complete();

        Assert.Null(world.Sign(Given.ViceEconomy));
        Assert.Equal(Given.Chairman, world.Last?.Decision?.OnBehalfOf);
    }

    [Fact]
    public void Is_not_signed_by_a_delegate_for_reviewing_and_the_refusal_names_who_can()
    {
        world.Roster = Given.Roster(
            Given.Delegated(Given.Chairman, Given.ViceEconomy, Capacity.Deputising) with { Kinds = [StageKind.Review] },
            Given.Delegated(Given.Chairman, Given.ViceSociety, Capacity.Deputising) with { Kinds = [StageKind.Sign] });
        Complete();

        var refusal = world.Sign(Given.ViceEconomy);

        Assert.Equal("not-yours", refusal?.Code);
        Assert.Equal([Given.Chairman, Given.ViceSociety], refusal?.WhoCan);
        Assert.Null(world.Sign(Given.ViceSociety));
    }

    [Fact]
    public void Sends_one_section_back_from_the_signature_while_the_rest_stays_cleared()
    {
        Complete();

        Assert.Null(world.ReturnSections(Given.Chairman, "draft", "clinics"));

        Assert.Equal("draft", world["clinics"].Current?.Key.Value);
        Assert.True(world["budget"].IsPassed && world["both"].IsPassed);
        Assert.True(world.Report.Own.IsWaiting);

        world.Answer("clinics", world["clinics"].Threads[0].Id, Given.HealthHead);
        Clear("clinics");
        var sign = Assert.Single(world.Report.Own.Open);
        Assert.True(sign.IsResubmitted);
        Assert.Equal(2, world.Report.Own.Text?.Number);
    }

    [Fact]
    public void Waits_again_when_the_Office_edits_a_cleared_section()
    {
        Complete();

        world.Revise("budget", Given.Consolidator);

        Assert.True(world.Report.Own.IsWaiting);
        Assert.True(world["clinics"].IsPassed);
    }

    [Fact]
    public void Is_returned_by_the_clerk_to_the_signature()
    {
        Complete();
        world.Sign(Given.Chairman);

        Assert.Null(world.ReturnReport(Given.Clerk, "sign"));

        Assert.False(world.Report.IsSigned);
        Assert.Equal("sign", world.Report.Own.Current?.Key.Value);
    }

    [Fact]
    public void Has_its_signature_withdrawn_before_it_is_issued()
    {
        Complete();
        world.Sign(Given.Chairman);

        Assert.Null(world.WithdrawReport(Given.Chairman));
        Assert.Equal(ReportState.Complete, world.Report.State);
    }

    [Fact]
    public void Cannot_be_amended_once_signed_but_before()
    {
        Complete();
        Assert.Null(world.Amend(Given.Consolidator));
        Assert.Equal(2, world.Report.Own.Text?.Number);

        world.Sign(Given.Chairman);
        Assert.Equal("already-signed", world.Amend(Given.Consolidator)?.Code);
    }

    [Fact]
    public void Lets_the_last_clearing_be_withdrawn_until_the_signer_acts()
    {
        Complete();

        Assert.Null(world.Withdraw("both", Given.ViceSociety));
        Assert.True(world.Report.Own.IsWaiting);

        Assert.Null(world.Approve("both", Given.ViceSociety));
        world.Sign(Given.Chairman);
        Assert.Equal("already-acted-on", world.Withdraw("both", Given.ViceSociety)?.Code);
    }

    private void Complete()
    {
        Clear("budget");
        Clear("clinics");
        Clear("both");
    }

    private void Clear(string name)
    {
        foreach (var contribution in world[name].Contributions.Where(contribution => world[name].Open.Any(open => open.Assignee.Unit == contribution.Unit)))
            Assert.Null(world.Submit(name, contribution.Unit, contribution.Unit == Given.Finance ? Given.FinanceHead : Given.HealthHead));

        Assert.Null(world.SubmitText(name, Given.Consolidator));
        Assert.Null(world.Approve(name, name == "budget" ? Given.ViceEconomy : Given.ViceSociety));
    }
}
