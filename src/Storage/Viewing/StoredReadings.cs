using Domain.People;
using Domain.Reports;
using Microsoft.EntityFrameworkCore;
using Storage.Databases;
using Workflows.Viewing;

namespace Storage.Viewing;

/// <summary>One row for each person and section.</summary>
internal sealed class ReadingRow
{
    public required ReportId Report { get; init; }

    public required SectionId Section { get; init; }

    public required PersonId By { get; init; }

    public required int Version { get; init; }

    public required DateTimeOffset At { get; init; }

    public required int? Before { get; init; }

    public required DateTimeOffset? BeforeAt { get; init; }

    public static ReadingRow Of(Reading reading) => new()
    {
        Report = reading.Report,
        Section = reading.Section,
        By = reading.By,
        Version = reading.Version,
        At = reading.At,
        Before = reading.Before,
        BeforeAt = reading.BeforeAt,
    };

    public Reading Read() => new(Report, Section, By, Version, At, Before, BeforeAt);
}

internal sealed class StoredReadings(Database database) : IReadings
{
    public async Task<Reading?> FindAsync(ReportId report, SectionId section, PersonId person, CancellationToken cancellationToken)
    {
        await using var context = await database.OpenAsync(cancellationToken);

        return (await context.Readings.AsNoTracking().SingleOrDefaultAsync(row => row.Report == report && row.Section == section && row.By == person, cancellationToken))?.Read();
    }

    public Task SaveAsync(Reading reading, CancellationToken cancellationToken) =>
        database.WriteAsync<Reading>(async (context, token) =>
        {
            var known = context.Readings.Where(row => row.Report == reading.Report && row.Section == reading.Section && row.By == reading.By);

            // The condition stands in the change itself: what another wrote meanwhile counts.
            var changed = await known.Where(row => row.Version < reading.Version).ExecuteUpdateAsync(
                row => row.SetProperty(one => one.Version, reading.Version).SetProperty(one => one.At, reading.At)
                    .SetProperty(one => one.Before, reading.Before).SetProperty(one => one.BeforeAt, reading.BeforeAt),
                token);

            if (changed == 0 && !await known.AnyAsync(token))
            {
                context.Add(ReadingRow.Of(reading));
                await context.SaveChangesAsync(token);
            }

            return reading;
        }, cancellationToken);
}
