using System.Diagnostics;
using System.Text;
using UglyToad.PdfPig.Tokens;

namespace Documents.Tests;

public sealed class ThePdfFile(Printing printing, ITestOutputHelper output)
{
    [Fact]
    public async Task It_says_that_it_is_PDF_A_2a()
    {
        using var report = await printing.PrintAsync(Given.Issued);

        Assert.True(report.Pdf.TryGetXmpMetadata(out var metadata));
        var xmp = Encoding.UTF8.GetString(metadata.GetXmlBytes());
        Assert.Matches("pdfaid:part(>|=\")2", xmp);
        Assert.Matches("pdfaid:conformance(>|=\")A", xmp);
    }

    [Fact]
    public async Task It_is_tagged_and_has_title_and_language()
    {
        using var report = await printing.PrintAsync(Given.Issued);

        var catalog = report.Pdf.Structure.Catalog.CatalogDictionary;
        Assert.Equal("true", Token<DictionaryToken>(report, catalog, "MarkInfo").Data["Marked"].ToString()?.ToLowerInvariant());
        Assert.True(catalog.ContainsKey(NameToken.Create("StructTreeRoot")));
        Assert.StartsWith("vi", Token<StringToken>(report, catalog, "Lang").Data, StringComparison.Ordinal);
        Assert.Equal("Báo cáo Kết quả công tác chỉ đạo, điều hành 6 tháng đầu năm và nhiệm vụ 6 tháng cuối năm 2026", report.Pdf.Information.Title);
    }

    [Fact]
    public async Task Its_fonts_are_embedded()
    {
        using var report = await printing.PrintAsync(Given.Issued);

        // A subset's name begins with six letters and a plus sign.
        Assert.All(report.Pages.SelectMany(page => page.Letters).Select(letter => letter.FontName).Distinct(), name => Assert.Matches("^[A-Z]{6}\\+Tinos-", name));
    }

    [Fact]
    public async Task A_compiler_that_dies_is_started_anew()
    {
        // A process of its own: the other tests are printing on the common one.
        await using var own = new Printing();
        using var before = await own.PrintAsync(Given.Report);
        await Assert.ThrowsAnyAsync<Exception>(() => own.Node.InvokeFromStringAsync("module.exports = () => process.exit(3);", cancellationToken: TestContext.Current.CancellationToken));

        using var after = await own.PrintAsync(Given.Report);

        Assert.Equal(before.Files.Pdf.ToArray(), after.Files.Pdf.ToArray());
    }

    [Fact]
    public async Task Many_reports_at_once_do_not_mix()
    {
        var reports = await Task.WhenAll(Enumerable.Range(1, 12).Select(number =>
            printing.PrintAsync(Given.Issued with { Letterhead = Given.Issued.Letterhead with { Number = number } })));

        Assert.All(reports.Index(), report => Assert.Equal($"Số: {report.Index + 1:00}/BC-UBND", report.Item.Line("Số:").Text));
        Array.ForEach(reports, report => report.Dispose());
    }

    [Fact]
    public async Task The_time_for_both_files_of_twenty_pages_is_printed()
    {
        var manuscript = Given.ReportOf(string.Join("\n\n", Enumerable.Range(1, 110).Select(i => $"Đoạn {i} {Given.Paragraph}")) + "\n\n" + Given.Table(60));
        using var warm = await printing.PrintAsync(manuscript);

        for (var round = 1; round <= 5; round++)
        {
            var changed = manuscript with { Abstract = $"{manuscript.Abstract} (lần {round})" };
            var watch = Stopwatch.StartNew();
            var outcome = await printing.Typesetter.TypesetAsync(changed, TestContext.Current.CancellationToken);
            output.WriteLine($"{outcome.Value.Pages} pages, DOCX and PDF: {watch.ElapsedMilliseconds} ms");
        }
    }

    private static T Token<T>(PrintedReport report, DictionaryToken dictionary, string name)
        where T : class, IToken
    {
        var token = dictionary.Data[name];
        if (token is IndirectReferenceToken reference) token = report.Pdf.Structure.GetObject(reference.Data).Data;

        return (token as T).Found();
    }
}
