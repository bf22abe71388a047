using System.Text;
using System.Text.RegularExpressions;
using Domain;
using Domain.Reports;
using Workflows.Templates;

namespace Documents.Outlines;

/// <summary>Reads a report as it is found: scanned with random "#" and bold lines for headings, where only the typed numbers tell the levels,
/// or clean, where the "#" do.</summary>
internal sealed partial class OutlineReader : IOutlineReader
{
    /// <summary>How many passages at the end of a report may be its closing words.</summary>
    private const int LongestClosing = 3;

    public Outcome<ReadReport> Read(string markdown)
    {
        ArgumentNullException.ThrowIfNull(markdown);

        var notes = new FoundNotes();
        var frame = Frame.Around(notes.TakeOut(Passage.Split(markdown.Normalize(NormalizationForm.FormC))));
        var titled = Sections(frame.Body);
        if (titled.TrueForAll(section => section.Heading is null)) return OutlineRefusals.NoHeadings;

        var (summary, summaryNotes) = notes.Resolve(frame.Abstract ?? "");

        return new ReadReport
        {
            TypeName = frame.TypeName,
            Abstract = frame.Abstract is null ? null : summary,
            AbstractNotes = summaryNotes,
            Number = frame.Number,
            Symbol = frame.Symbol,
            Place = frame.Place,
            IssuedOn = frame.IssuedOn,
            Addressees = frame.Addressees,
            Sections = [.. titled.Select(section => section.Close(notes))],
            Recipients = frame.Recipients,
            SignatureLines = frame.SignatureLines,
            SignerName = frame.SignerName,
        };
    }

    private static List<FoundSection> Sections(IReadOnlyList<Passage> body)
    {
        var readsNumbers = body.Any(passage => NumberedTitle.Read(passage) is { Level: OutlineLevel.Part or OutlineLevel.Heading });
        var shallowest = body.Where(passage => passage.Hashes > 0).Select(passage => passage.Hashes).DefaultIfEmpty(1).Min();

        var sections = new List<FoundSection> { new(OutlineLevel.Plain, null) };
        var closing = ClosingOf(body);
        for (var i = 0; i < closing; i++)
        {
            var passage = body[i];
            var title = readsNumbers ? NumberedTitle.Read(passage) : ByHashes(passage, shallowest, sections[^1].Level);

            // "Phần I" on its own line has its title on the next.
            if (title is { Level: OutlineLevel.Part, Title: "" } && i + 1 < closing) title = title with { Title = body[++i].Unbolded };

            if (title is not null) sections.Add(new(title.Level, title.Title));
            else sections[^1].Add(AsText(passage, readsNumbers ? null : shallowest));
        }

        if (closing < body.Count)
        {
            sections.Add(new(OutlineLevel.Plain, null));
            foreach (var passage in body.Skip(closing)) sections[^1].Add(passage.Text);
        }

        if (sections[0].IsEmpty) sections.RemoveAt(0);

        return sections;
    }

    /// <summary>The "#" of a clean report: the fewest are "I.", then "1.", then "a)"; a level left out is closed up.</summary>
    private static NumberedTitle? ByHashes(Passage passage, int shallowest, OutlineLevel above)
    {
        if (passage.Hashes == 0) return null;

        var level = (int)OutlineLevel.Heading + passage.Hashes - shallowest;
        var deepest = above == OutlineLevel.Plain ? (int)OutlineLevel.Heading : (int)above + 1;

        return level > (int)OutlineLevel.Point ? null : new((OutlineLevel)Math.Min(level, deepest), passage.Unbolded);
    }

    /// <summary>Where the closing words begin: "Trên đây là Báo cáo …".</summary>
    private static int ClosingOf(IReadOnlyList<Passage> body)
    {
        for (var i = Math.Max(0, body.Count - LongestClosing); i < body.Count; i++)
            if (body[i].Hashes == 0 && body[i].Plain.StartsWith("Trên đây", StringComparison.OrdinalIgnoreCase))
                return i;

        return body.Count;
    }

    private static string AsText(Passage passage, int? shallowest)
    {
        // "**1.** Tiếp tục …" is a numbered paragraph: the law sets its number upright.
        if (passage.Hashes == 0) return BoldNumber().Replace(passage.Text, "$1 ");

        // Below the points one more heading, without a number; whatever else is set off is a bold line.
        var depth = shallowest is { } hashes ? passage.Hashes - hashes - 2 : 0;

        return depth == 1 ? $"# {passage.Text}" : passage.IsBold ? passage.Text : $"**{passage.Text}**";
    }

    [GeneratedRegex(@"^\*\*\s*(\d{1,3}\.|[a-zđ]\))\s*\*\*\s*")]
    private static partial Regex BoldNumber();
}

/// <summary>A section while its passages are gathered.</summary>
internal sealed partial class FoundSection(OutlineLevel level, string? heading)
{
    private readonly List<string> passages = [];

    public OutlineLevel Level => level;

    public string? Heading => heading;

    public bool IsEmpty => passages.Count == 0;

    public void Add(string passage) => passages.Add(passage);

    public ManuscriptSection Close(FoundNotes notes)
    {
        // A heading carries no note: its mark goes to the end of the paragraph below.
        var marks = string.Concat(NoteMark().Matches(heading ?? "").Select(match => match.Value));
        var title = heading is null ? null : NoteMark().Replace(heading, "").Trim();
        if (marks.Length > 0 && passages.Count > 0) passages[0] += marks;
        else if (marks.Length > 0) passages.Add(marks);

        var (text, definitions) = notes.Resolve(string.Join("\n\n", passages));

        return new(level, title, definitions.Length > 0 ? $"{text}\n\n{definitions}" : text);
    }

    [GeneratedRegex(@"<sup>\s*\d{1,3}\s*</sup>|\[\^[^\]\s]+\]")]
    private static partial Regex NoteMark();
}

internal static class OutlineRefusals
{
    public static Refusal NoHeadings { get; } = new(RefusalKind.Invalid, "no-headings", new(
        "Không tìm thấy tiêu đề nào trong báo cáo. Tiêu đề phải bắt đầu bằng dấu “#”, hoặc được in đậm và đánh số “I.”, “1.”, “a)”.",
        "No headings were found in the report. A heading begins with “#”, or is bold and numbered “I.”, “1.”, “a)”."));
}
