using System.Runtime.CompilerServices;
using Domain.People;
using Domain.Trail;
using Microsoft.EntityFrameworkCore;
using Storage.Databases;
using Storage.People;
using Workflows.SigningIn;
using Workflows.Viewing;

namespace Storage.Accounts;

internal sealed class StoredSecurityTrail(Database database) : ISecurityTrail
{
    public Task RecordAsync(IReadOnlyList<SecurityEntry> entries, CancellationToken cancellationToken) =>
        database.WriteAsync<int>(async (context, token) =>
        {
            context.AddRange(entries.Select(entry => SecurityEntryRow.Of(entry)));

            return await context.SaveChangesAsync(token);
        }, cancellationToken);

    public async Task<Page<SecurityEntry>> ReadAsync(AgencyId agency, SecurityFilter filter, Paging paging, CancellationToken cancellationToken)
    {
        await using var context = await database.OpenAsync(cancellationToken);
        var found = Found(context, agency, filter);
        var rows = await Told(context, found.OrderByDescending(row => row.At).ThenByDescending(row => row.Id).Skip(paging.Skip).Take(paging.Size)).ToListAsync(cancellationToken);

        return new([.. rows.Select(row => row.Line.Read(row.Entry))], await found.CountAsync(cancellationToken), paging);
    }

    public async IAsyncEnumerable<SecurityEntry> ReadAllAsync(AgencyId agency, SecurityFilter filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var context = await database.OpenAsync(cancellationToken);

        await foreach (var row in Told(context, Found(context, agency, filter)).AsAsyncEnumerable().WithCancellation(cancellationToken))
            yield return row.Line.Read(row.Entry);
    }

    private static IQueryable<SecurityEntryRow> Found(ApprovalContext context, AgencyId agency, SecurityFilter filter)
    {
        var found = context.SecurityEntries.Where(row => row.Agency == agency);

        if (filter.Person is { } person) found = found.Where(row => row.Person == person || row.By == person);
        if (filter.Kind is { } kind) found = found.Where(row => row.Kind == kind);
        if (filter.From is { } from) found = found.Where(row => row.At >= from);
        if (filter.Until is { } until) found = found.Where(row => row.At < until);

        return found;
    }

    private static IQueryable<LineAndEntry> Told(ApprovalContext context, IQueryable<SecurityEntryRow> lines) =>
        from line in lines.AsNoTracking()
        join entry in context.AgencyEntries.AsNoTracking() on new { line.Agency, Number = line.Entry } equals new { entry.Agency, Number = (int?)entry.Number } into entries
        from entry in entries.DefaultIfEmpty()
        orderby line.At descending, line.Id descending
        select new LineAndEntry { Line = line, Entry = entry };

    private sealed class LineAndEntry
    {
        public required SecurityEntryRow Line { get; init; }

        public AgencyEntryRow? Entry { get; init; }
    }
}
