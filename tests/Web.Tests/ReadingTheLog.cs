using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Web.Tests;

/// <summary>What an operator reads of a run: neither secrets nor what people write.</summary>
public sealed class ReadingTheLog
{
    private const string Text = "Nguồn thu từ đất giảm mạnh vì vụ việc chưa công bố.";

    [Fact]
    public async Task A_log_holds_neither_secrets_nor_texts()
    {
        using var heard = new Heard();
        await using var office = new Office { Log = heard };
        await office.InitializeAsync();
        var administrator = await office.AsAsync(Given.Administrator);
        var report = await RunningReport.StartAsync(office);
        var drafter = await office.AsAsync(Given.FinanceDrafter);
        var secrets = new List<string> { Given.Password, "một mật khẩu sai", Text, "vụ việc", drafter.Client.DefaultRequestHeaders.Authorization?.Parameter ?? "" };

        await office.Anonymous().PostAsync("/api/tokens", new { email = Given.EmailOf(Given.Clerk), password = "một mật khẩu sai" });
        secrets.Add((await administrator.PostAsync($"/api/people/{Given.Clerk.Value}/invitations", new { })).Ok().GetProperty("link").GetString()?.Split('/')[^1] ?? "");
        await office.Anonymous().GetAsync($"/welcome/{secrets[^1]}");
        var copy = $"/api/reports/{report.Id.Value}/sections/{report.IdOf(Given.Budget).Value}/working-copy?unit={Given.Finance.Value}";
        await drafter.PutTextAsync(copy, Text, "\"0\"");
        await drafter.PutTextAsync(copy, $"{Text} <script>", "\"99\"");
        await drafter.GetAsync($"/api/search?q={Uri.EscapeDataString("vụ việc")}");
        await drafter.PostAsync("/api/reports", new { id = Text });
        using var broken = Caller.Content([0xff, 0xfe, 0x00], "text/markdown");
        await drafter.SendAsync(HttpMethod.Put, copy, broken, [("If-Match", "\"1\"")]);

        Assert.NotEmpty(heard.Lines);
        Assert.All(secrets, secret => Assert.False(string.IsNullOrEmpty(secret)));
        Assert.Empty(from line in heard.Lines from secret in secrets where line.Contains(secret, StringComparison.Ordinal) select line);
    }

    private sealed class Heard : ILoggerProvider
    {
        private readonly ConcurrentQueue<string> lines = new();

        public IReadOnlyCollection<string> Lines => lines;

        public ILogger CreateLogger(string categoryName) => new Ear(lines);

        public void Dispose()
        {
        }
    }

    private sealed class Ear(ConcurrentQueue<string> lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue($"{formatter(state, exception)} {exception}");
    }
}
