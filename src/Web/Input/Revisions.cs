using System.Globalization;
using Domain;
using Microsoft.Net.Http.Headers;

namespace Web.Input;

/// <summary>What can change bears its revision as an ETag; whoever changes it says on which revision.</summary>
public static class Revisions
{
    /// <summary>If-Match: "3". A star would overwrite what nobody has seen, so it names no revision here.</summary>
    public static int? Read(string? ifMatch) =>
        EntityTagHeaderValue.TryParse(ifMatch, out var tag) && !tag.IsWeak && int.TryParse(tag.Tag.AsSpan().Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var revision)
            ? revision
            : null;

    /// <summary>The same where a revision is no number.</summary>
    public static string? ReadTag(string? ifMatch) =>
        EntityTagHeaderValue.TryParse(ifMatch, out var tag) && !tag.IsWeak && tag.Tag != "*" ? tag.Tag.ToString().Trim('"') : null;

    public static string TagOf(int revision) => string.Create(CultureInfo.InvariantCulture, $"\"{revision}\"");

    public static Problem NotGiven => new(StatusCodes.Status428PreconditionRequired, "if-match-needed",
        new("Hãy gửi kèm If-Match với ETag của bản mà bạn đã sửa.", "Send If-Match with the ETag of what you changed."));

    /// <summary>The condition did not hold; what is there now comes along, so that the caller can merge.</summary>
    public static Problem Missed(Refusal refusal, object current)
    {
        ArgumentNullException.ThrowIfNull(refusal);

        return new(StatusCodes.Status412PreconditionFailed, refusal.Code, refusal.Message) { Also = new Dictionary<string, object?> { ["current"] = current } };
    }
}
