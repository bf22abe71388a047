using Documents.Model;

namespace Documents.Markdown;

/// <summary>Lays a table's cells into a grid without gaps or overlaps, whatever its source looks like.</summary>
internal sealed class TableGrid(int columns, int rows, int headerRows)
{
    private readonly Cell?[,] cells = new Cell?[rows, columns];
    private readonly bool[,] isTaken = new bool[rows, columns];

    /// <param name="column">-1 for the next free one.</param>
    public void Place(
        int row, int column, int columnSpan, int rowSpan, IReadOnlyList<Paragraph> paragraphs)
    {
        if (column < 0)
            for (column = 0; column < columns && isTaken[row, column]; column++) { }

        if (column >= columns || isTaken[row, column]) return;

        var width = 1;
        while (width < columnSpan && column + width < columns && !isTaken[row, column + width]) width++;

        // The head is repeated by itself: no cell reaches from it into the rows below.
        var height = Math.Clamp(rowSpan, 1, (row < headerRows ? headerRows : rows) - row);
        for (var y = row; y < row + height; y++)
            for (var x = column; x < column + width; x++)
                isTaken[y, x] = true;

        cells[row, column] = new(column, width, height, CellAlignment.Left, paragraphs);
    }

    /// <param name="alignmentOf">What the column's author chose; null where they did not.</param>
    public IReadOnlyList<IReadOnlyList<Cell>> Close(Func<int, CellAlignment?> alignmentOf)
    {
        for (var row = 0; row < rows; row++)
            for (var column = 0; column < columns; column++)
                if (!isTaken[row, column])
                    cells[row, column] = new(column, 1, 1, CellAlignment.Left, []);

        var aligned = Enumerable.Range(0, columns).Select(column => (Chosen: alignmentOf(column), Usual: UsualAlignment.Of(Of(column, 0, headerRows), Of(column, headerRows, rows)))).ToList();

        return [.. Enumerable.Range(0, rows).Select(row =>
            Enumerable.Range(0, columns).Select(column => cells[row, column]).OfType<Cell>().Select(cell => cell with { Alignment = AlignmentOf(cell, row) }).ToList())];

        // Merged cells hold what heads others, in words.
        CellAlignment AlignmentOf(Cell cell, int row) =>
            row < headerRows ? CellAlignment.Centre : aligned[cell.Column].Chosen ?? (cell.ColumnSpan > 1 ? CellAlignment.Left : aligned[cell.Column].Usual);
    }

    private IEnumerable<Cell> Of(int column, int from, int to) =>
        Enumerable.Range(from, to - from).Select(row => cells[row, column]).OfType<Cell>().Where(cell => cell.ColumnSpan == 1);
}
