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

    public int Version { get; set; }

    public DateTimeOffset At { get; set; }

    public int? Before { get; set; }

    public DateTimeOffset? BeforeAt { get; set; }

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
            var row = await context.Readings.SingleOrDefaultAsync(row => row.Report == reading.Report && row.Section == reading.Section && row.By == reading.By, token);
            if (row?.Version >= reading.Version) return row.Read();

            if (row is null) context.Add(row = new() { Report = reading.Report, Section = reading.Section, By = reading.By });
            (row.Version, row.At, row.Before, row.BeforeAt) = (reading.Version, reading.At, reading.Before, reading.BeforeAt);
            await context.SaveChangesAsync(token);

            return reading;
        }, cancellationToken);
}
