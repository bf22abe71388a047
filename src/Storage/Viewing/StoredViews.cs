using Domain.People;
using Domain.Reports;
using Domain.Routes;
using Domain.Trail;
using Microsoft.EntityFrameworkCore;
using Storage.Databases;
using Storage.Notifying;
using Storage.People;
using Storage.Recording;
using Storage.Restricting;
using Workflows.Viewing;

namespace Storage.Viewing;

/// <summary>Each view is a count and a page, both along an index. What a page shows beside its rows is joined to the page, not to the table.</summary>
internal sealed class StoredViews(Database database, Plans plans, AgencyBooks books) : IViews
{
    private const int MostUnread = 1000;

    public async Task<Page<WorkView>> WorkAsync(AgencyId agency, PersonId person, PersonId reader, DateTimeOffset at, Paging paging, CancellationToken cancellationToken)
    {
        await using var context = await database.OpenAsync(cancellationToken);
        var desks = await books.FindAsync(context, agency, cancellationToken) is { } book ? Desks.Before(person, book.Roster, at) : [];
        if (desks.Count == 0) return new([], 0, paging);

        // Whoever has work on something may see it; who only looks over their shoulder may not.
        var sight = reader == person ? null : await Sight.OfAsync(context, books, agency, reader, at, cancellationToken);
        var total = sight is null
            ? await WaitingAsync(context, desks, cancellationToken)
            : await desks.Select(desk => Open(desk).Select(row => row.Id)).Aggregate((some, others) => some.Concat(others)).CountAsync(cancellationToken);

        // From each desk only as many as the page could hold: the index has them in order, so a full desk costs no more than an empty one.
        var page = desks
            .Select(desk => Open(desk).OrderBy(row => row.DueAt).ThenBy(row => row.Id).Take(paging.Skip + paging.Size))
            .Aggregate((some, others) => some.Concat(others))
            .OrderBy(row => row.DueAt).ThenBy(row => row.Id).Skip(paging.Skip).Take(paging.Size);

        var rows = await (
            from row in page
            join report in context.Reports on row.Report equals report.Id
            from section in context.Circulations.Where(section => section.Report == row.Report && section.Section == row.Section).DefaultIfEmpty()
            orderby row.DueAt, row.Id
            select new { Row = row, report.Abstract, Heading = section == null ? null : section.Heading }).AsNoTracking().ToListAsync(cancellationToken);

        var names = desks.ToDictionary(desk => desk.Name);

        return new(
            [.. rows.Select(one => new WorkView(one.Row.Id, one.Row.Report, one.Abstract, one.Row.Section, one.Heading, one.Row.Stage, one.Row.StageName, one.Row.Round, one.Row.Unit, one.Row.Role, one.Row.OpenedAt, one.Row.DueAt, names[one.Row.Desk].For(one.Row.Kind), one.Row.SentBy, one.Row.IsReturned))],
            total,
            paging);

        IQueryable<AssignmentRow> Open(Desk desk) => sight is null
            ? desk.Open(context.Assignments)
            : desk.Open(context.Assignments).Where(row => !sight.All.Any(kept => kept.Report == row.Report && (kept.Section == RestrictionRow.Whole || kept.Section == row.Section)));
    }

    public async Task<Counts> CountsAsync(AgencyId agency, PersonId person, DateTimeOffset at, CancellationToken cancellationToken)
    {
        await using var context = await database.OpenAsync(cancellationToken);
        var desks = await books.FindAsync(context, agency, cancellationToken) is { } book ? Desks.Before(person, book.Roster, at) : [];
        var sight = await Sight.OfAsync(context, books, agency, person, at, cancellationToken);
        var unread = Told(context, person, sight).Where(row => row.ReadAt == null);

        return new(
            await WaitingAsync(context, desks, cancellationToken),
            // Who never reads them has thousands; beyond some hundreds nobody asks how many.
            await unread.OrderBy(row => row.At).Take(MostUnread).CountAsync(cancellationToken));
    }

    public async Task<Page<SentView>> SentAsync(AgencyId agency, PersonId person, DateTimeOffset at, Paging paging, CancellationToken cancellationToken)
    {
        await using var context = await database.OpenAsync(cancellationToken);
        var sent = context.Decisions.Where(row => row.By == person);
        // Whoever decided for somebody sees it as long as the delegation holds.
        if (await Sight.OfAsync(context, books, agency, person, at, cancellationToken) is { } sight)
            sent = sent.Where(row => !sight.All.Any(kept => kept.Report == row.Report && (kept.Section == RestrictionRow.Whole || kept.Section == row.Section)));
        var page = sent.OrderByDescending(row => row.At).ThenByDescending(row => row.Id).Skip(paging.Skip).Take(paging.Size);

        var rows =
            from row in page
            join report in context.Reports on row.Report equals report.Id
            from section in context.Circulations.Where(section => section.Report == row.Report && section.Section == row.Section).DefaultIfEmpty()
            orderby row.At descending, row.Id descending
            select new SentView(
                row.Id,
                row.Act,
                row.At,
                row.Report,
                report.Abstract,
                row.Section,
                section == null ? null : section.Heading,
                section == null ? report.Stage : section.Stage,
                section == null ? report.StageName : section.StageName,
                section == null ? report.State == ReportState.Issued || report.State == ReportState.Recalled : section.IsCleared,
                report.State);

        return new(await rows.ToListAsync(cancellationToken), await sent.CountAsync(cancellationToken), paging);
    }

    public async Task<Page<ReportLine>> BoardAsync(AgencyId agency, BoardFilter filter, Paging paging, CancellationToken cancellationToken)
    {
        await using var context = await database.OpenAsync(cancellationToken);
        var desks = filter.Person is { } person && await books.FindAsync(context, agency, cancellationToken) is { } book ? Desks.Before(person, book.Roster, filter.At) : null;
        var sight = filter.Reader is { } reader
            ? await Sight.OfAsync(context, books, agency, reader, filter.At, cancellationToken)
            : await Sight.OfAsync(context, agency, [], cancellationToken);

        return await new Board(context, agency, filter, desks, sight).ReadAsync(paging, cancellationToken);
    }

    public async Task<IReadOnlyList<LateSection>> LateAsync(AgencyId agency, PersonId reader, IReadOnlyList<ReportId> reports, DateTimeOffset at, int take, CancellationToken cancellationToken)
    {
        await using var context = await database.OpenAsync(cancellationToken);
        var open = context.Assignments.Where(row => row.ClosedAt == null && reports.Contains(row.Report) && row.DueAt < at);
        if (await Sight.OfAsync(context, books, agency, reader, at, cancellationToken) is { } sight)
            open = open.Where(row => !sight.All.Any(kept => kept.Report == row.Report && (kept.Section == RestrictionRow.Whole || kept.Section == row.Section)));
        var late = open.OrderBy(row => row.DueAt).ThenBy(row => row.Id).Take(take);

        var rows = await (
            from row in late
            from section in context.Circulations.Where(section => section.Report == row.Report && section.Section == row.Section).DefaultIfEmpty()
            orderby row.DueAt, row.Id
            select new { Row = row, Heading = section == null ? null : section.Heading }).AsNoTracking().ToListAsync(cancellationToken);

        return [.. rows.Select(one => new LateSection(one.Row.Report, one.Row.Section, one.Heading, one.Row.StageName, new(one.Row.Unit, one.Row.Role, one.Row.Person), one.Row.DueAt))];
    }

    public async Task<IReadOnlyList<SectionLine>> SectionsAsync(ReportId report, CancellationToken cancellationToken)
    {
        await using var context = await database.OpenAsync(cancellationToken);
        if (await plans.FindAsync(context, report, cancellationToken) is not { } plan) return [];

        var rows = await context.Circulations.Where(row => row.Report == report)
            .Select(row => new { row.Section, row.Stage, row.Round, row.IsCleared, row.Since, row.DueAt, row.Version, row.OpenThreads })
            .ToDictionaryAsync(row => row.Section, cancellationToken);

        return
        [
            .. plan.Sections.Select(section => rows.TryGetValue(section.Id, out var row)
                ? new SectionLine(section.Id, section.Level, section.Heading, true, row.Stage, row.Round, row.IsCleared, row.Since, row.DueAt, row.Version, row.OpenThreads)
                : new SectionLine(section.Id, section.Level, section.Heading, false, null, 0, false, null, null, null, 0)),
        ];
    }

    public async Task<IReadOnlyList<OpenAssignment>> AssignmentsAsync(ReportId report, CancellationToken cancellationToken)
    {
        await using var context = await database.OpenAsync(cancellationToken);

        return await context.Assignments.Where(row => row.Report == report && row.ClosedAt == null).OrderBy(row => row.DueAt).ThenBy(row => row.Id)
            .Select(row => new OpenAssignment(row.Id, row.Section, row.Stage, row.Round, new Assignee(row.Unit, row.Role, row.Person), row.OpenedAt, row.DueAt))
            .ToListAsync(cancellationToken);
    }

    public async Task<Page<VersionView>> VersionsAsync(ReportId report, TextId of, Paging paging, CancellationToken cancellationToken)
    {
        await using var context = await database.OpenAsync(cancellationToken);
        var (section, unit) = TextKey.Of(of);
        var versions = context.Versions.AsNoTracking().Where(row => row.Report == report && row.Section == section && row.Unit == unit);
        var rows = await versions.OrderByDescending(row => row.Number).Skip(paging.Skip).Take(paging.Size).ToListAsync(cancellationToken);

        return new(
            [.. rows.Select(row => row.Read()).Select(version => new VersionView(version.Number, version.Sha256, version.Length, version.At, version.Hands))],
            await versions.CountAsync(cancellationToken),
            paging);
    }

    public async Task<Page<Comment>> CommentsAsync(ReportId report, SectionId? section, Paging paging, CancellationToken cancellationToken)
    {
        await using var context = await database.OpenAsync(cancellationToken);
        var comments = context.Comments.AsNoTracking().Where(row => row.Report == report && row.Section == section);
        var rows = await comments.OrderBy(row => row.Number).Skip(paging.Skip).Take(paging.Size).ToListAsync(cancellationToken);

        return new([.. rows.Select(row => row.Read())], await comments.CountAsync(cancellationToken), paging);
    }

    public async Task<Page<Comment>> SectionCommentsAsync(ReportId report, Paging paging, CancellationToken cancellationToken)
    {
        await using var context = await database.OpenAsync(cancellationToken);
        var comments = context.Comments.AsNoTracking().Where(row => row.Report == report && row.Section != null);
        var rows = await comments.OrderBy(row => row.Section).ThenBy(row => row.Number).Skip(paging.Skip).Take(paging.Size).ToListAsync(cancellationToken);

        return new([.. rows.Select(row => row.Read())], await comments.CountAsync(cancellationToken), paging);
    }

    public async Task<Page<Entry>> TrailAsync(ReportId report, TrailFilter filter, Paging paging, CancellationToken cancellationToken)
    {
        await using var context = await database.OpenAsync(cancellationToken);
        var entries = context.Entries.AsNoTracking().Where(row => row.Report == report);
        if (filter.Section is { } section) entries = entries.Where(row => row.Section == section);
        if (filter.By is { } person) entries = entries.Where(row => row.By == person);
        if (filter.What is { } what) entries = entries.Where(row => row.What == what);
        if (filter.Withheld is { Count: > 0 } withheld) entries = entries.Where(row => row.Section == null || !withheld.Contains(row.Section.Value));

        var rows = await entries.OrderByDescending(row => row.Number).Skip(paging.Skip).Take(paging.Size).ToListAsync(cancellationToken);

        return new([.. rows.Select(row => row.Read())], await entries.CountAsync(cancellationToken), paging);
    }

    public async Task<TrailFacets> TrailFacetsAsync(ReportId report, IReadOnlySet<SectionId> withheld, CancellationToken cancellationToken)
    {
        await using var context = await database.OpenAsync(cancellationToken);
        var entries = context.Entries.Where(row => row.Report == report);
        if (withheld.Count > 0) entries = entries.Where(row => row.Section == null || !withheld.Contains(row.Section.Value));
        var told = await entries.Select(row => new { row.By, row.What }).Distinct().ToListAsync(cancellationToken);

        return new([.. told.Select(one => one.By).Distinct()], [.. told.Select(one => one.What).Distinct()]);
    }

    public async Task<Page<RegisterEntry>> RegisterAsync(AgencyId agency, PersonId reader, DateTimeOffset at, int year, Paging paging, CancellationToken cancellationToken)
    {
        await using var context = await database.OpenAsync(cancellationToken);
        var numbers = context.Numbers.AsNoTracking().Where(row => row.Agency == agency && row.Year == year);
        if (await Sight.OfAsync(context, books, agency, reader, at, cancellationToken) is { } sight) numbers = numbers.Where(row => !sight.Reports.Contains(row.Report));
        var lines = await LinesAsync(context, numbers, paging, cancellationToken);

        return new([.. lines.Select(line => line.Entry)], await numbers.CountAsync(cancellationToken), paging);
    }

    public async Task<Page<RegisterLine>> RegisterLinesAsync(AgencyId agency, PersonId reader, DateTimeOffset at, RegisterFilter filter, Paging paging, CancellationToken cancellationToken)
    {
        await using var context = await database.OpenAsync(cancellationToken);
        var numbers = context.Numbers.AsNoTracking().Where(row => row.Agency == agency && row.Year == filter.Year);
        if (await Sight.OfAsync(context, books, agency, reader, at, cancellationToken) is { } sight) numbers = numbers.Where(row => !sight.Reports.Contains(row.Report));
        if (filter.Series is { } series) numbers = numbers.Where(row => row.Series == series);
        if (filter.Number is { } number) numbers = numbers.Where(row => row.Number == number);
        if (filter.Words is { } words) numbers = numbers.Where(row => row.Abstract.Contains(words));

        return new(await LinesAsync(context, numbers, paging, cancellationToken), await numbers.CountAsync(cancellationToken), paging);
    }

    /// <summary>The numbers with what the reports say that took them.</summary>
    private static async Task<IReadOnlyList<RegisterLine>> LinesAsync(ApprovalContext context, IQueryable<NumberRow> numbers, Paging paging, CancellationToken cancellationToken)
    {
        var page = numbers.OrderByDescending(row => row.On).ThenByDescending(row => row.Number).ThenByDescending(row => row.Series).Skip(paging.Skip).Take(paging.Size);
        var rows = await page.Join(context.Reports, row => row.Report, report => report.Id, (row, report) => new { Row = row, report.TypeName, report.Head })
            .OrderByDescending(one => one.Row.On).ThenByDescending(one => one.Row.Number).ThenByDescending(one => one.Row.Series)
            .ToListAsync(cancellationToken);

        return [.. from one in rows
                   let report = Json.Read<Report>(one.Head)
                   select new RegisterLine(one.Row.Read() with { Recall = report.Recall }, one.TypeName, report.Recipients)];
    }

    public async Task<int> LastNumberAsync(AgencyId agency, string series, int year, CancellationToken cancellationToken)
    {
        await using var context = await database.OpenAsync(cancellationToken);

        return await context.Registers.Where(row => row.Agency == agency && row.Series == series && row.Year == year).Select(row => row.Last).SingleOrDefaultAsync(cancellationToken);
    }

    public async Task<Page<NoticeView>> NoticesAsync(AgencyId agency, PersonId person, DateTimeOffset at, bool isUnreadOnly, Paging paging, CancellationToken cancellationToken)
    {
        await using var context = await database.OpenAsync(cancellationToken);
        var told = Told(context, person, await Sight.OfAsync(context, books, agency, person, at, cancellationToken));
        if (isUnreadOnly) told = told.Where(row => row.ReadAt == null);
        var page = told.OrderByDescending(row => row.At).ThenByDescending(row => row.Notice).Skip(paging.Skip).Take(paging.Size);

        return new(await Seen(context, page).ToListAsync(cancellationToken), await told.CountAsync(cancellationToken), paging);
    }

    public async Task<Page<AgencyEntry>> AgencyTrailAsync(AgencyId agency, Paging paging, CancellationToken cancellationToken)
    {
        await using var context = await database.OpenAsync(cancellationToken);
        var entries = context.AgencyEntries.Where(row => row.Agency == agency);
        var rows = await entries.OrderByDescending(row => row.Number).Skip(paging.Skip).Take(paging.Size).AsNoTracking().ToListAsync(cancellationToken);

        return new([.. rows.Select(row => row.Read())], await entries.CountAsync(cancellationToken), paging);
    }

    public async Task<IReadOnlyList<OpenWork>> OpenWorkAsync(PersonId person, CancellationToken cancellationToken)
    {
        await using var context = await database.OpenAsync(cancellationToken);

        return await OpenWorks.OfAsync(context, person, cancellationToken);
    }

    public async Task<NoticeView?> NoticeAsync(AgencyId agency, PersonId person, DateTimeOffset at, Guid notice, CancellationToken cancellationToken)
    {
        await using var context = await database.OpenAsync(cancellationToken);

        var told = Told(context, person, await Sight.OfAsync(context, books, agency, person, at, cancellationToken));

        return await Seen(context, told.Where(row => row.Notice == notice)).SingleOrDefaultAsync(cancellationToken);
    }

    public async Task<Changes> ChangesAsync(DateTimeOffset since, CancellationToken cancellationToken)
    {
        await using var context = await database.OpenAsync(cancellationToken);
        var told =
            from notice in context.Notices
            where notice.DeliveredAt >= since
            join delivery in context.Deliveries on notice.Id equals delivery.Notice
            select new PersonTold(delivery.Person, notice.Id);

        return new(
            await context.Reports.Where(row => row.ChangedAt >= since).Select(row => new ReportMoved(row.Id, row.Agency, row.TrailCount, context.Restrictions.Any(kept => kept.Report == row.Id && kept.Section == RestrictionRow.Whole))).ToListAsync(cancellationToken),
            await told.ToListAsync(cancellationToken));
    }

    /// <summary>How much lies on the desks. What lies on a whole desk is tallied; of a part, which only some delegations give, it is counted.</summary>
    private static async Task<int> WaitingAsync(ApprovalContext context, IReadOnlyList<Desk> desks, CancellationToken cancellationToken)
    {
        var tallies = desks.Where(desk => desk.Kinds is null).Select(desk => Tallies.Open(desk.Name)).ToList();
        var whole = await context.Tallies.Where(row => tallies.Contains(row.Key)).SumAsync(row => row.Count, cancellationToken);
        var parts = desks.Where(desk => desk.Kinds is not null).Select(desk => desk.Open(context.Assignments).Select(row => row.Id)).ToList();

        return parts.Count == 0 ? whole : whole + await parts.Aggregate((some, others) => some.Concat(others)).CountAsync(cancellationToken);
    }

    /// <summary>What a person was told, but for what was restricted since.</summary>
    private static IQueryable<DeliveryRow> Told(ApprovalContext context, PersonId person, Sight? sight)
    {
        var told = context.Deliveries.Where(row => row.Person == person);

        return sight is null ? told : told.Where(row => !context.Notices.Any(notice => notice.Id == row.Notice
            && sight.All.Any(kept => kept.Report == notice.Report && (kept.Section == RestrictionRow.Whole || kept.Section == notice.Section))));
    }

    private static IQueryable<NoticeView> Seen(ApprovalContext context, IQueryable<DeliveryRow> told) =>
        from row in told
        join notice in context.Notices on row.Notice equals notice.Id
        join report in context.Reports on notice.Report equals report.Id
        from section in context.Circulations.Where(section => section.Report == notice.Report && section.Section == notice.Section).DefaultIfEmpty()
        orderby row.At descending, row.Notice descending
        select new NoticeView(notice.Id, notice.Kind, notice.Report, report.Abstract, notice.Section, section == null ? null : section.Heading, notice.By, row.At, row.ReadAt);
}
