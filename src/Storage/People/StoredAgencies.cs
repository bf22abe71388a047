using Domain;
using Domain.Calendar;
using Domain.People;
using Domain.Reports;
using Microsoft.EntityFrameworkCore;
using Storage.Accounts;
using Storage.Databases;
using Storage.Recording;
using Workflows.Recording;

namespace Storage.People;

internal sealed class StoredAgencies(Database database, AgencyBooks books) : IAgencies
{
    private static readonly string[] Kept = ["units", "people", "fields", "delegations", "absences"];

    public async Task<IReadOnlyList<Agency>> AllAsync(CancellationToken cancellationToken)
    {
        await using var context = await database.OpenAsync(cancellationToken);
        var contents = await context.Agencies.OrderBy(row => row.Name).ThenBy(row => row.Id).Select(row => row.Content).ToListAsync(cancellationToken);

        return [.. contents.Select(Json.Read<Agency>)];
    }

    public Task SaveAsync(Roster roster, CancellationToken cancellationToken) =>
        ChangeAsync(roster.Agency.Id, async (context, token) =>
        {
            var agency = roster.Agency;

            if (await context.Agencies.SingleOrDefaultAsync(row => row.Id == agency.Id, token) is { } known)
                (known.Name, known.Content) = (agency.Name, Json.Write(agency));
            else
                context.Add(new AgencyRow { Id = agency.Id, Name = agency.Name, Revision = 1, Content = Json.Write(agency) });

            Replace(context, await context.Units.Where(row => row.Agency == agency.Id).ToListAsync(token), roster.Units.Select(unit => UnitRow.Of(agency.Id, unit)), row => row.Id);
            Replace(context, await context.People.Where(row => row.Agency == agency.Id).ToListAsync(token), roster.People.Select(person => PersonRow.Of(agency.Id, person)), row => row.Id);
            Replace(context, await context.Fields.Where(row => row.Agency == agency.Id).ToListAsync(token), roster.Fields.Select(field => FieldRow.Of(agency.Id, field)), row => row.Id);
            Replace(context, await context.Delegations.Where(row => row.Agency == agency.Id).ToListAsync(token), roster.Delegations.Select(delegation => DelegationRow.Of(agency.Id, delegation)), row => row.Id);
        }, cancellationToken);

    public Task SaveAsync(AgencyId agency, Delegation delegation, CancellationToken cancellationToken) =>
        ChangeAsync(agency, async (context, token) =>
        {
            var known = await context.Delegations.Where(row => row.Id == delegation.Id && row.Agency == agency).ToListAsync(token);
            Replace(context, known, [DelegationRow.Of(agency, delegation)], row => row.Id);
        }, cancellationToken);

    public Task SaveAsync(AgencyId agency, CalendarDay day, CancellationToken cancellationToken) =>
        ChangeAsync(agency, async (context, token) =>
        {
            var known = await context.OwnDays.Where(row => row.Agency == agency && row.On == day.On).ToListAsync(token);
            Replace(context, known, [OwnDayRow.Of(agency, day)], row => row.On);
        }, cancellationToken);

    public Task<Outcome<AgencyChange>> ChangeAsync(
        AgencyId agency, PersonId by, DateTimeOffset at, Func<IAgencyTransaction, CancellationToken, Task<Outcome<AgencyChange>>> act, CancellationToken cancellationToken) =>
        database.WriteAsync<AgencyChange>(async (context, token) =>
        {
            // Holds the agency: whoever else changes it waits here.
            if (await CountUpAsync(context, agency, token) == 0 || await AgencyBooks.ReadAsync(context, agency, token) is not { } book) return AdministrationRefusals.NotAdministrator([]);

            var outcome = await act(new AgencyTransaction(context, book), token);
            if (outcome.IsRefused) return outcome;

            await WriteAsync(context, agency, outcome.Value, token);
            await RecordAsync(context, agency, by, at, outcome.Value.Facts, token);

            try
            {
                await context.SaveChangesAsync(token);
            }
            catch (DbUpdateException exception) when (Kept.Any(table => context.IsTaken(exception, table)))
            {
                // Ids come from callers: this one is another agency's already.
                return AdministrationRefusals.ChangedMeanwhile;
            }

            return outcome;
        }, cancellationToken);

    public async Task<WorkingCalendar> CalendarAsync(AgencyId agency, CancellationToken cancellationToken)
    {
        await using var context = await database.OpenAsync(cancellationToken);

        return (await books.FindAsync(context, agency, cancellationToken))?.Calendar ?? WorkingCalendar.Official;
    }

    public Task<Outcome<Register>> OpenRegisterAsync(Register register, CancellationToken cancellationToken) =>
        database.WriteAsync<Register>(async (context, token) =>
        {
            var row = await Registers.HoldAsync(context, register.Agency, register.Series, register.Year, token);
            if (await context.Numbers.AnyAsync(number => number.Agency == register.Agency && number.Series == register.Series && number.Year == register.Year, token)) return RegisterRefusals.InUse(row.Last);

            var batch = new Batch(context);
            batch.Update(row, row with { Last = register.Last });
            await batch.SendAsync(token);

            return register;
        }, cancellationToken);

    /// <summary>Whatever changes of an agency, its revision tells; two changes at once come one after the other.</summary>
    private Task<Outcome<AgencyId>> ChangeAsync(AgencyId agency, Func<ApprovalContext, CancellationToken, Task> change, CancellationToken cancellationToken) =>
        database.WriteAsync<AgencyId>(async (context, token) =>
        {
            await CountUpAsync(context, agency, token);
            await change(context, token);
            await context.SaveChangesAsync(token);

            return agency;
        }, cancellationToken);

    private static Task<int> CountUpAsync(ApprovalContext context, AgencyId agency, CancellationToken cancellationToken) =>
        context.Agencies.Where(row => row.Id == agency).ExecuteUpdateAsync(row => row.SetProperty(one => one.Revision, one => one.Revision + 1), cancellationToken);

    private static async Task WriteAsync(ApprovalContext context, AgencyId agency, AgencyChange change, CancellationToken cancellationToken)
    {
        if (change.Agency is { } facts)
        {
            var row = await context.Agencies.SingleAsync(row => row.Id == agency, cancellationToken);
            (row.Name, row.Content) = (facts.Name, Json.Write(facts));
        }

        var units = change.Units.Select(one => one.Id).ToList();
        Replace(context, await context.Units.Where(row => row.Agency == agency && units.Contains(row.Id)).ToListAsync(cancellationToken), change.Units.Select(one => UnitRow.Of(agency, one)), row => row.Id);

        var people = change.People.Select(one => one.Id).ToList();
        Replace(context, await context.People.Where(row => row.Agency == agency && people.Contains(row.Id)).ToListAsync(cancellationToken), change.People.Select(one => PersonRow.Of(agency, one)), row => row.Id);

        var fields = change.Fields.Select(one => one.Id).ToList();
        Replace(context, await context.Fields.Where(row => row.Agency == agency && fields.Contains(row.Id)).ToListAsync(cancellationToken), change.Fields.Select(one => FieldRow.Of(agency, one)), row => row.Id);

        var delegations = change.Delegations.Select(one => one.Id).ToList();
        Replace(context, await context.Delegations.Where(row => row.Agency == agency && delegations.Contains(row.Id)).ToListAsync(cancellationToken), change.Delegations.Select(one => DelegationRow.Of(agency, one)), row => row.Id);

        List<AbsenceId> absences = [.. change.Absences.Select(one => one.Id), .. change.AbsencesTakenBack];
        Replace(context, await context.Absences.Where(row => row.Agency == agency && absences.Contains(row.Id)).ToListAsync(cancellationToken), change.Absences.Select(one => AbsenceRow.Of(agency, one)), row => row.Id);

        List<DateOnly> days = [.. change.Days.Select(one => one.On), .. change.DaysTakenBack];
        Replace(context, await context.OwnDays.Where(row => row.Agency == agency && days.Contains(row.On)).ToListAsync(cancellationToken), change.Days.Select(one => OwnDayRow.Of(agency, one)), row => row.On);
    }

    private static async Task RecordAsync(ApprovalContext context, AgencyId agency, PersonId by, DateTimeOffset at, IReadOnlyList<AgencyFact> facts, CancellationToken cancellationToken)
    {
        var last = await context.AgencyEntries.Where(row => row.Agency == agency).MaxAsync(row => (int?)row.Number, cancellationToken) ?? 0;

        foreach (var (place, fact) in facts.Index())
        {
            var number = last + place + 1;

            context.Add(AgencyEntryRow.Of(agency, new(number, at, by, fact)));
            if (fact.Concern is { } concern) context.Add(SecurityEntryRow.Of(new(Guid.CreateVersion7(at), agency, concern.Kind, at, concern.Person) { By = by == concern.Person ? null : by }, number));
        }
    }

    private static void Replace<TRow, TKey>(ApprovalContext context, List<TRow> known, IEnumerable<TRow> wanted, Func<TRow, TKey> key)
        where TRow : class
        where TKey : notnull
    {
        var left = known.ToDictionary(key);
        foreach (var row in wanted)
        {
            if (left.Remove(key(row), out var same)) context.Entry(same).CurrentValues.SetValues(row);
            else context.Add(row);
        }

        context.RemoveRange(left.Values);
    }

    private sealed class AgencyTransaction(ApprovalContext context, AgencyBook book) : IAgencyTransaction
    {
        public Roster Roster => book.Roster;

        public WorkingCalendar Calendar => book.Calendar;

        public Task<IReadOnlyList<OpenWork>> OpenWorkAsync(PersonId person, CancellationToken cancellationToken) => OpenWorks.OfAsync(context, person, cancellationToken);

        public Task<IReadOnlyList<OpenWork>> OpenWorkAsync(UnitId unit, CancellationToken cancellationToken) => OpenWorks.OfAsync(context, unit, cancellationToken);
    }
}
