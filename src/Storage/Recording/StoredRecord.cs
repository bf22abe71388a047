using Domain;
using Domain.People;
using Domain.Reports;
using Domain.Routes;
using Microsoft.EntityFrameworkCore;
using Storage.Databases;
using Storage.People;
using Workflows.Deciding;
using Workflows.Engine;
using Workflows.Recording;

namespace Storage.Recording;

internal sealed class StoredRecord(Database database, ReportQueries queries, Plans plans, AgencyBooks books) : IRecord
{
    public Task<Outcome<T>> WriteAsync<T>(ReportId report, Func<IReportTransaction, CancellationToken, Task<Outcome<T>>> act, CancellationToken cancellationToken)
        where T : notnull =>
        database.WriteAsync<T>(async (context, token) =>
        {
            if (await ReportTransaction.OpenAsync(context, report, queries, plans, books, token) is not { } transaction) return DeskRefusals.NoSuchReport;

            var outcome = await act(transaction, token);

            return outcome.IsRefused || await transaction.WriteAsync(token) is not { } refusal ? outcome : refusal;
        }, cancellationToken);

    public Task<Outcome<Step>> StartAsync(Step step, CancellationToken cancellationToken) =>
        database.WriteAsync<Step>(async (context, token) =>
            await context.Reports.AnyAsync(row => row.Id == step.Report.Id, token) ? RecordRefusals.ReportIdTaken
            : await ReportTransaction.StartAsync(context, step, token) is { } refusal ? refusal
            : step, cancellationToken);

    public async Task<Roster?> RosterAsync(AgencyId agency, CancellationToken cancellationToken)
    {
        await using var context = await database.OpenAsync(cancellationToken);

        return (await books.FindAsync(context, agency, cancellationToken))?.Roster;
    }

    public async Task<Report?> ReportAsync(ReportId report, CancellationToken cancellationToken)
    {
        await using var context = await database.OpenAsync(cancellationToken);

        return await plans.FindAsync(context, report, cancellationToken) is { } plan
            ? ReportRow.Read(await context.Reports.Where(row => row.Id == report).Select(row => row.Head).SingleAsync(cancellationToken), plan)
            : null;
    }

    public async Task<Circulation?> SectionAsync(ReportId report, SectionId section, CancellationToken cancellationToken)
    {
        await using var context = await database.OpenAsync(cancellationToken);

        return await plans.FindAsync(context, report, cancellationToken) is { } plan
            && await context.Circulations.Where(row => row.Report == report && row.Section == section).Select(row => row.State).SingleOrDefaultAsync(cancellationToken) is { } state
            ? CirculationRow.Read(state, plan)
            : null;
    }

    public async Task<IReadOnlyList<Circulation>> SectionsAsync(ReportId report, CancellationToken cancellationToken)
    {
        await using var context = await database.OpenAsync(cancellationToken);
        if (await plans.FindAsync(context, report, cancellationToken) is not { } plan) return [];

        var states = await context.Circulations.Where(row => row.Report == report).ToDictionaryAsync(row => row.Section, row => row.State, cancellationToken);

        return [.. plan.Leaves.Where(section => states.ContainsKey(section.Id)).Select(section => CirculationRow.Read(states[section.Id], plan))];
    }

    public async Task<WorkingCopy?> WorkingCopyAsync(ReportId report, TextId of, CancellationToken cancellationToken)
    {
        await using var context = await database.OpenAsync(cancellationToken);
        var (section, unit) = TextKey.Of(of);

        return (await context.WorkingCopies.AsNoTracking().SingleOrDefaultAsync(row => row.Report == report && row.Section == section && row.Unit == unit, cancellationToken))?.Read(of);
    }

    public async Task<TextVersion?> VersionAsync(ReportId report, TextId of, int number, CancellationToken cancellationToken)
    {
        await using var context = await database.OpenAsync(cancellationToken);
        var (section, unit) = TextKey.Of(of);

        return (await context.Versions.AsNoTracking().SingleOrDefaultAsync(row => row.Report == report && row.Section == section && row.Unit == unit && row.Number == number, cancellationToken))?.Read();
    }
}

internal static class RecordRefusals
{
    public static Refusal ReportIdTaken { get; } = new(RefusalKind.Conflict, "report-id-taken",
        new("Mã báo cáo này đã dùng cho một báo cáo khác. Hãy tải lại trang.", "This report's id was used for another report. Load the page again."));

    public static Refusal CommentIdTaken { get; } = new(RefusalKind.Conflict, "comment-id-taken",
        new("Mã góp ý này đã dùng cho một góp ý khác. Hãy tải lại trang.", "This comment's id was used for another comment. Load the page again."));
}
