using System.Buffers.Binary;

namespace Documents.Layout;

/// <summary>The widths of a typeface's letters. Tinos has those of Times New Roman, so that what is measured holds for both files.</summary>
internal sealed class Typeface
{
    private readonly Dictionary<int, double> widths = [];
    private readonly double unknown;

    private Typeface(ReadOnlySpan<byte> font)
    {
        var unitsPerEm = UInt16(Table(font, "head"), 18);
        var metricsCount = UInt16(Table(font, "hhea"), 34);
        var metrics = Table(font, "hmtx");
        var glyphs = Format4(Table(font, "cmap"));

        unknown = (double)UInt16(metrics, 0) / unitsPerEm;

        // OpenType, cmap format 4: segments of characters, each with a shift into the glyphs or a list of them.
        var segments = UInt16(glyphs, 6) / 2;
        for (var segment = 0; segment < segments; segment++)
        {
            var end = UInt16(glyphs, 14 + 2 * segment);
            var start = UInt16(glyphs, 16 + 2 * (segments + segment));
            var delta = UInt16(glyphs, 16 + 2 * (2 * segments + segment));
            var rangePlace = 16 + 2 * (3 * segments + segment);
            var range = UInt16(glyphs, rangePlace);

            for (int character = start; character <= end && character != 0xFFFF; character++)
            {
                var glyph = range == 0 ? character : UInt16(glyphs, rangePlace + range + 2 * (character - start));
                if (glyph != 0) glyph = (glyph + delta) & 0xFFFF;

                widths[character] = (double)UInt16(metrics, 4 * Math.Min(glyph, metricsCount - 1)) / unitsPerEm;
            }
        }
    }

    public static Typeface Regular { get; } = Load("400Regular");

    public static Typeface Bold { get; } = Load("700Bold");

    /// <summary>In points.</summary>
    public double Width(string text, double size)
    {
        var width = 0.0;
        foreach (var rune in text.EnumerateRunes())
            width += widths.GetValueOrDefault(rune.Value, unknown);

        return width * size;
    }

    private static Typeface Load(string style) =>
        new(File.ReadAllBytes(Path.Combine(Pdf.TypstProgram.Folder, "node_modules", "@expo-google-fonts", "tinos", style, $"Tinos_{style}.ttf")));

    private static ReadOnlySpan<byte> Table(ReadOnlySpan<byte> font, string tag)
    {
        var tables = UInt16(font, 4);
        for (var entry = 12; entry < 12 + 16 * tables; entry += 16)
            if (font.Slice(entry, 4).SequenceEqual(System.Text.Encoding.ASCII.GetBytes(tag)))
                return font[Int32(font, entry + 8)..];

        throw new InvalidDataException($"The font has no table '{tag}'.");
    }

    private static ReadOnlySpan<byte> Format4(ReadOnlySpan<byte> cmap)
    {
        for (var entry = 4; entry < 4 + 8 * UInt16(cmap, 2); entry += 8)
            if (cmap[Int32(cmap, entry + 4)..] is var subtable && UInt16(subtable, 0) == 4)
                return subtable;

        throw new InvalidDataException("The font does not map its characters in format 4.");
    }

    private static ushort UInt16(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16BigEndian(bytes[at..]);

    private static int Int32(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadInt32BigEndian(bytes[at..]);
}
