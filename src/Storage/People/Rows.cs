using Domain.Calendar;
using Domain.People;
using Domain.Routes;

namespace Storage.People;

/// <summary>An agency, and how often anything of it was changed: whoever keeps a roster in memory can tell whether it is the present one.</summary>
internal sealed class AgencyRow
{
    public required AgencyId Id { get; init; }

    public required string Name { get; set; }

    public required long Revision { get; set; }

    public required string Content { get; set; }
}

internal sealed class UnitRow
{
    public required UnitId Id { get; init; }

    public required AgencyId Agency { get; init; }

    public required string Name { get; init; }

    public required string Abbreviation { get; init; }

    public required UnitId? Parent { get; init; }

    public required bool IsClosed { get; init; }

    public static UnitRow Of(AgencyId agency, Unit unit) =>
        new() { Id = unit.Id, Agency = agency, Name = unit.Name, Abbreviation = unit.Abbreviation, Parent = unit.Parent, IsClosed = unit.IsClosed };

    public Unit Read() => new(Id, Name, Abbreviation, Parent, IsClosed);
}

internal sealed class PersonRow
{
    public required PersonId Id { get; init; }

    public required AgencyId Agency { get; init; }

    public required string Name { get; init; }

    public required string Email { get; init; }

    public required bool IsActive { get; init; }

    public required string Positions { get; init; }

    public required string Assistants { get; init; }

    public static PersonRow Of(AgencyId agency, Person person) => new()
    {
        Id = person.Id,
        Agency = agency,
        Name = person.Name,
        Email = person.Email,
        IsActive = person.IsActive,
        Positions = Databases.Json.Write(person.Positions),
        Assistants = Databases.Json.Write(person.Assistants),
    };

    public Person Read() => new()
    {
        Id = Id,
        Name = Name,
        Email = Email,
        IsActive = IsActive,
        Positions = Databases.Json.Read<IReadOnlyList<Position>>(Positions),
        Assistants = Databases.Json.Read<IReadOnlyList<PersonId>>(Assistants),
    };
}

internal sealed class FieldRow
{
    public required FieldId Id { get; init; }

    public required AgencyId Agency { get; init; }

    public required string Name { get; init; }

    public required PersonId? InCharge { get; init; }

    public static FieldRow Of(AgencyId agency, Field field) => new() { Id = field.Id, Agency = agency, Name = field.Name, InCharge = field.InCharge };

    public Field Read() => new(Id, Name, InCharge);
}

internal sealed class DelegationRow
{
    public required DelegationId Id { get; init; }

    public required AgencyId Agency { get; init; }

    public required PersonId From { get; init; }

    public required PersonId To { get; init; }

    public required Capacity Capacity { get; init; }

    public required string Kinds { get; init; }

    public required DateTimeOffset StartsAt { get; init; }

    public required DateTimeOffset EndsAt { get; init; }

    public required string Ground { get; init; }

    public required PersonId? PreparedBy { get; init; }

    public static DelegationRow Of(AgencyId agency, Delegation delegation) => new()
    {
        Id = delegation.Id,
        Agency = agency,
        From = delegation.From,
        To = delegation.To,
        Capacity = delegation.Capacity,
        Kinds = Databases.Json.Write(delegation.Kinds),
        StartsAt = delegation.StartsAt,
        EndsAt = delegation.EndsAt,
        Ground = delegation.Ground,
        PreparedBy = delegation.PreparedBy,
    };

    public Delegation Read() => new()
    {
        Id = Id,
        From = From,
        To = To,
        Capacity = Capacity,
        Kinds = Databases.Json.Read<IReadOnlyList<StageKind>>(Kinds),
        StartsAt = StartsAt,
        EndsAt = EndsAt,
        Ground = Ground,
        PreparedBy = PreparedBy,
    };
}

/// <summary>A day that the agency itself decided on; the official ones are in the domain.</summary>
internal sealed class OwnDayRow
{
    public required AgencyId Agency { get; init; }

    public required DateOnly On { get; init; }

    public required DayKind Kind { get; init; }

    public required string Notice { get; init; }

    public required bool Proposed { get; init; }

    public static OwnDayRow Of(AgencyId agency, CalendarDay day) => new() { Agency = agency, On = day.On, Kind = day.Kind, Notice = day.Notice, Proposed = day.Proposed };

    public CalendarDay Read() => new(On, Kind, Notice, Proposed);
}

internal sealed class AbsenceRow
{
    public required AbsenceId Id { get; init; }

    public required AgencyId Agency { get; init; }

    public required PersonId Person { get; init; }

    public required DateOnly FromOn { get; init; }

    public required DateOnly ToOn { get; init; }

    public required string Reason { get; init; }

    public static AbsenceRow Of(AgencyId agency, Absence absence) =>
        new() { Id = absence.Id, Agency = agency, Person = absence.Person, FromOn = absence.FromOn, ToOn = absence.ToOn, Reason = absence.Reason };

    public Absence Read() => new(Id, Person, FromOn, ToOn, Reason);
}

/// <summary>A line in an agency's trail.</summary>
internal sealed class AgencyEntryRow
{
    public required AgencyId Agency { get; init; }

    public required int Number { get; init; }

    public required DateTimeOffset At { get; init; }

    public required PersonId By { get; init; }

    public required string What { get; init; }

    public required string Subject { get; init; }

    public required string Alterations { get; init; }

    public static AgencyEntryRow Of(AgencyId agency, AgencyEntry entry) => new()
    {
        Agency = agency,
        Number = entry.Number,
        At = entry.At,
        By = entry.By,
        What = entry.Fact.What,
        Subject = entry.Fact.Subject,
        Alterations = Databases.Json.Write(entry.Fact.Alterations),
    };

    public AgencyEntry Read() => new(Number, At, By, new(What, Subject, Databases.Json.Read<IReadOnlyList<Alteration>>(Alterations)));
}
