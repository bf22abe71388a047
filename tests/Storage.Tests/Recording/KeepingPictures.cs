using Domain.People;
using Domain.Reports;
using Storage.Tests.Databases;
using TestServers;
using Workflows.Engine;

namespace Storage.Tests.Recording;

public abstract class KeepingPictures(TestDatabase database) : OnADatabase(database)
{
    private static readonly ReportPlan Plan = Given.Plan();
    private static readonly string Chart = Given.Sha256("chart");
    private static readonly string Map = Given.Sha256("map");

    [Fact]
    public async Task A_picture_is_its_uploaders_until_it_stands_in_a_text()
    {
        await Office.StartAsync(Plan);
        await Stored.Pictures.UploadedAsync(Chart, Given.FinanceDrafter, Token);
        await Stored.Pictures.UploadedAsync(Chart, Given.FinanceDrafter, Token);

        Assert.Equal([Chart], await SeenAsync(Given.FinanceDrafter, Chart, Map));
        Assert.Empty(await SeenAsync(Given.FinanceHead, Chart, Map));

        await PlaceAsync("budget", Chart);
        await PlaceAsync("budget", Chart);

        Assert.Equal([Chart], await SeenAsync(Given.FinanceHead, Chart, Map));
        Assert.Empty(await Stored.Pictures.SeenAsync([Chart], new(Guid.NewGuid()), Given.FinanceHead, Given.Monday, Token));
        Assert.Empty(await SeenAsync(Given.FinanceDrafter));
    }

    [Fact]
    public async Task It_is_seen_by_those_who_may_read_one_of_the_sections_that_it_stands_in()
    {
        await Office.StartAsync(Plan);
        await PlaceAsync("budget", Chart);
        await PlaceAsync("budget", Map);
        await PlaceAsync("clinics", Map);
        await Office.RestrictAsync(Plan.Id, "budget", new([], []));

        Assert.Equal([Map], await SeenAsync(Given.HealthHead, Chart, Map));
        Assert.Equal(2, (await SeenAsync(Given.FinanceHead, Chart, Map)).Count);

        await Office.RestrictAsync(Plan.Id, null, new([], []));
        Assert.Empty(await SeenAsync(Given.Administrator, Chart, Map));
        await Office.RestrictAsync(Plan.Id, null, null);
        await Office.RestrictAsync(Plan.Id, "budget", null);
        Assert.Equal(2, (await SeenAsync(Given.Administrator, Chart, Map)).Count);
    }

    [Fact]
    public async Task A_section_knows_which_pictures_stand_in_it()
    {
        await Office.StartAsync(Plan);
        await PlaceAsync("budget", Chart);
        await Stored.Pictures.UploadedAsync(Map, Given.FinanceDrafter, Token);

        Assert.Equal([Chart], await Stored.Pictures.StandingAsync([Chart, Map], Plan.Id, Given.Section(Plan.Id, "budget"), Token));
        Assert.Empty(await Stored.Pictures.StandingAsync([Chart, Map], Plan.Id, Given.Section(Plan.Id, "clinics"), Token));
    }

    private Task<IReadOnlySet<string>> SeenAsync(PersonId reader, params IReadOnlyList<string> pictures) => Stored.Pictures.SeenAsync(pictures, Given.Agency, reader, Given.Monday, Token);

    private async Task PlaceAsync(string section, string picture) => Assert.Null((await Stored.Record.WriteAsync<Report>(Plan.Id, (transaction, _) =>
    {
        transaction.Save(new Step { Report = transaction.Report, Pictures = [new(Given.Section(Plan.Id, section), picture)] });

        return Task.FromResult<Domain.Outcome<Report>>(transaction.Report);
    }, Token)).Refusal);
}

public sealed class KeepingPicturesInSqlite() : KeepingPictures(new SqliteDatabase());

public sealed class KeepingPicturesInPostgres(PostgresServer server) : KeepingPictures(new PostgresDatabase(server));
