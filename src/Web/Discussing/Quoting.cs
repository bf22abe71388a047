using Documents.Html;
using Domain.Reports;
using Workflows.Drafting;
using Workflows.Recording;

namespace Web.Discussing;

/// <summary>Finds pasted words in the version that they were read in: with what stands around them they are found again once they change.</summary>
public sealed class Quoting(IRecord record, Texts texts)
{
    /// <returns>Null where nothing is quoted. Words that do not stand there are kept as they were given.</returns>
    public async Task<Anchor?> CompleteAsync(ReportId report, SectionId section, int version, Anchor? given, CancellationToken cancellationToken)
    {
        if (given is not { Prefix.Length: 0, Suffix.Length: 0 } words) return given;
        if ((await record.ReportAsync(report, cancellationToken))?.Plan.Find(section) is not { } planned) return given;
        if (await record.VersionAsync(report, new(section, null), version, cancellationToken) is not { } read) return given;

        var text = MarkedHtml.Of(HtmlWriter.Write(await texts.ReadAsync(read.Sha256, cancellationToken), planned.Level, new("", 3, "", "", ""))).Text;

        return words.FindIn(text) is { } found ? Anchor.At(text, found.Start, found.Length) with { Exact = words.Exact } : given;
    }
}
