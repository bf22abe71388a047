using System.Text.Encodings.Web;
using System.Text.Json;
using Domain.Calendar;
using Workflows.Blobs;
using Workflows.Recording;
using Workflows.Verifying;
using Workflows.Viewing;

namespace Web.Demo;

/// <summary>What <c>./run demo</c> leaves behind: the issued document in both forms, and what happened on the way.</summary>
internal sealed class DemoCommand(DemoStory story, IRecord record, IViews views, IBlobs blobs, VerifyRecordHandler verify)
{
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public async Task RunAsync(string folder, CancellationToken cancellationToken)
    {
        await story.PrepareAsync(cancellationToken);
        await story.PlayAsync(cancellationToken);

        var report = await record.ReportAsync(DemoStory.Report, cancellationToken) ?? throw new InvalidDataException("The demo's report is not there.");
        var imprint = report.Imprint ?? throw new InvalidDataException("The demo's report was not issued.");
        var roster = await record.RosterAsync(report.Plan.Agency, cancellationToken) ?? throw new InvalidDataException("The demo's agency is not there.");
        var name = $"{imprint.Number}-{report.SymbolIn(roster.Agency)}";

        Directory.CreateDirectory(folder);
        await KeepAsync(imprint.Pdf, Path.Combine(folder, $"{name}.pdf"), cancellationToken);
        await KeepAsync(imprint.Docx, Path.Combine(folder, $"{name}.docx"), cancellationToken);

        var discrepancies = await verify.HandleAsync(cancellationToken).ToListAsync(cancellationToken);
        var sections = await views.SectionsAsync(report.Id, cancellationToken);
        var trail = await views.TrailAsync(report.Id, new(), new(1, Paging.MaxSize), cancellationToken);
        var acts = new List<Domain.Trail.Entry>(trail.Rows);
        for (var page = 2; acts.Count < trail.Total; page++)
            acts.AddRange((await views.TrailAsync(report.Id, new(), new(page, Paging.MaxSize), cancellationToken)).Rows);

        await File.WriteAllTextAsync(
            Path.Combine(folder, "summary.json"),
            JsonSerializer.Serialize(new
            {
                agency = roster.Agency.Name,
                number = $"{VietnameseNumber(imprint.Number)}/{report.SymbolIn(roster.Agency)}",
                issuedOn = imprint.On,
                @abstract = report.Plan.Abstract,
                signature = report.Signature is { } signature ? new { lines = signature.Lines, name = signature.Name, at = signature.At } : null,
                recipients = report.Recipients,
                sections = sections.Count(section => section.IsLeaf),
                decisions = acts.Where(entry => entry.Decision is not null).GroupBy(entry => entry.What).ToDictionary(group => group.Key, group => group.Count()),
                entries = acts.Count,
                discrepancies,
                files = new { pdf = new { name = $"{name}.pdf", sha256 = imprint.Pdf }, docx = new { name = $"{name}.docx", sha256 = imprint.Docx } },
                timeline = acts.AsEnumerable().Reverse().Select(entry => new
                {
                    at = VietnamTime.Of(entry.At),
                    what = entry.What,
                    by = roster.Find(entry.By)?.Name,
                    onBehalfOf = entry.OnBehalfOf is { } principal ? roster.Find(principal)?.Name : null,
                    section = entry.Section is { } id ? report.Plan.Find(id)?.Heading : null,
                    round = entry.Round,
                    note = entry.Note,
                }),
            }, Readable) + "\n",
            cancellationToken);
    }

    private async Task KeepAsync(string sha256, string path, CancellationToken cancellationToken)
    {
        var bytes = await blobs.ReadAsync(sha256, cancellationToken) ?? throw new InvalidDataException($"The blob {sha256} is missing.");
        await File.WriteAllBytesAsync(path, bytes.ToArray(), cancellationToken);
    }

    private static string VietnameseNumber(int number) => number < 10 ? $"0{number}" : $"{number}";
}
