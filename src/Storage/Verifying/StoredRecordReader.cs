using System.Runtime.CompilerServices;
using Domain.Reports;
using Domain.Routes;
using Domain.Trail;
using Microsoft.EntityFrameworkCore;
using Storage.Databases;
using Workflows.Verifying;

namespace Storage.Verifying;

internal sealed class StoredRecordReader(Database database) : IRecordReader
{
    public async IAsyncEnumerable<ReportId> ReportsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var context = await database.OpenAsync(cancellationToken);

        await foreach (var report in context.Reports.OrderBy(row => row.Id).Select(row => row.Id).AsAsyncEnumerable().WithCancellation(cancellationToken)) yield return report;
    }

    public async IAsyncEnumerable<Entry> EntriesAsync(ReportId report, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var context = await database.OpenAsync(cancellationToken);

        await foreach (var row in context.Entries.AsNoTracking().Where(row => row.Report == report).OrderBy(row => row.Number).AsAsyncEnumerable().WithCancellation(cancellationToken)) yield return row.Read();
    }

    public async Task<TrailHead> TrailHeadAsync(ReportId report, CancellationToken cancellationToken)
    {
        await using var context = await database.OpenAsync(cancellationToken);

        return await context.Reports.Where(row => row.Id == report).Select(row => new TrailHead(row.TrailCount, row.TrailHash)).SingleAsync(cancellationToken);
    }

    public async IAsyncEnumerable<NamedBlob> BlobsAsync(ReportId report, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var context = await database.OpenAsync(cancellationToken);

        var plan = Json.Read<ReportPlan>(await context.Plans.Where(row => row.Report == report).Select(row => row.Content).SingleAsync(cancellationToken));
        foreach (var section in plan.Sections)
        {
            if (section.LastText is { } last) yield return new(last, $"last period's text of section {section.Id.Value}", IsText: true);
        }

        await foreach (var row in context.Versions.AsNoTracking().Where(row => row.Report == report).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            var of = row.Section == default ? "the report" : row.Unit == default ? $"section {row.Section.Value}" : $"section {row.Section.Value}, unit {row.Unit.Value}";

            yield return new(row.Sha256, $"version {row.Number} of {of}", IsText: row.Section != default);
        }

        // Also of signatures that no longer stand.
        await foreach (var content in context.Decisions.Where(row => row.Report == report && (row.Act == Act.Sign || row.Act == Act.Issue)).Select(row => row.Content).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            var decision = Json.Read<Decision>(content);
            var (pdf, docx) = decision switch { Sign sign => (sign.Pdf, sign.Docx), Issue issue => (issue.Pdf, issue.Docx), _ => throw new InvalidDataException(content) };

            yield return new(pdf, $"the PDF of decision {decision.Id.Value}");
            yield return new(docx, $"the Word file of decision {decision.Id.Value}");
        }
    }
}
