using Domain;
using Domain.People;

namespace Workflows.Administering;

/// <summary>Keeps the tree of units: what is added, renamed, moved, closed.</summary>
public sealed class UnitsHandler(AgencyDesk desk)
{
    public Task<Outcome<AgencyChange>> KeepAsync(Administrator by, Unit unit, string seen, CancellationToken cancellationToken) =>
        desk.ChangeAsync(by, administration => administration.KeepUnit(unit, seen), cancellationToken);

    public Task<Outcome<AgencyChange>> CloseAsync(Administrator by, UnitId unit, CancellationToken cancellationToken) =>
        desk.ChangeAsync(by, async (administration, transaction, token) => administration.CloseUnit(unit, await transaction.OpenWorkAsync(unit, token)), cancellationToken);

    public Task<Outcome<AgencyChange>> ReopenAsync(Administrator by, UnitId unit, CancellationToken cancellationToken) =>
        desk.ChangeAsync(by, administration => administration.ReopenUnit(unit), cancellationToken);
}
