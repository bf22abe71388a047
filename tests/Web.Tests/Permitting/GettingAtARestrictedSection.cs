using System.IO.Compression;
using System.Net;
using System.Net.ServerSentEvents;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Issuing;
using Workflows.Signing;

namespace Web.Tests.Permitting;

/// <summary>Somebody who may read a report tries to get at one section of it that they may not.</summary>
public sealed class GettingAtARestrictedSection(Cast cast) : IClassFixture<Cast>
{
    private const string Text = "1.250 tỷ";
    private const string Heading = "Thu, chi ngân sách";
    private const string Mark = "[Phần này được hạn chế phổ biến]";

    [Fact]
    public async Task Nothing_that_a_reader_of_the_report_may_ask_for_says_a_word_of_it()
    {
        var report = await RestrictedAsync();
        var caller = await cast.Office.AsAsync(Given.HealthHead);
        var section = report.IdOf(Given.Budget).Value;

        foreach (var address in (string[])[report.Address, $"{report.Address}/trail", $"{report.Address}/trail?section={section}", $"{report.Address}/comments?section={section}", "/api/reports", $"/api/reports?unit={Given.Finance.Value}", "/api/work", "/api/sent", "/api/notices"])
        {
            var answer = await caller.GetAsync(address);

            Assert.Equal(HttpStatusCode.OK, answer.Status);
            AssertNothingIn(answer.Text, address);
        }

        Assert.DoesNotContain("submitted", (await caller.GetAsync($"{report.Address}/trail?section={section}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_page_says_a_word_of_it()
    {
        var report = await RestrictedAsync();
        var (browser, _) = await cast.BrowserAsync(Given.HealthHead);

        foreach (var address in (string[])[$"/reports/{report.Id.Value}", $"/reports/{report.Id.Value}/sign", $"/reports/{report.Id.Value}/issue", "/", "/?view=sent", "/reports", "/wall", "/notices"])
            AssertNothingIn(await browser.GetStringAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken), address);
    }

    [Fact]
    public async Task Its_address_answers_as_if_it_were_not_there()
    {
        var report = await RestrictedAsync();
        var caller = await cast.Office.AsAsync(Given.HealthHead);

        foreach (var of in (string[])["", "/versions", "/versions/1", $"/versions/1?unit={Given.Finance.Value}", $"/working-copy?unit={Given.Finance.Value}", "/origins", "/last-text", "/preview/pdf", "/preview/docx"])
            (await caller.GetAsync($"{report.Budget}{of}")).Refused(HttpStatusCode.NotFound, "no-such-section");

        // As the section is called by another report's address, or by none.
        (await caller.GetAsync($"{(await RunningReport.StartAsync(cast.Office)).Address}/sections/{report.IdOf(Given.Budget).Value}")).Refused(HttpStatusCode.NotFound, "no-such-section");
        (await caller.GetAsync($"{report.Address}/sections/{Guid.Empty}/versions/1")).Refused(HttpStatusCode.NotFound, "no-such-section");
    }

    [Fact]
    public async Task A_copy_of_the_whole_has_a_mark_in_its_place()
    {
        var report = await RestrictedAsync();

        var some = await WordsAsync(report, Given.HealthHead);
        var all = await WordsAsync(report, Given.Chairman);

        AssertNothingIn(some, "the Word file");
        Assert.Contains(Mark, some, StringComparison.Ordinal);
        Assert.Contains(Text, all, StringComparison.Ordinal);
        Assert.DoesNotContain(Mark, all, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_copy_of_what_is_signed_and_issued_has_the_same_mark()
    {
        var report = await (await RunningReport.StartAsync(cast.Office)).ToSignAsync();
        await RestrictAsync(report.Budget);

        var signed = await cast.Office.Services.GetRequiredService<SignReportHandler>().HandleAsync(new(new(Guid.NewGuid()), Given.Chairman, report.Id, 1), TestContext.Current.CancellationToken);
        Assert.False(signed.IsRefused, signed.Refusal?.Message.En);
        await AssertMarkedAsync(report, "signed");

        var issued = await cast.Office.Services.GetRequiredService<IssueReportHandler>().HandleAsync(new(new(Guid.NewGuid()), Given.Clerk, report.Id, 1), TestContext.Current.CancellationToken);
        Assert.False(issued.IsRefused, issued.Refusal?.Message.En);
        await AssertMarkedAsync(report, "issued");
    }

    [Fact]
    public async Task Who_may_not_find_a_report_is_not_told_that_it_moved()
    {
        var report = await (await RunningReport.StartAsync(cast.Office)).ToReviewAsync();
        await RestrictAsync(report.Address);

        var (outsider, _) = await cast.BrowserAsync(Cast.CultureDrafter);
        var (chairman, _) = await cast.BrowserAsync(Given.Chairman);
        using var time = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        await using var heardOutside = (await LiveAsync(outsider, time.Token)).GetAsyncEnumerator(time.Token);
        await using var heard = (await LiveAsync(chairman, time.Token)).GetAsyncEnumerator(time.Token);
        await UntilAsync(heardOutside, told => told.EventType == "hello");
        await UntilAsync(heard, told => told.EventType == "hello");

        (await report.ActAsync(Given.Vice, $"{report.Budget}/approvals", 1)).Ok();
        await UntilAsync(heard, told => told.Data == report.Id.Value.ToString());

        // What moves afterwards and is open arrives, so what moved before would have.
        var open = await RunningReport.StartAsync(cast.Office);
        var told = await UntilAsync(heardOutside, told => told.Data == open.Id.Value.ToString());
        Assert.DoesNotContain(report.Id.Value.ToString(), told);
        await time.CancelAsync();
    }

    [Fact]
    public async Task No_template_is_made_of_what_its_maker_may_not_read()
    {
        var report = await RestrictedAsync();
        var administrator = await cast.Office.AsAsync(Given.Administrator);

        (await administrator.PostAsync($"/api/templates/{Guid.NewGuid()}/from-issued", new { report = report.Id.Value, name = "Kỳ sau" })).Refused(HttpStatusCode.Forbidden, "not-all-seen");
    }

    [Fact]
    public async Task No_template_opens_a_text_to_who_knows_its_hash()
    {
        var report = await RestrictedAsync();
        var sha256 = (await (await cast.Office.AsAsync(Given.Consolidator)).GetAsync(report.Budget)).Ok().GetProperty("text").GetProperty("sha256").GetString();
        var administrator = await cast.Office.AsAsync(Given.Administrator);
        var known = (await administrator.GetAsync($"/api/templates/{Given.Template.Value}")).Ok();

        var saved = (await administrator.PutAsync(
            $"/api/templates/{Guid.NewGuid()}",
            new
            {
                name = "Mẫu lấy văn bản",
                typeName = "Báo cáo",
                typeSymbol = "BC",
                @abstract = "Trích yếu",
                route = known.GetProperty("route").GetString(),
                sections = new[] { new { id = Guid.NewGuid(), level = known.GetProperty("sections")[0].GetProperty("level"), heading = "Mục", units = new[] { Given.Finance.Value }, lastText = sha256 } },
            },
            ("If-Match", "\"0\""))).Ok();

        Assert.Equal(System.Text.Json.JsonValueKind.Null, saved.GetProperty("sections")[0].GetProperty("lastText").ValueKind);
    }

    [Fact]
    public async Task An_outline_is_read_by_those_who_keep_outlines()
    {
        var drafter = await cast.Office.AsAsync(Given.FinanceDrafter);

        foreach (var of in (string[])["", "/file", "/rehearsal?dueOn=2026-10-30"]) (await drafter.GetAsync($"/api/templates/{Given.Template.Value}{of}")).Refused(HttpStatusCode.Forbidden, "not-the-office");
        (await drafter.GetAsync("/api/templates")).Refused(HttpStatusCode.Forbidden, "not-the-office");
    }

    private async Task<RunningReport> RestrictedAsync()
    {
        var report = await (await RunningReport.StartAsync(cast.Office)).ToReviewAsync();
        await RestrictAsync(report.Budget);

        return report;
    }

    private async Task RestrictAsync(string address)
    {
        var restricted = await (await cast.Office.AsAsync(Given.Consolidator)).PutAsync(
            $"{address}/audience", new { audience = new { units = Array.Empty<Guid>(), people = Array.Empty<Guid>() }, reason = "Chưa công bố" });
        Assert.Equal(HttpStatusCode.NoContent, restricted.Status);
    }

    private async Task AssertMarkedAsync(RunningReport report, string state)
    {
        var some = await WordsAsync(report, Given.HealthHead, state);
        AssertNothingIn(some, $"the {state} Word file");
        Assert.Contains(Mark, some, StringComparison.Ordinal);
        Assert.Contains(Text, await WordsAsync(report, Given.Chairman, state), StringComparison.Ordinal);

        using var pdf = UglyToad.PdfPig.PdfDocument.Open((await (await cast.Office.AsAsync(Given.HealthHead)).GetAsync($"{report.Address}/{state}/pdf")).Bytes);
        AssertNothingIn(string.Concat(pdf.GetPages().Select(page => page.Text)), $"the {state} PDF");
    }

    private static async Task<IAsyncEnumerable<SseItem<string>>> LiveAsync(HttpClient client, CancellationToken cancellationToken)
    {
        var answer = await client.GetAsync(new Uri("/live", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, cancellationToken);

        return SseParser.Create(await answer.Content.ReadAsStreamAsync(cancellationToken)).EnumerateAsync(cancellationToken);
    }

    /// <summary>What was told until then.</summary>
    private static async Task<IReadOnlyList<string>> UntilAsync(IAsyncEnumerator<SseItem<string>> heard, Func<SseItem<string>, bool> isEnough)
    {
        var told = new List<string>();
        do
        {
            Assert.True(await heard.MoveNextAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken), "Nothing more is told.");
            told.Add(heard.Current.Data);
        }
        while (!isEnough(heard.Current));

        return told;
    }

    private async Task<string> WordsAsync(RunningReport report, Domain.People.PersonId reader, string of = "preview")
    {
        var file = await (await cast.Office.AsAsync(reader)).GetAsync($"{report.Address}/{of}/docx");
        Assert.Equal(HttpStatusCode.OK, file.Status);

        using var archive = new ZipArchive(new MemoryStream(file.Bytes));
        await using var document = await (archive.GetEntry("word/document.xml") ?? throw new InvalidDataException("No document.")).OpenAsync(TestContext.Current.CancellationToken);
        var text = System.Xml.Linq.XDocument.Load(document);

        return string.Concat(text.Descendants().Where(element => element.Name.LocalName == "t").Select(element => element.Value));
    }

    private static void AssertNothingIn(string said, string address)
    {
        Assert.False(said.Contains(Text, StringComparison.Ordinal), $"{address} tells the text.");
        Assert.False(WebUtility.HtmlDecode(said).Contains(Heading, StringComparison.Ordinal), $"{address} tells the heading.");
    }
}
