using Domain.People;
using Domain.Reports;

namespace Workflows.Viewing;

/// <summary>Somebody opens the present version of a section's text.</summary>
public sealed record ReadVersion(PersonId By, ReportId Report, SectionId Section, TextVersion Version);

/// <summary>Keeps what a person read last, so that the next version can show them what changed.</summary>
public sealed class ReadVersionHandler(IReadings readings, TimeProvider clock)
{
    public async Task<Reading> HandleAsync(ReadVersion command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(command);

        var known = await readings.FindAsync(command.Report, command.Section, command.By, cancellationToken);
        var next = Reading.Next(known, command.Report, command.Section, command.By, command.Version, clock.GetUtcNow());

        // Whoever opens a page again costs nothing more.
        if (next != known) await readings.SaveAsync(next, cancellationToken);

        return next;
    }
}

/// <summary>What people have read.</summary>
public interface IReadings
{
    Task<Reading?> FindAsync(ReportId report, SectionId section, PersonId person, CancellationToken cancellationToken);

    /// <summary>Of two that come at once the later version stays.</summary>
    Task SaveAsync(Reading reading, CancellationToken cancellationToken);
}
