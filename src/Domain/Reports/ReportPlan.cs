using Domain.Calendar;
using Domain.People;
using Domain.Routes;

namespace Domain.Reports;

/// <summary>What a report was started with and keeps to its end: its outline, its route and its dates.</summary>
public sealed record ReportPlan
{
    public required ReportId Id { get; init; }

    public required AgencyId Agency { get; init; }

    /// <summary>"Báo cáo".</summary>
    public required string TypeName { get; init; }

    /// <summary>The abbreviation of the type in the symbol: "BC" (Decree 30/2020/NĐ-CP, appendix III, I).</summary>
    public required string TypeSymbol { get; init; }

    /// <summary>Trích yếu: inline Markdown; a footnote's text stands in <see cref="AbstractNotes"/>.</summary>
    public required string Abstract { get; init; }

    public string AbstractNotes { get; init; } = "";

    public IReadOnlyList<string> Addressees { get; init; } = [];

    public IReadOnlyList<string> Basis { get; init; } = [];

    public required IReadOnlyList<string> Recipients { get; init; }

    /// <summary>To whom it is open from its start besides those who work on it; null for the whole agency.</summary>
    public Audience? OnlyFor { get; init; }

    /// <summary>In reading order.</summary>
    public required IReadOnlyList<Section> Sections { get; init; }

    public required Route Route { get; init; }

    /// <summary>The time that it tells of; null for a report out of turn (đột xuất).</summary>
    public ReportingPeriod? Period { get; init; }

    /// <summary>See <see cref="ReportTemplate.LastPeriod"/>.</summary>
    public ReportingPeriod? LastPeriod { get; init; }

    /// <summary>The day by which it is to be issued.</summary>
    public required DateOnly DueOn { get; init; }

    /// <summary>The day by which each stage is to be passed, planned back from <see cref="DueOn"/>.</summary>
    public required IReadOnlyDictionary<StageKey, DateOnly> StageDates { get; init; }

    public required PersonId StartedBy { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public IEnumerable<Section> Leaves => Sections.Where(section => section.IsLeaf);

    /// <summary>
    /// What keeps it from being started: a leaf without a field whose way leads to whoever is in charge of the field. A report keeps its outline,
    /// so nobody could ever be asked there; a field without a leader can still get one. Null where nothing does.
    /// </summary>
    public Refusal? Check() =>
        Route.SectionStages.FirstOrDefault(stage => stage.Selector is Selector.InChargeOfField) is { } stage && Leaves.FirstOrDefault(section => section.Field is null) is { } section
            ? ReportRefusals.WithoutField(section, stage)
            : null;

    /// <summary>The restrictions that it starts with.</summary>
    internal IEnumerable<Restriction> Restrictions =>
    [
        .. OnlyFor is { } whole ? [new Restriction { Audience = whole }] : Array.Empty<Restriction>(),
        .. Leaves.SelectMany(section => section.OnlyFor is { } some ? [new Restriction { Section = section.Id, Audience = some }] : Array.Empty<Restriction>()),
    ];

    public Section? Find(SectionId id) => Sections.FirstOrDefault(section => section.Id == id);

    /// <summary>Where a leaf section begins its way.</summary>
    public Circulation CirculationOf(Section section)
    {
        ArgumentNullException.ThrowIfNull(section);

        return new()
        {
            Report = Id,
            Section = section.Id,
            Stages = Route.SectionStages,
            At = Circulation.Waiting,
            Field = section.Field,
            DraftDays = section.Days,
            Contributions = [.. section.Units.Select(unit => new Contribution(unit))],
        };
    }
}
