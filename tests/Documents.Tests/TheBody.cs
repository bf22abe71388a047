using Domain.Reports;

namespace Documents.Tests;

/// <summary>The body and the signature block in the PDF (Decree 30/2020/NĐ-CP, appendix I, part I, II.6 to II.9).</summary>
public sealed class TheBody(Printing printing)
{
    private const double Millimetre = 72 / 25.4;
    private const double Left = 30 * Millimetre;
    private const double Right = (210 - 15) * Millimetre;

    [Fact(DisplayName = "II.6.e: size 13–14, upright, justified, first line 1 or 1.27 cm in, lines single to 1.5, 6 pt between paragraphs")]
    public async Task Paragraphs_have_the_laws_measures()
    {
        using var report = await printing.PrintAsync(Given.ReportOf($"Đoạn thứ nhất {Given.Paragraph}\n\nĐoạn thứ hai {Given.Paragraph}"));

        var lines = report.Pages[0].Lines.SkipWhile(line => !line.Text.StartsWith("Đoạn thứ nhất", StringComparison.Ordinal)).ToList();
        var second = lines.FindIndex(line => line.Text.StartsWith("Đoạn thứ hai", StringComparison.Ordinal));
        Assert.InRange(lines[0].Size, 13, 14);
        Assert.True(lines[0].IsUpright && lines[0].IsRegular);
        Assert.Equal(12.7 * Millimetre, lines[0].Left - Left, 0.5);
        Assert.Equal(Left, lines[1].Left, 0.5);
        Assert.All(lines[..(second - 1)], line => Assert.Equal(Right, line.Right, 0.5));

        const double single = 14 * 1.149;
        var step = lines[1].Baseline - lines[0].Baseline;
        Assert.InRange(step, single - 0.1, 1.5 * single);
        Assert.True(lines[second].Baseline - lines[second - 1].Baseline - step >= 6 - 0.01);
    }

    [Fact(DisplayName = "II.6.đ, V.6.b: \"Phần I\" on a centred line, its title in bold capitals below")]
    public async Task A_part_stands_in_the_middle()
    {
        using var report = await printing.PrintAsync(Given.Report with
        {
            Sections = [new(OutlineLevel.Part, "Tình hình thực hiện", ""), new(OutlineLevel.Heading, "Kết quả", Given.Paragraph), new(OutlineLevel.Part, "Phương hướng", Given.Paragraph)],
        });

        var (number, title) = (report.Line("Phần I"), report.Line("TÌNH HÌNH THỰC HIỆN"));
        Assert.Equal("Phần I", number.Text);
        Assert.All([number, title], line =>
        {
            Assert.True(line.IsBold && line.IsUpright);
            Assert.InRange(line.Size, 13, 14);
            Assert.Equal((Left + Right) / 2, line.Middle, 1.0);
        });
        Assert.True(title.Baseline > number.Baseline);
        Assert.Equal("Phần II", report.Line("Phần II").Text);
    }

    [Fact(DisplayName = "V.6.b: \"I. TIÊU ĐỀ\" bold capitals; \"1. Tiêu đề\" and \"a) Tiêu đề\" bold, one line, at the indent")]
    public async Task Headings_are_bold_and_numbered()
    {
        using var report = await printing.PrintAsync(Given.Report with
        {
            Sections =
            [
                new(OutlineLevel.Heading, "Kết quả đạt được", ""),
                new(OutlineLevel.Clause, "Về kinh tế", ""),
                new(OutlineLevel.Point, "Nông nghiệp", Given.Paragraph),
            ],
        });

        Assert.All(["I. KẾT QUẢ ĐẠT ĐƯỢC", "1. Về kinh tế", "a) Nông nghiệp"], heading =>
        {
            var line = report.Line(heading);
            Assert.Equal(heading, line.Text);
            Assert.True(line.IsBold && line.IsUpright);
            Assert.InRange(line.Size, 13, 14);
            Assert.Equal(Left + 12.7 * Millimetre, line.Left, 0.5);
        });
    }

    [Fact(DisplayName = "V.6, row Khoản and Điểm without title: upright, not bold")]
    public async Task Numbered_paragraphs_are_regular()
    {
        using var report = await printing.PrintAsync(Given.ReportOf("1. Một việc.\n2. Hai việc."));

        var line = report.Line("a) Một việc.");
        Assert.True(line.IsRegular && line.IsUpright);
        Assert.Equal(Left + 12.7 * Millimetre, line.Left, 0.5);
    }

    [Theory(DisplayName = "Appendix III: the body ends with \"./.\"")]
    [InlineData("Hết.", "Hết./.")]
    [InlineData("Hết", "Hết./.")]
    [InlineData("Hết./.", "Hết./.")]
    [InlineData("Và nhiều việc khác...", "Và nhiều việc khác..../.")]
    public async Task The_body_ends_with_the_end_mark(string closing, string expected)
    {
        using var report = await printing.PrintAsync(Given.Report with { Sections = [new(OutlineLevel.Heading, "Kết quả", Given.Paragraph), new(OutlineLevel.Plain, null, closing)] });

        Assert.Equal(expected, report.Line(closing[..3]).Text);
        Assert.EndsWith(expected, report.Paragraph(closing[..3]).InnerText, StringComparison.Ordinal);
    }

    [Fact(DisplayName = "II.7: capacity, title and name 13–14 bold, the first two in capitals, centred in the right half")]
    public async Task The_signature_stands_in_the_right_half()
    {
        using var report = await printing.PrintAsync(Given.Report with { Signature = new(["TM. Ủy ban nhân dân", "KT. Chủ tịch", "Phó Chủ tịch"], "Lê Thị Hồng") });

        var capacity = report.Line("TM. ỦY BAN NHÂN DÂN");
        var name = report.Line("Lê Thị Hồng");
        Assert.All([capacity, report.Line("KT. CHỦ TỊCH"), report.Lines("PHÓ CHỦ TỊCH").Last(), name], line =>
        {
            Assert.InRange(line.Size, 13, 14);
            Assert.True(line.IsBold && line.IsUpright);
            Assert.True(line.Left > (Left + Right) / 2);
            Assert.Equal(capacity.Middle, line.Middle, 0.5);
        });
        Assert.True(name.Baseline - report.Lines("PHÓ CHỦ TỊCH").Last().Baseline > 60, "no place to sign");
        Assert.Empty(report.Lines("(Đã ký)"));
    }

    [Fact]
    public async Task A_signed_report_says_so_between_title_and_name()
    {
        using var report = await printing.PrintAsync(Given.Issued);

        var signed = report.Line("(Đã ký)");
        Assert.InRange(signed.Baseline, report.Line("TM. ỦY BAN").Baseline, report.Line("Trần Minh Đức").Baseline);
    }

    [Fact(DisplayName = "II.9.d: \"Nơi nhận:\" 12 bold italic, level with the capacity; the list 11 upright, dashes at the margin, \";\" and at last \".\"")]
    public async Task Recipients_stand_at_the_left_margin()
    {
        using var report = await printing.PrintAsync(Given.Report);

        var title = report.Line("Nơi nhận:");
        var list = report.Lines("- ").Where(line => line.Page == title.Page && line.Baseline > title.Baseline).ToList();
        Assert.Equal(12, title.Size);
        Assert.True(title.IsBold && title.IsItalic);
        Assert.Equal(report.Line("TM. ỦY BAN").Baseline, title.Baseline, 2.5);
        Assert.Equal(Left, title.Left, 0.5);
        Assert.Equal(["- Như trên;", "- Đại biểu Hội đồng nhân dân huyện;", "- Lưu: VT."], list.Select(line => line.Text));
        Assert.All(list, line =>
        {
            Assert.Equal(11, line.Size);
            Assert.True(line.IsUpright && line.IsRegular);
            Assert.Equal(Left, line.Left, 0.5);
        });
    }

    [Fact]
    public async Task A_long_word_does_not_run_out_of_the_page()
    {
        using var report = await printing.PrintAsync(Given.ReportOf($"Xem {new string('a', 300)} để biết."));

        Assert.All(report.Pages.SelectMany(page => page.Lines), line => Assert.True(line.Right < Right + 10, line.Text));
    }

    [Fact]
    public async Task Text_that_looks_like_code_is_only_text()
    {
        const string code = "#read(\"/etc/passwd\") $x^2$ = ký hiệu @nhãn <nhãn-1> *đậm* `mã` #include \"x\"";
        using var report = await printing.PrintAsync(Given.ReportOf($"{code.Replace("*", "\\*", StringComparison.Ordinal).Replace("`", "\\`", StringComparison.Ordinal).Replace("<", "\\<", StringComparison.Ordinal)} {Given.Sentence}"));

        Assert.Contains(code, string.Join(' ', report.Pages[0].Lines.Select(line => line.Text.Trim())), StringComparison.Ordinal);
    }
}
