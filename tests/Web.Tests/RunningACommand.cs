using System.Net;
using Domain;
using Domain.People;
using Domain.Routes;
using Microsoft.Extensions.DependencyInjection;
using Web.Hosting;
using Web.SettingUp;
using Workflows.Recording;

namespace Web.Tests;

public sealed class RunningACommand
{
    [Theory]
    [InlineData("", Command.Serve)]
    [InlineData("serve", Command.Serve)]
    [InlineData("--port 5081", Command.Serve)]
    [InlineData("verify --data here", Command.Verify)]
    [InlineData("demo --out there", Command.Demo)]
    [InlineData("help", Command.Help)]
    [InlineData("serve --help", Command.Help)]
    [InlineData("srve", Command.Unknown)]
    [InlineData("7", Command.Unknown)]
    public void The_first_word_says_which(string line, Command command) =>
        Assert.Equal(command, CommandLine.Read(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Command);

    [Fact]
    public void Its_switches_are_settings() => Assert.Equal(
        ["--Approval:Data", "here", "--Approval:Port=5081", "--Approval:Demo=true"],
        CommandLine.Read(["serve", "--data", "here", "--port=5081", "--demo"]).Settings);

    [Fact]
    public async Task Verify_finds_nothing_off_until_somebody_touches_a_text()
    {
        await using var office = new Office();
        await office.InitializeAsync();
        var report = await (await RunningReport.StartAsync(office)).ToSignAsync();
        (await report.SignAsync(Given.Chairman)).Ok();
        var section = (await (await office.AsAsync(Given.Clerk)).GetAsync(report.Budget)).Ok();
        var sha256 = section.GetProperty("text").GetProperty("sha256").GetString() ?? "";

        var (before, agreed) = await VerifyAsync(office);
        await File.AppendAllTextAsync(Path.Combine(office.Folder, "blobs", sha256[..2], sha256[2..4], sha256), "!", TestContext.Current.CancellationToken);
        var (after, found) = await VerifyAsync(office);

        Assert.Equal(0, before);
        Assert.Contains("agrees with itself", agreed, StringComparison.Ordinal);
        Assert.Equal(1, after);
        Assert.Contains(report.Id.Value.ToString(), found, StringComparison.Ordinal);
        Assert.Contains(sha256, found, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.InternalServerError, (await (await office.AsAsync(Given.Clerk)).GetAsync($"{report.Budget}/versions/1")).Status);
    }

    [Fact]
    public async Task Setting_up_again_takes_the_file_over_and_leaves_what_people_made_since()
    {
        await using var office = new Office();
        await office.InitializeAsync();
        var (first, passwords) = await SetUpAsync(office, FileOf("Trần Văn Trưởng"));
        var file = AgencyFile.Read(FileOf(""));
        var (agencies, by) = (office.Services.GetRequiredService<IAgencies>(), file.Person("clerk"));
        var (unit, delegation) = (new Unit(new(Guid.NewGuid()), "Phòng Nội vụ", "NV", null), new DelegationId(Guid.NewGuid()));
        Assert.False((await agencies.ChangeAsync(file.AgencyId, by, DateTimeOffset.UtcNow, (at, _) => Task.FromResult<Outcome<AgencyChange>>(new AgencyChange
        {
            Facts = [],
            Units = [unit],
            People = [at.Roster.Find(file.Person("left"))! with { IsActive = false }, at.Roster.Find(file.Person("head"))! with { Assistants = [file.Person("clerk")] }],
            Delegations = [new Delegation { Id = delegation, From = file.Person("head"), To = by, StartsAt = DateTimeOffset.UtcNow, EndsAt = DateTimeOffset.UtcNow.AddDays(3), Kinds = [StageKind.Draft], Capacity = Capacity.Deputising, Ground = "Quyết định số 12/QĐ-UBND" }],
        }), TestContext.Current.CancellationToken)).IsRefused);

        var (again, opened) = await SetUpAsync(office, FileOf("Trần Văn Trưởng Phòng"));

        Assert.Equal((0, 0), (first, again));
        Assert.Contains("head@tanlap.example", passwords, StringComparison.Ordinal);
        Assert.DoesNotContain("@tanlap.example", opened, StringComparison.Ordinal);
        var roster = await office.Services.GetRequiredService<IRecord>().RosterAsync(file.AgencyId, TestContext.Current.CancellationToken);
        Assert.Equal("Trần Văn Trưởng Phòng", roster?.Find(file.Person("head"))?.Name);
        Assert.Equal([by], roster?.Find(file.Person("head"))?.Assistants);
        Assert.False(roster?.Find(file.Person("left"))?.IsActive);
        Assert.Equal(unit, roster?.Find(unit.Id));
        Assert.Equal(delegation, Assert.Single(roster?.Delegations ?? []).Id);
    }

    private static string FileOf(string head) => $$"""
        {
          "agency": { "key": "tan-lap", "name": "Ủy ban nhân dân xã Tân Lập", "agencyLines": ["Ủy ban nhân dân", "Xã Tân Lập"], "place": "Tân Lập", "abbreviation": "UBND", "mailDomain": "tanlap.example" },
          "fields": [],
          "units": [{ "key": "office", "shortName": "Văn phòng", "abbreviation": "VP" }],
          "people": [
            { "key": "head", "name": "{{head}}", "mail": "head", "positions": [{ "unit": "office", "kind": "Head", "title": "Trưởng phòng" }] },
            { "key": "clerk", "name": "Lê Thị Văn Thư", "mail": "clerk", "positions": [{ "unit": "office", "kind": "Clerk", "title": "Văn thư" }] },
            { "key": "left", "name": "Võ Văn Nghỉ", "mail": "left", "positions": [{ "unit": "office", "kind": "Administrator", "title": "Quản trị" }] }
          ]
        }
        """;

    private static async Task<(int ExitCode, string Output)> SetUpAsync(Office office, string file)
    {
        var path = Path.Combine(office.Folder, "agency.json");
        await File.WriteAllTextAsync(path, file, TestContext.Current.CancellationToken);
        await using var output = new StringWriter();
        await using var errors = new StringWriter();
        var exitCode = await SetUpCommand.RunAsync(office.Services, path, output, errors, TestContext.Current.CancellationToken);
        Assert.Equal("", errors.ToString());

        return (exitCode, output.ToString());
    }

    private static async Task<(int ExitCode, string Output)> VerifyAsync(Office office)
    {
        await using var output = new StringWriter();
        var exitCode = await VerifyCommand.RunAsync(office.Services, output, TestContext.Current.CancellationToken);

        return (exitCode, output.ToString());
    }
}
