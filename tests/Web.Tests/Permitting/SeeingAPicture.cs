using System.Net;
using System.Text;
using Domain.People;

namespace Web.Tests.Permitting;

/// <summary>A picture is seen where its text may be read, and its name alone opens nothing.</summary>
public sealed class SeeingAPicture(Cast cast) : IClassFixture<Cast>
{
    [Fact]
    public async Task Nobody_but_who_uploaded_it_sees_a_picture_that_stands_nowhere()
    {
        var picture = await UploadAsync(Given.FinanceDrafter);

        await AssertSeenAsync(picture, Given.FinanceDrafter);
        foreach (var other in (PersonId[])[Given.FinanceHead, Given.Consolidator, Given.Chairman, Given.Administrator, Given.Stranger]) await AssertNotSeenAsync(picture, other);
    }

    [Fact]
    public async Task It_is_seen_by_those_who_may_read_a_text_that_shows_it_and_by_nobody_else()
    {
        var (report, picture) = await InBudgetAsync();

        foreach (var reader in (PersonId[])[Given.FinanceHead, Given.HealthHead, Given.Chairman]) await AssertSeenAsync(picture, reader);
        await AssertNotSeenAsync(picture, Given.Stranger);

        await RestrictAsync(report.Budget);
        foreach (var insider in (PersonId[])[Given.FinanceHead, Given.Consolidator, Given.Chairman]) await AssertSeenAsync(picture, insider);
        foreach (var outsider in (PersonId[])[Given.HealthHead, Cast.OtherVice, Given.Administrator, Given.Stranger]) await AssertNotSeenAsync(picture, outsider);

        // The report as a whole is closed to still more people than the section was.
        var (closed, another) = await InBudgetAsync();
        await RestrictAsync(closed.Address);
        await AssertSeenAsync(another, Given.FinanceHead);
        await AssertNotSeenAsync(another, Cast.CultureDrafter);
    }

    [Fact]
    public async Task Who_writes_its_name_into_a_text_of_their_own_does_not_see_it_for_that()
    {
        var (report, picture) = await InBudgetAsync();
        await RestrictAsync(report.Budget);
        var text = $"Số liệu.\n\n![Ngân sách]({picture})";

        await report.WriteAsync(Given.HealthHead, report.Society, Given.Health, text);

        await AssertNotSeenAsync(picture, Given.HealthHead);
        var refused = (await report.SubmitAsync(Given.HealthHead, report.Society, Given.Health)).Refused(HttpStatusCode.UnprocessableEntity, "unprintable-text");
        Assert.Equal("image-missing", refused.GetProperty("faults")[0].GetProperty("code").GetString());
        var drafter = await cast.Office.AsAsync(Given.HealthHead);
        (await drafter.GetAsync($"{report.Society}/preview/pdf?unit={Given.Health.Value}")).Refused(HttpStatusCode.UnprocessableEntity, "unprintable-text");
    }

    [Fact]
    public async Task A_copy_that_the_browser_kept_is_asked_for_again()
    {
        var (report, picture) = await InBudgetAsync();
        var caller = await cast.Office.AsAsync(Given.HealthHead);
        var first = await caller.GetAsync(AddressOf(picture));
        Assert.Equal("no-cache, private", first.Headers.CacheControl?.ToString());
        Assert.Equal(HttpStatusCode.NotModified, (await caller.GetAsync(AddressOf(picture), ("If-None-Match", first.ETag ?? ""))).Status);

        await RestrictAsync(report.Budget);

        (await caller.GetAsync(AddressOf(picture), ("If-None-Match", first.ETag ?? ""))).Refused(HttpStatusCode.NotFound, "no-such-image");
    }

    [Fact]
    public async Task It_comes_along_into_the_text_of_another_section_with_whoever_may_see_it()
    {
        var (report, picture) = await InBudgetAsync();
        await report.WriteAsync(Given.HealthHead, report.Society, Given.Health, $"Theo mục trước.\n\n![Ngân sách]({picture})");
        (await report.SubmitAsync(Given.HealthHead, report.Society, Given.Health)).Ok();

        await RestrictAsync(report.Budget);

        await AssertSeenAsync(picture, Given.HealthHead);
        var file = await (await cast.Office.AsAsync(Given.HealthHead)).GetAsync($"{report.Society}/preview/pdf?unit={Given.Health.Value}");
        Assert.Equal(HttpStatusCode.OK, file.Status);
    }

    private async Task<(RunningReport Report, string Picture)> InBudgetAsync()
    {
        var report = await RunningReport.StartAsync(cast.Office);
        var picture = await UploadAsync(Given.FinanceDrafter);
        await report.WriteAsync(Given.FinanceDrafter, report.Budget, Given.Finance, $"Thu ngân sách đạt 1.250 tỷ đồng.\n\n![Thu ngân sách]({picture})");
        (await report.SubmitAsync(Given.FinanceHead, report.Budget, Given.Finance)).Ok();

        return (report, picture);
    }

    /// <summary>Its name in texts.</summary>
    private async Task<string> UploadAsync(PersonId person)
    {
        // What follows a picture's end changes its name only.
        byte[] bytes = [.. Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="), .. Encoding.UTF8.GetBytes($"{Guid.NewGuid()}")];
        var kept = await (await cast.Office.AsAsync(person)).SendAsync(HttpMethod.Post, "/api/images", Caller.Content(bytes, "image/png"), []);

        return kept.Ok().GetProperty("address").GetString() ?? "";
    }

    private async Task RestrictAsync(string address) => Assert.Equal(HttpStatusCode.NoContent, (await (await cast.Office.AsAsync(Given.Consolidator)).PutAsync(
        $"{address}/audience", new { audience = new { units = Array.Empty<Guid>(), people = Array.Empty<Guid>() }, reason = "Chưa công bố" })).Status);

    private async Task AssertSeenAsync(string picture, PersonId reader) => Assert.Equal(HttpStatusCode.OK, (await (await cast.Office.AsAsync(reader)).GetAsync(AddressOf(picture))).Status);

    private async Task AssertNotSeenAsync(string picture, PersonId reader) =>
        (await (await cast.Office.AsAsync(reader)).GetAsync(AddressOf(picture))).Refused(HttpStatusCode.NotFound, "no-such-image");

    private static string AddressOf(string picture) => $"/api/images/{picture["image:".Length..]}";
}
