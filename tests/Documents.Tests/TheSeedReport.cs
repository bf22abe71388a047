using System.Text.RegularExpressions;

namespace Documents.Tests;

/// <summary>A real report of a district, as a scanner read it: kept beside the repository, not in it.</summary>
public sealed partial class TheSeedReport(Printing printing)
{
    [Fact]
    public async Task Its_outline_is_read()
    {
        var report = printing.OutlineReader.Read(await SeedAsync()).Value;

        Assert.Equal((1263, "BC-UBND", "Vĩnh Thạnh", new DateOnly(2024, 6, 18)), (report.Number, report.Symbol, report.Place, report.IssuedOn));
        Assert.Equal(
            [0, 2, 3, 3, 2, 3, 3, 2, 3, 3, 3, 4, 4, 4, 3, 2, 3, 3, 2, 0],
            report.Sections.Select(section => (int)section.Level));
        Assert.Equal(["Đoàn Quốc Sĩ"], [report.SignerName]);
        Assert.Equal(6, report.Recipients.Count);
        Assert.All(report.Sections, section => Assert.Empty(printing.TextCheck.Check(section.Text, section.Level)));
    }

    [Fact]
    public async Task Every_word_of_its_body_stands_in_order_in_both_files()
    {
        var seed = await SeedAsync();
        using var printed = await PrintAsync(seed);

        // Footnotes go to the feet of their pages, so body and notes are compared apart.
        var body = NoteParagraphs().Replace(seed[seed.IndexOf("Thực hiện Nghị quyết", StringComparison.Ordinal)..seed.IndexOf("**Nơi nhận:**", StringComparison.Ordinal)], "");
        var words = PrintedReport.WordsOf(WithoutNumbers(Marks().Replace(body, "")));

        var pdf = string.Join('\n', printed.Pages.SelectMany(page => page.Lines)
            .Where(line => line.Baseline > 57 && line.Size > 12)
            .Select(line => line.Text));
        pdf = pdf[pdf.IndexOf("Thực hiện Nghị quyết", StringComparison.Ordinal)..pdf.IndexOf("TM. ỦY BAN", StringComparison.Ordinal)];
        Assert.Equal(words, PrintedReport.WordsOf(WithoutNumbers(pdf)));

        var docx = string.Join('\n', printed.Paragraphs
            .SkipWhile(paragraph => !paragraph.InnerText.StartsWith("Thực hiện Nghị quyết", StringComparison.Ordinal))
            .TakeWhile(paragraph => !paragraph.InnerText.StartsWith("Nơi nhận", StringComparison.Ordinal))
            .Select(paragraph => paragraph.InnerText));
        Assert.Equal(words, PrintedReport.WordsOf(docx));
    }

    [Fact]
    public async Task Its_five_footnotes_stand_at_the_feet_of_their_pages()
    {
        using var printed = await PrintAsync(await SeedAsync());

        Assert.All(
            [
                ("Công tác chỉ đạo, điều hành của UBND", "Các từ viết tắt trong văn bản"), ("14 Ủy viên UBND huyện", "Tại kỳ họp thứ nhất"),
                ("10 phòng chuyên môn", "Khuyết phòng Tư pháp"), ("56 ấp", "Qua Bầu cử Trường ấp"), ("76 biên chế công chức", "Nghị định số 111/2022/NĐ-CP ngày 30"),
            ],
            pair =>
            {
                var note = printed.Line(pair.Item2);
                Assert.Equal(note.Page, printed.Pages.First(page => string.Join(' ', page.Lines.Where(line => line.Size > 12).Select(line => line.Text.Trim())).Contains(pair.Item1, StringComparison.Ordinal)).Number);
                Assert.True(note.Baseline > 650 && note.Size < 12);
            });
        Assert.Equal(5, printed.Main.FootnotesPart?.Footnotes?.ChildElements.Count - 2);
    }

    [Fact]
    public async Task Its_points_are_lettered_through_đ_where_the_scan_has_two_of_d()
    {
        using var printed = await PrintAsync(await SeedAsync());

        Assert.All(["a) Trên cơ sở", "b) Hoạt động hội họp", "c) Chỉ đạo", "d) Trong quan hệ", "đ) Việc tiếp nhận"], words => printed.Line(words));
        Assert.Equal("Số: 1263/BC-UBND", printed.Line("Số:").Text);
        Assert.Equal("Vĩnh Thạnh, ngày 18 tháng 6 năm 2024", printed.Line("Vĩnh Thạnh, ngày").Text);
    }

    private async Task<PrintedReport> PrintAsync(string seed)
    {
        var report = printing.OutlineReader.Read(seed).Value;

        return await printing.PrintAsync(new()
        {
            Letterhead = new()
            {
                Agency = ["Ủy ban nhân dân", "Huyện Vĩnh Thạnh"],
                Symbol = report.Symbol.Found(),
                Place = report.Place.Found(),
                Number = report.Number,
                Day = report.IssuedOn?.Day,
                Month = 6,
                Year = 2024,
            },
            TypeName = report.TypeName.Found(),
            Abstract = report.Abstract.Found(),
            AbstractNotes = report.AbstractNotes,
            Addressees = report.Addressees,
            Sections = report.Sections,
            Signature = new(report.SignatureLines, report.SignerName.Found()),
            Recipients = report.Recipients,
        });
    }

    private static async Task<string> SeedAsync()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (Path.Combine(folder.FullName, "Approval.sln") is var solution && File.Exists(solution)
                && Path.Combine(folder.FullName, "..", "shared", "seed-report.md") is var seed && File.Exists(seed))
                return await File.ReadAllTextAsync(seed, TestContext.Current.CancellationToken);

        Assert.Skip("../shared/seed-report.md is not beside the repository.");

        return "";
    }

    /// <summary>The numbers of headings and lists, which the printed files give anew.</summary>
    private static string WithoutNumbers(string text) => Numbers().Replace(text, "");

    [GeneratedRegex(@"^[ #*\\]*(?:[IVX]+\.|\d{1,2}\.|[a-zđ]\))(?= |\*)", RegexOptions.Multiline)]
    private static partial Regex Numbers();

    [GeneratedRegex(@"^<sup>\d</sup> .*$", RegexOptions.Multiline)]
    private static partial Regex NoteParagraphs();

    [GeneratedRegex("<sup>.*?</sup>")]
    private static partial Regex Marks();
}
