using System.Net;
using System.Text.Json;

namespace Web.Tests;

public sealed class TellingOfAPeriod(Office office)
{
    [Fact]
    public async Task A_report_is_found_by_the_period_that_it_tells_of()
    {
        var caller = await office.AsAsync(Given.Consolidator);
        var (quarter, outOfTurn) = (await StartAsync("2025-Q4", "Báo cáo quý"), await StartAsync(null, "Báo cáo đột xuất"));

        var found = (await caller.GetAsync("/api/reports?period=2025-Q4")).Ok().GetProperty("rows").EnumerateArray().ToList();

        Assert.Equal([quarter], found.Select(row => row.GetProperty("id").GetGuid()));
        Assert.Equal("2025-Q4", found[0].GetProperty("period").GetString());
        Assert.Empty((await caller.GetAsync("/api/reports?period=2025-12")).Ok().GetProperty("rows").EnumerateArray());
        Assert.Equal("2025-Q4", (await ReadAsync(quarter)).GetProperty("plan").GetProperty("period").GetString());
        Assert.Equal(JsonValueKind.Null, (await ReadAsync(outOfTurn)).GetProperty("plan").GetProperty("period").ValueKind);

        async Task<Guid> StartAsync(string? period, string title)
        {
            var id = Guid.NewGuid();
            (await caller.PostAsync("/api/reports", new { id, template = Given.Template.Value, @abstract = title, period, dueOn = "2026-10-30" })).Ok();

            return id;
        }

        async Task<JsonElement> ReadAsync(Guid id) => (await caller.GetAsync($"/api/reports/{id}")).Ok();
    }

    [Fact]
    public async Task The_board_says_it_in_words_and_offers_the_periods_to_choose_from()
    {
        // A day of their own, since others fill the same board.
        const string Due = "&from=2026-12-24&to=2026-12-24";
        var caller = await office.AsAsync(Given.Consolidator);
        (await caller.PostAsync("/api/reports", new { id = Guid.NewGuid(), template = Given.Template.Value, @abstract = "Công tác nửa đầu năm", period = "2026-H1", dueOn = "2026-12-24" })).Ok();
        (await caller.PostAsync("/api/reports", new { id = Guid.NewGuid(), template = Given.Template.Value, @abstract = "Công tác cả năm", period = "2025", dueOn = "2026-12-24" })).Ok();

        var board = WebUtility.HtmlDecode((await caller.GetAsync($"/reports?period=2026-H1{Due}")).Text);

        Assert.Contains("Kỳ: 6 tháng đầu năm 2026", board, StringComparison.Ordinal);
        Assert.DoesNotContain("Công tác cả năm", board, StringComparison.Ordinal);
        Assert.Contains("value=\"2026-H1\" selected", board, StringComparison.Ordinal);
        // An address that was changed by hand shows the board, not an error.
        Assert.Contains("Công tác cả năm", WebUtility.HtmlDecode((await caller.GetAsync($"/reports?period=whatever{Due}")).Text), StringComparison.Ordinal);
    }
}
