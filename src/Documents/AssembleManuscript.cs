using System.Text.RegularExpressions;
using Documents.Layout;
using Documents.Markdown;
using Documents.Model;
using Domain.Reports;

namespace Documents;

/// <summary>Joins the sections of a manuscript in order into one model: headings numbered by level, footnotes through the whole report.</summary>
internal static partial class AssembleManuscript
{
    public static Document Assemble(Manuscript manuscript)
    {
        var notes = new NoteRegister();
        var numbering = new Numbering();
        var reader = new MarkdownReader(numbering, notes);

        var summary = WithFirmNumbers(reader.ReadLine(manuscript.Abstract, manuscript.AbstractNotes).With(TextStyle.Bold));
        var basis = manuscript.Basis
            .Select((line, index) => Closed(reader.ReadLine(line), index == manuscript.Basis.Count - 1 ? "." : ";").With(TextStyle.Italic))
            .ToList();

        var body = new List<Block>();
        foreach (var section in manuscript.Sections)
        {
            if (section.Level == OutlineLevel.Plain)
                numbering.LeaveHeadings();
            else
                body.Add(ReadHeading(section, reader, numbering));

            body.AddRange(reader.Read(section.Text, section.Level));
        }

        return new()
        {
            Title = $"{manuscript.TypeName} {summary.PlainText().Replace('\u00A0', ' ')}".Trim(),
            Letterhead = manuscript.Letterhead,
            TypeName = manuscript.TypeName.InCapitals(),
            Abstract = summary,
            Addressees = [.. manuscript.Addressees.Select(Bare)],
            Basis = basis,
            Body = KeepTogether.Apply(EndMark.Append(Capitalise(body))),
            Signature = manuscript.Signature,
            Recipients = [.. manuscript.Recipients.Select(Bare)],
            Notes = notes.Notes,
            Images = manuscript.Images,
        };
    }

    private static Heading ReadHeading(ManuscriptSection section, MarkdownReader reader, Numbering numbering)
    {
        var rank = (int)section.Level;

        return new(rank, numbering.Heading(rank), reader.ReadLine(section.Heading ?? "")) { KeepsWithNext = true };
    }

    /// <summary>II.6.đ and V.6: the titles of parts and of "I.", "II." are in capitals.</summary>
    private static List<Block> Capitalise(List<Block> blocks) =>
        [.. blocks.Select(block => block is Heading { Rank: <= (int)OutlineLevel.Heading } heading ? heading with { Title = heading.Title.InCapitals() } : block)];

    /// <summary>"6 tháng", "năm 2024": in the few lines of a title a number stays with its word.</summary>
    private static IReadOnlyList<Inline> WithFirmNumbers(IReadOnlyList<Inline> title) =>
        [.. title.Select(inline => inline is Run run ? run with { Text = BlankAtNumber().Replace(run.Text, "\u00A0") } : inline)];

    [GeneratedRegex(@"(?<=(?:^|\s)\d{1,4}) (?=\p{L})|(?<=(?:năm|tháng|ngày|quý|khóa|số|thứ)) (?=[\dIVX])", RegexOptions.IgnoreCase)]
    private static partial Regex BlankAtNumber();

    private static IReadOnlyList<Inline> Closed(IReadOnlyList<Inline> line, string mark) => EndMark.Close(line, mark);

    /// <summary>The layout sets dashes and closing marks itself.</summary>
    private static string Bare(string line) => line.Trim().TrimStart('-', '–').TrimEnd(';', '.', ',').Trim();
}
