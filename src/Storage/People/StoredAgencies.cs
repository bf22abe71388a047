using Domain;
using Domain.Calendar;
using Domain.People;
using Domain.Reports;
using Microsoft.EntityFrameworkCore;
using Storage.Databases;
using Storage.Recording;
using Workflows.Recording;

namespace Storage.People;

internal sealed class StoredAgencies(Database database, AgencyBooks books) : IAgencies
{
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
            await context.Agencies.Where(row => row.Id == agency).ExecuteUpdateAsync(row => row.SetProperty(one => one.Revision, one => one.Revision + 1), token);
            await change(context, token);
            await context.SaveChangesAsync(token);

            return agency;
        }, cancellationToken);

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
}
