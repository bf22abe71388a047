using Domain.People;

namespace Domain.Reports;

/// <summary>Which version of a section's text somebody has read last, and which one before it.</summary>
/// <param name="Before">The version that they had read when this one came; null where this is the first, or their own.</param>
public sealed record Reading(ReportId Report, SectionId Section, PersonId By, int Version, DateTimeOffset At, int? Before = null, DateTimeOffset? BeforeAt = null)
{
    /// <summary>What they have read once they opened this version; the same where it is nothing new.</summary>
    public static Reading Next(Reading? known, ReportId report, SectionId section, PersonId by, TextVersion version, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(version);

        if (known is null || version.IsBy(by)) return known?.Version >= version.Number ? known : new(report, section, by, version.Number, at);

        return version.Number <= known.Version ? known : known with { Version = version.Number, At = at, Before = known.Version, BeforeAt = known.At };
    }
}
