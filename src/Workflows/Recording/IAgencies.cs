using Domain;
using Domain.Calendar;
using Domain.People;

namespace Workflows.Recording;

/// <summary>The agencies with their units, people, fields, delegations and own days off.</summary>
public interface IAgencies
{
    Task<IReadOnlyList<Agency>> AllAsync(CancellationToken cancellationToken);

    /// <summary>Writes an agency whole, in place of what was there; for setting it up and for import.</summary>
    Task SaveAsync(Roster roster, CancellationToken cancellationToken);

    Task SaveAsync(AgencyId agency, Delegation delegation, CancellationToken cancellationToken);

    /// <summary>
    /// Changes an agency in one transaction that holds it, and writes the facts of the change into its trail. The act may run more than once,
    /// so it must touch nothing but the transaction.
    /// </summary>
    Task<Outcome<AgencyChange>> ChangeAsync(
        AgencyId agency, PersonId by, DateTimeOffset at, Func<IAgencyTransaction, CancellationToken, Task<Outcome<AgencyChange>>> act, CancellationToken cancellationToken);

    /// <summary>A day on which the agency works, or does not, by its own decision.</summary>
    Task SaveAsync(AgencyId agency, CalendarDay day, CancellationToken cancellationToken);

    /// <summary>Official days with the agency's own.</summary>
    Task<WorkingCalendar> CalendarAsync(AgencyId agency, CancellationToken cancellationToken);

    /// <summary>Sets a register's last number, where a series was kept elsewhere before; refused where numbers were given here already.</summary>
    Task<Outcome<Domain.Reports.Register>> OpenRegisterAsync(Domain.Reports.Register register, CancellationToken cancellationToken);
}

/// <summary>One agency, held for one act.</summary>
public interface IAgencyTransaction
{
    Roster Roster { get; }

    WorkingCalendar Calendar { get; }

    /// <summary>The open assignments that wait for this person alone.</summary>
    Task<IReadOnlyList<OpenWork>> OpenWorkAsync(PersonId person, CancellationToken cancellationToken);

    /// <summary>The open assignments of a unit.</summary>
    Task<IReadOnlyList<OpenWork>> OpenWorkAsync(UnitId unit, CancellationToken cancellationToken);
}
