using Domain.People;
using Domain.Routes;

namespace Workflows.Tests.Engine;

public class ASectionOnItsWay
{
    private readonly World world = new(Given.Plan(), Given.Roster());

    [Fact]
    public void Goes_from_its_unit_to_the_Office_and_the_vice_chair_in_charge_of_its_field()
    {
        Assert.Null(world.Submit("budget", Given.Finance, Given.FinanceHead, Given.FinanceDrafter));
        Assert.Equal("consolidate", world["budget"].Current?.Key.Value);

        Assert.Null(world.SubmitText("budget", Given.Consolidator));
        Assert.Equal([Given.ViceEconomy], world["budget"].Deciders(world.Roster, world.Now));

        Assert.Null(world.Approve("budget", Given.ViceEconomy));
        Assert.True(world["budget"].IsPassed);
    }

    [Fact]
    public void Is_submitted_by_the_head_of_the_unit_and_nobody_else()
    {
        var refusal = world.Submit("budget", Given.Finance, Given.FinanceDrafter, Given.FinanceDrafter);

        Assert.Equal("not-yours", refusal?.Code);
        Assert.Equal([Given.FinanceHead], refusal?.WhoCan);
    }

    [Fact]
    public void Waits_until_every_drafting_unit_has_submitted()
    {
        world.Submit("both", Given.Finance, Given.FinanceHead);
        Assert.Equal("draft", world["both"].Current?.Key.Value);

        world.Submit("both", Given.Health, Given.HealthHead);
        Assert.Equal("consolidate", world["both"].Current?.Key.Value);
    }

    [Fact]
    public void Is_not_approved_in_a_version_that_is_no_longer_its_text()
    {
        ToReview("budget", Given.Finance, Given.FinanceHead);
        world.Revise("budget", Given.Consolidator);
        world.SubmitText("budget", Given.Consolidator);

        var refusal = world.Approve("budget", Given.ViceEconomy, version: 1);

        Assert.Equal("stale-version", refusal?.Code);
    }

    [Fact]
    public void Is_not_approved_by_whoever_wrote_in_it()
    {
        world.Submit("budget", Given.Finance, Given.FinanceHead, Given.ViceEconomy);
        world.SubmitText("budget", Given.Consolidator);

        Assert.Equal("own-text", world.Approve("budget", Given.ViceEconomy)?.Code);
    }

    [Fact]
    public void Is_not_approved_by_its_author_on_behalf_of_another()
    {
        world.Roster = Given.Roster(Given.Delegated(Given.ViceEconomy, Given.FinanceHead));
        ToReview("budget", Given.Finance, Given.FinanceHead);

        Assert.Equal("own-text", world.Approve("budget", Given.FinanceHead)?.Code);
    }

    [Fact]
    public void Is_approved_by_a_delegate_while_the_delegation_holds_and_both_are_named()
    {
        world.Roster = Given.Roster(Given.Delegated(Given.ViceEconomy, Given.ViceSociety));
        ToReview("budget", Given.Finance, Given.FinanceHead);

        Assert.Null(world.Approve("budget", Given.ViceSociety));
        Assert.Equal(Given.ViceEconomy, world.Last?.Decision?.OnBehalfOf);
    }

    [Fact]
    public void Is_not_approved_by_a_delegate_to_whom_another_kind_of_work_was_delegated()
    {
        world.Roster = Given.Roster(Given.Delegated(Given.ViceEconomy, Given.ViceSociety) with { Kinds = [StageKind.Draft, StageKind.Sign, StageKind.Issue] });
        ToReview("budget", Given.Finance, Given.FinanceHead);

        var refusal = world.Approve("budget", Given.ViceSociety);

        Assert.Equal("not-yours", refusal?.Code);
        Assert.Contains("leaves out the kind of work", refusal?.Message.En, StringComparison.Ordinal);
        Assert.Equal([Given.ViceEconomy], refusal?.WhoCan);
        Assert.Null(world["budget"].SeatOf(Given.ViceSociety, world.Roster, world.Now));
    }

    [Fact]
    public void Is_not_decided_by_an_assistant_of_whoever_has_it()
    {
        var roster = Given.Roster();
        world.Roster = new(roster.Agency, roster.Units, roster.People.Select(person => person with { Assistants = person.Id == Given.HealthDrafter ? [] : [Given.HealthDrafter] }), roster.Fields, []);

        Assert.Null(world["budget"].SeatOf(Given.HealthDrafter, world.Roster, world.Now));
        Assert.Equal("not-yours", world.Submit("budget", Given.Finance, Given.HealthDrafter)?.Code);
        ToReview("budget", Given.Finance, Given.FinanceHead);
        Assert.Null(world["budget"].SeatOf(Given.HealthDrafter, world.Roster, world.Now));
        Assert.Equal("not-yours", world.Approve("budget", Given.HealthDrafter)?.Code);
        Assert.Equal("not-yours", world.Return("budget", Given.HealthDrafter, "draft", "Sửa lại")?.Code);
    }

    [Fact]
    public void Is_not_approved_by_a_delegate_once_the_delegation_has_ended()
    {
        world.Roster = Given.Roster(Given.Delegated(Given.ViceEconomy, Given.ViceSociety) with { EndsAt = Given.Monday });
        ToReview("budget", Given.Finance, Given.FinanceHead);

        Assert.Equal("not-yours", world.Approve("budget", Given.ViceSociety)?.Code);
    }

    [Fact]
    public void Goes_back_to_the_unit_that_is_named_and_the_other_contribution_stands()
    {
        world.Submit("both", Given.Finance, Given.FinanceHead);
        world.Submit("both", Given.Health, Given.HealthHead);
        world.SubmitText("both", Given.Consolidator);

        Assert.Null(world.Return("both", Given.ViceSociety, "draft", "Bổ sung số liệu", Given.Health));

        var open = Assert.Single(world["both"].Open);
        Assert.Equal(Given.Health, open.Assignee.Unit);
        Assert.True(open.IsResubmitted);
        Assert.Equal("already-submitted", world.Submit("both", Given.Finance, Given.FinanceHead)?.Code);
    }

    [Fact]
    public void Is_not_submitted_again_while_a_remark_is_unanswered()
    {
        ToReview("budget", Given.Finance, Given.FinanceHead);
        world.Return("budget", Given.ViceEconomy, "draft", "Tổng không khớp");

        Assert.Equal("unanswered-threads", world.Submit("budget", Given.Finance, Given.FinanceHead)?.Code);

        Assert.Null(world.Answer("budget", world["budget"].Threads[0].Id, Given.FinanceDrafter));
        Assert.Null(world.Submit("budget", Given.Finance, Given.FinanceHead));
    }

    [Fact]
    public void Comes_back_to_the_same_reviewer_marked_as_resubmitted()
    {
        ToReview("budget", Given.Finance, Given.FinanceHead);
        world.Reassign("budget", Given.Consolidator, Given.ViceSociety);
        world.Return("budget", Given.ViceSociety, "consolidate", "Sửa câu chữ");
        world.Answer("budget", world["budget"].Threads[0].Id, Given.Consolidator);
        world.SubmitText("budget", Given.OtherConsolidator);

        var open = Assert.Single(world["budget"].Open);
        Assert.Equal(Given.ViceSociety, open.Assignee.Person);
        Assert.True(open.IsResubmitted);
    }

    [Fact]
    public void Is_not_returned_without_a_reason() =>
        Assert.Equal("without-reason", Reviewed().Return("budget", Given.ViceEconomy, "draft", "  ")?.Code);

    [Fact]
    public void Is_not_returned_to_a_later_stage() =>
        Assert.Equal("no-such-target", Reviewed().Return("budget", Given.ViceEconomy, "review", "Lý do")?.Code);

    [Fact]
    public void Is_taken_back_by_its_head_while_the_Office_has_not_acted()
    {
        world.Submit("budget", Given.Finance, Given.FinanceHead);

        Assert.Null(world.Withdraw("budget", Given.FinanceHead));
        Assert.Equal("draft", world["budget"].Current?.Key.Value);
        Assert.Equal(1, Assert.Single(world["budget"].Open).Round);
    }

    [Fact]
    public void Is_not_taken_back_once_the_Office_has_acted()
    {
        world.Submit("budget", Given.Finance, Given.FinanceHead);
        world.Revise("budget", Given.Consolidator);

        Assert.Equal("already-acted-on", world.Withdraw("budget", Given.FinanceHead)?.Code);
    }

    [Fact]
    public void Loses_its_approvals_and_comes_back_to_the_Office_when_its_text_changes()
    {
        ToReview("budget", Given.Finance, Given.FinanceHead);
        world.Approve("budget", Given.ViceEconomy);

        Assert.Null(world.Revise("budget", Given.Consolidator));

        Assert.Equal("consolidate", world["budget"].Current?.Key.Value);
        Assert.DoesNotContain(world["budget"].Approvals, approval => approval.Stage.Value == "review");
    }

    [Fact]
    public void Is_passed_by_two_of_three_and_the_third_is_let_go()
    {
        var longer = new World(Given.Plan(Given.LongRoute()), Given.Roster());
        longer.Submit("budget", Given.Finance, Given.FinanceHead);
        longer.SubmitText("budget", Given.Consolidator);

        Assert.Null(longer.Approve("budget", Given.JusticeHead));
        Assert.Equal("appraise", longer["budget"].Current?.Key.Value);
        Assert.Equal("not-yours", longer.Approve("budget", Given.JusticeHead)?.Code);

        Assert.Null(longer.Approve("budget", Given.OfficeHead));
        Assert.Equal("review", longer["budget"].Current?.Key.Value);
        Assert.DoesNotContain(longer["budget"].VisitOf(new StageKey("appraise"))?.Assignments ?? [], assignment => assignment.IsOpen);
    }

    [Fact]
    public void Cannot_go_where_there_is_nobody_to_ask()
    {
        var roster = Given.Roster();
        world.Roster = new Roster(roster.Agency, roster.Units, roster.People, roster.Fields.Select(field => field with { InCharge = null }), []);
        world.Submit("budget", Given.Finance, Given.FinanceHead);

        Assert.Equal("nobody-to-ask", world.SubmitText("budget", Given.Consolidator)?.Code);
    }

    private World Reviewed()
    {
        ToReview("budget", Given.Finance, Given.FinanceHead);

        return world;
    }

    private void ToReview(string section, UnitId unit, PersonId head)
    {
        Assert.Null(world.Submit(section, unit, head, head));
        Assert.Null(world.SubmitText(section, Given.Consolidator));
    }
}
