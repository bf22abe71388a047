using DocumentFormat.OpenXml.Wordprocessing;
using Documents.Layout;
using Documents.Model;
using OutlineLevel = Domain.Reports.OutlineLevel;

namespace Documents.Docx;

/// <summary>Real lists with the law's numerals. One multilevel list counts headings and numbered paragraphs together, as the model does:
/// Phần I / I. / 1. / a). Word letters a b c d as the law does and then goes on with e, so from đ on each letter has a
/// <c>w:num</c> of its own, whose level says its letter outright: the paragraph stays one of the list, and prints right.</summary>
internal sealed class NumberingSheet
{
    private const int Outline = 1;
    private const int Dashes = 2;
    private const int DashesNum = 2;

    /// <summary>Up to here Word's letters are those of the law.</summary>
    private const int LastCommonLetter = 4;

    private readonly List<NumberingInstance> nums =
    [
        new(new AbstractNumId { Val = Outline }) { NumberID = 1 },
        new(new AbstractNumId { Val = Dashes }) { NumberID = DashesNum },
    ];

    private readonly Dictionary<int, int> letterNums = [];

    /// <summary>What Word has counted so far, by level.</summary>
    private readonly int[] counted = new int[(int)OutlineLevel.Point + 1];

    private int current = 1;

    public NumberingProperties For(Label label) => label switch
    {
        NumberLabel number => For(number),
        DashLabel dash => Properties(DashesNum, Math.Min(dash.Depth, 2) - 1),
        _ => throw new NotSupportedException($"No list for {label.GetType().Name}."),
    };

    public DocumentFormat.OpenXml.Wordprocessing.Numbering Write() =>
        new([OutlineList(), DashList(), .. nums]);

    private NumberingProperties For(NumberLabel label)
    {
        var level = (int)label.Level;
        var follows = counted[level] + 1 == label.Number;
        counted[level] = label.Number;
        Array.Clear(counted, level + 1, counted.Length - level - 1);

        if (label.Level == OutlineLevel.Point && label.Number > LastCommonLetter) return Properties(NumOfLetter(label), level - 1);

        if (!follows)
        {
            current = nums.Count + 1;
            nums.Add(new(
                new AbstractNumId { Val = Outline },
                new LevelOverride(new StartOverrideNumberingValue { Val = label.Number }) { LevelIndex = level - 1 })
            { NumberID = current });
        }

        return Properties(current, level - 1);
    }

    private int NumOfLetter(NumberLabel label)
    {
        if (letterNums.TryGetValue(label.Number, out var known)) return known;

        var num = nums.Count + 1;
        var level = LevelOf(label.Level, label.Text, NumberFormatValues.None);
        nums.Add(new(new AbstractNumId { Val = Outline }, new LevelOverride(level) { LevelIndex = level.LevelIndex }) { NumberID = num });
        letterNums.Add(label.Number, num);

        return num;
    }

    private static AbstractNum OutlineList() => new(
        new MultiLevelType { Val = MultiLevelValues.Multilevel },
        LevelOf(OutlineLevel.Part, "Phần %1", NumberFormatValues.UpperRoman),
        LevelOf(OutlineLevel.Heading, "%2.", NumberFormatValues.UpperRoman),
        LevelOf(OutlineLevel.Clause, "%3.", NumberFormatValues.Decimal),
        LevelOf(OutlineLevel.Point, "%4)", NumberFormatValues.LowerLetter))
    { AbstractNumberId = Outline };

    private static AbstractNum DashList() => new(
        new MultiLevelType { Val = MultiLevelValues.HybridMultilevel },
        Level(0, "-", NumberFormatValues.Bullet, Measures.Indent),
        Level(1, "+", NumberFormatValues.Bullet, Measures.Indent))
    { AbstractNumberId = Dashes };

    private static Level LevelOf(OutlineLevel level, string text, NumberFormatValues format) =>
        Level((int)level - 1, text, format, level == OutlineLevel.Part ? 0 : Measures.Indent);

    private static Level Level(int index, string text, NumberFormatValues format, double indent) => new(
        new StartNumberingValue { Val = 1 },
        new NumberingFormat { Val = format },
        // The title of a part stands on the line below its number: the break is in the paragraph.
        new LevelSuffix { Val = indent == 0 ? LevelSuffixValues.Nothing : LevelSuffixValues.Space },
        new LevelText { Val = text },
        new LevelJustification { Val = LevelJustificationValues.Left },
        new PreviousParagraphProperties(new Indentation { Left = "0", FirstLine = Ooxml.Twips(indent).Text() }))
    { LevelIndex = index };

    private static NumberingProperties Properties(int num, int level) =>
        new(new NumberingLevelReference { Val = level }, new NumberingId { Val = num });
}
