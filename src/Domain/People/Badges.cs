using Domain.Routes;

namespace Domain.People;

/// <summary>
/// What a person shows at a door that is not open to everybody: who they are, where they work, what they hold, what they are in charge of.
/// A door lists the badges that it admits, so that one look at an index says whether somebody may enter.
/// </summary>
public static class Badges
{
    public static string Of(PersonId person) => $"person {person.Value}";

    public static string Of(UnitId unit) => $"unit {unit.Value}";

    public static string Of(FieldId field) => $"field {field.Value}";

    public static string Of(Role role) => $"role {role}";

    /// <summary>What whoever stands in for somebody shows in place of their badge: it opens no more than that kind of work needs.</summary>
    public static string For(StageKind work, string badge) => $"{work} {badge}";

    /// <summary>A person's own badges, and as long as a delegation holds those of whoever gave it: all that they open, or what is needed for the work that was handed over. Who has left shows none.</summary>
    public static IReadOnlyList<string> Of(PersonId person, Roster roster, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(roster);

        return roster.Find(person) is { IsActive: true }
            ? [.. Own(person, roster).Concat(roster.Received(person, at).SelectMany(delegation => Lent(delegation, roster))).Distinct()]
            : [];
    }

    private static IEnumerable<string> Lent(Delegation delegation, Roster roster) => delegation.Covers(null)
        ? Own(delegation.From, roster)
        : Own(delegation.From, roster).SelectMany(badge => delegation.Kinds.Select(work => For(work, badge)));

    private static IEnumerable<string> Own(PersonId id, Roster roster) => roster.Find(id) is { IsActive: true } person
        ?
        [
            Of(id),
            .. person.Positions.Select(position => Of(position.Unit)),
            .. person.Positions.Select(position => Of(position.Role)),
            .. roster.Fields.Where(field => field.InCharge == id).Select(field => Of(field.Id)),
        ]
        : [];
}
