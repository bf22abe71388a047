using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Domain.Reports;
using OutlineLevel = Domain.Reports.OutlineLevel;

namespace Documents.Tests;

/// <summary>The same measures in the Word file, as what Word will do with them.</summary>
public sealed class TheWordFile(Printing printing)
{
    private const int TwipsPerMillimetre = 1440 * 10 / 254;

    /// <summary>One report with everything that the model knows.</summary>
    private static readonly Manuscript everything = Given.Issued with
    {
        Letterhead = Given.Issued.Letterhead with { Superior = ["UBND tỉnh Hậu Giang"] },
        Abstract = "Công tác của UBND[^1] huyện năm 2026",
        AbstractNotes = "[^1]: Ủy ban nhân dân.",
        Addressees = ["Ban Thường vụ Huyện ủy", "Thường trực Hội đồng nhân dân huyện"],
        Basis = ["Căn cứ Luật Tổ chức chính quyền địa phương", "Căn cứ Quy chế làm việc"],
        Sections =
        [
            new(OutlineLevel.Part, "Kết quả", ""),
            new(OutlineLevel.Heading, "Chung", $"1. Một[^a]\n   - Gạch\n     - Cộng\n2. Hai[^a] H~2~O, m^2^, *nghiêng*, **đậm**, [liên kết](https://example.org/), dòng\\\nmới.\n\n[^a]: Chú thích.\n\n    Đoạn hai."),
            new(OutlineLevel.Clause, "Điểm", string.Join("\n\n", "abcdđeg".Select(letter => $"{letter}) Điểm {letter}"))),
            new(OutlineLevel.Clause, "Bảng", $"Bảng 1. Kết quả\n\n{Given.Table(40)}\n\n{Given.Table(2)}"),
            new(OutlineLevel.Clause, "Bảng gộp", "+-----+-----+-----+\n| A   | B         |\n+     +-----+-----+\n|     | C   | D   |\n+=====+=====+=====+\n| 1   | 2   | 3   |\n+     +-----+-----+\n|     | rộng      |\n+-----+-----+-----+"),
            new(OutlineLevel.Clause, "Ảnh", $"![Sơ đồ](image:{Pictures.PngHash})"),
            new(OutlineLevel.Plain, null, Given.Closing),
        ],
        Images = new Dictionary<string, ReadOnlyMemory<byte>> { [Pictures.PngHash] = Pictures.Png },
    };

    [Fact]
    public async Task It_is_valid_and_has_no_duplicate_ids()
    {
        using var report = await printing.PrintAsync(everything);

        var errors = new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(report.Word, TestContext.Current.CancellationToken);

        Assert.Empty(errors.Select(error => $"{error.Path?.XPath}: {error.Description}"));
    }

    [Fact]
    public async Task The_same_manuscript_gives_the_same_bytes()
    {
        using var first = await printing.PrintAsync(everything);
        using var second = await printing.PrintAsync(everything);

        Assert.Equal(first.Files.Docx.ToArray(), second.Files.Docx.ToArray());
        Assert.Equal(first.Files.Pdf.ToArray(), second.Files.Pdf.ToArray());
    }

    [Fact(DisplayName = "I.1–I.4, I.7: A4, margins, Times New Roman, Vietnamese, page numbers centred from page 2")]
    public async Task Page_font_and_language_are_the_laws()
    {
        using var report = await printing.PrintAsync(everything);

        var section = report.Body.Elements<SectionProperties>().Single();
        var (size, margin) = (section.GetFirstChild<PageSize>().Found(), section.GetFirstChild<PageMargin>().Found());
        Assert.Equal((11906u, 16838u), (size.Width.Found().Value, size.Height.Found().Value));
        Assert.InRange(margin.Top.Found().Value, 20 * TwipsPerMillimetre, 25 * TwipsPerMillimetre + 5);
        Assert.InRange(margin.Bottom.Found().Value, 20 * TwipsPerMillimetre, 25 * TwipsPerMillimetre + 5);
        Assert.InRange((int)margin.Left.Found().Value, 30 * TwipsPerMillimetre, 35 * TwipsPerMillimetre + 5);
        Assert.InRange((int)margin.Right.Found().Value, 15 * TwipsPerMillimetre - 5, 20 * TwipsPerMillimetre + 5);

        var defaults = report.Main.StyleDefinitionsPart.Found().Styles.Found().DocDefaults.Found().RunPropertiesDefault.Found().RunPropertiesBaseStyle.Found();
        Assert.Equal("Times New Roman", defaults.RunFonts.Found().Ascii.Found().Value);
        Assert.Equal("vi-VN", defaults.Languages.Found().Val.Found().Value);

        Assert.NotNull(section.GetFirstChild<TitlePage>());
        var headers = section.Elements<HeaderReference>().ToDictionary(reference => reference.Type.Found().InnerText.Found(), reference => (DocumentFormat.OpenXml.Packaging.HeaderPart)report.Main.GetPartById(reference.Id.Found().Value.Found()));
        Assert.Contains("PAGE", headers["default"].Header.Found().Descendants<SimpleField>().Single().Instruction.Found().Value, StringComparison.Ordinal);
        Assert.Empty(headers["first"].Header.Found().Descendants<SimpleField>());
        var number = headers["default"].Header.Found().Descendants<Paragraph>().Single();
        Assert.Equal(JustificationValues.Center, report.Effective<Justification>(number).Found().Val.Found().Value);
        Assert.InRange(report.Size(number), 13, 14);
    }

    [Theory(DisplayName = "II.1–II.9, V: sizes and styles of the components")]
    [InlineData("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12, 13, true, false)]
    [InlineData("Độc lập - Tự do - Hạnh phúc", 13, 14, true, false)]
    [InlineData("UBND TỈNH HẬU GIANG", 12, 13, false, false)]
    [InlineData("ỦY BAN NHÂN DÂN", 12, 13, true, false)]
    [InlineData("Số: 05/BC-UBND", 13, 13, false, false)]
    [InlineData("Tân Hòa, ngày 08 tháng 6 năm 2026", 13, 14, false, true)]
    [InlineData("BÁO CÁO", 13, 14, true, false)]
    [InlineData("Công tác của UBND", 13, 14, true, false)]
    [InlineData("Kính gửi:", 13, 14, false, false)]
    [InlineData("Căn cứ Luật", 13, 14, false, true)]
    [InlineData("Một", 13, 14, false, false)]
    [InlineData("TM. ỦY BAN NHÂN DÂN", 13, 14, true, false)]
    [InlineData("Trần Minh Đức", 13, 14, true, false)]
    [InlineData("Nơi nhận:", 12, 12, true, true)]
    [InlineData("- Như trên;", 11, 11, false, false)]
    public async Task Components_have_the_laws_sizes_and_styles(string words, double least, double most, bool isBold, bool isItalic)
    {
        using var report = await printing.PrintAsync(everything);

        var paragraph = report.Paragraph(words);
        Assert.InRange(report.Size(paragraph), least, most);
        Assert.Equal(isBold, report.Effective<Bold>(paragraph) is not null);
        Assert.Equal(isItalic, report.Effective<Italic>(paragraph) is not null);
    }

    [Fact(DisplayName = "II.6.e: justified, first line 1.27 cm in, 6 pt between paragraphs, lines between single and 1.5, no widows")]
    public async Task Paragraphs_have_the_laws_measures()
    {
        using var report = await printing.PrintAsync(everything);

        var paragraph = report.Paragraph("Trên đây là");
        var spacing = report.Effective<SpacingBetweenLines>(paragraph).Found();
        Assert.Equal(JustificationValues.Both, report.Effective<Justification>(paragraph).Found().Val.Found().Value);
        Assert.Equal("720", report.Effective<Indentation>(paragraph).Found().FirstLine.Found().Value);
        Assert.True(Number(spacing.After.Found().Value.Found()) >= 120);
        Assert.InRange(Number(spacing.Line.Found().Value.Found()), 240, 360);
        Assert.NotNull(report.Effective<WidowControl>(paragraph));
        Assert.EndsWith("./.", paragraph.InnerText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Headings_are_known_to_Word_and_keep_with_their_text()
    {
        using var report = await printing.PrintAsync(everything);

        Assert.All([("KẾT QUẢ", 0), ("CHUNG", 1), ("Điểm", 2)], heading =>
        {
            var paragraph = report.Paragraphs.First(paragraph => paragraph.InnerText == heading.Item1);
            Assert.Equal(heading.Item2, report.Effective<DocumentFormat.OpenXml.Wordprocessing.OutlineLevel>(paragraph).Found().Val.Found().Value);
            Assert.NotNull(report.Effective<KeepNext>(paragraph));
            Assert.NotNull(paragraph.ParagraphProperties.Found().NumberingProperties);
        });
    }

    [Fact(DisplayName = "II.6.đ: real lists whose letters are those of the law")]
    public async Task Lists_are_real_and_lettered_as_the_law_letters_them()
    {
        using var report = await printing.PrintAsync(everything);

        var labels = new WordNumbers(report.Main);
        Assert.Equal(
            ["Phần I", "I.", "1.", "-", "+", "2.", "3.", "a)", "b)", "c)", "d)", "đ)", "e)", "g)", "4.", "5.", "6."],
            report.Paragraphs.Where(paragraph => paragraph.ParagraphProperties?.NumberingProperties is not null).Select(labels.Of));
    }

    [Fact]
    public async Task Footnotes_are_real()
    {
        using var report = await printing.PrintAsync(everything);

        var notes = report.Main.FootnotesPart.Found().Footnotes.Found().Elements<Footnote>().Where(note => note.Id.Found().Value > 0).ToList();
        Assert.Equal([" Ủy ban nhân dân.", " Chú thích.Đoạn hai."], notes.Select(note => note.InnerText));
        Assert.Equal([1, 2], report.Body.Descendants<FootnoteReference>().Select(reference => reference.Id.Found().Value));
        Assert.Single(report.Body.Descendants<SimpleField>(), field => field.Instruction.Found().Value.Found().Contains("NOTEREF _Note2", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Tables_repeat_their_heads_and_keep_their_rows_whole()
    {
        using var report = await printing.PrintAsync(everything);

        var table = report.Body.Descendants<Table>().Single(table => table.Elements<TableRow>().Count() == 41);
        var rows = table.Elements<TableRow>().ToList();
        Assert.NotNull(rows[0].TableRowProperties.Found().GetFirstChild<TableHeader>());
        Assert.All(rows, row => Assert.NotNull(row.TableRowProperties.Found().GetFirstChild<CantSplit>()));
        Assert.Equal("Bảng 1. Kết quả", table.PreviousSibling<Paragraph>().Found().InnerText);
        Assert.NotNull(table.PreviousSibling<Paragraph>().Found().ParagraphProperties.Found().KeepNext);
    }

    [Fact(DisplayName = "IV: letterhead and signature block are tables without borders; the latter keeps with the text and does not split")]
    public async Task Letterhead_and_signature_are_tables_without_borders()
    {
        using var report = await printing.PrintAsync(everything);

        var tables = report.Body.Elements<Table>().ToList();
        Assert.All([tables[0], tables[^1]], table =>
            Assert.All(table.GetFirstChild<TableProperties>().Found().TableBorders.Found().Elements<BorderType>(), border => Assert.Equal(BorderValues.Nil, border.Val.Found().Value)));
        Assert.NotNull(Assert.Single(tables[^1].Elements<TableRow>()).TableRowProperties.Found().GetFirstChild<CantSplit>());
        Assert.NotNull(tables[^1].PreviousSibling<Paragraph>().Found().ParagraphProperties.Found().KeepNext);
        Assert.Contains("(Đã ký)", tables[^1].InnerText, StringComparison.Ordinal);
    }

    [Fact(DisplayName = "II.1.b, II.2.b, II.5.b: lines under motto, agency and abstract")]
    public async Task Lines_under_the_components_are_short_borders()
    {
        using var report = await printing.PrintAsync(everything);

        var rules = report.Paragraphs.Where(paragraph => paragraph.ParagraphProperties?.ParagraphBorders?.TopBorder is not null).ToList();
        Assert.Equal(["HUYỆN TÂN HÒA", "Độc lập - Tự do - Hạnh phúc", "Công tác của UBND huyện năm 2026"], rules.Select(rule => rule.PreviousSibling<Paragraph>().Found().InnerText.Replace('\u00A0', ' ')));
        Assert.All(rules, rule => Assert.True(Number(rule.ParagraphProperties.Found().Indentation.Found().Left.Found().Value.Found()) > 0));
    }

    [Fact]
    public async Task The_title_and_the_agency_are_in_its_properties()
    {
        using var report = await printing.PrintAsync(everything);
        using var zip = new ZipArchive(new MemoryStream(report.Files.Docx.ToArray()));

        using var reader = new StreamReader(zip.GetEntry("docProps/core.xml").Found().Open());
        var properties = await reader.ReadToEndAsync(TestContext.Current.CancellationToken);

        Assert.Contains("Báo cáo Công tác của UBND huyện năm 2026", properties, StringComparison.Ordinal);
        Assert.Contains("vi-VN", properties, StringComparison.Ordinal);
    }

    private static int Number(string number) => int.Parse(number, System.Globalization.CultureInfo.InvariantCulture);
}
