using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Documents.Tests;

/// <summary>Counts the lists of a Word file the way Word does (ISO/IEC 29500-1, 17.9): lists of one abstract numbering count together,
/// deeper levels begin anew below a higher one, overrides count or letter for themselves.</summary>
public sealed class WordNumbers(MainDocumentPart main)
{
    private readonly Numbering numbering = main.NumberingDefinitionsPart?.Numbering ?? throw new InvalidDataException("No lists.");
    private readonly Dictionary<int, int[]> counters = [];
    private readonly HashSet<(int Num, int Level)> restarted = [];

    public string Of(Paragraph paragraph)
    {
        ArgumentNullException.ThrowIfNull(paragraph);

        var reference = paragraph.ParagraphProperties?.NumberingProperties ?? throw new InvalidDataException("No list.");
        var (num, level) = (reference.NumberingId.Found().Val.Found().Value, reference.NumberingLevelReference.Found().Val.Found().Value);
        var instance = numbering.Elements<NumberingInstance>().Single(instance => instance.NumberID.Found().Value == num);
        var list = numbering.Elements<AbstractNum>().Single(list => list.AbstractNumberId.Found().Value == instance.AbstractNumId.Found().Val.Found().Value);
        var own = instance.Elements<LevelOverride>().SingleOrDefault(entry => entry.LevelIndex.Found().Value == level);
        var definition = own?.Level ?? list.Elements<Level>().Single(entry => entry.LevelIndex.Found().Value == level);

        if (!counters.TryGetValue(list.AbstractNumberId.Found().Value, out var counted)) counters.Add(list.AbstractNumberId.Found().Value, counted = new int[9]);
        counted[level] = own?.StartOverrideNumberingValue is { } start && restarted.Add((num, level)) ? start.Val.Found().Value : counted[level] + 1;
        Array.Clear(counted, level + 1, counted.Length - level - 1);

        return definition.LevelText.Found().Val.Found().Value.Found().Replace($"%{level + 1}", Numeral(counted[level], definition.NumberingFormat.Found().Val.Found().Value), StringComparison.Ordinal);
    }

    private static string Numeral(int number, NumberFormatValues format)
    {
        if (format == NumberFormatValues.UpperRoman) return Model.Vietnamese.Roman(number);
        if (format == NumberFormatValues.LowerLetter) return ((char)('a' + number - 1)).ToString();

        return number.ToString(CultureInfo.InvariantCulture);
    }
}
