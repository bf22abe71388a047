using Documents.Model;

namespace Documents.Layout;

/// <summary>Closes lines with the marks that the decree's samples close them with.</summary>
internal static class EndMark
{
    /// <summary>"./." ends the body in every sample of appendix III.</summary>
    private const string EndOfBody = "./.";

    public static List<Block> Append(List<Block> body)
    {
        if (body is [.., Paragraph { IsPicture: false } last])
            body[^1] = last with { Inlines = Close(last.Inlines, EndOfBody) };
        else
            body.Add(new Paragraph([new Run(EndOfBody)]));

        return body;
    }

    /// <summary>The line with the mark in place of its own full stop or semicolon, behind a footnote's number where it ends with one.</summary>
    public static IReadOnlyList<Inline> Close(IReadOnlyList<Inline> line, string mark)
    {
        var closed = line.ToList();
        if (closed.FindLastIndex(inline => inline is Run) is var at and >= 0 && closed[at] is Run run)
            closed[at] = run with { Text = WithoutMark(run.Text) };

        if (closed is [.., Run { Link: null } last])
            closed[^1] = last with { Text = last.Text + mark };
        else
            closed.Add(new Run(mark));

        return closed;
    }

    private static string WithoutMark(string text)
    {
        text = text.TrimEnd();
        if (text.EndsWith(EndOfBody, StringComparison.Ordinal)) text = text[..^EndOfBody.Length];

        // An ellipsis "..." stays.
        return text.EndsWith("..", StringComparison.Ordinal) ? text : text.TrimEnd(';').TrimEnd('.');
    }
}
