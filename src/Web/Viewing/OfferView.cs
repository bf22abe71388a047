using Domain.People;
using Domain.Routes;
using Workflows.Deciding;

namespace Web.Viewing;

/// <summary>An act as it is offered to the caller: it may be done, or why not and who can.</summary>
public sealed record OfferView(Act Act, UnitId? Unit, bool May, string? Code, string? Why, IReadOnlyList<Named> WhoCan)
{
    public static IReadOnlyList<OfferView> Of(IReadOnlyList<Offer> offers, Roster roster) => [.. offers.Select(offer => Of(offer, roster))];

    private static OfferView Of(Offer offer, Roster roster) => new(
        offer.Act, offer.Unit, offer.May, offer.Refusal?.Code, offer.Refusal?.Message.ToString(),
        [.. (offer.Refusal?.WhoCan ?? []).Select(person => new Named(person, roster.Find(person)?.Name ?? ""))]);
}
