using System.Globalization;
using System.Security.Claims;
using Domain;
using Domain.People;
using Domain.Trail;
using Microsoft.AspNetCore.Identity;
using Storage.Accounts;
using Web.Hosting;
using Workflows.Recording;

namespace Web.SigningIn;

/// <summary>Somebody whom the directory showed and the agency knows.</summary>
/// <param name="IsAdministrator">Whether the directory makes them an administrator while they are signed in.</param>
public sealed record EntraPerson(Account Account, Roster Roster, bool IsAdministrator)
{
    public async Task<ClaimsPrincipal> AsPrincipalAsync(SignInManager<Account> signIn)
    {
        ArgumentNullException.ThrowIfNull(signIn);

        var user = await signIn.CreateUserPrincipalAsync(Account);
        if (IsAdministrator) user.AddIdentity(new([new(Claims.Granted, nameof(Role.Administrator))]));

        return user;
    }
}

/// <summary>Finds who in an agency it is whom the directory shows: by object id, and the first time by an address that is the directory's own to give.</summary>
public sealed partial class PeopleOfEntra(
    UserManager<Account> users, IAgencies agencies, IRecord record, Rosters rosters, EntraSettings settings, SecurityRecorder security, ILogger<PeopleOfEntra> log)
{
    /// <summary>How far the directory's clock may be behind ours.</summary>
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(1);

    private string Directory => $"entra/{settings.TenantId}";

    public async Task<Outcome<EntraPerson>> FindAsync(ClaimsPrincipal shown, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(shown);

        if (!Guid.TryParse(shown.FindFirstValue("tid"), out var tenant) || tenant != settings.TenantId || !Guid.TryParse(shown.FindFirstValue("oid"), out var id)) return EntraRefusals.Unknown;

        // Asked again after linking, since another request of the same person may have been faster.
        var account = await users.FindByLoginAsync(Directory, id.ToString());
        if (account is null)
        {
            if (await LinkAsync(shown, id, cancellationToken) is { } refusal) return refusal;
            account = await users.FindByLoginAsync(Directory, id.ToString());
        }

        return account is null ? EntraRefusals.Unknown
            : await rosters.OfAsync(account.Person, cancellationToken) is not { } roster || roster.Find(account.Person) is not { IsActive: true } ? SigningInRefusals.Inactive
            : new EntraPerson(account, roster, IsAdministrator(shown));
    }

    /// <summary>Whether the directory saw them sign in since they were asked to; that it was asked to have them do so proves nothing, for the question passes through the browser.</summary>
    public static bool SignedInSince(ClaimsPrincipal shown, DateTimeOffset askedAt)
    {
        ArgumentNullException.ThrowIfNull(shown);

        return long.TryParse(shown.FindFirstValue("auth_time"), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && DateTimeOffset.FromUnixTimeSeconds(seconds) >= askedAt - Skew;
    }

    /// <summary>Told by its type only: messages quote what came with the request.</summary>
    public async Task TellAsync(Exception? failure)
    {
        LogFailure(log, failure?.GetBaseException().GetType().Name ?? "");
        await security.RecordAsync(SecurityKind.SignInFailed, null, SignInMeans.Entra);
    }

    private async Task<Refusal?> LinkAsync(ClaimsPrincipal shown, Guid id, CancellationToken cancellationToken)
    {
        if (AddressOf(shown) is not { } address) return EntraRefusals.Unknown;

        var matches = new List<Person>();
        foreach (var agency in await agencies.AllAsync(cancellationToken))
        {
            var roster = await record.RosterAsync(agency.Id, cancellationToken);
            matches.AddRange(roster?.People.Where(person => person.IsActive && string.Equals(person.Email, address, StringComparison.OrdinalIgnoreCase)) ?? []);
        }

        if (matches is not [var match]) return EntraRefusals.Unknown;

        var account = await users.OfPersonAsync(match.Id);

        // An address may pass to somebody else; whose the account is stays as it was until an administrator says otherwise.
        if (account is not null && (await users.GetLoginsAsync(account)).Any(login => login.LoginProvider == Directory && login.ProviderKey != id.ToString())) return EntraRefusals.AddressPassedOn;

        await users.LinkAsync(account, match, new(Directory, id.ToString(), null));

        return null;
    }

    /// <summary>The address that the directory itself gave. A guest's is another organisation's word, and "email" is anybody's unless its domain was verified.</summary>
    private string? AddressOf(ClaimsPrincipal shown)
    {
        var isGuest = shown.FindFirstValue("acct") is "1" || (shown.FindFirstValue("idp") is { } provider && provider != settings.Issuer);

        return isGuest ? null
            : shown.FindFirstValue("preferred_username") is { } name && name.Contains('@', StringComparison.Ordinal) ? name
            : shown.FindFirstValue("xms_edov") is "1" or "true" or "True" ? shown.FindFirstValue("email")
            : null;
    }

    private bool IsAdministrator(ClaimsPrincipal shown) =>
        shown.HasClaim(claim => (claim.Type == "roles" && settings.AdministratorRoles.Contains(claim.Value)) || (claim.Type == "groups" && settings.AdministratorGroups.Contains(claim.Value)));

    [LoggerMessage(LogLevel.Warning, "The directory's answer was refused: {Failure}.")]
    private static partial void LogFailure(ILogger log, string failure);
}

public static class EntraRefusals
{
    public static Refusal Unknown { get; } = new(RefusalKind.NotAllowed, "entra-unknown",
        new("Tài khoản của cơ quan đã được nhận ra, nhưng chưa có ai mang tài khoản này trong Soạn duyệt báo cáo.",
            "Your organisation's account was recognised, but nobody in Approval goes by it yet."));

    public static Refusal AddressPassedOn { get; } = new(RefusalKind.NotAllowed, "entra-address-passed-on",
        new("Địa chỉ này trước đây thuộc một tài khoản khác của cơ quan. Quản trị cần xác nhận trước khi bạn đăng nhập.",
            "This address belonged to another account of your organisation before. An administrator has to confirm it before you sign in."));

    public static Refusal NotAgain { get; } = new(RefusalKind.NotAllowed, "entra-not-again",
        new("Chưa xác nhận được rằng chính bạn vừa đăng nhập lại; báo cáo chưa được ký. Hãy thử lại, và nhập mật khẩu khi được hỏi.",
            "It could not be confirmed that you have just signed in again; the report is not signed. Try once more, and enter your password when asked."));

    public static Refusal SomebodyElse { get; } = new(RefusalKind.NotAllowed, "entra-somebody-else",
        new("Bạn đã đăng nhập lại bằng tài khoản của người khác; báo cáo chưa được ký.", "You signed in again as somebody else; the report is not signed."));
}
