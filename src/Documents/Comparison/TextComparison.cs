using Documents.Markdown;
using Documents.Model;
using Domain.Reports;

namespace Documents.Comparison;

/// <summary>What became of a text between two of its versions: block by block, inside a block word by word.</summary>
/// <param name="Level">Where the section stands in the outline.</param>
/// <param name="Notes">The footnotes' paragraphs, in their order.</param>
public sealed record TextComparison(OutlineLevel Level, IReadOnlyList<ComparedBlock> Blocks, IReadOnlyList<ComparedLine> Notes)
{
    /// <summary>How many places a reader has to look at.</summary>
    public int Changes { get; } = Blocks.Sum(block => block.Changes) + Notes.Sum(note => note.Changes);

    /// <param name="level">Where the section stands in the outline, for the numerals below it.</param>
    public static TextComparison Of(string old, string @new, OutlineLevel level)
    {
        ArgumentNullException.ThrowIfNull(old);
        ArgumentNullException.ThrowIfNull(@new);

        var (before, after) = (Read(old, level), Read(@new, level));

        return new(
            level,
            Alignment.Of(before.Blocks, after.Blocks, Words.Of, MayPair, Words.Weight).ConvertAll(pair => Compare(pair.Old, pair.New)),
            Alignment.Of(before.Notes, after.Notes, Words.Of, (_, _) => true, Words.Weight).ConvertAll(pair => ComparedLine.Of(pair.Old, pair.New)));
    }

    private static ComparedBlock Compare(Block? old, Block? @new) =>
        old is Table || @new is Table ? ComparedTable.Of(old as Table, @new as Table) : ComparedLine.Of(old, @new);

    // In a table with another number of columns no cell has its like at the same place.
    private static bool MayPair(Block old, Block @new) =>
        (old, @new) is (Table before, Table after) ? before.Columns == after.Columns : old is not Table && @new is not Table;

    private static (IReadOnlyList<Block> Blocks, IReadOnlyList<Block> Notes) Read(string text, OutlineLevel level)
    {
        var notes = new NoteRegister();
        var numbering = new Numbering();
        if (level != OutlineLevel.Plain) numbering.Heading((int)level);

        try
        {
            var blocks = new MarkdownReader(numbering, notes).Read(text, level);

            return (blocks, [.. notes.Notes.SelectMany(note => note.Paragraphs, (note, line) => new Paragraph(line, new NumberLabel(OutlineLevel.Clause, note.Number)))]);
        }
        catch (ArgumentException)
        {
            // Nested too deep to be read: its lines are compared as they were typed.
            return ([.. text.Split('\n').Where(line => line.Length > 0).Select(line => new Paragraph([new Run(line)]))], []);
        }
    }
}

/// <summary>A block of both texts, or of one.</summary>
public abstract record ComparedBlock
{
    /// <summary>How many places of it changed; one where it is new or gone as a whole.</summary>
    public abstract int Changes { get; }
}

/// <summary>A heading or a paragraph.</summary>
/// <param name="Old">Null where it is new.</param>
/// <param name="New">Null where it is gone.</param>
public sealed record ComparedLine(Block? Old, Block? New, IReadOnlyList<Piece> Pieces) : ComparedBlock
{
    /// <summary>The same words became a heading, a numbered paragraph, or one with a dash.</summary>
    public bool IsReshaped => Old is not null && New is not null && Shape(Old) != Shape(New);

    public override int Changes => Old is null || New is null ? 1 : Piece.Groups(Pieces) + (IsReshaped ? 1 : 0);

    public static ComparedLine Of(Block? old, Block? @new) => new(old, @new, Words.Compare(Inlines(old), Inlines(@new)));

    private static IReadOnlyList<Inline> Inlines(Block? block) => block switch
    {
        Heading heading => heading.Title,
        Paragraph paragraph => paragraph.Inlines,
        _ => [],
    };

    // The number itself moves when something is put in above: that is no change of this line.
    private static (int Rank, int Label) Shape(Block block) => block switch
    {
        Heading heading => (heading.Rank, 0),
        Paragraph { Label: DashLabel dash } => (0, dash.Depth),
        Paragraph { Label: NumberLabel number } => (0, -(int)number.Level - 1),
        _ => (0, 0),
    };
}

/// <summary>A table, row by row.</summary>
public sealed record ComparedTable(Table? Old, Table? New, IReadOnlyList<ComparedRow> Rows) : ComparedBlock
{
    public override int Changes => Old is null || New is null ? 1 : Rows.Sum(row => row.Changes);

    public static ComparedTable Of(Table? old, Table? @new) => new(
        old,
        @new,
        Alignment.Of(RowsOf(old), RowsOf(@new), Words.Of, (before, after) => before.Cells.Count == after.Cells.Count && before.IsHead == after.IsHead, Words.Weight)
            .ConvertAll(pair => ComparedRow.Of(pair.Old, pair.New)));

    private static IReadOnlyList<TableRow> RowsOf(Table? table) => table is null ? [] : [.. table.Rows.Select((cells, place) => new TableRow(cells, place < table.HeaderRows))];
}

public sealed record TableRow(IReadOnlyList<Cell> Cells, bool IsHead);

public sealed record ComparedRow(TableRow? Old, TableRow? New, IReadOnlyList<ComparedCell> Cells)
{
    public int Changes => Old is null || New is null ? 1 : Cells.Sum(cell => Piece.Groups(cell.Pieces));

    public static ComparedRow Of(TableRow? old, TableRow? @new) => new(old, @new,
    [
        .. Enumerable.Range(0, (@new ?? old)?.Cells.Count ?? 0).Select(place => ComparedCell.Of(old?.Cells[place], @new?.Cells[place])),
    ]);
}

public sealed record ComparedCell(Cell? Old, Cell? New, IReadOnlyList<Piece> Pieces)
{
    public static ComparedCell Of(Cell? old, Cell? @new) => new(old, @new, Words.Compare(Words.InlinesOf(old), Words.InlinesOf(@new)));
}

/// <summary>A word, or what stands between two: in both texts, or in one.</summary>
public sealed record Piece(Inline? Old, Inline? New)
{
    public bool IsKept => Old is not null && New is not null;

    /// <summary>Changed pieces beside one another are one place.</summary>
    internal static int Groups(IReadOnlyList<Piece> pieces) => pieces.Where((piece, place) => !piece.IsKept && (place == 0 || pieces[place - 1].IsKept)).Count();
}
