namespace Documents.Tests;

/// <summary>The measures of Decree 30/2020/NĐ-CP, appendix I, part I, read back out of the PDF.</summary>
public sealed class TheFirstPage(Printing printing)
{
    private const double Millimetre = 72 / 25.4;
    private const double Left = 30 * Millimetre;
    private const double Right = (210 - 15) * Millimetre;
    private const double Middle = (Left + Right) / 2;

    [Fact(DisplayName = "I.1–I.3: A4 upright, 20–25 mm above and below, 30–35 mm left, 15–20 mm right")]
    public async Task The_page_has_the_laws_margins()
    {
        using var report = await printing.PrintAsync(Given.ReportOf(string.Join("\n\n", Enumerable.Repeat(Given.Paragraph, 12))));

        Assert.Equal((595.3, 841.9), (Math.Round(report.Pages[0].Width, 1), Math.Round(report.Pages[0].Height, 1)));
        foreach (var page in report.Pages)
        {
            var body = page.Letters.Where(letter => letter.Value.Trim().Length > 0 && letter.StartBaseLine.Y < page.Height - 20 * Millimetre).ToList();
            Assert.InRange(body.Min(letter => letter.StartBaseLine.X), 30 * Millimetre - 0.1, 35 * Millimetre);
            Assert.InRange(page.Width - body.Max(letter => letter.EndBaseLine.X), 15 * Millimetre - 0.1, 20 * Millimetre);
            Assert.True(body.Min(letter => letter.BoundingBox.Bottom) >= 20 * Millimetre - 1);
            Assert.InRange(page.Height - body.Max(letter => letter.BoundingBox.Top), 20 * Millimetre - 1, 25 * Millimetre);
        }
    }

    [Fact(DisplayName = "I.4: Times New Roman (Tinos has its measures), black")]
    public async Task Everything_is_in_one_black_typeface()
    {
        using var report = await printing.PrintAsync(Given.Issued);

        Assert.All(report.Pages.SelectMany(page => page.Letters), letter =>
        {
            Assert.Contains("Tinos", letter.FontName, StringComparison.Ordinal);
            Assert.Equal((0, 0, 0), letter.Color.ToRGBValues());
        });
    }

    [Fact(DisplayName = "I.7: page numbers from 2, size 13–14, upright, centred in the top margin")]
    public async Task Pages_are_numbered_from_the_second()
    {
        using var report = await printing.PrintAsync(Given.ReportOf(string.Join("\n\n", Enumerable.Repeat(Given.Paragraph, 20))));

        Assert.DoesNotContain(report.Pages[0].Lines, line => line.Baseline < 20 * Millimetre);
        Assert.All(report.Pages.Skip(1), page =>
        {
            var number = Assert.Single(page.Lines, line => line.Baseline < 20 * Millimetre);
            Assert.Equal($"{page.Number}", number.Text);
            Assert.InRange(number.Size, 13, 14);
            Assert.True(number.IsUpright);
            Assert.Equal(Middle, number.Middle, 1.0);
        });
    }

    [Fact(DisplayName = "II.1: the nation's name 12–13 bold capitals at the upper right, the motto 13–14 bold under it, a line of its length below")]
    public async Task The_nation_and_its_motto_stand_at_the_upper_right()
    {
        using var report = await printing.PrintAsync(Given.Report);

        var nation = report.Line("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
        var motto = report.Line("Độc lập - Tự do - Hạnh phúc");
        var rule = RuleUnder(report, motto);
        Assert.Equal("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", nation.Text);
        Assert.InRange(nation.Size, 12, 13);
        Assert.InRange(motto.Size, 13, 14);
        Assert.True(nation.IsBold && nation.IsUpright && motto.IsBold && motto.IsUpright);
        Assert.True(nation.Left > Middle - 40);
        Assert.Equal(nation.Middle, motto.Middle, 0.5);
        Assert.InRange(motto.Baseline - nation.Baseline, 13, 16);
        Assert.Equal(motto.Length, rule.Length, 1.0);
        Assert.Equal(motto.Middle, rule.Left + rule.Length / 2, 0.5);
    }

    [Fact(DisplayName = "II.2: the agency 12–13 bold capitals, the superior regular above it, a line of 1/3–1/2 of the text below")]
    public async Task The_agency_stands_under_its_superior()
    {
        using var report = await printing.PrintAsync(Given.Report with
        {
            Letterhead = Given.Report.Letterhead with { Superior = ["UBND huyện Tân Hòa"], Agency = ["Phòng Kinh tế", "và Hạ tầng"] },
        });

        var superior = report.Line("UBND HUYỆN TÂN HÒA");
        var agency = report.Line("PHÒNG KINH TẾ");
        var last = report.Line("VÀ HẠ TẦNG");
        var rule = RuleUnder(report, last);
        Assert.InRange(superior.Size, 12, 13);
        Assert.InRange(agency.Size, 12, 13);
        Assert.True(superior.IsRegular && agency.IsBold && last.IsBold);
        Assert.True(superior.Baseline < agency.Baseline && agency.Baseline < last.Baseline);
        Assert.Equal(superior.Middle, agency.Middle, 0.5);
        Assert.Equal(report.Line("CỘNG HÒA").Baseline, superior.Baseline, 0.5);
        Assert.InRange(rule.Length, last.Length / 3, last.Length / 2);
        Assert.Equal(last.Middle, rule.Left + rule.Length / 2, 0.5);
    }

    [Fact(DisplayName = "II.2: a People's Committee has no superior above it")]
    public async Task A_committees_name_opens_the_page()
    {
        using var report = await printing.PrintAsync(Given.Report);

        Assert.Equal("ỦY BAN NHÂN DÂN", report.Pages[0].Lines[0].Text);
    }

    [Theory(DisplayName = "II.3: \"Số: 05/BC-UBND\", size 13, upright, a zero below 10, centred under the agency")]
    [InlineData(5, "Số: 05/BC-UBND")]
    [InlineData(15, "Số: 15/BC-UBND")]
    [InlineData(1263, "Số: 1263/BC-UBND")]
    public async Task The_number_stands_under_the_agency(int number, string expected)
    {
        using var report = await printing.PrintAsync(Given.Issued with { Letterhead = Given.Issued.Letterhead with { Number = number } });

        var line = report.Line("Số:");
        Assert.Equal(expected, line.Text);
        Assert.Equal(13, line.Size);
        Assert.True(line.IsUpright && line.IsRegular);
        Assert.Equal(report.Line("ỦY BAN NHÂN DÂN").Middle, line.Middle, 0.5);
    }

    [Theory(DisplayName = "II.4: place and date, size 13–14, italic, on the number's line; a zero for days below 10 and for months 1 and 2")]
    [InlineData(8, 6, "Tân Hòa, ngày 08 tháng 6 năm 2026")]
    [InlineData(18, 1, "Tân Hòa, ngày 18 tháng 01 năm 2026")]
    [InlineData(9, 2, "Tân Hòa, ngày 09 tháng 02 năm 2026")]
    [InlineData(30, 12, "Tân Hòa, ngày 30 tháng 12 năm 2026")]
    public async Task Place_and_date_stand_on_the_line_of_the_number(int day, int month, string expected)
    {
        using var report = await printing.PrintAsync(Given.Issued with { Letterhead = Given.Issued.Letterhead with { Day = day, Month = month } });

        var line = report.Line("Tân Hòa, ngày");
        Assert.Equal(expected, line.Text);
        Assert.InRange(line.Size, 13, 14);
        Assert.True(line.IsItalic && line.IsRegular);
        Assert.Equal(report.Line("Số:").Baseline, line.Baseline, 0.5);
        Assert.Equal(report.Line("CỘNG HÒA").Middle, line.Middle, 0.5);
    }

    [Fact(DisplayName = "Articles 13–15: number and day are left blank until the report is issued")]
    public async Task Number_and_day_are_blank_before_issue()
    {
        using var report = await printing.PrintAsync(Given.Report);

        Assert.Matches(@"^Số: {5,}/BC-UBND$", report.Line("Số:").Text);
        Assert.Matches(@"^Tân Hòa, ngày {4,}tháng 6 năm 2026$", report.Line("Tân Hòa, ngày").Text);
    }

    [Fact(DisplayName = "II.5: type and abstract 13–14 bold, centred, a line of 1/3–1/2 of the text below")]
    public async Task Type_and_abstract_stand_in_the_middle()
    {
        using var report = await printing.PrintAsync(Given.Report);

        var type = report.Line("BÁO CÁO");
        var first = report.Line("Kết quả công tác");
        var last = report.Line("cuối năm 2026");
        var rule = RuleUnder(report, last);
        Assert.Equal("BÁO CÁO", type.Text);
        Assert.All([type, first, last], line =>
        {
            Assert.InRange(line.Size, 13, 14);
            Assert.True(line.IsBold && line.IsUpright);
            Assert.Equal(Middle, line.Middle, 1.0);
        });
        Assert.InRange(rule.Length, last.Length / 3, last.Length / 2);
        Assert.InRange(rule.Length, first.Length / 3, first.Length / 2);
        Assert.Equal(Middle, rule.Left + rule.Length / 2, 0.5);
    }

    [Fact(DisplayName = "II.9.d: one addressee on the line of \"Kính gửi:\", size 13–14")]
    public async Task One_addressee_stands_on_the_line()
    {
        using var report = await printing.PrintAsync(Given.Report);

        var line = report.Line("Kính gửi");
        Assert.Equal("Kính gửi: Thường trực Hội đồng nhân dân huyện", line.Text);
        Assert.InRange(line.Size, 13, 14);
        Assert.True(line.IsUpright && line.IsRegular);
    }

    [Fact(DisplayName = "II.9.d: several addressees on lines of their own, dashes under the colon, \";\" and at last \".\"")]
    public async Task Several_addressees_stand_under_the_colon()
    {
        using var report = await printing.PrintAsync(Given.Report with { Addressees = ["Ban Thường vụ Huyện ủy;", "- Thường trực Hội đồng nhân dân huyện"] });

        var title = report.Line("Kính gửi");
        var (first, second) = (report.Line("- Ban Thường vụ Huyện ủy;"), report.Line("- Thường trực Hội đồng nhân dân huyện."));
        var colon = report.Pages[0].Letters.First(letter => letter.Value == ":" && Math.Abs(report.Pages[0].Height - letter.StartBaseLine.Y - title.Baseline) < 1);
        Assert.Equal("Kính gửi:", title.Text);
        Assert.Equal(first.Left, second.Left, 0.1);
        Assert.Equal(colon.StartBaseLine.X, first.Left, 0.5);
    }

    [Fact(DisplayName = "II.6.a: each basis in italics on its own line, closed by \";\", the last by \".\"")]
    public async Task The_basis_is_in_italics()
    {
        using var report = await printing.PrintAsync(Given.Report with
        {
            Basis = ["Căn cứ Luật Tổ chức chính quyền địa phương", "Căn cứ Quy chế làm việc của Ủy ban nhân dân huyện."],
        });

        var (first, last) = (report.Line("Căn cứ Luật"), report.Line("Căn cứ Quy chế"));
        Assert.EndsWith("phương;", first.Text, StringComparison.Ordinal);
        Assert.EndsWith("huyện.", last.Text, StringComparison.Ordinal);
        Assert.All([first, last], line =>
        {
            Assert.True(line.IsItalic);
            Assert.InRange(line.Size, 13, 14);
            Assert.Equal(Left + 12.7 * Millimetre, line.Left, 0.5);
        });
    }

    private static PrintedRule RuleUnder(PrintedReport report, PrintedLine line) =>
        report.Pages[line.Page - 1].Rules
            .Where(rule => rule.Y > line.Baseline && rule.Y < line.Baseline + 12 && rule.Left < line.Middle && rule.Left + rule.Length > line.Middle)
            .OrderBy(rule => rule.Y)
            .FirstOrDefault() ?? throw new InvalidDataException($"No rule under '{line.Text}' at {line.Baseline}: {string.Join(", ", report.Pages[line.Page - 1].Rules)}");
}
