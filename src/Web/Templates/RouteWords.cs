using Domain.People;
using Domain.Routes;
using Microsoft.Extensions.Localization;
using Web.Layout;

namespace Web.Templates;

/// <summary>A stage's choices in words.</summary>
public static class RouteWords
{
    public static string Who(Selector selector, Roster roster, IStringLocalizer<Phrases> phrases)
    {
        ArgumentNullException.ThrowIfNull(roster);
        ArgumentNullException.ThrowIfNull(phrases);

        return selector switch
        {
            Selector.DraftingUnits => phrases["Who.DraftingUnits"],
            Selector.UnitHolding desk => phrases["Who.UnitHolding", RoleOf(desk.Role, phrases)],
            Selector.InChargeOfField => phrases["Who.InChargeOfField"],
            Selector.Holding holding => phrases["Who.Holding", RoleOf(holding.Role, phrases)],
            Selector.Named { People.Count: 0 } => phrases["Who.Nobody"],
            Selector.Named named => string.Join(", ", named.People.Select(person => roster.Find(person)?.Name ?? "…")),
            _ => throw new NotSupportedException($"No such selector: {selector?.GetType().Name}"),
        };
    }

    public static string RoleOf(Role role, IStringLocalizer<Phrases> phrases)
    {
        ArgumentNullException.ThrowIfNull(phrases);

        return phrases[$"Who.Role.{role}"];
    }

    public static string HowMany(Quorum quorum, IStringLocalizer<Phrases> phrases)
    {
        ArgumentNullException.ThrowIfNull(quorum);
        ArgumentNullException.ThrowIfNull(phrases);

        return quorum.AtLeast switch { null => phrases["Quorum.All"], 1 => phrases["Quorum.Any"], { } least => phrases["Quorum.Least", least] };
    }

    /// <summary>What the choice of who acts is called in the editor's form.</summary>
    public static string ValueOf(Selector selector) => selector switch
    {
        Selector.UnitHolding desk => $"unit-holding:{desk.Role}",
        Selector.Holding holding => $"holding:{holding.Role}",
        Selector.InChargeOfField => "in-charge-of-field",
        Selector.Named => "named",
        _ => "drafting-units",
    };
}
