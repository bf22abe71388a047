using Domain.Calendar;
using Domain.People;
using Domain.Reports;
using Domain.Routes;

namespace Workflows.Starting;

/// <summary>What would become of a report if it were started now: who gets what and when, and what will not go well. It asks the rules that the report will meet, and changes nothing.</summary>
/// <param name="Sections">The leaf sections in reading order.</param>
/// <param name="Report">The stages of the report as a whole.</param>
/// <param name="EmptyHeadings">See <see cref="Outline.EmptyHeadings"/>.</param>
/// <param name="Concerns">What is in the way first, then what may come to be.</param>
public sealed record Rehearsal(IReadOnlyList<RehearsedSection> Sections, IReadOnlyList<RehearsedStage> Report, IReadOnlyList<Section> EmptyHeadings, IReadOnlyList<Concern> Concerns)
{
    /// <summary>False where a stage has nobody to ask: the report would stop there.</summary>
    public bool ReachesItsEnd => Concerns.All(concern => concern.Kind != ConcernKind.Nobody);

    /// <param name="plan">The template's stages planned back from the due date.</param>
    public static Rehearsal Of(ReportTemplate template, Route route, Roster roster, WorkingCalendar calendar, BackPlan plan)
    {
        ArgumentNullException.ThrowIfNull(template);
        ArgumentNullException.ThrowIfNull(route);
        ArgumentNullException.ThrowIfNull(roster);
        ArgumentNullException.ThrowIfNull(calendar);
        ArgumentNullException.ThrowIfNull(plan);

        var until = StartReportHandler.StageDates(route, plan);
        var from = route.SectionStages.Concat(route.ReportStages).Zip(plan.StagesDueOn.Prepend(plan.StartOn)).ToDictionary(pair => pair.First.Key, pair => pair.Second);
        RehearsedStage At(Stage stage, IEnumerable<UnitId> units, FieldId? field) => new(stage, from[stage.Key], until[stage.Key], stage.Asks(units, field, roster));

        var leaves = template.Sections.Where(section => section.IsLeaf).ToList();
        List<RehearsedSection> sections = [.. leaves.Select(section => new RehearsedSection(section, [.. route.SectionStages.Select(stage => At(stage, section.Units, section.Field))]))];
        List<RehearsedStage> report = [.. route.ReportStages.Select(stage => At(stage, [], null))];

        var found = sections.SelectMany(one => Along(one.Stages, Hands.Of(one, roster), roster, calendar).Select(concern => concern with { Sections = [one.Section.Id] }))
            .Concat(Along(report, Hands.Of(sections, roster), roster, calendar));

        return new(sections, report, Outline.EmptyHeadings(template.Sections),
        [
            .. found.GroupBy(concern => (concern.Kind, concern.Stage, concern.Unit, concern.Person))
                .Select(same => same.First() with { Sections = [.. same.SelectMany(concern => concern.Sections)], Deputies = [.. same.SelectMany(concern => concern.Deputies).Distinct()] })
                .OrderBy(concern => concern.Kind),
        ]);
    }

    private static IEnumerable<Concern> Along(IReadOnlyList<RehearsedStage> stages, Hands hands, Roster roster, WorkingCalendar calendar)
    {
        foreach (var at in stages)
        {
            var key = at.Stage.Key;
            if (at.Asked.Count == 0) yield return new(ConcernKind.Nobody, key, null, null);

            foreach (var assignee in at.Asked)
            {
                var people = assignee.People(roster);
                if (people.Count == 0) yield return new(ConcernKind.Nobody, key, assignee.Unit, assignee.Person);

                foreach (var person in people)
                {
                    var deputies = DeputiesOf(person, at, roster, calendar);
                    if (deputies.Count > 0) yield return new(ConcernKind.Away, key, assignee.Unit, person) { Deputies = deputies };
                    else if (IsAway(person, at, roster)) yield return new(ConcernKind.AwayAlone, key, assignee.Unit, person);
                    else if (people.Count == 1) yield return new(ConcernKind.NoDeputy, key, assignee.Unit, person);

                    // Four eyes: whoever wrote or submitted a text does not approve it.
                    if (at.Stage.Kind is not (StageKind.Review or StageKind.Sign)) continue;
                    if (hands.Surely.Contains(person)) yield return new(ConcernKind.OwnText, key, assignee.Unit, person);
                    else if (hands.Perhaps.Contains(person)) yield return new(ConcernKind.PerhapsOwnText, key, assignee.Unit, person);
                }
            }
        }
    }

    /// <summary>Whoever has left their work to others while the stage runs is away.</summary>
    private static List<PersonId> DeputiesOf(PersonId person, RehearsedStage at, Roster roster, WorkingCalendar calendar) =>
    [
        .. roster.Delegations
            .Where(delegation => delegation.From == person && delegation.PreparedBy is null && delegation.Covers(at.Stage.Kind) && delegation.StartsAt < calendar.EndOf(at.DueOn) && delegation.EndsAt > calendar.EndOf(at.From))
            .Select(delegation => delegation.To).Distinct(),
    ];

    private static bool IsAway(PersonId person, RehearsedStage at, Roster roster) =>
        roster.Absences.Any(absence => absence.Person == person && absence.FromOn <= at.DueOn && absence.ToOn >= at.From);

    /// <summary>Who will have had a hand in a text before it is approved.</summary>
    /// <param name="Surely">The heads who submit alone for their unit.</param>
    /// <param name="Perhaps">Everybody who may write: anyone in a drafting unit, and whoever consolidates.</param>
    private sealed record Hands(IReadOnlySet<PersonId> Surely, IReadOnlySet<PersonId> Perhaps)
    {
        public static Hands Of(RehearsedSection section, Roster roster) => Of([section], roster);

        public static Hands Of(IReadOnlyList<RehearsedSection> sections, Roster roster)
        {
            var units = sections.SelectMany(one => one.Section.Units).ToHashSet();
            var desks = sections.SelectMany(one => one.Stages).Where(at => at.Stage.Kind == StageKind.Consolidate).SelectMany(at => at.Asked).Distinct();

            return new(
                units.Select(unit => roster.Holders(Role.Head, unit)).Where(heads => heads.Count == 1).Select(heads => heads[0].Id).ToHashSet(),
                roster.People.Where(person => units.Any(person.IsIn)).Select(person => person.Id).Concat(desks.SelectMany(desk => desk.People(roster))).ToHashSet());
        }
    }
}

/// <summary>A leaf section, and whom each stage of its way asks.</summary>
public sealed record RehearsedSection(Section Section, IReadOnlyList<RehearsedStage> Stages);

/// <summary>A stage in the time that is planned for it.</summary>
/// <param name="From">The day on which the stage before it is due.</param>
/// <param name="Asked">Empty where nobody is there to ask.</param>
public sealed record RehearsedStage(Stage Stage, DateOnly From, DateOnly DueOn, IReadOnlyList<Assignee> Asked);

/// <summary>What a rehearsal warns of, the worst first.</summary>
public enum ConcernKind
{
    /// <summary>A stage has nobody to ask: a unit without a head, a field without a leader in charge, somebody who has left.</summary>
    Nobody,

    /// <summary>Somebody is asked to approve what they will have submitted themselves.</summary>
    OwnText,

    /// <summary>Somebody is asked to approve what they may have written.</summary>
    PerhapsOwnText,

    /// <summary>Somebody is away while the stage runs, and has left their work to nobody.</summary>
    AwayAlone,

    /// <summary>Somebody has left their work to others while the stage runs.</summary>
    Away,

    /// <summary>One person alone can act, and nobody may act for them.</summary>
    NoDeputy,
}

/// <summary>Something that a report started now would meet.</summary>
/// <param name="Unit">The unit that is asked; null where a person is, or nobody.</param>
/// <param name="Person">Whom it is about; null where nobody is there.</param>
public sealed record Concern(ConcernKind Kind, StageKey Stage, UnitId? Unit, PersonId? Person)
{
    /// <summary>Who acts for whoever is away.</summary>
    public IReadOnlyList<PersonId> Deputies { get; init; } = [];

    /// <summary>The sections that it is about; empty where it is about the report as a whole.</summary>
    public IReadOnlyList<SectionId> Sections { get; init; } = [];
}
