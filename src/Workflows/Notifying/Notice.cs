using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using Domain.Reports;
using Domain.Routes;

namespace Workflows.Notifying;

[JsonConverter(typeof(JsonStringEnumConverter<NoticeKind>))]
public enum NoticeKind
{
    /// <summary>Somebody has something to do.</summary>
    Assigned,

    /// <summary>What somebody sent came back.</summary>
    Returned,

    /// <summary>What somebody has to do was taken back or given to another.</summary>
    TakenBack,

    /// <summary>The Office edited what somebody drafted.</summary>
    Revised,

    Signed,

    Issued,
}

/// <summary>Something that people must be told, written with the decision that caused it and sent afterwards.</summary>
/// <param name="Id">The same cause makes the same notice: whoever delivers it twice can tell.</param>
/// <param name="To">Whom it concerns: resolved to people when it is delivered, so that a delegation counts.</param>
public sealed record Notice(Guid Id, NoticeKind Kind, ReportId Report, SectionId? Section, IReadOnlyList<Assignee> To, DateTimeOffset At)
{
    public static Notice About(DecisionId cause, NoticeKind kind, ReportId report, SectionId? section, IReadOnlyList<Assignee> to, DateTimeOffset at)
    {
        var name = Encoding.UTF8.GetBytes($"{cause.Value} {kind} {section?.Value} {string.Join(' ', to)}");

        return new(new Guid(SHA256.HashData(name).AsSpan(0, 16)), kind, report, section, to, at);
    }
}
