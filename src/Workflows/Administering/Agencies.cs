using Domain;
using Domain.Calendar;
using Domain.People;

namespace Workflows.Administering;

/// <summary>Keeps the agency's own facts, its fields, and the days that it works or does not.</summary>
public sealed class AgencyHandler(AgencyDesk desk)
{
    public Task<Outcome<AgencyChange>> KeepAsync(Administrator by, Agency agency, string seen, CancellationToken cancellationToken) =>
        desk.ChangeAsync(by, administration => administration.KeepAgency(agency, seen), cancellationToken);

    public Task<Outcome<AgencyChange>> KeepAsync(Administrator by, Field field, string seen, CancellationToken cancellationToken) =>
        desk.ChangeAsync(by, administration => administration.KeepField(field, seen), cancellationToken);

    /// <param name="workedOn">The day on which a day off is worked in exchange; null for none.</param>
    public Task<Outcome<AgencyChange>> KeepAsync(Administrator by, CalendarDay day, DateOnly? workedOn, CancellationToken cancellationToken) =>
        desk.ChangeAsync(by, administration => administration.KeepDay(day, workedOn), cancellationToken);

    public Task<Outcome<AgencyChange>> TakeDayBackAsync(Administrator by, DateOnly on, CancellationToken cancellationToken) =>
        desk.ChangeAsync(by, administration => administration.TakeDayBack(on), cancellationToken);
}
