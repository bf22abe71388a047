using DocumentFormat.OpenXml.Wordprocessing;
using Documents.Layout;
using Documents.Model;
using Paragraph = DocumentFormat.OpenXml.Wordprocessing.Paragraph;
using Table = DocumentFormat.OpenXml.Wordprocessing.Table;

namespace Documents.Docx;

/// <summary>Tables whose heads are repeated on each page and whose rows do not break.</summary>
internal static class TableMarkup
{
    public static Table Write(Model.Table source, InlineMarkup inlines, NumberingSheet numbering)
    {
        var fit = TableFit.Of(source);
        var table = new Table(
            new TableProperties(
                new TableWidth { Width = Ooxml.Twips(fit.Columns.Sum()).Text(), Type = TableWidthUnitValues.Dxa },
                Ooxml.Grid(),
                new TableLayout { Type = TableLayoutValues.Fixed },
                Ooxml.CellMargins(Measures.CellPadding, Measures.CellPadding / 2)),
            new TableGrid(fit.Columns.Select(width => new GridColumn { Width = Ooxml.Twips(width).Text() })));

        for (var y = 0; y < source.Rows.Count; y++)
        {
            // A head alone at the foot of a page says nothing; nor may the signature block lose the rows that it stands with.
            var isHead = y < fit.HeaderRows;
            var keeps = isHead || (source.KeepsWithNext && y >= source.Rows.Count - 2);

            var properties = new TableRowProperties();
            if (!fit.Breakable[y]) properties.Append(new CantSplit());
            if (isHead) properties.Append(new TableHeader());

            var row = new TableRow();
            if (properties.HasChildren) row.Append(properties);
            row.Append(CellsAt(source, y).Select(place => Write(place, fit, keeps, inlines, numbering)));
            table.Append(row);
        }

        return table;
    }

    /// <summary>A cell, or a further row of one that is merged downwards: in WordprocessingML each row has its part.</summary>
    private readonly record struct Place(Cell Cell, bool IsContinued);

    private static IEnumerable<Place> CellsAt(Model.Table table, int y)
    {
        var own = table.Rows[y].Select(cell => new Place(cell, IsContinued: false));
        var from = table.Rows.Take(y).SelectMany((row, start) => row.Where(cell => start + cell.RowSpan > y)).Select(cell => new Place(cell, IsContinued: true));

        return own.Concat(from).OrderBy(place => place.Cell.Column);
    }

    private static TableCell Write(Place place, TableFit fit, bool keeps, InlineMarkup inlines, NumberingSheet numbering)
    {
        var cell = place.Cell;
        var properties = new TableCellProperties(Ooxml.CellWidth(fit.Columns.Skip(cell.Column).Take(cell.ColumnSpan).Sum()));
        if (cell.ColumnSpan > 1) properties.Append(new GridSpan { Val = cell.ColumnSpan });
        if (cell.RowSpan > 1) properties.Append(new VerticalMerge { Val = place.IsContinued ? MergedCellValues.Continue : MergedCellValues.Restart });
        properties.Append(new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Center });

        var paragraphs = place.IsContinued ? [] : cell.Paragraphs;
        var written = paragraphs.DefaultIfEmpty(new([])).Select(paragraph => Write(paragraph, cell.Alignment, fit, keeps, inlines, numbering));

        return new([properties, .. written]);
    }

    private static Paragraph Write(
        Model.Paragraph source, CellAlignment alignment, TableFit fit, bool keeps, InlineMarkup inlines, NumberingSheet numbering)
    {
        var properties = new ParagraphProperties(new ParagraphStyleId { Val = StyleSheet.TableText });
        if (keeps) properties.Append(new KeepNext());
        if (source.Label is { } label) properties.Append(numbering.For(label), new Indentation { Left = "0", FirstLine = "0" });
        properties.Append(new Justification
        {
            Val = alignment switch { CellAlignment.Centre => JustificationValues.Center, CellAlignment.Right => JustificationValues.Right, _ => JustificationValues.Left },
        });

        var paragraph = new Paragraph(properties);
        paragraph.Append(inlines.Write(source.Inlines));
        if (fit.Size < Measures.TableSize)
            foreach (var run in paragraph.Descendants<DocumentFormat.OpenXml.Wordprocessing.Run>())
                (run.RunProperties ??= new()).Append(new FontSize { Val = Ooxml.HalfPoints(fit.Size) });

        return paragraph;
    }
}
