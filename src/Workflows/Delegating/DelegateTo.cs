using System.Globalization;
using Domain;
using Domain.Calendar;
using Domain.People;
using Domain.Trail;
using Workflows.Recording;

namespace Workflows.Delegating;

/// <summary>Somebody lets another act for them between two moments.</summary>
public sealed record DelegateTo(PersonId By, AgencyId Agency, Delegation Delegation);

/// <summary>A delegation ends before its time.</summary>
public sealed record EndDelegation(PersonId By, AgencyId Agency, DelegationId Delegation);

public sealed class DelegateToHandler(IAgencies agencies, TimeProvider clock)
{
    public async Task<Outcome<Delegation>> HandleAsync(DelegateTo command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(command);

        var changed = await agencies.ChangeAsync(command.Agency, command.By, clock.GetUtcNow(), (transaction, _) => Task.FromResult(Decide(command, transaction.Roster)), cancellationToken);

        return changed.Then<Delegation>(change => change.Delegations is [var made] ? made : command.Delegation);
    }

    public async Task<Outcome<Delegation>> EndAsync(EndDelegation command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(command);

        var at = clock.GetUtcNow();
        var changed = await agencies.ChangeAsync(command.Agency, command.By, at, (transaction, _) => Task.FromResult(Decide(command, transaction.Roster, at)), cancellationToken);

        return changed.Then<Delegation>(change => change.Delegations[0]);
    }

    private static Outcome<AgencyChange> Decide(DelegateTo command, Roster roster)
    {
        var made = Delegation.Make(command.Delegation, roster);
        if (made.IsRefused) return made.Refusal;

        // The decision to delegate is the principal's; an administrator records it for them.
        if (MayNot(command.By, made.Value, roster) is { } refusal) return refusal;

        // The same one again has no further effect; another one may not take its place.
        if (roster.Delegations.FirstOrDefault(delegation => delegation.Id == made.Value.Id) is { } known)
            return known.IsSameAs(made.Value) ? AgencyChange.Nothing : DelegatingRefusals.IdTaken;

        return Changed("delegated", made.Value, roster, null);
    }

    private static Outcome<AgencyChange> Decide(EndDelegation command, Roster roster, DateTimeOffset at)
    {
        if (roster.Delegations.FirstOrDefault(delegation => delegation.Id == command.Delegation) is not { } known) return DelegatingRefusals.NotFound;
        if (MayNot(command.By, known, roster) is { } refusal) return refusal;

        return known.End(at).Then<AgencyChange>(ended => Changed("delegation-ended", ended, roster, known));
    }

    private static Refusal? MayNot(PersonId by, Delegation delegation, Roster roster) =>
        by == delegation.From || roster.Find(by)?.Holds(Role.Administrator) is true
            ? null
            : DelegatingRefusals.NotYours([delegation.From, .. roster.Holders(Role.Administrator).Select(person => person.Id)]);

    private static AgencyChange Changed(string what, Delegation delegation, Roster roster, Delegation? before) => new()
    {
        Delegations = [delegation],
        Facts =
        [
            new(what, $"{roster.Find(delegation.From)?.Name} → {roster.Find(delegation.To)?.Name}",
            [
                new("between", before is null ? null : Between(before), Between(delegation)),
                .. before is null ? [new Alteration("kinds", null, string.Join(", ", delegation.Kinds))] : Array.Empty<Alteration>(),
            ])
            {
                Concern = new(before is null ? SecurityKind.DelegationMade : SecurityKind.DelegationEnded, delegation.From),
            },
        ],
    };

    private static string Between(Delegation delegation) => string.Create(
        CultureInfo.InvariantCulture, $"{VietnamTime.Of(delegation.StartsAt):dd/MM/yyyy HH:mm} – {VietnamTime.Of(delegation.EndsAt):dd/MM/yyyy HH:mm}");
}

public static class DelegatingRefusals
{
    public static Refusal IdTaken { get; } = new(RefusalKind.Conflict, "delegation-id-taken",
        new("Mã ủy quyền này đã dùng cho một ủy quyền khác. Hãy tải lại trang.", "This id is another delegation's. Load the page again."));

    public static Refusal NotFound { get; } = new(RefusalKind.NotFound, "no-such-delegation",
        new("Không có ủy quyền này. Hãy tải lại trang.", "There is no such delegation. Load the page again."));

    public static Refusal NotYours(IReadOnlyList<PersonId> whoCan) => new(RefusalKind.NotAllowed, "not-your-delegation",
        new("Chỉ người ủy quyền hoặc quản trị mới lập hoặc kết thúc được ủy quyền.", "Only the one who delegates, or an administrator, may set up or end a delegation."))
    { WhoCan = whoCan };
}
