using System.Net;
using Web.Hosting;

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

    private static async Task<(int ExitCode, string Output)> VerifyAsync(Office office)
    {
        await using var output = new StringWriter();
        var exitCode = await VerifyCommand.RunAsync(office.Services, output, TestContext.Current.CancellationToken);

        return (exitCode, output.ToString());
    }
}
