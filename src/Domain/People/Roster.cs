using System.Collections.Frozen;
using Domain.Routes;

namespace Domain.People;

/// <summary>Who is who in one agency at one moment: what the rules ask when they look for the person to turn to.</summary>
public sealed class Roster
{
    private readonly FrozenDictionary<PersonId, Person> people;
    private readonly FrozenDictionary<UnitId, Unit> units;
    private readonly FrozenDictionary<FieldId, Field> fields;

    public Roster(Agency agency, IEnumerable<Unit> units, IEnumerable<Person> people, IEnumerable<Field> fields, IEnumerable<Delegation> delegations)
    {
        Agency = agency;
        this.units = units.ToFrozenDictionary(unit => unit.Id);
        this.people = people.ToFrozenDictionary(person => person.Id);
        this.fields = fields.ToFrozenDictionary(field => field.Id);
        Delegations = [.. delegations];
    }

    public Agency Agency { get; }

    public IReadOnlyList<Delegation> Delegations { get; }

    public IReadOnlyList<Absence> Absences { get; init; } = [];

    public IEnumerable<Person> People => people.Values;

    public IEnumerable<Unit> Units => units.Values;

    public IEnumerable<Field> Fields => fields.Values;

    public Person? Find(PersonId id) => people.GetValueOrDefault(id);

    public Unit? Find(UnitId id) => units.GetValueOrDefault(id);

    public Field? Find(FieldId id) => fields.GetValueOrDefault(id);

    public IReadOnlyList<Person> Holders(Role role, UnitId? unit = null) =>
        [.. people.Values.Where(person => unit is { } one ? person.Holds(role, one) : person.Holds(role)).OrderBy(person => person.Id.Value)];

    /// <summary>The delegations by which this person acts for others at that moment. None can be passed on, so the look goes one step and no further.</summary>
    public IEnumerable<Delegation> Received(PersonId person, DateTimeOffset at) => Delegations.Where(delegation => delegation.To == person && delegation.Holds(at));

    /// <summary>Those for whom this person may do that kind of work at that moment.</summary>
    public IEnumerable<PersonId> Principals(PersonId person, StageKind work, DateTimeOffset at) =>
        Received(person, at).Where(delegation => delegation.Covers(work)).Select(delegation => delegation.From);

    /// <summary>Those who may do that kind of work for this person at that moment; with null, those who stand in for them in everything.</summary>
    public IEnumerable<PersonId> Delegates(PersonId person, StageKind? work, DateTimeOffset at) =>
        Delegations.Where(delegation => delegation.From == person && delegation.Covers(work) && delegation.Holds(at)).Select(delegation => delegation.To);

    /// <summary>Those whom this person assists.</summary>
    public IReadOnlyList<Person> LeadersOf(PersonId assistant) =>
        Find(assistant) is { IsActive: true } ? [.. people.Values.Where(person => person.IsActive && person.Assistants.Contains(assistant)).OrderBy(person => person.Name, StringComparer.Ordinal)] : [];

    /// <summary>The absence that keeps this person away on that day; null where none is known.</summary>
    public Absence? AbsenceOf(PersonId person, DateOnly on) => Absences.FirstOrDefault(absence => absence.Person == person && absence.Covers(on));
}
