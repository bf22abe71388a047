using System.Collections.Concurrent;
using Domain.Calendar;
using Domain.People;
using Microsoft.EntityFrameworkCore;
using Storage.Databases;

namespace Storage.People;

/// <summary>Who is who in an agency, and which days it works, at one revision.</summary>
internal sealed record AgencyBook(long Revision, Roster Roster, WorkingCalendar Calendar);

/// <summary>The agencies' books in memory. Each use names the revision that the database has now, so that none is out of date.</summary>
internal sealed class AgencyBooks
{
    private readonly ConcurrentDictionary<AgencyId, AgencyBook> books = new();

    /// <param name="revision">As just read through the same context.</param>
    public async ValueTask<AgencyBook> GetAsync(ApprovalContext context, AgencyId agency, long revision, CancellationToken cancellationToken)
    {
        if (books.TryGetValue(agency, out var book) && book.Revision == revision) return book;

        return books[agency] = await ReadAsync(context, agency, revision, cancellationToken);
    }

    /// <summary>The book at the present revision; null where there is no such agency.</summary>
    public async ValueTask<AgencyBook?> FindAsync(ApprovalContext context, AgencyId agency, CancellationToken cancellationToken) =>
        await RevisionAsync(context, agency, cancellationToken) is { } revision ? await GetAsync(context, agency, revision, cancellationToken) : null;

    /// <summary>Reads the book itself, for whoever writes: what a transaction has not committed yet is nobody else's to find in memory.</summary>
    public static async Task<AgencyBook?> ReadAsync(ApprovalContext context, AgencyId agency, CancellationToken cancellationToken) =>
        await RevisionAsync(context, agency, cancellationToken) is { } revision ? await ReadAsync(context, agency, revision, cancellationToken) : null;

    private static async Task<AgencyBook> ReadAsync(ApprovalContext context, AgencyId agency, long revision, CancellationToken cancellationToken)
    {
        while (true)
        {
            var content = await context.Agencies.Where(row => row.Id == agency).Select(row => row.Content).SingleAsync(cancellationToken);
            var units = await context.Units.AsNoTracking().Where(row => row.Agency == agency).ToListAsync(cancellationToken);
            var people = await context.People.AsNoTracking().Where(row => row.Agency == agency).ToListAsync(cancellationToken);
            var fields = await context.Fields.AsNoTracking().Where(row => row.Agency == agency).ToListAsync(cancellationToken);
            var delegations = await context.Delegations.AsNoTracking().Where(row => row.Agency == agency).OrderBy(row => row.StartsAt).ThenBy(row => row.Id).ToListAsync(cancellationToken);
            var absences = await context.Absences.AsNoTracking().Where(row => row.Agency == agency).OrderBy(row => row.FromOn).ThenBy(row => row.Id).ToListAsync(cancellationToken);
            var days = await context.OwnDays.AsNoTracking().Where(row => row.Agency == agency).ToListAsync(cancellationToken);

            // Each of these may see a later commit than the one before it; if none came, they belong together.
            var now = await RevisionAsync(context, agency, cancellationToken) ?? revision;
            if (now == revision)
            {
                var roster = new Roster(
                    Json.Read<Agency>(content),
                    units.Select(row => row.Read()),
                    people.Select(row => row.Read()),
                    fields.Select(row => row.Read()),
                    delegations.Select(row => row.Read()))
                { Absences = [.. absences.Select(row => row.Read())] };

                return new(revision, roster, WorkingCalendar.Official.With([.. days.Select(row => row.Read())]));
            }

            revision = now;
        }
    }

    private static Task<long?> RevisionAsync(ApprovalContext context, AgencyId agency, CancellationToken cancellationToken) =>
        context.Agencies.Where(row => row.Id == agency).Select(row => (long?)row.Revision).SingleOrDefaultAsync(cancellationToken);
}
