using System.Globalization;
using Domain;
using Domain.Calendar;
using Domain.People;
using Domain.Trail;
using Workflows.Recording;

namespace Workflows.Delegating;

/// <summary>Somebody lets another act for them between two moments; where an assistant asks for it, it waits to be confirmed.</summary>
/// <param name="IsGranted">See <see cref="Administering.Administrator"/>.</param>
public sealed record DelegateTo(PersonId By, AgencyId Agency, Delegation Delegation, bool IsGranted = false);

/// <summary>A delegation ends before its time.</summary>
/// <param name="IsGranted">See <see cref="Administering.Administrator"/>.</param>
public sealed record EndDelegation(PersonId By, AgencyId Agency, DelegationId Delegation, bool IsGranted = false);

/// <summary>Whoever delegates makes their own what an assistant prepared for them.</summary>
public sealed record ConfirmDelegation(PersonId By, AgencyId Agency, DelegationId Delegation);

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

    public async Task<Outcome<Delegation>> ConfirmAsync(ConfirmDelegation command, CancellationToken cancellationToken)
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
        if (Permissions.MayPrepareDelegation(command.By, made.Value.From, roster, command.IsGranted) is { } refusal) return refusal;

        var isPrepared = Permissions.MayDelegate(command.By, made.Value.From, roster, command.IsGranted) is not null;
        var delegation = made.Value with { PreparedBy = isPrepared ? command.By : null };

        // The same one again has no further effect; another one may not take its place.
        if (roster.Delegations.FirstOrDefault(one => one.Id == delegation.Id) is { } known)
            return known.IsSameAs(delegation) ? AgencyChange.Nothing : DelegatingRefusals.IdTaken;

        return isPrepared
            ? Changed("delegation-prepared", SecurityKind.DelegationPrepared, delegation, roster)
            : Changed("delegated", SecurityKind.DelegationMade, delegation, roster);
    }

    private static Outcome<AgencyChange> Decide(EndDelegation command, Roster roster, DateTimeOffset at)
    {
        if (roster.Delegations.FirstOrDefault(delegation => delegation.Id == command.Delegation) is not { } known) return DelegatingRefusals.NotFound;
        if (Permissions.MayEnd(command.By, known, roster, command.IsGranted) is { } refusal) return refusal;

        return known.End(at).Then<AgencyChange>(ended => Changed("delegation-ended", SecurityKind.DelegationEnded, ended, roster, known));
    }

    private static Outcome<AgencyChange> Decide(ConfirmDelegation command, Roster roster, DateTimeOffset at)
    {
        if (roster.Delegations.FirstOrDefault(delegation => delegation.Id == command.Delegation) is not { } prepared) return DelegatingRefusals.NotFound;
        if (Permissions.MayConfirm(command.By, prepared, roster) is { } refusal) return refusal;

        return prepared.Confirm(at).Then<AgencyChange>(confirmed => Changed("delegated", SecurityKind.DelegationMade, confirmed, roster));
    }

    /// <param name="before">Where it changes what is known already.</param>
    private static AgencyChange Changed(string what, SecurityKind kind, Delegation delegation, Roster roster, Delegation? before = null) => new()
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
                Concern = new(kind, delegation.From),
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
}
