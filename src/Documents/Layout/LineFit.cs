using Documents.Model;

namespace Documents.Layout;

/// <summary>How words fill lines.</summary>
internal static class LineFit
{
    public static double Width(IEnumerable<Inline> inlines, double size) => inlines.Sum(inline => inline switch
    {
        Run run => Face(run).Width(run.Text, size),
        NoteMark mark => 0.6 * Typeface.Regular.Width(mark.Note.Number.ToString(Vietnamese.Culture), size),
        _ => 0,
    });

    /// <summary>About how many lines a paragraph takes: enough to judge what should stay together.</summary>
    public static int Lines(Paragraph paragraph, double width, double size)
    {
        var lines = 1 + paragraph.Inlines.Count(inline => inline is LineBreak);

        return Math.Max(lines, (int)Math.Ceiling((Measures.Indent + Width(paragraph.Inlines, size)) / width));
    }

    /// <summary>The lines that a centred text breaks into, and the least width that still gives as few of them: lines of nearly one length.</summary>
    public static (double Width, IReadOnlyList<double> Lines) Balance(IReadOnlyList<Inline> inlines, double size, double widest)
    {
        var words = Words(inlines, size);
        var space = Typeface.Bold.Width(" ", size);
        var count = Break(words, space, widest).Count;

        var (low, high) = (words.DefaultIfEmpty(0).Max(), widest);
        while (high - low > 1)
        {
            var middle = (low + high) / 2;
            if (Break(words, space, middle).Count > count) low = middle;
            else high = middle;
        }

        // More than the least, so that a face with slightly wider letters breaks no line early; but not so much that a word moves up.
        var lines = Break(words, space, high);
        var room = Enumerable.Range(0, 13).Select(step => Math.Min(high * (1.06 - 0.005 * step), widest)).First(room => Break(words, space, room).SequenceEqual(lines));

        return (room, lines);
    }

    /// <summary>The line under a component: between a third and a half of the length of its text (II.2.b, II.5.b), of the last line above all.</summary>
    public static double RuleLength(IReadOnlyList<double> lines)
    {
        if (lines.Count == 0) return 0;

        var (third, half) = (lines.Max() / 3, lines[^1] / 2);

        return third <= half ? (third + half) / 2 : lines[^1] * 0.45;
    }

    /// <summary>The lengths of the lines that a text breaks into.</summary>
    public static IReadOnlyList<double> Break(IReadOnlyList<Inline> inlines, double size, double width) =>
        Break(Words(inlines, size), Typeface.Bold.Width(" ", size), width);

    private static Typeface Face(Run run) => run.Style.HasFlag(TextStyle.Bold) ? Typeface.Bold : Typeface.Regular;

    private static List<double> Words(IReadOnlyList<Inline> inlines, double size)
    {
        var words = new List<double>();
        var word = 0.0;
        foreach (var inline in inlines)
            if (inline is Run run)
            {
                var parts = run.Text.Split(' ');
                for (var i = 0; i < parts.Length; i++)
                {
                    if (i > 0)
                    {
                        words.Add(word);
                        word = 0;
                    }

                    word += Face(run).Width(parts[i], size);
                }
            }
            else
                word += Width([inline], size);

        words.Add(word);

        return words;
    }

    private static List<double> Break(List<double> words, double space, double width)
    {
        var lines = new List<double>();
        var line = 0.0;
        foreach (var word in words)
            if (line > 0 && line + space + word > width)
            {
                lines.Add(line);
                line = word;
            }
            else
                line += (line > 0 ? space : 0) + word;

        lines.Add(line);

        return lines;
    }
}
