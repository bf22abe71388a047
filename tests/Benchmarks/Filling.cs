using Domain.Calendar;
using Domain.Reports;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Engine;
using Workflows.Recording;
using Workflows.Tests;

namespace Benchmarks;

/// <summary>Reports of twenty sections, as many as are asked for.</summary>
internal static class Filling
{
    public const int Few = 10;
    public const int Many = 10_000;

    // Some two hundred of each: what an agency that reports a great deal has in a month.
    private static readonly IReadOnlyList<ReportingPeriod> Periods = [.. Enumerable.Range(2026, 3).SelectMany(ReportingPeriod.Of)];

    public static ReportId First => Given.Plan(name: "bench 0").Id;

    public static async Task FillAsync(IServiceProvider services, int from, int to)
    {
        var (chain, record, roster) = (services.GetRequiredService<Chain>(), services.GetRequiredService<IRecord>(), Given.Roster());
        var sections = Enumerable.Range(1, 20).Select(n => Given.Section($"section {n}", Given.Society, n % 2 == 0 ? Given.Health : Given.Finance)).ToList();

        for (var number = from; number < to; number++)
        {
            var plan = Given.Plan(name: $"bench {number}") with { Sections = sections, Period = Periods[number % Periods.Count], DueOn = new DateOnly(2026, 9, 25).AddDays(number % 365) };
            var begun = chain.Begin(plan, new(Guid.NewGuid()), Given.Moment(roster, Given.Monday.AddMinutes(number)));
            await record.StartAsync(begun.Value, CancellationToken.None);
        }
    }
}
