using Workflows.Verifying;

namespace Web.Hosting;

public static class VerifyCommand
{
    /// <returns>The exit code: 1 where the record does not agree with itself.</returns>
    public static async Task<int> RunAsync(IServiceProvider services, TextWriter output, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(output);

        var found = 0;
        await foreach (var discrepancy in services.GetRequiredService<VerifyRecordHandler>().HandleAsync(cancellationToken))
        {
            await output.WriteLineAsync($"report {discrepancy.Report.Value}: {discrepancy.Where}: {discrepancy.What}");
            found++;
        }

        await output.WriteLineAsync(found == 0 ? "The record agrees with itself." : $"{found} places are off.");

        return found == 0 ? 0 : 1;
    }
}
