using Domain;
using Domain.People;
using Workflows.Recording;

namespace Workflows.Delegating;

/// <summary>Somebody lets another act for them between two moments.</summary>
public sealed record DelegateTo(PersonId By, AgencyId Agency, Delegation Delegation);

public sealed class DelegateToHandler(IRecord record, IAgencies agencies)
{
    public async Task<Outcome<Delegation>> HandleAsync(DelegateTo command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(command);

        if (await record.RosterAsync(command.Agency, cancellationToken) is not { } roster) return DelegationRefusals.UnknownPerson;

        var made = Delegation.Make(command.Delegation, roster);
        if (made.IsRefused) return made.Refusal;

        // The decision to delegate is the principal's; an administrator records it for them.
        if (command.By != made.Value.From && roster.Find(command.By)?.Holds(Role.Administrator) is not true)
            return DelegatingRefusals.NotYours([made.Value.From, .. roster.Holders(Role.Administrator).Select(person => person.Id)]);

        // The same one again has no further effect; another one may not take its place.
        if (roster.Delegations.FirstOrDefault(delegation => delegation.Id == made.Value.Id) is { } known) return known == made.Value ? known : DelegatingRefusals.IdTaken;

        await agencies.SaveAsync(command.Agency, made.Value, cancellationToken);

        return made;
    }
}

public static class DelegatingRefusals
{
    public static Refusal IdTaken { get; } = new(RefusalKind.Conflict, "delegation-id-taken",
        new("Mã ủy quyền này đã dùng cho một ủy quyền khác. Hãy tải lại trang.", "This id is another delegation's. Load the page again."));

    public static Refusal NotYours(IReadOnlyList<PersonId> whoCan) => new(RefusalKind.NotAllowed, "not-your-delegation",
        new("Chỉ người ủy quyền hoặc quản trị mới lập được ủy quyền.", "Only the one who delegates, or an administrator, may set up a delegation."))
    { WhoCan = whoCan };
}
