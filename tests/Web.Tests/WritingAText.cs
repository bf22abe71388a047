using System.Net;
using System.Text;

namespace Web.Tests;

public sealed class WritingAText(Office office)
{
    private const int TwoMegabytes = 2 * 1024 * 1024;

    [Fact]
    public async Task A_text_is_saved_on_top_of_the_revision_that_was_open()
    {
        var (caller, copy) = await CopyAsync();

        var empty = await caller.GetAsync(copy);
        var saved = await caller.PutTextAsync(copy, "Thu đạt 1.250 tỷ đồng.", empty.ETag);
        var read = await caller.GetAsync(copy);

        Assert.Equal("\"0\"", empty.ETag);
        Assert.Equal("", empty.Text);
        Assert.Equal("\"1\"", saved.ETag);
        Assert.Equal(1, saved.Ok().GetProperty("revision").GetInt32());
        Assert.Equal(Given.FinanceDrafter.Value, saved.Json.GetProperty("writers")[0].GetGuid());
        Assert.Equal("Thu đạt 1.250 tỷ đồng.", read.Text);
        Assert.Equal("text/markdown", read.ContentHeaders.ContentType?.MediaType);
        Assert.Equal("\"1\"", read.ETag);
    }

    [Fact]
    public async Task Who_saves_on_an_older_revision_gets_what_is_there_and_overwrites_nothing()
    {
        var (caller, copy) = await CopyAsync();
        (await caller.PutTextAsync(copy, "Của người thứ nhất.", "\"0\"")).Ok();

        var answer = await caller.PutTextAsync(copy, "Của người thứ hai.", "\"0\"");

        var current = answer.Refused(HttpStatusCode.PreconditionFailed, "changed-meanwhile").GetProperty("current");
        Assert.Equal("Của người thứ nhất.", current.GetProperty("text").GetString());
        Assert.Equal(1, current.GetProperty("revision").GetInt32());
        Assert.Equal("\"1\"", answer.ETag);
        Assert.Equal("Của người thứ nhất.", (await caller.GetAsync(copy)).Text);
    }

    [Fact]
    public async Task What_two_wrote_in_different_paragraphs_is_merged_and_the_same_paragraph_is_theirs_to_decide()
    {
        var (caller, copy) = await CopyAsync();
        var merge = copy.Replace("/working-copy", "/working-copy/merge", StringComparison.Ordinal);
        (await caller.PutTextAsync(copy, "Thu đạt 97%.\n\nChi đạt 80%.", "\"0\"")).Ok();

        var merged = (await caller.PostAsync(merge, new { @base = "Thu đạt 96%.\n\nChi đạt 80%.", mine = "Thu đạt 96%.\n\nChi đạt 81%." })).Ok();
        var both = (await caller.PostAsync(merge, new { @base = "Thu đạt 96%.", mine = "Thu đạt 95%." })).Ok();

        Assert.Equal("Thu đạt 97%.\n\nChi đạt 81%.", merged.GetProperty("text").GetString());
        Assert.Equal(1, merged.GetProperty("revision").GetInt32());
        Assert.Equal(System.Text.Json.JsonValueKind.Null, both.GetProperty("text").ValueKind);
        Assert.Equal(1, both.GetProperty("conflicts").GetInt32());
        Assert.Equal("Thu đạt 97%.\n\nChi đạt 80%.", (await caller.GetAsync(copy)).Text);
    }

    [Fact]
    public async Task Who_has_a_text_open_is_known_for_a_minute_and_only_of_those_who_write_in_it()
    {
        var (drafter, copy) = await CopyAsync();
        var (head, stranger) = (await office.AsAsync(Given.FinanceHead), await office.AsAsync(Given.HealthHead));
        var presence = copy.Replace("/working-copy", "/working-copy/presence", StringComparison.Ordinal);

        (await drafter.PutAsync(presence, new { })).Ok();
        var soon = (await head.PutAsync(presence, new { })).Ok();
        office.Clock.Advance(TimeSpan.FromMinutes(1));
        var later = (await head.PutAsync(presence, new { })).Ok();

        Assert.Equal(Given.FinanceDrafter.Value, Assert.Single(soon.GetProperty("others").EnumerateArray()).GetProperty("person").GetGuid());
        Assert.Empty(later.GetProperty("others").EnumerateArray());
        Assert.Equal(HttpStatusCode.Forbidden, (await stranger.PutAsync(presence, new { })).Status);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("*")]
    [InlineData("W/\"0\"")]
    [InlineData("0")]
    [InlineData("\"x\"")]
    public async Task Nobody_saves_without_saying_on_which_revision(string? ifMatch)
    {
        var (caller, copy) = await CopyAsync();

        (await caller.PutTextAsync(copy, "Nội dung", ifMatch)).Refused(HttpStatusCode.PreconditionRequired, "if-match-needed");
    }

    [Fact]
    public async Task A_text_of_two_megabytes_is_taken_and_one_byte_more_is_not()
    {
        var (caller, copy) = await CopyAsync();

        (await caller.PutTextAsync(copy, new string('a', TwoMegabytes), "\"0\"")).Ok();
        (await caller.PutTextAsync(copy, new string('a', TwoMegabytes + 1), "\"1\"")).Refused(HttpStatusCode.UnprocessableEntity, "text-too-long");
    }

    [Fact]
    public async Task What_no_door_takes_is_stopped_while_it_comes()
    {
        var (caller, copy) = await CopyAsync();

        // As a client does who would rather hear a "no" before sending ten megabytes.
        (await caller.SendAsync(HttpMethod.Put, copy, Caller.Content(new byte[11 * 1024 * 1024], "text/markdown"), [("If-Match", "\"0\""), ("Expect", "100-continue")])).Refused(HttpStatusCode.RequestEntityTooLarge, "too-large");
    }

    [Theory]
    [InlineData(new byte[] { 0x54, 0x68, 0x75, 0xC3, 0x28 })]
    [InlineData(new byte[] { 0x41, 0x00, 0x42 })]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x41, 0x00 })]
    public async Task Only_text_in_UTF_8_is_taken(byte[] bytes)
    {
        var (caller, copy) = await CopyAsync();

        (await caller.PutBytesAsync(copy, bytes, "\"0\"")).Refused(HttpStatusCode.UnprocessableEntity, "not-text");
    }

    [Fact]
    public async Task Another_kind_of_content_is_not_taken()
    {
        var (caller, copy) = await CopyAsync();

        (await caller.SendAsync(HttpMethod.Put, copy, Caller.Content("{}"u8.ToArray(), "application/json"), [("If-Match", "\"0\"")])).Refused(HttpStatusCode.UnsupportedMediaType, "unsupported-type");
    }

    [Fact]
    public async Task What_cannot_be_printed_is_told_by_line_and_kept()
    {
        var report = await RunningReport.StartAsync(office);
        const string Text = "Đoạn đầu.\n\nChú thích không có nội dung[^7].\n";
        await report.WriteAsync(Given.FinanceDrafter, report.Budget, Given.Finance, Text);

        var problem = (await report.SubmitAsync(Given.FinanceHead, report.Budget, Given.Finance)).Refused(HttpStatusCode.UnprocessableEntity, "unprintable-text");

        Assert.Contains(problem.GetProperty("faults").EnumerateArray(), fault => fault.GetProperty("line").GetInt32() == 3);
        Assert.Equal(Text, (await (await office.AsAsync(Given.FinanceDrafter)).GetAsync($"{report.Budget}/working-copy?unit={Given.Finance.Value}")).Text);
    }

    [Fact]
    public async Task A_version_is_read_by_its_number_in_its_stream()
    {
        var report = await (await RunningReport.StartAsync(office)).ToConsolidateAsync();
        var caller = await office.AsAsync(Given.Clerk);

        var versions = (await caller.GetAsync($"{report.Budget}/versions?unit={Given.Finance.Value}")).Ok();
        var text = await caller.GetAsync($"{report.Budget}/versions/1?unit={Given.Finance.Value}");
        var whole = await caller.GetAsync($"{report.Budget}/versions/1");

        Assert.Equal(1, versions.GetProperty("total").GetInt32());
        Assert.Equal("Thu ngân sách đạt 1.250 tỷ đồng.", text.Text);
        Assert.Equal(text.Text, whole.Text);
        (await caller.GetAsync($"{report.Budget}/versions/2")).Refused(HttpStatusCode.NotFound, "no-such-version");
    }

    [Fact]
    public async Task A_picture_is_known_by_its_bytes()
    {
        var caller = await office.AsAsync(Given.FinanceDrafter);

        var kept = await caller.SendAsync(HttpMethod.Post, "/api/images", Caller.Content(Png, "application/octet-stream"), []);
        using var form = new MultipartFormDataContent { { Caller.Content(Png, "image/png"), "file", "picture.png" } };
        var again = await caller.SendAsync(HttpMethod.Post, "/api/images", form, []);
        var shown = await caller.GetAsync(kept.Headers.Location?.ToString() ?? "");
        var fake = await caller.SendAsync(HttpMethod.Post, "/api/images", Caller.Content(Encoding.UTF8.GetBytes("<script>alert(1)</script>"), "image/png"), []);

        Assert.Equal(HttpStatusCode.Created, kept.Status);
        Assert.Equal(kept.Ok().GetRawText(), again.Ok().GetRawText());
        Assert.Equal(Png, shown.Bytes);
        Assert.Equal("image/png", shown.ContentHeaders.ContentType?.MediaType);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, fake.Status);
    }

    [Theory]
    [InlineData("multipart/form-data", "x")]
    [InlineData("multipart/form-data; boundary=b", "--b\r\nContent-Disposition: form-data; name=file; filename=a.png\r\n\r\nbroken off")]
    [InlineData("multipart/form-data; boundary=b", "--b--\r\n")]
    public async Task A_form_that_is_none_is_refused(string type, string body)
    {
        var caller = await office.AsAsync(Given.FinanceDrafter);

        (await caller.SendAsync(HttpMethod.Post, "/api/images", Caller.Content(Encoding.UTF8.GetBytes(body), type), [])).Refused(HttpStatusCode.BadRequest, "malformed-request");
    }

    [Fact]
    public async Task The_door_for_pictures_shows_no_texts()
    {
        var report = await (await RunningReport.StartAsync(office)).ToConsolidateAsync();
        var caller = await office.AsAsync(Given.Stranger);
        var sha256 = (await (await office.AsAsync(Given.Clerk)).GetAsync(report.Budget)).Ok().GetProperty("text").GetProperty("sha256").GetString();

        (await caller.GetAsync($"/api/images/{sha256}")).Refused(HttpStatusCode.NotFound, "no-such-image");
    }

    private static byte[] Png => Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private async Task<(Caller Caller, string Copy)> CopyAsync() =>
        (await office.AsAsync(Given.FinanceDrafter), $"{(await RunningReport.StartAsync(office)).Budget}/working-copy?unit={Given.Finance.Value}");
}
