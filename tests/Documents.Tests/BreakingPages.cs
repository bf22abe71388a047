using Domain.Reports;

namespace Documents.Tests;

public sealed class BreakingPages(Printing printing)
{
    [Fact]
    public async Task A_long_table_repeats_its_head_on_each_page_and_parts_no_row()
    {
        using var report = await printing.PrintAsync(Given.ReportOf(Given.Table(120)));

        var pages = report.Pages.Where(page => page.Text.Contains("Xã số", StringComparison.Ordinal)).ToList();
        Assert.True(pages.Count >= 3);
        Assert.All(pages, page =>
        {
            Assert.Single(page.Lines, line => line.Text.Contains("Xã, thị trấn", StringComparison.Ordinal));
        });

        // Each row's second line stands on the page of its first.
        Assert.All(pages, page => Assert.Equal(
            page.Lines.Count(line => line.Text.Contains("Đã hoàn thành", StringComparison.Ordinal)),
            page.Lines.Count(line => line.Text.Contains("giao", StringComparison.Ordinal))));
    }

    [Fact]
    public async Task A_row_too_high_for_a_page_is_broken_rather_than_lost()
    {
        var text = string.Join(' ', Enumerable.Repeat(Given.Paragraph, 20));
        using var report = await printing.PrintAsync(Given.ReportOf($"| A | B |\n|---|---|\n| 1 | {text} TỪCUỐI |\n| 2 | sau |"));

        Assert.NotEmpty(report.Lines("TỪCUỐI"));
        Assert.All(report.Pages.SelectMany(page => page.Lines), line => Assert.InRange(line.Baseline, 20, 842 - 50));
    }

    [Fact]
    public async Task A_heading_never_stands_last_on_a_page()
    {
        for (var lines = 1; lines <= 12; lines++)
        {
            var filler = string.Join("\n\n", Enumerable.Range(0, 16 + lines).Select(i => $"Dòng {i}."));
            using var report = await printing.PrintAsync(Given.Report with
            {
                Sections =
                [
                    new(OutlineLevel.Heading, "Mở đầu", filler),
                    new(OutlineLevel.Heading, "Tiêu đề lớn", ""),
                    new(OutlineLevel.Clause, "Tiêu đề nhỏ", $"# Điểm đầu\n\n{Given.Paragraph}"),
                    new(OutlineLevel.Clause, "Có bảng", Given.Table(30)),
                ],
            });

            Assert.All(report.Pages, page =>
            {
                var last = LastOfBody(page);
                Assert.False(last.IsBold, $"'{last.Text}' is last on page {page.Number} with {lines} lines more");
            });
        }
    }

    [Fact]
    public async Task The_signature_block_is_never_parted_and_never_alone()
    {
        for (var lines = 1; lines <= 30; lines++)
        {
            var filler = string.Join("\n\n", Enumerable.Range(0, 10 + lines).Select(i => $"Dòng {i}."));
            using var report = await printing.PrintAsync(Given.Report with
            {
                Sections = [new(OutlineLevel.Heading, "Kết quả", $"{filler}\n\n{Given.Paragraph}"), new(OutlineLevel.Plain, null, lines % 2 == 0 ? Given.Closing : "Trên đây là Báo cáo.")],
            });

            var page = report.PageOf("TM. ỦY BAN NHÂN DÂN");
            Assert.Equal(page, report.PageOf("Trần Minh Đức"));
            Assert.Equal(page, report.PageOf("Nơi nhận:"));
            Assert.Equal(page, report.PageOf("- Lưu: VT."));
            var above = report.Pages[page - 1].Lines.Count(line => line.Baseline > 57 && line.Baseline < report.Line("Nơi nhận:").Baseline - 5);
            Assert.True(above >= 2, $"{above} lines above the signature with {lines} lines more");
        }
    }

    [Theory]
    [InlineData(10)]
    [InlineData(28)]
    [InlineData(29)]
    [InlineData(60)]
    [InlineData(90)]
    public async Task The_signature_block_is_not_alone_after_a_paragraph_longer_than_a_page(int times)
    {
        using var report = await printing.PrintAsync(Given.Report with
        {
            Sections = [new(OutlineLevel.Heading, "Kết quả", string.Join(' ', Enumerable.Repeat(Given.Sentence[..^1], times)))],
        });

        var page = report.PageOf("TM. ỦY BAN NHÂN DÂN");
        Assert.Equal(page, report.PageOf("Trần Minh Đức"));
        Assert.True(report.Pages[page - 1].Lines.Count(line => line.Baseline > 57 && line.Baseline < report.Line("Nơi nhận:").Baseline - 5) >= 2);
    }

    [Fact]
    public async Task The_signature_block_keeps_with_a_table_that_ends_the_report()
    {
        for (var rows = 10; rows <= 26; rows++)
        {
            using var report = await printing.PrintAsync(Given.Report with { Sections = [new(OutlineLevel.Heading, "Kết quả", Given.Table(rows))] });

            var page = report.PageOf("TM. ỦY BAN NHÂN DÂN");
            Assert.Contains("./.", report.Pages[page - 1].Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task No_page_begins_or_ends_with_a_single_line_of_a_paragraph()
    {
        using var report = await printing.PrintAsync(Given.ReportOf(string.Join("\n\n", Enumerable.Repeat(Given.Paragraph, 30))));

        var indent = (30 + 12.7) * 72 / 25.4;
        Assert.All(report.Pages.Skip(1).SkipLast(1), page =>
        {
            var lines = page.Lines.Where(line => line.Baseline > 57).ToList();
            Assert.True(lines[0].Left > indent - 1 || lines[1].Left < indent - 1, "a widow");
            Assert.True(lines[^1].Left < indent - 1, "an orphan");
        });
    }

    [Fact]
    public async Task Footnotes_stand_at_the_foot_of_the_page_that_calls_them()
    {
        var text = string.Join("\n\n", Enumerable.Range(1, 24).Select(i => $"Đoạn {i}[^{i}] {Given.Paragraph}"));
        var notes = string.Join('\n', Enumerable.Range(1, 24).Select(i => $"[^{i}]: Chú giải số {i}."));
        using var report = await printing.PrintAsync(Given.ReportOf($"{text}\n\n{notes}"));

        for (var i = 1; i <= 24; i++)
        {
            var (call, note) = (report.Line($"Đoạn {i} "), report.Line($"Chú giải số {i}."));
            Assert.Equal(call.Page, note.Page);
            Assert.InRange(note.Size, 10, 12);
            Assert.All(
                report.Pages[note.Page - 1].Lines.Where(line => line.Baseline > note.Baseline + 1),
                line => Assert.Matches(@"^\d+$|Chú giải số", line.Text));
        }
    }

    private static PrintedLine LastOfBody(PrintedPage page) => page.Lines
        .TakeWhile(line => !line.Text.StartsWith("Nơi nhận", StringComparison.Ordinal))
        .MaxBy(line => line.Baseline) ?? throw new InvalidDataException("An empty page.");
}
