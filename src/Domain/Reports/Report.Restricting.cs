using Domain.People;
using Domain.Routes;

namespace Domain.Reports;

public sealed partial record Report
{
    /// <summary>Without one the report is open to everybody of its agency.</summary>
    public IReadOnlyList<Restriction> Restrictions { get; init; } = [];

    public Restriction? RestrictionOf(SectionId? section) => Restrictions.FirstOrDefault(restriction => restriction.Section == section);

    /// <summary>
    /// Who may read what is restricted: those whom it names; those who work on it (who started the report, the Office, the drafting units, whoever its route asks,
    /// whoever was given work in person); and whoever may read a section may find its report.
    /// </summary>
    public IEnumerable<Admission> Admissions =>
    [
        .. from restriction in Restrictions
           from badge in Admitted(restriction.Section).Distinct()
           select new Admission(restriction.Section, badge),
    ];

    /// <summary>Whether whoever shows these badges may read the report, or a section of it.</summary>
    public bool IsOpenTo(IReadOnlyCollection<string> badges, SectionId? section) =>
        Restrictions.Count == 0 || (Opens(null, badges) && (section is null || Opens(section, badges)));

    /// <summary>The same for a person as things are now.</summary>
    public bool IsOpenTo(PersonId person, SectionId? section, Roster roster, DateTimeOffset at) =>
        Restrictions.Count == 0 || IsOpenTo(Badges.Of(person, roster, at), section);

    /// <summary>The report as whoever shows these badges may read it: what is withheld from them is a mark without a heading or a text. Null where they may not find it.</summary>
    public Report? SeenWith(IReadOnlyCollection<string> badges)
    {
        if (Restrictions.Count == 0) return this;
        if (!Opens(null, badges)) return null;

        var withheld = Restrictions.Where(restriction => restriction.Section is not null && !Opens(restriction.Section, badges)).Select(restriction => restriction.Section).ToHashSet();

        return withheld.Count == 0 ? this : this with
        {
            Plan = Plan with { Sections = [.. Plan.Sections.Select(section => withheld.Contains(section.Id) ? section.Withheld() : section)] },
            Cleared = Cleared.Where(pair => !withheld.Contains(pair.Key)).ToDictionary(),
            Restrictions = [.. Restrictions.Where(restriction => restriction.Section is null || !withheld.Contains(restriction.Section))],
        };
    }

    /// <summary>What of the report is withheld from whom it was made out for.</summary>
    public IReadOnlySet<SectionId> Withheld => Plan.Sections.Where(section => section.IsWithheld).Select(section => section.Id).ToHashSet();

    /// <summary>What keeps this person from changing who may read it; null where nothing does.</summary>
    public Refusal? MayRestrict(PersonId person, Roster roster)
    {
        IReadOnlyList<PersonId> may = [.. Circulation.Coordinators(roster).Append(Plan.StartedBy).Distinct()];

        return may.Contains(person) ? null : RestrictionRefusals.NotYours(may);
    }

    /// <summary>Restricts the report or a section to an audience, or opens it to the agency (null).</summary>
    /// <param name="concerned">The circulations of what is restricted: of the section, or of all sections.</param>
    public Outcome<Report> Restrict(SectionId? section, Audience? audience, PersonId by, IEnumerable<Circulation> concerned, Roster roster, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(concerned);

        if (MayRestrict(by, roster) is { } refusal) return refusal;
        if (section is { } id && Plan.Find(id) is not { IsLeaf: true }) return RestrictionRefusals.WithoutText;
        if (audience?.Check(roster) is { } unknown) return unknown;

        var before = RestrictionOf(section);
        if (audience is null ? before is null : audience.IsSameAs(before?.Audience)) return RestrictionRefusals.NothingChanged;

        var others = Restrictions.Where(restriction => restriction.Section != section);
        var after = this with
        {
            Restrictions = audience is null
                ? [.. others]
                : [.. others, concerned.Append(Own).Aggregate(new Restriction { Section = section, Audience = audience, Called = before?.Called ?? [] }, (restriction, circulation) => restriction.Calling(circulation))],
        };

        return after.IsOpenTo(by, section, roster, at) ? after : RestrictionRefusals.ShutsOutYourself;
    }

    private bool Opens(SectionId? section, IReadOnlyCollection<string> badges) =>
        RestrictionOf(section) is null || Admitted(section).Any(badges.Contains);

    private IEnumerable<string> Admitted(SectionId? section) => section is { } id
        ? AdmittedTo(id).Concat(Always)
        :
        [
            .. Always,
            .. RestrictionOf(null) is { } whole ? [.. whole.Audience.Badges, .. whole.Called.SelectMany(call => call.Badges)] : Array.Empty<string>(),
            .. Plan.Leaves.SelectMany(leaf => AdmittedTo(leaf.Id)),
        ];

    /// <summary>Who reads everything: it is theirs to put together, to approve as a whole, to sign and to issue.</summary>
    private IEnumerable<string> Always => [Badges.Of(Plan.StartedBy), Badges.Of(Role.Consolidator), Badges.For(StageKind.Consolidate, Badges.Of(Role.Consolidator)), .. Plan.Route.ReportStages.SelectMany(stage => AskedBy(stage, null))];

    private IEnumerable<string> AdmittedTo(SectionId id) =>
    [
        .. RestrictionOf(id) is { } own ? [.. own.Audience.Badges, .. own.Called.SelectMany(call => call.Badges)] : Array.Empty<string>(),
        .. Plan.Find(id) is { } section ? [.. section.Units.Select(Badges.Of), .. Plan.Route.SectionStages.SelectMany(stage => AskedBy(stage, section))] : Array.Empty<string>(),
    ];

    /// <summary>Whoever the stage asks, and whoever does its kind of work for one of them.</summary>
    private static IEnumerable<string> AskedBy(Stage stage, Section? section) => Asked(stage.Selector, section).SelectMany(badge => (string[])[badge, Badges.For(stage.Kind, badge)]);

    private static IEnumerable<string> Asked(Selector selector, Section? section) => selector switch
    {
        Selector.DraftingUnits => section?.Units.Select(Badges.Of) ?? [],
        Selector.UnitHolding desk => [Badges.Of(desk.Role)],
        Selector.Holding holding => [Badges.Of(holding.Role)],
        Selector.InChargeOfField => section?.Field is { } field ? [Badges.Of(field)] : [],
        Selector.Named named => named.People.Select(Badges.Of),
        var other => throw new NotSupportedException($"No such selector: {other.GetType().Name}"),
    };
}
