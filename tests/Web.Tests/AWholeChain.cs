using System.IO.Compression;
using System.Net;
using System.Text;
using UglyToad.PdfPig;

namespace Web.Tests;

public sealed class AWholeChain(Office office)
{
    [Fact]
    public async Task A_report_goes_from_its_outline_to_the_issued_files_over_HTTP()
    {
        var report = await (await RunningReport.StartAsync(office)).ToSignAsync();
        var clerk = await office.AsAsync(Given.Clerk);

        var signed = (await report.SignAsync(Given.Chairman)).Ok();
        Assert.Equal("signed", signed.GetProperty("report").GetString());
        Assert.StartsWith("%PDF", (await clerk.GetAsync($"{report.Address}/signed/pdf")).Text, StringComparison.Ordinal);

        var issued = (await report.ActAsync(Given.Clerk, $"{report.Address}/issues", 1)).Ok();
        Assert.Equal("issued", issued.GetProperty("report").GetString());

        var view = (await clerk.GetAsync(report.Address)).Ok();
        var number = view.GetProperty("imprint").GetProperty("number").GetInt32();
        var pdf = await clerk.GetAsync($"{report.Address}/issued/pdf");
        var docx = await clerk.GetAsync($"{report.Address}/issued/docx");

        Assert.Equal("application/pdf", pdf.ContentHeaders.ContentType?.MediaType);
        Assert.Equal($"{number:00}-BC-UBND.pdf", pdf.ContentHeaders.ContentDisposition?.FileName);
        Assert.Equal($"{number:00}-BC-UBND.docx", docx.ContentHeaders.ContentDisposition?.FileName);
        Assert.Equal("PK", Encoding.ASCII.GetString(docx.Bytes, 0, 2));

        using var printed = PdfDocument.Open(pdf.Bytes);
        var words = string.Join(' ', printed.GetPages().SelectMany(page => page.GetWords()).Select(word => word.Text));
        Assert.Contains("1.250 tỷ đồng", words, StringComparison.Ordinal);
        Assert.Contains("95%", words, StringComparison.Ordinal);
        Assert.Contains($"{number:00}/BC-UBND", words, StringComparison.Ordinal);
        Assert.Contains("Nguyễn Văn Chủ", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_issued_never_changes_so_it_is_sent_once()
    {
        var report = await (await RunningReport.StartAsync(office)).ToSignAsync();
        (await report.SignAsync(Given.Chairman)).Ok();
        (await report.ActAsync(Given.Clerk, $"{report.Address}/issues", 1)).Ok();
        var clerk = await office.AsAsync(Given.Clerk);
        var first = await clerk.GetAsync($"{report.Address}/issued/docx");

        var again = await clerk.GetAsync($"{report.Address}/issued/docx", ("If-None-Match", first.ETag ?? ""));

        Assert.Equal(HttpStatusCode.NotModified, again.Status);
        Assert.Contains("immutable", first.Headers.CacheControl?.ToString() ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everybody_sees_what_is_theirs_on_the_way()
    {
        var report = await (await RunningReport.StartAsync(office)).ToReviewAsync();
        var vice = await office.AsAsync(Given.Vice);

        var work = (await vice.GetAsync("/api/work?size=200")).Ok().GetProperty("rows").EnumerateArray();
        var section = (await vice.GetAsync(report.Budget)).Ok();
        var approve = section.GetProperty("offers").EnumerateArray().Single(offer => offer.GetProperty("act").GetString() == "approve");
        var submit = section.GetProperty("offers").EnumerateArray().Single(offer => offer.GetProperty("act").GetString() == "submit");
        var sent = (await (await office.AsAsync(Given.FinanceHead)).GetAsync("/api/sent")).Ok().GetProperty("rows").EnumerateArray();
        var trail = (await vice.GetAsync($"{report.Address}/trail")).Ok().GetProperty("rows").EnumerateArray();

        Assert.Contains(work, row => row.GetProperty("report").GetGuid() == report.Id.Value && row.GetProperty("stage").GetString() == "review");
        Assert.Equal("review", section.GetProperty("stage").GetString());
        Assert.True(approve.GetProperty("may").GetBoolean());
        Assert.False(submit.GetProperty("may").GetBoolean());
        Assert.Equal("wrong-stage", submit.GetProperty("code").GetString());
        Assert.Contains(sent, row => row.GetProperty("report").GetGuid() == report.Id.Value && row.GetProperty("act").GetString() == "submit");
        Assert.Contains(trail, row => row.GetProperty("what").GetString() == "started");
    }

    [Fact]
    public async Task Notices_come_by_themselves()
    {
        var report = await (await RunningReport.StartAsync(office)).ToReviewAsync();
        var vice = await office.AsAsync(Given.Vice);

        for (var attempt = 0; attempt < 100; attempt++)
        {
            var notices = (await vice.GetAsync("/api/notices?size=200")).Ok().GetProperty("rows").EnumerateArray();
            if (notices.Any(notice => notice.GetProperty("report").GetGuid() == report.Id.Value && notice.GetProperty("kind").GetString() == "assigned")) return;

            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        Assert.Fail("The vice-chair was told nothing for ten seconds.");
    }

    [Fact]
    public async Task A_return_opens_a_thread_that_has_to_be_answered_first()
    {
        var report = await (await RunningReport.StartAsync(office)).ToReviewAsync();
        var (vice, drafter, thread) = (await office.AsAsync(Given.Vice), await office.AsAsync(Given.FinanceDrafter), Guid.NewGuid());

        (await vice.PostAsync($"{report.Budget}/returns", new { id = Guid.NewGuid(), version = 1, to = "draft", remarks = new[] { new { thread, text = "Thiếu số liệu chi.", quote = "Thu ngân sách" } } })).Ok();
        (await report.SubmitAsync(Given.FinanceHead, report.Budget, Given.Finance)).Refused(HttpStatusCode.Conflict, "unanswered-threads");
        (await drafter.PostAsync($"{report.Budget}/threads/{thread}/answers", new { id = Guid.NewGuid(), kind = "accept" })).Ok();
        await report.WriteAsync(Given.FinanceDrafter, report.Budget, Given.Finance, "Thu đạt 1.250 tỷ đồng; chi đạt 1.100 tỷ đồng.");
        (await report.SubmitAsync(Given.FinanceHead, report.Budget, Given.Finance)).Ok();
        (await drafter.PostAsync($"{report.Budget}/threads/{thread}/closings", new { id = Guid.NewGuid() })).Refused(HttpStatusCode.Forbidden, "not-thread-author");
        (await vice.PostAsync($"{report.Budget}/threads/{thread}/closings", new { id = Guid.NewGuid() })).Ok();

        var comments = (await vice.GetAsync($"{report.Address}/comments?section={report.IdOf(Given.Budget).Value}")).Ok().GetProperty("rows");
        Assert.Equal(["remark", "accept", "close"], comments.EnumerateArray().Select(comment => comment.GetProperty("kind").GetString()));
    }

    [Fact]
    public async Task A_report_and_a_section_can_be_seen_as_they_would_be_printed_now()
    {
        var report = await (await RunningReport.StartAsync(office)).ToReviewAsync();
        await report.WriteAsync(Given.HealthHead, report.Society, Given.Health, "Đang soạn: trạm y tế xã.");
        var vice = await office.AsAsync(Given.Vice);

        var whole = await vice.GetAsync($"{report.Address}/preview/pdf");
        var part = await vice.GetAsync($"{report.Society}/preview/pdf?unit={Given.Health.Value}");
        var word = await vice.GetAsync($"{report.Budget}/preview/docx");

        Assert.Contains("1.250 tỷ đồng", WordsOf(whole), StringComparison.Ordinal);
        Assert.Contains("trạm y tế xã", WordsOf(part), StringComparison.Ordinal);
        Assert.DoesNotContain("1.250 tỷ đồng", WordsOf(part), StringComparison.Ordinal);
        Assert.Equal("PK", Encoding.ASCII.GetString(word.Bytes, 0, 2));
        Assert.Equal("BC-UBND-section-preview.docx", word.ContentHeaders.ContentDisposition?.FileName);
    }

    [Fact]
    public async Task The_register_can_be_opened_in_a_spreadsheet_and_runs_nothing_there()
    {
        var id = Guid.NewGuid();
        var consolidator = await office.AsAsync(Given.Consolidator);
        (await consolidator.PostAsync("/api/reports", new { id, template = Given.Template.Value, dueOn = "2026-10-30", @abstract = "=HYPERLINK(\"x\") báo cáo" })).Ok();
        var report = await new RunningReport(office, new(id)).ToSignAsync();
        (await report.SignAsync(Given.Chairman)).Ok();
        (await report.ActAsync(Given.Clerk, $"{report.Address}/issues", 1)).Ok();

        var csv = await consolidator.GetAsync("/api/register/2026/csv");
        var register = (await consolidator.GetAsync("/api/register/2026")).Ok();

        Assert.Equal(Encoding.UTF8.GetPreamble(), csv.Bytes[..3]);
        Assert.Contains("\"'=HYPERLINK(\"\"x\"\") báo cáo\"", csv.Text, StringComparison.Ordinal);
        Assert.Contains(register.GetProperty("rows").EnumerateArray(), row => row.GetProperty("report").GetGuid() == id);
    }

    [Fact]
    public async Task A_recalled_document_keeps_its_number_and_the_register_says_why()
    {
        var report = await (await RunningReport.StartAsync(office)).ToSignAsync();
        (await report.SignAsync(Given.Chairman)).Ok();
        var (clerk, head) = (await office.AsAsync(Given.Clerk), await office.AsAsync(Given.FinanceHead));
        var recall = new { reason = "Thông báo số 15/TB-UBND: sai số liệu thu ngân sách." };

        (await clerk.PutAsync($"{report.Address}/recall", recall)).Refused(HttpStatusCode.Conflict, "not-issued");
        var number = await IssueAsync(report);
        (await head.PutAsync($"{report.Address}/recall", recall)).Refused(HttpStatusCode.Forbidden, "not-clerk");
        (await clerk.PutAsync($"{report.Address}/recall", new { reason = " " })).Refused(HttpStatusCode.UnprocessableEntity, "recall-reason");
        Assert.Equal(HttpStatusCode.NoContent, (await clerk.PutAsync($"{report.Address}/recall", recall)).Status);
        (await clerk.PutAsync($"{report.Address}/recall", recall)).Refused(HttpStatusCode.Conflict, "already-recalled");

        var entry = (await head.GetAsync("/api/register/2026")).Ok().GetProperty("rows").EnumerateArray().First(row => row.GetProperty("report").GetGuid() == report.Id.Value);
        Assert.Equal(number, entry.GetProperty("number").GetInt32());
        Assert.Equal(Given.Clerk.Value, entry.GetProperty("recall").GetProperty("by").GetGuid());
        Assert.Contains(recall.reason, (await head.GetAsync("/api/register/2026/csv")).Text, StringComparison.Ordinal);
        using var book = new ZipArchive(new MemoryStream((await head.GetAsync("/api/register/2026/xlsx")).Bytes));
        using var sheet = new StreamReader((book.GetEntry("xl/worksheets/sheet1.xml") ?? book.Entries.First(part => part.FullName.Contains("worksheets/", StringComparison.Ordinal))).Open());
        Assert.Contains(recall.reason, await sheet.ReadToEndAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Contains((await head.GetAsync($"{report.Address}/trail?size=200")).Ok().GetProperty("rows").EnumerateArray(),
            row => row.GetProperty("what").GetString() == "recalled" && row.GetProperty("note").GetString() == recall.reason);

        // The next document takes the next number.
        var next = await (await RunningReport.StartAsync(office)).ToSignAsync();
        (await next.SignAsync(Given.Chairman)).Ok();
        Assert.True(await IssueAsync(next) > number);

        async Task<int> IssueAsync(RunningReport signed)
        {
            (await signed.ActAsync(Given.Clerk, $"{signed.Address}/issues", 1)).Ok();

            return (await clerk.GetAsync(signed.Address)).Ok().GetProperty("imprint").GetProperty("number").GetInt32();
        }
    }

    [Fact]
    public async Task A_report_that_was_started_by_mistake_is_stopped_by_the_Office_and_stays_readable()
    {
        var report = await RunningReport.StartAsync(office);
        var (consolidator, head) = (await office.AsAsync(Given.Consolidator), await office.AsAsync(Given.FinanceHead));
        var stop = new { id = Guid.NewGuid(), reason = "Mở nhầm kỳ báo cáo." };
        var before = await WaitingAsync();

        (await head.PostAsync($"{report.Address}/stops", stop)).Refused(HttpStatusCode.Forbidden, "not-coordinator");
        (await consolidator.PostAsync($"{report.Address}/stops", stop with { reason = " " })).Refused(HttpStatusCode.UnprocessableEntity, "stop-reason");
        var stopped = (await consolidator.PostAsync($"{report.Address}/stops", stop)).Ok();
        Assert.Equal("stopped", stopped.GetProperty("report").GetString());

        // Sent twice, it has one effect; another one finds it stopped.
        (await consolidator.PostAsync($"{report.Address}/stops", stop)).Ok();
        (await consolidator.PostAsync($"{report.Address}/stops", stop with { id = Guid.NewGuid() })).Refused(HttpStatusCode.Conflict, "stopped");

        Assert.True(await WaitingAsync() < before);
        var read = (await head.GetAsync(report.Address)).Ok();
        Assert.Equal(stop.reason, read.GetProperty("stopped").GetProperty("reason").GetString());
        Assert.All(read.GetProperty("offers").EnumerateArray(), offer => Assert.False(offer.GetProperty("may").GetBoolean()));
        Assert.Contains((await head.GetAsync($"{report.Address}/trail?size=200")).Ok().GetProperty("rows").EnumerateArray(),
            row => row.GetProperty("what").GetString() == "stopped" && row.GetProperty("note").GetString() == stop.reason);

        async Task<int> WaitingAsync() => (await head.GetAsync("/api/work?size=1")).Ok().GetProperty("total").GetInt32();
    }

    private static string WordsOf(Answer pdf)
    {
        Assert.True(pdf.Status == HttpStatusCode.OK, pdf.Text);
        using var printed = PdfDocument.Open(pdf.Bytes);

        return string.Join(' ', printed.GetPages().SelectMany(page => page.GetWords()).Select(word => word.Text));
    }
}
