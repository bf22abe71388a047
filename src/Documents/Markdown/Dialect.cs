using Markdig;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;

namespace Documents.Markdown;

/// <summary>The Markdown that sections are written in: CommonMark with tables, footnotes, raised and lowered text and the law's letters,
/// without what would change the meaning of ordinary prose.</summary>
internal static class Dialect
{
    private static readonly MarkdownPipeline pipeline = Build();

    /// <exception cref="ArgumentException">It is nested deeper than any text needs.</exception>
    public static MarkdownDocument Parse(string text) => Markdig.Markdown.Parse(text, pipeline);

    /// <summary>What of a block outside all others people move about by itself: the dashes of a list one by one, anything else as a whole.</summary>
    public static IEnumerable<Block> MovableIn(Block block) => block is ListBlock { IsOrdered: false } dashes ? dashes : [block];

    private static MarkdownPipeline Build()
    {
        var builder = new MarkdownPipelineBuilder()
            .UsePreciseSourceLocation()
            .UsePipeTables()
            .UseGridTables()
            .UseFootnotes()
            .UseEmphasisExtras(EmphasisExtraOptions.Superscript | EmphasisExtraOptions.Subscript);

        // A text pasted with spaces before its first lines is a paragraph, not a program.
        builder.BlockParsers.TryRemove<IndentedCodeBlockParser>();

        // A line of dashes below a sentence is a line, not a heading.
        builder.BlockParsers.FindExact<ParagraphBlockParser>()?.ParseSetextHeadings = false;

        builder.BlockParsers.FindExact<ListBlockParser>()?.ItemParsers.Add(new PointLetterParser());

        return builder.Build();
    }

    /// <summary>"a) … b) … c) … d) … đ) …", in the law's letters.</summary>
    private sealed class PointLetterParser : OrderedListItemParser
    {
        public PointLetterParser() => OpeningCharacters = [.. Model.Vietnamese.PointLetters];

        public override bool TryParse(BlockProcessor state, char pendingBulletType, out ListInfo result)
        {
            result = default;
            var letter = state.CurrentChar;
            if (state.PeekChar(1) != ')' || !state.PeekChar(2).IsSpaceOrTab()) return false;

            // "… theo điểm" / "b) khoản 2": a sentence whose lines were wrapped does not open a list in the middle.
            if (letter != 'a' && pendingBulletType != 'a' && state.LastBlock is ParagraphBlock above && state.IsOpen(above)) return false;

            state.NextChar();
            state.NextChar();
            result = new ListInfo
            {
                BulletType = 'a',
                OrderedStart = Model.Vietnamese.PointNumber(letter).ToString(System.Globalization.CultureInfo.InvariantCulture),
                OrderedDelimiter = ')',
                DefaultOrderedStart = "1",
            };

            return true;
        }
    }
}
