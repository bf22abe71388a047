using Documents.Model;

namespace Documents.Layout;

/// <summary>The size of a table's text and the widths of its columns, the same in both files.</summary>
/// <param name="Columns">In points; together the width of the text.</param>
/// <param name="HeaderRows">Those that are repeated on each page; none where they would fill too much of it.</param>
/// <param name="Breakable">The rows that may break across pages since they would hardly fit on one.</param>
internal sealed record TableFit(double Size, IReadOnlyList<double> Columns, int HeaderRows, IReadOnlyList<bool> Breakable)
{
    public static TableFit Of(Table table)
    {
        var size = Measures.TableSize;
        while (size > Measures.SmallestTableSize && LeastWidths(table, size).Sum() > Measures.TextWidth) size--;

        var columns = table.Widths is { } drawn ? Drawn(drawn, LeastWidths(table, size)) : Share(table, size);
        var breakable = table.Rows.Select(row => row.Any(cell => Height(cell, columns, size) > Measures.TextHeight * 0.6)).ToList();

        // A head of more than a third of the page would leave no room for what it heads.
        var head = table.Rows.Take(table.HeaderRows).Sum(row => row.Select(cell => Height(cell, columns, size)).DefaultIfEmpty(0).Max());
        var headerRows = head < Measures.TextHeight / 3 ? table.HeaderRows : 0;

        return new(size, columns, headerRows, breakable);
    }

    private static double Height(Cell cell, IReadOnlyList<double> columns, double size)
    {
        var width = columns.Skip(cell.Column).Take(cell.ColumnSpan).Sum() - 2 * Measures.CellPadding;

        // Words leave the ends of lines empty, the more the narrower the column.
        return cell.Paragraphs.Sum(paragraph =>
            paragraph.Inlines.OfType<Picture>().Any() ? 0 : Math.Ceiling(1.3 * LineFit.Width(paragraph.Inlines, size) / Math.Max(width, 1)) * size * Measures.SingleLine);
    }

    /// <summary>The author's shares, unless a word needs more.</summary>
    private static double[] Drawn(IReadOnlyList<double> drawn, double[] least)
    {
        var total = drawn.Sum();

        return ToTextWidth([.. drawn.Select((share, column) => Math.Max(least[column], Measures.TextWidth * share / total))], least);
    }

    private static double[] Share(Table table, double size)
    {
        var least = LeastWidths(table, size);
        var wanted = (double[])least.Clone();

        // A head may well take several lines; what is below it decides. One long text must not leave the others a word a line.
        foreach (var cell in table.Rows.Skip(table.HeaderRows).SelectMany(row => row).Where(cell => cell.ColumnSpan == 1))
        {
            var whole = Padded(cell.Paragraphs.Select(paragraph => LineFit.Width(paragraph.Inlines, size)));
            wanted[cell.Column] = Math.Max(wanted[cell.Column], Math.Min(whole, Measures.TextWidth / 2));
        }

        return ToTextWidth(wanted, least);
    }

    private static double[] ToTextWidth(double[] wanted, double[] least)
    {
        var (sum, leastSum) = (wanted.Sum(), least.Sum());
        if (leastSum >= Measures.TextWidth) return [.. least.Select(width => width * Measures.TextWidth / leastSum)];
        if (sum <= Measures.TextWidth) return [.. wanted.Select(width => width * Measures.TextWidth / sum)];

        var share = (Measures.TextWidth - leastSum) / (sum - leastSum);

        return [.. wanted.Select((width, column) => least[column] + (width - least[column]) * share)];
    }

    private static double[] LeastWidths(Table table, double size)
    {
        var least = new double[table.Columns];
        foreach (var cell in table.Rows.SelectMany(row => row).Where(cell => cell.ColumnSpan == 1))
            least[cell.Column] = Math.Max(least[cell.Column], Padded(cell.Paragraphs.SelectMany(LongestWords)));

        return least;

        IEnumerable<double> LongestWords(Paragraph paragraph) => paragraph.Inlines.OfType<Run>()
            .SelectMany(run => run.Text.Split(' ').Select(word => LineFit.Width([run with { Text = word }], size)));
    }

    private static double Padded(IEnumerable<double> widths) => widths.DefaultIfEmpty(0).Max() + 2 * Measures.CellPadding + 2;
}
