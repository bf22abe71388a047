using System.Text.Json.Serialization;
using Domain.Calendar;
using Domain.Reports;
using Domain.Routes;
using Domain.Trail;

namespace Domain.People;

/// <summary>What is to be written in place of what an agency has, and what its trail says of it. Without facts nothing changed.</summary>
public sealed record AgencyChange
{
    public static AgencyChange Nothing { get; } = new() { Facts = [] };

    public required IReadOnlyList<AgencyFact> Facts { get; init; }

    public Agency? Agency { get; init; }

    public IReadOnlyList<Unit> Units { get; init; } = [];

    public IReadOnlyList<Person> People { get; init; } = [];

    public IReadOnlyList<Field> Fields { get; init; } = [];

    public IReadOnlyList<Delegation> Delegations { get; init; } = [];

    public IReadOnlyList<Absence> Absences { get; init; } = [];

    public IReadOnlyList<AbsenceId> AbsencesTakenBack { get; init; } = [];

    public IReadOnlyList<CalendarDay> Days { get; init; } = [];

    public IReadOnlyList<DateOnly> DaysTakenBack { get; init; } = [];
}

/// <summary>One thing that happened to what an administrator keeps.</summary>
/// <param name="What">A fact in the past tense: "unit-closed".</param>
/// <param name="Subject">The name that the thing had afterwards.</param>
public sealed record AgencyFact(string What, string Subject, IReadOnlyList<Alteration> Alterations)
{
    /// <summary>Null where the security trail has nothing to say of it.</summary>
    [JsonIgnore]
    public SecurityConcern? Concern { get; init; }
}

/// <summary>One property before and after, as people read it.</summary>
/// <param name="Of">The property's name in code: "email".</param>
public sealed record Alteration(string Of, string? Before, string? After);

/// <summary>A line in an agency's trail.</summary>
/// <param name="Number">From 1, without gaps.</param>
public sealed record AgencyEntry(int Number, DateTimeOffset At, PersonId By, AgencyFact Fact);

/// <summary>An assignment that waits for a person or a unit, as a list names it.</summary>
/// <param name="Section">Null for the report itself.</param>
/// <param name="IsRestricted">It is kept from some of the agency, so a list for administrators does not say what it is.</param>
public sealed record OpenWork(ReportId Report, string Abstract, SectionId? Section, string? Heading, StageKey Stage, bool IsRestricted);
