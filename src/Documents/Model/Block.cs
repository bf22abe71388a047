using Domain.Reports;

namespace Documents.Model;

/// <summary>What stands on lines of its own in the body of a report.</summary>
public abstract record Block
{
    /// <summary>Stays on the page on which the next block begins.</summary>
    public bool KeepsWithNext { get; init; }
}

/// <param name="Rank">1 to 4 as <see cref="OutlineLevel"/>; 5 for what lies below the law's points and has no number.</param>
public sealed record Heading(int Rank, NumberLabel? Label, IReadOnlyList<Inline> Title) : Block;

/// <param name="Label">The numeral or dash that opens the paragraph, where it belongs to a list.</param>
public sealed record Paragraph(IReadOnlyList<Inline> Inlines, Label? Label = null) : Block
{
    /// <summary>A picture alone on its line stands in the middle of the page.</summary>
    public bool IsPicture => Label is null && Inlines is [Model.Picture];
}

/// <param name="Widths">Shares of the table's width, one a column, where its author drew them; otherwise they follow from the text.</param>
/// <param name="HeaderRows">How many rows are repeated at the head of each page.</param>
public sealed record Table(int Columns, IReadOnlyList<double>? Widths, int HeaderRows, IReadOnlyList<IReadOnlyList<Cell>> Rows) : Block;

/// <summary>A cell, or several merged ones; it is listed in the row and at the column in which it begins.</summary>
public sealed record Cell(int Column, int ColumnSpan, int RowSpan, CellAlignment Alignment, IReadOnlyList<Paragraph> Paragraphs);

public enum CellAlignment
{
    Left,
    Centre,
    Right,
}

/// <summary>What opens a numbered paragraph or one with a dash.</summary>
public abstract record Label
{
    public abstract string Text { get; }
}

/// <summary>A numeral of the outline: "Phần I", "I.", "1." or "a)".</summary>
public sealed record NumberLabel(OutlineLevel Level, int Number) : Label
{
    public override string Text => Level switch
    {
        OutlineLevel.Part => $"Phần {Vietnamese.Roman(Number)}",
        OutlineLevel.Heading => $"{Vietnamese.Roman(Number)}.",
        OutlineLevel.Clause => $"{Number}.",
        _ => $"{Vietnamese.PointLetter(Number)})",
    };
}

/// <summary>Below the points the law says nothing; by custom "-" and then "+".</summary>
public sealed record DashLabel(int Depth) : Label
{
    public override string Text => Depth == 1 ? "-" : "+";
}
