using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Domain.People;

namespace Web.SettingUp;

/// <summary>An agency with its units, people and fields as an administrator writes them down; docs/deploying.md describes the file.</summary>
public sealed record AgencyFile(AgencyOfFile Agency, IReadOnlyList<FieldOfFile> Fields, IReadOnlyList<UnitOfFile> Units, IReadOnlyList<PersonOfFile> People)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <exception cref="JsonException">Something is missing, or not what it should be.</exception>
    public static AgencyFile Read(string json) => JsonSerializer.Deserialize<AgencyFile>(json, Options) ?? throw new JsonException("The file is empty.");

    public AgencyId AgencyId => new(IdOf("agency", Agency.Key));

    public PersonId Person(string key) => new(Known("person", key, People.Select(person => person.Key)));

    public UnitId Unit(string key) => new(Known("unit", key, Units.Select(unit => unit.Key)));

    public FieldId Field(string key) => new(Known("field", key, Fields.Select(field => field.Key)));

    /// <summary>The same name in the same agency gives the same id, so that the file can be read again when it has changed.</summary>
    public Guid IdOf(string kind, string key) => new(SHA256.HashData(Encoding.UTF8.GetBytes($"{Agency.Key} {kind} {key}")).AsSpan(0, 16));

    public string MailOf(PersonOfFile person)
    {
        ArgumentNullException.ThrowIfNull(person);

        return $"{person.Mail}@{Agency.MailDomain}";
    }

    /// <summary>The agency as the file has it. What people made since, and the file does not name, stays: other people, units and fields; who has left; what is closed; assistants and delegations.</summary>
    /// <param name="known">The agency as it stands; null where the file is read for the first time.</param>
    /// <exception cref="JsonException">A unit, a field or a person is named that the file does not have, or somebody has another's address.</exception>
    public Roster ToRoster(Roster? known = null)
    {
        var inCharge = People
            .SelectMany(person => person.Positions.SelectMany(position => position.Fields ?? []).Select(field => (Field: Field(field), Person: Person(person.Key))))
            .ToDictionary(pair => pair.Field, pair => pair.Person);

        var units = Units.Select(unit => new Unit(
            Unit(unit.Key), unit.ShortName, unit.Abbreviation, unit.Parent is { } parent ? Unit(parent) : null, known?.Find(Unit(unit.Key))?.IsClosed ?? false)).ToList();
        var fields = Fields.Select(field => new Field(Field(field.Key), field.Name, inCharge.TryGetValue(Field(field.Key), out var person) ? person : null)).ToList();
        var people = People.Select(person => PersonOf(person, known?.Find(Person(person.Key)))).ToList();

        var others = known?.People.ExceptBy(people.Select(person => person.Id), person => person.Id).ToList() ?? [];
        if (others.FirstOrDefault(other => people.Exists(person => person.Email.Equals(other.Email, StringComparison.OrdinalIgnoreCase))) is { } other)
            throw new JsonException($"{other.Email} is the address of {other.Name}, whom somebody entered in the application.");

        return new(
            new()
            {
                Id = AgencyId,
                Name = Agency.Name,
                NameLines = Agency.AgencyLines,
                Superior = Agency.SuperiorLines ?? [],
                Place = Agency.Place,
                Abbreviation = Agency.Abbreviation,
                Collective = Agency.Collective,
                SharedSeries = Agency.SharedSeries,
            },
            units.UnionBy(known?.Units ?? [], unit => unit.Id),
            people.Concat(others),
            fields.UnionBy(known?.Fields ?? [], field => field.Id),
            known?.Delegations ?? []);
    }

    private Person PersonOf(PersonOfFile person, Person? known) => new()
    {
        Id = Person(person.Key),
        Name = person.Name,
        Email = MailOf(person),
        Positions = [.. person.Positions.Select(position => new Position(Unit(position.Unit), position.Kind, position.Title))],
        Assistants = [.. (person.Assistants ?? []).Select(Person).Union(known?.Assistants ?? [])],
        IsActive = known?.IsActive ?? true,
    };

    private Guid Known(string kind, string key, IEnumerable<string> keys) =>
        keys.Contains(key) ? IdOf(kind, key) : throw new JsonException($"There is no {kind} \"{key}\" in the file.");
}

/// <param name="AgencyLines">The name as the letterhead breaks it.</param>
/// <param name="SuperiorLines">The superior agency's lines; left out for a People's Committee.</param>
/// <param name="Collective">"Ủy ban nhân dân" where the head signs for a collective; left out where the head signs alone.</param>
/// <param name="SharedSeries">The name of the series that all document types are numbered in; left out where each has its own.</param>
public sealed record AgencyOfFile(
    string Key, string Name, IReadOnlyList<string> AgencyLines, string Place, string Abbreviation, string MailDomain,
    IReadOnlyList<string>? SuperiorLines = null, string? Collective = null, string? SharedSeries = null);

public sealed record FieldOfFile(string Key, string Name);

public sealed record UnitOfFile(string Key, string ShortName, string Abbreviation, string? Parent = null);

/// <param name="Assistants">The keys of those who prepare things for them.</param>
public sealed record PersonOfFile(string Key, string Name, string Mail, IReadOnlyList<PositionOfFile> Positions, IReadOnlyList<string>? Assistants = null);

/// <param name="Fields">The fields that a vice-chair is in charge of.</param>
public sealed record PositionOfFile(string Unit, Role Kind, string Title, IReadOnlyList<string>? Fields = null);
