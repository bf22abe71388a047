using Domain.Calendar;
using Domain.People;
using Domain.Reports;
using Domain.Routes;
using Workflows.Starting;

namespace Workflows.Tests.Starting;

public class RehearsingAReport
{
    private static readonly DateOnly DueOn = new(2026, 9, 25);

    [Fact]
    public void Everybody_gets_their_part_by_its_day()
    {
        var rehearsal = Rehearse(Given.Roster());

        Assert.Equal(["budget", "clinics", "both"], rehearsal.Sections.Select(section => section.Section.Heading));
        Assert.Equal([Assignee.Holders(Given.Finance, Role.Head), Assignee.Holders(Given.Health, Role.Head)], rehearsal.Sections[2].Stages[0].Asked);
        Assert.Equal([Assignee.One(Given.ViceEconomy)], rehearsal.Sections[0].Stages[2].Asked);
        Assert.Equal([new(2026, 9, 24), DueOn], rehearsal.Report.Select(stage => stage.DueOn));
        Assert.True(rehearsal.ReachesItsEnd);
    }

    [Fact]
    public void A_unit_without_a_head_and_a_field_without_a_leader_are_in_the_way()
    {
        var whole = Given.Roster();
        var roster = new Roster(
            whole.Agency, whole.Units, whole.People.Where(person => person.Id != Given.HealthHead),
            whole.Fields.Select(field => field.Id == Given.Economy ? field with { InCharge = null } : field), []);

        var rehearsal = Rehearse(roster);

        Assert.False(rehearsal.ReachesItsEnd);
        Assert.Equal(
            [("draft", (UnitId?)Given.Health, 2), ("review", null, 1)],
            Of(rehearsal, ConcernKind.Nobody).Select(concern => (concern.Stage.Value, concern.Unit, concern.Sections.Count)).Order());
    }

    [Fact]
    public void Whoever_left_their_work_to_others_on_those_days_is_away()
    {
        var journey = Given.Delegated(Given.ViceEconomy, Given.ViceSociety) with { StartsAt = new(2026, 9, 22, 0, 0, 0, TimeSpan.Zero), EndsAt = new(2026, 9, 30, 0, 0, 0, TimeSpan.Zero) };

        var away = Assert.Single(Of(Rehearse(Given.Roster(journey)), ConcernKind.Away));

        Assert.Equal(("review", Given.ViceEconomy), (away.Stage.Value, away.Person));
        Assert.Equal([Given.ViceSociety], away.Deputies);
        Assert.Empty(Of(Rehearse(Given.Roster(journey with { StartsAt = new(2026, 10, 1, 0, 0, 0, TimeSpan.Zero), EndsAt = new(2026, 10, 9, 0, 0, 0, TimeSpan.Zero) })), ConcernKind.Away));
    }

    [Fact]
    public void Whoever_is_away_on_those_days_and_left_their_work_to_nobody_is_named()
    {
        var roster = Given.Roster();
        var leave = new Absence(new(Given.Id("leave")), Given.ViceEconomy, new(2026, 9, 22), new(2026, 9, 30), "Nghỉ phép");

        var alone = Assert.Single(Of(Rehearse(new(roster.Agency, roster.Units, roster.People, roster.Fields, []) { Absences = [leave] }), ConcernKind.AwayAlone));

        Assert.Equal(("review", Given.ViceEconomy), (alone.Stage.Value, alone.Person));
        Assert.Empty(Of(Rehearse(new(roster.Agency, roster.Units, roster.People, roster.Fields, []) { Absences = [leave with { FromOn = new(2026, 11, 1), ToOn = new(2026, 11, 9) }] }), ConcernKind.AwayAlone));
    }

    [Fact]
    public void A_head_who_appraises_their_own_units_text_is_named()
    {
        var route = Route.Default(new(Given.Id("route")));
        route = route with { SectionStages = [.. route.SectionStages.SkipLast(1), route.SectionStages[^1] with { Selector = new Selector.Named([Given.FinanceHead, Given.FinanceDrafter]) }] };

        var rehearsal = Rehearse(Given.Roster(), route);

        var own = Assert.Single(Of(rehearsal, ConcernKind.OwnText));
        Assert.Equal(Given.FinanceHead, own.Person);
        Assert.Equal([new(Given.Id("budget")), new(Given.Id("both"))], own.Sections);
        Assert.Equal(Given.FinanceDrafter, Assert.Single(Of(rehearsal, ConcernKind.PerhapsOwnText)).Person);
    }

    [Fact]
    public void One_who_is_alone_has_no_deputy()
    {
        var alone = Of(Rehearse(Given.Roster()), ConcernKind.NoDeputy);

        Assert.Contains(alone, concern => concern.Person == Given.Chairman);
        Assert.DoesNotContain(alone, concern => concern.Person == Given.Consolidator);
    }

    private static IEnumerable<Concern> Of(Rehearsal rehearsal, ConcernKind kind) => rehearsal.Concerns.Where(concern => concern.Kind == kind);

    private static Rehearsal Rehearse(Roster roster, Route? route = null)
    {
        var plan = Given.Plan(route);
        var template = new ReportTemplate
        {
            Id = new(Given.Id("template")),
            Agency = Given.Agency,
            Name = "Thử",
            TypeName = "Báo cáo",
            TypeSymbol = "BC",
            Abstract = plan.Abstract,
            Sections = plan.Sections,
            Route = plan.Route.Id,
        };

        return Rehearsal.Of(
            template, plan.Route, roster, WorkingCalendar.Official,
            StartReportHandler.PlanBack(template, plan.Route, WorkingCalendar.Official, DueOn, VietnamTime.DateOf(Given.Monday)));
    }
}
