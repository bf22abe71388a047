using Domain.People;
using Domain.Reports;
using Microsoft.EntityFrameworkCore;
using Storage.Databases;
using Storage.Recording;
using Workflows.Viewing;

namespace Storage.Viewing;

/// <summary>The board: a page of reports, and who has something of each to do.</summary>
/// <param name="desks">Those of the person that the filter names; null where it names none.</param>
internal sealed class Board(ApprovalContext context, AgencyId agency, BoardFilter filter, IReadOnlyList<string>? desks)
{
    public async Task<Page<ReportLine>> ReadAsync(Paging paging, CancellationToken cancellationToken)
    {
        var (page, counted) = filter.Unit is null && desks is null ? OfAll(paging) : OfHeld(paging);
        var rows = await page.OrderBy(row => row.BoardPlace).ThenBy(row => row.Id)
            .Select(row => new { row.Id, row.TypeName, row.Abstract, row.State, row.DueOn, row.Sections, row.Cleared, row.NextDueAt, row.Number, row.IssuedOn })
            .ToListAsync(cancellationToken);

        var ids = rows.ConvertAll(row => row.Id);
        var held = ids.Count == 0 ? [] : await context.Holdings.AsNoTracking().Where(row => ids.Contains(row.Report)).ToListAsync(cancellationToken);
        var holdings = held.ToLookup(row => row.Report, HolderOf);

        return new(
            [
                .. rows.Select(row => new ReportLine(
                    row.Id, row.TypeName, row.Abstract, row.State, row.DueOn, row.Sections, row.Cleared, holdings[row.Id].Sum(holder => holder.Open), row.NextDueAt, row.Number, row.IssuedOn,
                    [.. holdings[row.Id].OrderBy(holder => holder.DueAt).ThenByDescending(holder => holder.Open)])),
            ],
            await (counted is null ? TalliedAsync(cancellationToken) : counted.CountAsync(cancellationToken)),
            paging);
    }

    /// <returns>The page's reports, and what to count; null where that is tallied.</returns>
    private (IQueryable<ReportRow> Page, IQueryable<ReportId>? Counted) OfAll(Paging paging)
    {
        var reports = context.Reports.Where(row => row.Agency == agency);

        if (filter.State is { } state) reports = reports.Where(row => row.State == state);
        if (filter.IsUnderWay) reports = reports.Where(row => row.BoardPlace <= DateOnly.MaxValue.DayNumber);
        if (filter.LateAt is { } lateAt) reports = reports.Where(row => row.NextDueAt < lateAt);
        if (filter.From is { } from) reports = reports.Where(row => row.DueOn >= from);
        if (filter.To is { } to) reports = reports.Where(row => row.DueOn <= to);

        return (
            reports.OrderBy(row => row.BoardPlace).ThenBy(row => row.Id).Skip(paging.Skip).Take(paging.Size),
            filter is { LateAt: null, From: null, To: null } ? null : reports.Select(row => row.Id));
    }

    // What somebody holds is under way, and its place on the board is then the day on which the report is due.
    private (IQueryable<ReportRow> Page, IQueryable<ReportId>? Counted) OfHeld(Paging paging)
    {
        var held = context.Holdings.Where(row => row.Agency == agency);

        if (filter.Unit is { } unit) held = held.Where(row => row.Unit == unit);
        if (desks is not null) held = held.Where(row => desks.Contains(row.Desk));
        if (filter.LateAt is { } lateAt) held = held.Where(row => row.DueAt < lateAt);
        if (filter.From?.DayNumber is { } from) held = held.Where(row => row.BoardPlace >= from);
        if (filter.To?.DayNumber is { } to) held = held.Where(row => row.BoardPlace <= to);
        if (filter.State is { } state) held = held.Where(row => context.Reports.Any(report => report.Id == row.Report && report.State == state));

        var places = held.Select(row => new { row.BoardPlace, row.Report }).Distinct();
        var page = places.OrderBy(place => place.BoardPlace).ThenBy(place => place.Report).Skip(paging.Skip).Take(paging.Size);

        return (page.Join(context.Reports, place => place.Report, report => report.Id, (place, report) => report), held.Select(row => row.Report).Distinct());
    }

    private Task<int> TalliedAsync(CancellationToken cancellationToken)
    {
        var tallies = Enum.GetValues<ReportState>()
            .Where(state => (filter.State is null || state == filter.State) && !(filter.IsUnderWay && state == ReportState.Issued))
            .Select(state => Tallies.Reports(agency, state))
            .ToList();

        return context.Tallies.Where(row => tallies.Contains(row.Key)).SumAsync(row => row.Count, cancellationToken);
    }

    private static Holder HolderOf(HoldingRow row) => new(row.Unit == default ? null : row.Unit, row.Person, row.Open, row.DueAt);
}
