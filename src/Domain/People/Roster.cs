using System.Collections.Frozen;

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

    /// <summary>Those for whom this person may act at that moment. A delegation cannot be passed on, so the look goes one step and no further.</summary>
    public IEnumerable<PersonId> Principals(PersonId person, DateTimeOffset at) =>
        Delegations.Where(delegation => delegation.To == person && delegation.Holds(at)).Select(delegation => delegation.From);

    /// <summary>Those who may act for this person at that moment.</summary>
    public IEnumerable<PersonId> Delegates(PersonId person, DateTimeOffset at) =>
        Delegations.Where(delegation => delegation.From == person && delegation.Holds(at)).Select(delegation => delegation.To);

    /// <summary>The absence that keeps this person away on that day; null where none is known.</summary>
    public Absence? AbsenceOf(PersonId person, DateOnly on) => Absences.FirstOrDefault(absence => absence.Person == person && absence.Covers(on));
}
