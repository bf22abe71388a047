using Domain.People;
using Domain.Reports;
using Domain.Routes;
using Storage.Databases;
using Workflows.Notifying;

namespace Storage.Notifying;

/// <summary>A notice in the outbox, and after it.</summary>
internal sealed class NoticeRow
{
    public required Guid Id { get; init; }

    public required NoticeKind Kind { get; init; }

    public required ReportId Report { get; init; }

    public required SectionId? Section { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Null while it waits.</summary>
    public DateTimeOffset? DeliveredAt { get; init; }

    public required string To { get; init; }

    public PersonId? By { get; init; }

    public StageKind? Work { get; init; }

    public static NoticeRow Of(Notice notice) => new() { Id = notice.Id, Kind = notice.Kind, Report = notice.Report, Section = notice.Section, At = notice.At, To = Json.Write(notice.To), By = notice.By, Work = notice.Work };

    public Notice Read() => new(Id, Kind, Report, Section, Json.Read<IReadOnlyList<Assignee>>(To), At, By, Work);
}

/// <summary>A notice that a person was told.</summary>
internal sealed class DeliveryRow
{
    public required PersonId Person { get; init; }

    public required Guid Notice { get; init; }

    /// <summary>The notice's own time, so that one index answers what somebody was told last.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Null while they have not read it.</summary>
    public DateTimeOffset? ReadAt { get; init; }
}
