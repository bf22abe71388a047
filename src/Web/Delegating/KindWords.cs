using Domain.People;
using Domain.Routes;
using Microsoft.Extensions.Localization;
using Web.Layout;

namespace Web.Delegating;

/// <summary>Kinds of work as people read them.</summary>
public static class KindWords
{
    public static string Of(IReadOnlyList<StageKind> kinds, IStringLocalizer<Phrases> phrases)
    {
        ArgumentNullException.ThrowIfNull(kinds);
        ArgumentNullException.ThrowIfNull(phrases);

        return Delegation.AllKinds.All(kinds.Contains) ? phrases["Delegation.Everything"] : string.Join(", ", kinds.Select(kind => phrases[$"Kind.{kind}"].Value));
    }

    /// <summary>One side of an alteration in a trail, which names kinds of work as the code does.</summary>
    public static string? Of(Alteration alteration, string? side, IStringLocalizer<Phrases> phrases)
    {
        ArgumentNullException.ThrowIfNull(alteration);

        return alteration.Of == "kinds" && side is { Length: > 0 } kinds ? Of([.. kinds.Split(", ").Select(Enum.Parse<StageKind>)], phrases) : side;
    }
}
