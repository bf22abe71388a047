using System.Globalization;
using Domain.Calendar;
using Domain.People;
using Domain.Trail;
using Microsoft.Extensions.Localization;
using Web.Delegating;
using Web.Layout;
using Workflows.SigningIn;

namespace Web.SigningIn;

/// <summary>The security trail as people read it.</summary>
public static class SecurityWords
{
    public static IReadOnlyList<(string Name, double Width)> Columns(IStringLocalizer<Phrases> phrases)
    {
        ArgumentNullException.ThrowIfNull(phrases);

        return
        [
            (phrases["Security.At"], 20), (phrases["Security.Kind"], 30), (phrases["Security.Person"], 26), (phrases["Security.By"], 26),
            (phrases["Security.About"], 60), (phrases["Security.Origin"], 22), (phrases["Security.Device"], 22),
        ];
    }

    public static IReadOnlyList<string> Cells(SecurityEntry entry, Roster roster, IStringLocalizer<Phrases> phrases)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(roster);
        ArgumentNullException.ThrowIfNull(phrases);

        return
        [
            VietnamTime.Of(entry.At).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
            phrases[$"Security.Kind.{entry.Kind}"],
            NameOf(entry.Person),
            NameOf(entry.By),
            About(entry, phrases),
            entry.Origin ?? "",
            entry.Device ?? "",
        ];

        string NameOf(PersonId? person) => person is { } id ? roster.Find(id)?.Name ?? "" : "";
    }

    /// <summary>By what means, of what name, or what administrators changed.</summary>
    public static string About(SecurityEntry entry, IStringLocalizer<Phrases> phrases)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(phrases);

        string?[] parts =
        [
            entry.Means is { } means ? phrases[$"Security.Means.{means}"].Value : null,
            entry.Subject,
            entry.Fact is { } fact ? $"{phrases[$"Agency.Fact.{fact.What}"]} {fact.Subject}" : null,
            .. (entry.Fact?.Alterations ?? []).Select(alteration => $"{phrases[$"Agency.Of.{alteration.Of}"]}: {(KindWords.Of(alteration, alteration.Before, phrases) is { Length: > 0 } before ? $"{before} → " : "")}{(KindWords.Of(alteration, alteration.After, phrases) is { Length: > 0 } after ? after : "–")}"),
        ];

        return string.Join(" · ", parts.Where(part => !string.IsNullOrEmpty(part)));
    }

    /// <summary>Whole days as the office counts them.</summary>
    public static SecurityFilter Filter(Guid? person, SecurityKind? kind, DateOnly? from, DateOnly? to) => new(
        person is { } id ? new PersonId(id) : null,
        kind,
        from is { } first ? VietnamTime.ToUtc(first, TimeOnly.MinValue) : null,
        to is { } last && last < DateOnly.MaxValue ? VietnamTime.ToUtc(last.AddDays(1), TimeOnly.MinValue) : null);
}
