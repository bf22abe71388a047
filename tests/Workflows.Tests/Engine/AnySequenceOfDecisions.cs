using System.Text.Json;
using CsCheck;
using Domain;
using Domain.People;
using Domain.Reports;
using Domain.Routes;
using Workflows.Deciding;

namespace Workflows.Tests.Engine;

/// <summary>Random acts by random people, many of them wrong: whatever they do, the chain's promises hold.</summary>
public class AnySequenceOfDecisions
{
    private static readonly PersonId[] People =
    [
        Given.Chairman, Given.ViceEconomy, Given.ViceSociety, Given.OfficeHead, Given.Consolidator, Given.OtherConsolidator, Given.Clerk,
        Given.FinanceHead, Given.FinanceDrafter, Given.HealthHead, Given.HealthDrafter, Given.JusticeHead,
    ];

    private static readonly string[] Names = ["budget", "clinics", "both"];

    // Acts that lead forward come more often, so that sequences also reach the end of the route.
    private static readonly Gen<(int Act, int Person, int Section, int Extra)> Any = Gen.Select(Gen.Int[0, 45], Gen.Int[0, 11], Gen.Int[0, 2], Gen.Int[0, 5]);

    [Fact]
    public void Keeps_the_default_route_in_its_model() => Check(() => new(Given.Plan(), Given.Roster()), 300);

    [Fact]
    public void Keeps_a_longer_route_with_quorums_in_its_model() => Check(() => new(Given.Plan(Given.LongRoute()), Given.Roster()), 200);

    [Fact]
    public void Keeps_its_model_under_delegations() => Check(
        () => new(Given.Plan(), Given.Roster(
            Given.Delegated(Given.Chairman, Given.ViceEconomy, Capacity.Deputising),
            Given.Delegated(Given.ViceSociety, Given.FinanceHead),
            Given.Delegated(Given.FinanceHead, Given.FinanceDrafter))),
        200);

    [Fact]
    public void Keeps_its_model_under_delegations_of_some_kinds_of_work() => Check(
        () => new(Given.Plan(), Given.Roster(
            Given.Delegated(Given.Chairman, Given.ViceEconomy, Capacity.Deputising) with { Kinds = [StageKind.Sign] },
            Given.Delegated(Given.ViceEconomy, Given.ViceSociety) with { Kinds = [StageKind.Draft, StageKind.Sign] },
            Given.Delegated(Given.ViceSociety, Given.FinanceHead) with { Kinds = [StageKind.Review] },
            Given.Delegated(Given.Clerk, Given.OfficeHead) with { Kinds = [StageKind.Issue] },
            Given.Delegated(Given.FinanceHead, Given.FinanceDrafter) with { Kinds = [StageKind.Consolidate] },
            // Not confirmed: it gives nobody anything.
            Given.Delegated(Given.ViceEconomy, Given.JusticeHead) with { PreparedBy = Given.HealthDrafter })),
        200);

    [Fact]
    public void Keeps_its_model_where_everybody_has_assistants() => Check(() => new(Given.Plan(), Assisted(Given.Roster())), 200);

    /// <summary>Whoever is not a leader assists every leader.</summary>
    private static Roster Assisted(Roster roster)
    {
        PersonId[] leaders = [Given.Chairman, Given.ViceEconomy, Given.ViceSociety];

        return new(roster.Agency, roster.Units, roster.People.Select(person => leaders.Contains(person.Id) ? person with { Assistants = [.. People.Except(leaders)] } : person), roster.Fields, []);
    }

    private static void Check(Func<World> begin, int samples)
    {
        var issued = 0;
        var signed = 0;
        var stopped = 0;

        Any.Array[1, 160].Sample(
            acts =>
            {
                var world = begin();
                foreach (var act in acts)
                {
                    var before = world.State;
                    var refusal = Do(world, act);
                    if (refusal is not null) Assert.Equal(before, world.State);

                    Holds(world);
                    if (world.Report.Stopped is not null) NothingIsOffered(world);
                }

                if (world.Report.State is ReportState.Issued) Interlocked.Increment(ref issued);
                if (world.Report.State is ReportState.Signed or ReportState.Issued) Interlocked.Increment(ref signed);
                if (world.Report.State is ReportState.Stopped) Interlocked.Increment(ref stopped);
            },
            iter: samples);

        // A property over sequences that never get anywhere would prove nothing.
        Assert.True(signed > 0 && stopped > 0, $"{issued} issued, {signed} signed, {stopped} stopped");
    }

    private static Refusal? Do(World world, (int Act, int Person, int Section, int Extra) act)
    {
        var person = People[act.Person];
        var name = Names[act.Section];
        var section = world[name];
        var likely = section.Deciders(world.Roster, world.Now) is { Count: > 0 } deciders ? deciders[act.Extra % deciders.Count] : person;
        var signer = world.Report.Own.Deciders(world.Roster, world.Now) is { Count: > 0 } own ? own[act.Extra % own.Count] : person;
        var unit = section.Contributions[act.Extra % section.Contributions.Count].Unit;
        var stages = section.Stages.Concat(world.Report.Own.Stages).Select(stage => stage.Key.Value).ToList();
        var stage = stages[act.Extra % stages.Count];

        return act.Act switch
        {
            0 => world.Submit(name, unit, person, person),
            1 => world.SubmitText(name, person),
            2 => world.Approve(name, person),
            3 => world.Return(name, likely, stage, "Sửa lại"),
            4 => world.Return(name, likely, "draft", "Sửa lại", unit),
            5 => world.Revise(name, act.Extra % 2 == 0 ? Given.Consolidator : person),
            6 or 7 => world.Withdraw(name, person),
            8 => world.Sign(person),
            9 => world.Reassign(name, Given.Consolidator, person),
            10 => world.ReturnSections(signer, stages[act.Extra % section.Stages.Count], name),
            11 => world.ReturnReport(signer, stage),
            12 => world.WithdrawReport(person),
            13 => world.Issue(person),
            14 or 15 => section.Threads.LastOrDefault(thread => !thread.IsAnswered) is { } thread ? world.Answer(name, thread.Id, likely) : world.Approve(name, likely),
            // Once in some hundred acts: a stopped report gets nowhere any more.
            45 => act is { Section: 0, Extra: 0 or 1 } ? world.Stop(person) : world.Approve(name, likely),
            16 => act.Extra == 0 ? world.Amend(Given.Consolidator) : world.Approve(name, likely, version: 0),
            17 or 18 or 21 => world.Report.Own.Current?.Kind == StageKind.Sign ? world.Sign(signer) : world.ApproveReport(signer),
            19 or 20 => world.Issue(signer),
            _ => section.Current?.Kind switch
            {
                StageKind.Draft => world.Submit(name, unit, likely, Given.FinanceDrafter),
                StageKind.Consolidate => world.SubmitText(name, likely),
                _ => world.Approve(name, likely),
            },
        };
    }

    private static void Holds(World world)
    {
        foreach (var circulation in world.Sections.Values.Append(world.Report.Own))
        {
            NobodyDecidedForSomebodyWhoDidNotDelegateIt(circulation, world);
            OnlyWhoeverIsAskedHasASeat(circulation, world);
        }

        foreach (var section in world.Sections.Values)
        {
            Assert.InRange(section.At, 0, section.Stages.Count);
            OneStageIsCurrent(section);
            ApprovalsStandForWhatIsWritten(section);

            if (section.IsPassed) AssertPassed(section, section.Stages);
            else AssertPassed(section, section.Stages.Take(section.At));

            var kept = JsonSerializer.Serialize(section);
            Assert.Equal(kept, JsonSerializer.Serialize(JsonSerializer.Deserialize<Circulation>(kept)));
        }

        var own = world.Report.Own;
        Assert.Equal(world.Sections.Values.All(section => section.IsPassed), world.Report.IsComplete);
        Assert.Equal(world.Report.IsComplete, !own.IsWaiting);
        OneStageIsCurrent(own);
        ApprovalsStandForWhatIsWritten(own);
        if (!own.IsWaiting) AssertPassed(own, own.Stages.Take(own.At));

        foreach (var (id, text) in world.Report.Cleared) Assert.Equal(world.Sections[id].Text, text);
    }

    private static void NothingIsOffered(World world)
    {
        foreach (var person in People)
        {
            Assert.All(Offers.OnReport(world.Report, person, world.Roster, world.Now), offer => Assert.NotNull(offer.Refusal));
            Assert.All(world.Sections.Values.SelectMany(section => Offers.OnSection(world.Report, section, person, world.Roster, world.Now)), offer => Assert.NotNull(offer.Refusal));
        }
    }

    private static void OneStageIsCurrent(Circulation circulation)
    {
        var open = circulation.Visits.SelectMany(visit => visit.Assignments).Where(assignment => assignment.IsOpen).ToList();

        Assert.All(open, assignment => Assert.Equal(circulation.Current?.Key, assignment.Stage));
        Assert.Equal(circulation.Current is not null, open.Count > 0);
    }

    private static void NobodyDecidedForSomebodyWhoDidNotDelegateIt(Circulation circulation, World world)
    {
        foreach (var approval in circulation.Approvals.Where(approval => approval.OnBehalfOf is not null))
            Assert.Contains(world.Roster.Delegations, delegation => delegation.PreparedBy is null && delegation.From == approval.OnBehalfOf && delegation.To == approval.By && delegation.Kinds.Any(kind => kind == circulation.StageOf(approval.Stage)?.Kind));
    }

    /// <summary>Whoever is asked, and whoever these delegated to; to assist somebody gives no seat.</summary>
    private static void OnlyWhoeverIsAskedHasASeat(Circulation circulation, World world)
    {
        var asked = circulation.Open.SelectMany(open => open.Assignee.People(world.Roster)).ToHashSet();

        foreach (var person in People.Where(person => circulation.SeatOf(person, world.Roster, world.Now) is not null))
            Assert.True(asked.Contains(person) || world.Roster.Delegations.Any(delegation => delegation.PreparedBy is null && delegation.To == person && asked.Contains(delegation.From)), $"{person} has a seat");
    }

    private static void ApprovalsStandForWhatIsWritten(Circulation circulation)
    {
        foreach (var approval in circulation.Approvals.Where(approval => approval.Unit is null)) Assert.Equal(circulation.Text?.Number, approval.Version);

        // Four eyes.
        foreach (var approval in circulation.Approvals.Where(approval => circulation.StageOf(approval.Stage)?.Kind is StageKind.Review or StageKind.Sign))
        {
            Assert.False(circulation.Text?.IsBy(approval.By));
            Assert.False(approval.OnBehalfOf is { } principal && circulation.Text?.IsBy(principal) is true);
        }
    }

    private static void AssertPassed(Circulation circulation, IEnumerable<Stage> stages)
    {
        foreach (var stage in stages)
        {
            var asked = stage.Kind == StageKind.Draft ? circulation.Contributions.Count : circulation.VisitOf(stage.Key)?.Assignments.Count ?? 0;
            Assert.True(asked > 0 && stage.Quorum.IsMet(circulation.Standing(stage).Count, asked), $"{stage.Key} was passed without its approvals");
        }
    }
}
