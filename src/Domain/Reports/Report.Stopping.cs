using Domain.People;
using Domain.Routes;

namespace Domain.Reports;

public sealed partial record Report
{
    /// <summary>Who stopped it, and why; null unless it was.</summary>
    public Stop? Stopped { get; init; }

    /// <summary>What keeps this person from stopping the report; null where nothing does.</summary>
    public Refusal? MayStop(PersonId person, Roster roster) => State switch
    {
        ReportState.Stopped => CirculationRefusals.Stopped,
        ReportState.Issued or ReportState.Recalled => StopRefusals.Issued,
        ReportState.Signed => StopRefusals.Signed,
        _ => Circulation.MayCoordinate(person, roster),
    };

    /// <summary>The report is given up: what was open is closed, and all that was written stays as it was.</summary>
    /// <param name="sections">The circulations of all its sections.</param>
    public Outcome<ReportStopped> Decide(Stop stop, IReadOnlyList<Circulation> sections, Roster roster)
    {
        ArgumentNullException.ThrowIfNull(stop);

        if (MayStop(stop.By, roster) is { } refusal) return refusal;
        if (string.IsNullOrWhiteSpace(stop.Reason) || stop.Reason.Length > Stop.LongestReason) return StopRefusals.WithoutReason;

        var own = Own.Stopped(stop.At);

        return new ReportStopped(this with { Own = own, Stopped = stop }, new(own, stop, new Move.Stay()), [.. sections.Select(section => section.Stopped(stop.At))]);
    }
}

/// <summary>The report as it was stopped, and its sections with it.</summary>
public sealed record ReportStopped(Report Report, Ruling Own, IReadOnlyList<Circulation> Sections);

public static class StopRefusals
{
    public static Refusal Issued { get; } = new(RefusalKind.Conflict, "stop-issued",
        new("Báo cáo đã ban hành nên không dừng được nữa; văn thư có thể ghi thu hồi.", "The report is issued, so it can no longer be stopped; a clerk may enter that it is recalled."));

    public static Refusal Signed { get; } = new(RefusalKind.Conflict, "stop-signed",
        new("Báo cáo đã ký. Người ký hoặc văn thư trả lại trước, sau đó mới dừng được.", "The report is signed. Once the signer or the clerk has returned it, it can be stopped."));

    public static Refusal WithoutReason { get; } = new(RefusalKind.Invalid, "stop-reason",
        new("Hãy ghi lý do dừng, dài nhất 1.000 ký tự; mọi người đang có việc trong báo cáo sẽ đọc được.", "State why it is stopped, in at most 1,000 characters; everybody who has work in the report will read it."));
}
