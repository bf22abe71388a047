using System.Globalization;
using Domain;
using Domain.People;

namespace Web.Administering;

/// <summary>Finds people of an agency. It is in memory whole, so that no list asks the database.</summary>
public static class PeopleList
{
    private static readonly StringComparer Vietnamese = StringComparer.Create(CultureInfo.GetCultureInfo("vi-VN"), ignoreCase: true);

    /// <param name="words">Parts of a name or an address, with diacritics or without; null for everybody.</param>
    /// <param name="unit">Null for every unit.</param>
    /// <param name="isGone">Those who have left, instead of those who are here.</param>
    public static IReadOnlyList<Person> Find(Roster roster, string? words, UnitId? unit, bool isGone)
    {
        ArgumentNullException.ThrowIfNull(roster);

        var asked = Unaccented.Of(words ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

        return
        [
            .. InOrder(roster.People.Where(person => person.IsActive != isGone)
                .Where(person => unit is null || person.Positions.Any(position => position.Unit == unit))
                .Where(person => Unaccented.Of($"{person.Name} {person.Email}") is var told && asked.All(word => told.Contains(word, StringComparison.Ordinal)))),
        ];
    }

    /// <summary>By the given name, which comes last, as Vietnamese lists have it.</summary>
    public static IEnumerable<Person> InOrder(IEnumerable<Person> people) =>
        people.OrderBy(person => person.Name.Split(' ')[^1], Vietnamese).ThenBy(person => person.Name, Vietnamese).ThenBy(person => person.Id.Value);

    /// <summary>The units as a tree is read: each with how deep it stands, below the one that it belongs to.</summary>
    public static IReadOnlyList<(Unit Unit, int Depth)> Tree(Roster roster, bool withClosed = false)
    {
        ArgumentNullException.ThrowIfNull(roster);

        var below = roster.Units.Where(unit => withClosed || !unit.IsClosed).ToLookup(unit => unit.Parent is { } parent && roster.Find(parent) is { } above && (withClosed || !above.IsClosed) ? parent : (UnitId?)null);

        return [.. Below(null, 0)];

        IEnumerable<(Unit, int)> Below(UnitId? parent, int depth) =>
            below[parent].OrderBy(unit => unit.Name, Vietnamese).SelectMany(unit => Below(unit.Id, depth + 1).Prepend((unit, depth)));
    }
}
