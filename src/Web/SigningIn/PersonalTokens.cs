using System.Buffers.Text;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using Domain;
using Domain.Calendar;
using Domain.Trail;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using Storage.Accounts;

namespace Web.SigningIn;

/// <summary>Tokens that people make for their programs: named, for reading or for acting, and not for longer than a year.</summary>
public sealed class PersonalTokens(AccessTokens tokens, SecurityRecorder security, TimeProvider clock)
{
    public const string Scheme = "access-token";

    /// <summary>So that who finds one, a scanner of published code for instance, knows what it is.</summary>
    public const string Prefix = "apv_";

    public const int LongestName = 100;

    public const int MostDays = 365;

    private const int Most = 50;

    /// <param name="Secret">Shown this once, and kept nowhere.</param>
    public sealed record Made(AccessToken Token, string Secret);

    public async Task<Outcome<Made>> MakeAsync(ClaimsPrincipal user, string name, AccessScope scope, int days, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(user);
        ArgumentNullException.ThrowIfNull(name);

        if (user.TokenScope is not null) return AccessTokenRefusals.ByToken;
        if (string.IsNullOrWhiteSpace(name) || name.Trim().Length > LongestName || name.Any(char.IsControl)) return AccessTokenRefusals.Name;
        if (days is < 1 or > MostDays) return AccessTokenRefusals.Days;
        if ((await tokens.OfAsync(user.PersonId, cancellationToken)).Count >= Most) return AccessTokenRefusals.TooMany;

        var at = clock.GetUtcNow();
        var secret = Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        var token = new AccessToken(Guid.CreateVersion7(at), user.PersonId, name.Trim().Normalize(), scope, at, at.AddDays(days), null);
        await tokens.KeepAsync(token, secret, cancellationToken);
        await security.RecordAsync(SecurityKind.TokenMade, user.PersonId, subject: token.Name);

        return new Made(token, secret);
    }

    public async Task<Refusal?> RevokeAsync(ClaimsPrincipal user, Guid id, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(user);

        if (await tokens.RevokeAsync(user.PersonId, id, cancellationToken) is not { } token) return AccessTokenRefusals.NotFound;

        await security.RecordAsync(SecurityKind.TokenRevoked, user.PersonId, subject: token.Name);

        return null;
    }

    public static bool IsOne(string? authorization) => authorization?.StartsWith($"Bearer {Prefix}", StringComparison.OrdinalIgnoreCase) is true;

    /// <summary>A token for reading reads.</summary>
    public static Task CheckAsync(HttpContext http, RequestDelegate next)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(next);

        return http.User.TokenScope is AccessScope.Read && !HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method)
            ? AccessTokenRefusals.ReadsOnly.AsProblem.ExecuteAsync(http)
            : next(http);
    }

    /// <summary>Lets in who sends a token along.</summary>
    public sealed class Handler(
        IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory loggers, UrlEncoder encoder, AccessTokens tokens, Rosters rosters, TimeProvider clock)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
    {
        protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
        {
            if (Request.Headers.Authorization.ToString() is not { } sent || !IsOne(sent)) return AuthenticateResult.NoResult();

            var at = clock.GetUtcNow();
            if (await tokens.UseAsync(sent["Bearer ".Length..].Trim(), at, VietnamTime.DateOf(at), Context.RequestAborted) is not { } token) return AuthenticateResult.Fail("No such token.");
            if (await rosters.OfAsync(token.Person, Context.RequestAborted) is not { } roster) return AuthenticateResult.Fail("Nobody's token.");

            var identity = new ClaimsIdentity(
                [new(Claims.Person, token.Person.Value.ToString()), new(Claims.Agency, roster.Agency.Id.Value.ToString()), new(Claims.Scope, token.Scope.ToString())], Scheme.Name);

            return AuthenticateResult.Success(new(new(identity), Scheme.Name));
        }

        protected override Task HandleChallengeAsync(AuthenticationProperties properties)
        {
            Response.Headers[HeaderNames.WWWAuthenticate] = "Bearer";

            return base.HandleChallengeAsync(properties);
        }
    }
}

public static class AccessTokenRefusals
{
    public static Refusal ReadsOnly { get; } = new(RefusalKind.NotAllowed, "token-reads-only",
        new("Mã truy cập này chỉ được đọc. Hãy tạo mã được phép xử lý nếu chương trình cần thay đổi dữ liệu.", "This token is for reading only. Make one for acting if the program has to change anything."));

    public static Refusal ByToken { get; } = new(RefusalKind.NotAllowed, "token-makes-no-token",
        new("Không thể dùng mã truy cập để tạo mã truy cập khác. Hãy đăng nhập trên trang.", "A token cannot make another one. Sign in on the page."));

    public static Refusal Name { get; } = new(RefusalKind.Invalid, "token-name",
        new($"Hãy đặt tên cho mã truy cập (nhiều nhất {PersonalTokens.LongestName} ký tự), ví dụ tên chương trình sẽ dùng.", $"Name the token, with at most {PersonalTokens.LongestName} characters: for the program that uses it, for instance."));

    public static Refusal Days { get; } = new(RefusalKind.Invalid, "token-days",
        new($"Mã truy cập có hiệu lực từ 1 đến {PersonalTokens.MostDays} ngày.", $"A token is good for 1 to {PersonalTokens.MostDays} days."));

    public static Refusal TooMany { get; } = new(RefusalKind.Conflict, "too-many-tokens",
        new("Bạn đã có quá nhiều mã truy cập. Hãy thu hồi những mã không dùng nữa.", "You have too many tokens. Revoke those that are no longer used."));

    public static Refusal NotFound { get; } = new(RefusalKind.NotFound, "no-such-token",
        new("Không có mã truy cập này; có thể đã được thu hồi.", "There is no such token; it may have been revoked."));
}
