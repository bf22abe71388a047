using Domain.People;
using Domain.Reports;
using Microsoft.EntityFrameworkCore;
using Storage.Databases;
using Storage.Recording;
using Storage.Restricting;
using Workflows.Viewing;

namespace Storage.Viewing;

/// <summary>The board: a page of reports, and who has something of each to do.</summary>
/// <param name="desks">Those of the person that the filter names; null where it names none.</param>
/// <param name="sight">What is kept from whoever looks; null where nothing is.</param>
internal sealed class Board(ApprovalContext context, AgencyId agency, BoardFilter filter, IReadOnlyList<string>? desks, Sight? sight)
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
        var kept = sight is null || ids.Count == 0 ? [] : await KeptAsync(sight, ids, cancellationToken);

        return new(
            [
                .. rows.Select(row =>
                {
                    var less = kept.GetValueOrDefault(row.Id);
                    var holders = (less?.Holders ?? holdings[row.Id]).OrderBy(holder => holder.DueAt).ThenByDescending(holder => holder.Open).ToList();

                    return new ReportLine(
                        row.Id, row.TypeName, row.Abstract, row.State, row.DueOn, row.Sections - (less?.Sections ?? 0), row.Cleared - (less?.Cleared ?? 0),
                        holders.Sum(holder => holder.Open), less is null ? row.NextDueAt : holders.FirstOrDefault()?.DueAt, row.Number, row.IssuedOn, holders);
                }),
            ],
            await (counted is null ? TalliedAsync(cancellationToken) : counted.CountAsync(cancellationToken)),
            paging);
    }

    /// <param name="Sections">How many of them the reader may not find.</param>
    /// <param name="Holders">Who has something to do of what they may.</param>
    private sealed record Less(int Sections, int Cleared, IEnumerable<Holder> Holders);

    /// <summary>What lines of reports with sections that are kept from the reader must not tell.</summary>
    private async Task<Dictionary<ReportId, Less>> KeptAsync(Sight sight, List<ReportId> ids, CancellationToken cancellationToken)
    {
        var sections = await sight.Sections.Where(kept => ids.Contains(kept.Report))
            .Join(context.Circulations, kept => new { kept.Report, kept.Section }, section => new { section.Report, section.Section }, (kept, section) => new { kept.Report, section.IsCleared })
            .ToListAsync(cancellationToken);
        if (sections.Count == 0) return [];

        var reports = sections.Select(section => section.Report).Distinct().ToList();
        var open = await context.Assignments
            .Where(row => row.ClosedAt == null && reports.Contains(row.Report) && !sight.Sections.Any(kept => kept.Report == row.Report && kept.Section == row.Section))
            .Select(row => new { row.Report, row.Unit, row.Person, row.DueAt })
            .ToListAsync(cancellationToken);

        return sections.GroupBy(section => section.Report).ToDictionary(of => of.Key, of => new Less(
            of.Count(),
            of.Count(section => section.IsCleared),
            open.Where(row => row.Report == of.Key).GroupBy(row => new { row.Unit, row.Person }).Select(desk => new Holder(desk.Key.Unit, desk.Key.Person, desk.Count(), desk.Min(row => row.DueAt)))));
    }

    /// <returns>The page's reports, and what to count; null where that is tallied.</returns>
    private (IQueryable<ReportRow> Page, IQueryable<ReportId>? Counted) OfAll(Paging paging)
    {
        var reports = context.Reports.Where(row => row.Agency == agency);

        if (filter.State is { } state) reports = reports.Where(row => row.State == state);
        if (filter.IsUnderWay) reports = reports.Where(row => row.BoardPlace <= DateOnly.MaxValue.DayNumber);
        if (filter.LateAt is { } lateAt) reports = reports.Where(row => row.NextDueAt < lateAt);
        if (sight is not null) reports = reports.Where(row => !sight.Reports.Contains(row.Id));
        // That a report is late by a section that is kept from the reader is kept from them, too.
        if (sight is not null && filter.LateAt is { } late)
            reports = reports.Where(row => context.Assignments.Any(open => open.Report == row.Id && open.ClosedAt == null && open.DueAt < late && !sight.Sections.Any(kept => kept.Report == open.Report && kept.Section == open.Section)));
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

        if (sight is not null)
        {
            var late = filter.LateAt ?? DateTimeOffset.MaxValue;
            held = held.Where(row => !sight.Reports.Contains(row.Report) && context.Assignments.Any(open =>
                open.Report == row.Report && open.Desk == row.Desk && open.ClosedAt == null && open.DueAt < late && !sight.Sections.Any(kept => kept.Report == open.Report && kept.Section == open.Section)));
        }

        var places = held.Select(row => new { row.BoardPlace, row.Report }).Distinct();
        var page = places.OrderBy(place => place.BoardPlace).ThenBy(place => place.Report).Skip(paging.Skip).Take(paging.Size);

        return (page.Join(context.Reports, place => place.Report, report => report.Id, (place, report) => report), held.Select(row => row.Report).Distinct());
    }

    private async Task<int> TalliedAsync(CancellationToken cancellationToken)
    {
        var tallies = Enum.GetValues<ReportState>()
            .Where(state => (filter.State is null || state == filter.State) && !(filter.IsUnderWay && state == ReportState.Issued))
            .Select(state => Tallies.Reports(agency, state))
            .ToList();

        var all = await context.Tallies.Where(row => tallies.Contains(row.Key)).SumAsync(row => row.Count, cancellationToken);
        if (sight is null) return all;

        var kept = context.Reports.Where(row => sight.Reports.Contains(row.Id));
        if (filter.State is { } state) kept = kept.Where(row => row.State == state);
        if (filter.IsUnderWay) kept = kept.Where(row => row.State != ReportState.Issued);

        return all - await kept.CountAsync(cancellationToken);
    }

    private static Holder HolderOf(HoldingRow row) => new(row.Unit == default ? null : row.Unit, row.Person, row.Open, row.DueAt);
}
