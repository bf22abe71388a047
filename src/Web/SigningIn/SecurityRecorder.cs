using System.Net.Mail;
using Domain.People;
using Domain.Trail;
using Workflows.Recording;
using Workflows.SigningIn;

namespace Web.SigningIn;

/// <summary>Tells the security trail what happened with this request.</summary>
public sealed class SecurityRecorder(ISecurityTrail trail, IAgencies agencies, Rosters rosters, IHttpContextAccessor http, TimeProvider clock)
{
    private const int LongestSubject = 100;

    /// <param name="person">Whom it concerns; null where an address is nobody's. That is told to every agency, since any of them may be meant.</param>
    /// <param name="subject">The name of what it is about, never a secret; of an unknown address only what gives nobody away.</param>
    /// <param name="by">Whose doing it was, where it is not the person's own.</param>
    public async Task RecordAsync(SecurityKind kind, PersonId? person, SignInMeans? means = null, string? subject = null, PersonId? by = null)
    {
        var told = person is null
            ? (await agencies.AllAsync(CancellationToken.None)).Select(agency => agency.Id)
            : await rosters.OfAsync(person.Value, CancellationToken.None) is { } roster ? [roster.Agency.Id] : [];
        var at = clock.GetUtcNow();
        var request = http.HttpContext?.Request;
        var shown = person is null ? Hint(subject) : subject;

        // Whoever hangs up early is recorded like everybody else.
        await trail.RecordAsync(
            [
                .. told.Select(agency => new SecurityEntry(Guid.CreateVersion7(at), agency, kind, at, person)
                {
                    By = by == person ? null : by,
                    Means = means,
                    Subject = shown?.Length > LongestSubject ? shown[..LongestSubject] : shown,
                    Origin = http.HttpContext?.Connection.RemoteIpAddress?.ToString(),
                    Device = Device.Of(request?.Headers.UserAgent.ToString()),
                }),
            ],
            CancellationToken.None);
    }

    /// <summary>Enough to recognise a slip of one's own. What is no address may be a password in the wrong field, so nothing of it is kept.</summary>
    private static string? Hint(string? address) =>
        MailAddress.TryCreate(address, out var tried) ? $"{tried.User[0]}…@{tried.Host}" : null;
}
