using System.Text.Json;
using Domain.Routes;
using Storage.Tests.Databases;
using TestServers;

namespace Storage.Tests.Templates;

public abstract class KeepingTemplates(TestDatabase database) : OnADatabase(database)
{
    [Fact]
    public async Task A_template_is_read_back_as_it_was_with_its_saves_counted()
    {
        var template = Given.Template("Báo cáo quý");

        var first = await Stored.Templates.SaveAsync(template, 0, Token);
        var second = await Stored.Templates.SaveAsync(first.Value with { Abstract = "Tình hình quý III" }, 1, Token);

        Assert.Equal(1, first.Value.Revision);
        AssertSame(template with { Abstract = "Tình hình quý III", Revision = 2 }, second.Value);
        AssertSame(second.Value, await OpenAnother().Templates.FindAsync(template.Id, Token));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public async Task A_template_that_somebody_else_saved_is_not_overwritten(int onRevision)
    {
        var template = (await Stored.Templates.SaveAsync(Given.Template("Báo cáo quý"), 0, Token)).Value;

        var refused = await Stored.Templates.SaveAsync(template with { Name = "Khác" }, onRevision, Token);

        Assert.Equal("template-changed-meanwhile", refused.Refusal?.Code);
        AssertSame(template, await Stored.Templates.FindAsync(template.Id, Token));
    }

    [Fact]
    public async Task Of_many_who_save_on_one_revision_one_is_kept()
    {
        var template = (await Stored.Templates.SaveAsync(Given.Template("Báo cáo quý"), 0, Token)).Value;

        var saved = await Task.WhenAll(Enumerable.Range(0, 8).Select(number => Task.Run(() => Stored.Templates.SaveAsync(template with { Name = $"{number}" }, 1, Token))));

        Assert.Single(saved, one => !one.IsRefused);
    }

    [Fact]
    public async Task Templates_are_listed_by_name_page_by_page()
    {
        foreach (var name in new[] { "c", "a", "d", "b" }) await Stored.Templates.SaveAsync(Given.Template(name), 0, Token);

        Assert.Equal(["b", "c"], (await Stored.Templates.ListAsync(Given.Agency, 1, 2, Token)).Select(template => template.Name));
        Assert.Empty(await Stored.Templates.ListAsync(new(Guid.NewGuid()), 0, 10, Token));
        Assert.Null(await Stored.Templates.FindAsync(new(Guid.NewGuid()), Token));
    }

    [Fact]
    public async Task A_route_keeps_each_of_its_versions()
    {
        var first = Route.Default(new(Given.Id("route")));
        var second = first with { Version = 2, Name = "Quy trình rút gọn", SectionStages = [.. first.SectionStages.Take(2)] };
        await Stored.Templates.SaveAsync(Given.Agency, first, Token);
        await Stored.Templates.SaveAsync(Given.Agency, second, Token);

        var refused = await Stored.Templates.SaveAsync(Given.Agency, first with { Name = "Khác" }, Token);

        Assert.Equal("route-version-taken", refused.Refusal?.Code);
        AssertSame(second, await Stored.Templates.RouteAsync(Given.Agency, first.Id, null, Token));
        AssertSame(first, await Stored.Templates.RouteAsync(Given.Agency, first.Id, 1, Token));
        Assert.Null(await Stored.Templates.RouteAsync(Given.Agency, first.Id, 3, Token));
        Assert.Equal([2], (await Stored.Templates.RoutesAsync(Given.Agency, 0, 10, Token)).Select(route => route.Version));
    }

    private static void AssertSame<T>(T expected, T actual) => Assert.Equal(JsonSerializer.Serialize(expected), JsonSerializer.Serialize(actual));
}

public sealed class KeepingTemplatesInSqlite() : KeepingTemplates(new SqliteDatabase());

public sealed class KeepingTemplatesInPostgres(PostgresServer server) : KeepingTemplates(new PostgresDatabase(server));
