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
internal sealed class Board(ApprovalContext context, AgencyId agency, BoardFilter filter, IReadOnlyList<Desk>? desks, Sight? sight)
{
    // Beyond some hundreds nobody asks how many, and counting thousands takes longer than reading the page.
    private const int MostCounted = 500;

    public async Task<Page<ReportLine>> ReadAsync(Paging paging, CancellationToken cancellationToken)
    {
        var (page, counted) = filter.Unit is null && desks is null ? OfAll(paging) : OfHeld(paging);
        var rows = await InOrder(page)
            .Select(row => new { row.Id, row.TypeName, row.Abstract, row.Period, row.State, row.DueOn, row.Sections, row.Cleared, row.NextDueAt, row.Number, row.IssuedOn })
            .ToListAsync(cancellationToken);

        var ids = rows.ConvertAll(row => row.Id);
        var held = ids.Count == 0 ? [] : await context.Holdings.AsNoTracking().Where(row => ids.Contains(row.Report)).ToListAsync(cancellationToken);
        var holdings = held.ToLookup(row => row.Report, HolderOf);
        var kept = sight is null || ids.Count == 0 ? [] : await KeptAsync(sight, ids, cancellationToken);

        var (total, isCut) = counted is null ? (await TalliedAsync(cancellationToken), false) : await CountedAsync(counted, paging, cancellationToken);

        return new(
            [
                .. rows.Select(row =>
                {
                    var less = kept.GetValueOrDefault(row.Id);
                    var holders = (less?.Holders ?? holdings[row.Id]).OrderBy(holder => holder.DueAt).ThenByDescending(holder => holder.Open).ToList();

                    return new ReportLine(
                        row.Id, row.TypeName, row.Abstract, row.Period, row.State, row.DueOn, row.Sections - (less?.Sections ?? 0), row.Cleared - (less?.Cleared ?? 0),
                        holders.Sum(holder => holder.Open), less is null ? row.NextDueAt : holders.FirstOrDefault()?.DueAt, row.Number, row.IssuedOn, holders);
                }),
            ],
            total,
            paging,
            isCut);
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

    // What is late stands in the order in which it should have been done: whoever asks for it asks for the worst, and there is an index for it.
    private IOrderedQueryable<ReportRow> InOrder(IQueryable<ReportRow> reports) =>
        filter is { LateAt: not null, Unit: null } && desks is null ? reports.OrderBy(row => row.NextDueAt).ThenBy(row => row.Id) : reports.OrderBy(row => row.BoardPlace).ThenBy(row => row.Id);

    /// <returns>The page's reports, and what to count, in the order of an index; null where that is tallied.</returns>
    private (IQueryable<ReportRow> Page, IQueryable<object>? Counted) OfAll(Paging paging)
    {
        var reports = context.Reports.Where(row => row.Agency == agency);

        if (filter.State is { } state) reports = reports.Where(row => row.State == state);
        if (filter.IsUnderWay) reports = reports.Where(ReportRow.IsUnderWay);
        if (filter.LateAt is { } lateAt) reports = reports.Where(row => row.NextDueAt < lateAt);
        if (sight is not null) reports = reports.Where(row => !sight.Reports.Contains(row.Id));
        // That a report is late by a section that is kept from the reader is kept from them, too.
        if (sight is not null && filter.LateAt is { } late)
            reports = reports.Where(row => context.Assignments.Any(open => open.Report == row.Id && open.ClosedAt == null && open.DueAt < late && !sight.Sections.Any(kept => kept.Report == open.Report && kept.Section == open.Section)));
        if (filter.Period is { } period) reports = reports.Where(row => row.Period == period);
        if (filter.From is { } from) reports = reports.Where(row => row.DueOn >= from);
        if (filter.To is { } to) reports = reports.Where(row => row.DueOn <= to);

        IQueryable<object>? counted = filter switch
        {
            { LateAt: not null } => reports.OrderBy(row => row.NextDueAt),
            { Period: not null } => reports.OrderBy(row => row.BoardPlace),
            { From: null, To: null } => null,
            _ => reports.OrderBy(row => row.DueOn),
        };

        return (InOrder(reports).Skip(paging.Skip).Take(paging.Size), counted);
    }

    // What somebody holds is under way, and its place on the board is then the day on which the report is due.
    private (IQueryable<ReportRow> Page, IQueryable<object>? Counted) OfHeld(Paging paging)
    {
        var held = context.Holdings.Where(row => row.Agency == agency);

        if (desks is []) held = held.Where(_ => false);
        if (filter.Unit is { } unit) held = held.Where(row => row.Unit == unit);
        if (filter.LateAt is { } lateAt) held = held.Where(row => row.DueAt < lateAt);
        if (filter.From?.DayNumber is { } from) held = held.Where(row => row.BoardPlace >= from);
        if (filter.To?.DayNumber is { } to) held = held.Where(row => row.BoardPlace <= to);
        if (filter.State is { } state) held = held.Where(row => context.Reports.Any(report => report.Id == row.Report && report.State == state));
        if (filter.Period is { } period) held = held.Where(row => row.Period == period);

        if (sight is not null)
        {
            var late = filter.LateAt ?? DateTimeOffset.MaxValue;
            held = held.Where(row => !sight.Reports.Contains(row.Report) && context.Assignments.Any(open =>
                open.Report == row.Report && open.Desk == row.Desk && open.ClosedAt == null && open.DueAt < late && !sight.Sections.Any(kept => kept.Report == open.Report && kept.Section == open.Section)));
        }

        var page = First(paging.Skip + paging.Size).OrderBy(place => place.BoardPlace).ThenBy(place => place.Report).Skip(paging.Skip).Take(paging.Size);

        return (page.Join(context.Reports, place => place.Report, report => report.Id, (place, report) => report), First(paging.Skip + MostCounted + 1).OrderBy(place => place.BoardPlace));

        // From each desk only as many as are asked for: the index has them in order, so a full desk costs no more than an empty one.
        IQueryable<HeldPlace> First(int take) => desks is null or [] ? Places(held, take)
            : desks.Select(desk => Places(On(desk), take)).Aggregate((some, others) => some.Concat(others)).Distinct();

        IQueryable<HoldingRow> On(Desk desk)
        {
            var on = held.Where(row => row.Desk == desk.Name);
            var late = filter.LateAt ?? DateTimeOffset.MaxValue;

            return desk.Kinds is { } kinds
                ? on.Where(row => context.Assignments.Any(open => open.Report == row.Report && open.Desk == row.Desk && open.ClosedAt == null && open.DueAt < late && kinds.Contains(open.Kind)))
                : on;
        }

        // Grouped along the index, reading stops where enough are found; a distinct list would be made whole first.
        static IQueryable<HeldPlace> Places(IQueryable<HoldingRow> held, int take) =>
            held.GroupBy(row => new { row.BoardPlace, row.Report }).Select(same => new HeldPlace { BoardPlace = same.Key.BoardPlace, Report = same.Key.Report })
                .OrderBy(place => place.BoardPlace).ThenBy(place => place.Report).Take(take);
    }

    private static async Task<(int Total, bool IsCut)> CountedAsync(IQueryable<object> reports, Paging paging, CancellationToken cancellationToken)
    {
        var most = paging.Skip + MostCounted;
        var count = await reports.Take(most + 1).CountAsync(cancellationToken);

        return (Math.Min(count, most), count > most);
    }

    private async Task<int> TalliedAsync(CancellationToken cancellationToken)
    {
        var tallies = Enum.GetValues<ReportState>()
            .Where(state => (filter.State is null || state == filter.State) && (state.IsUnderWay || !filter.IsUnderWay))
            .Select(state => Tallies.Reports(agency, state))
            .ToList();

        var all = await context.Tallies.Where(row => tallies.Contains(row.Key)).SumAsync(row => row.Count, cancellationToken);
        if (sight is null) return all;

        var kept = context.Reports.Where(row => sight.Reports.Contains(row.Id));
        if (filter.State is { } state) kept = kept.Where(row => row.State == state);
        if (filter.IsUnderWay) kept = kept.Where(ReportRow.IsUnderWay);

        return all - await kept.CountAsync(cancellationToken);
    }

    private static Holder HolderOf(HoldingRow row) => new(row.Unit == default ? null : row.Unit, row.Person, row.Open, row.DueAt);

    private sealed record HeldPlace
    {
        public required int BoardPlace { get; init; }

        public required ReportId Report { get; init; }
    }
}
