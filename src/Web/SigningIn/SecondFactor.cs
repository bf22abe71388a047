using System.Security.Cryptography;
using System.Text;
using Domain.Trail;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using QRCoder;
using Storage.Accounts;

namespace Web.SigningIn;

/// <summary>The code that an authenticator shows (RFC 6238), asked for after the password; and the codes for the day on which it is lost.</summary>
public sealed class SecondFactor(SignInManager<Account> signIn, SecurityRecorder security)
{
    private const string Issuer = "Soạn duyệt báo cáo";

    private const int RecoveryCodes = 10;

    // Where Identity itself looks for recovery codes. It would keep them as they are; here it finds hashes.
    private const string StoreOfIdentity = "[AspNetUserStore]";
    private const string RecoveryCodesOfIdentity = "RecoveryCodes";

    private const string Own = "approval";
    private const string LastCode = "last-code";

    private UserManager<Account> Users => signIn.UserManager;

    /// <summary>Begins anew: with a key that no authenticator knows yet.</summary>
    public Task BeginAsync(Account account) => Users.ResetAuthenticatorKeyAsync(account);

    /// <summary>The key in groups of four, as it is typed, and as a picture in a data address; null before the beginning.</summary>
    public async Task<(string Key, string Picture)?> ShowAsync(Account account)
    {
        ArgumentNullException.ThrowIfNull(account);

        if (await Users.GetAuthenticatorKeyAsync(account) is not { Length: > 0 } key) return null;

        var address = $"otpauth://totp/{Uri.EscapeDataString(Issuer)}:{Uri.EscapeDataString(account.Email ?? "")}?secret={key}&issuer={Uri.EscapeDataString(Issuer)}&digits=6";
        using var drawn = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.M);
        using var picture = new PngByteQRCode(drawn);

        return (string.Join(' ', key.Chunk(4).Select(four => new string(four))), $"data:image/png;base64,{Convert.ToBase64String(picture.GetGraphic(4))}");
    }

    /// <summary>Asks for the code from now on, where this one shows that the authenticator knows the key.</summary>
    /// <returns>The recovery codes, which are told this once; null where the code is wrong.</returns>
    public async Task<IReadOnlyList<string>?> AddAsync(Account account, string code)
    {
        ArgumentNullException.ThrowIfNull(account);

        if (!await IsCodeAsync(account, code)) return null;

        await Users.SetTwoFactorEnabledAsync(account, true);
        await security.RecordAsync(SecurityKind.SecondFactorAdded, account.Person, SignInMeans.Code);

        return await MakeRecoveryCodesAsync(account);
    }

    public async Task RemoveAsync(Account account)
    {
        ArgumentNullException.ThrowIfNull(account);

        await Users.SetTwoFactorEnabledAsync(account, false);
        await Users.RemoveAuthenticationTokenAsync(account, StoreOfIdentity, RecoveryCodesOfIdentity);
        await Users.ResetAuthenticatorKeyAsync(account);
        await security.RecordAsync(SecurityKind.SecondFactorRemoved, account.Person, SignInMeans.Code);
    }

    public async Task<IReadOnlyList<string>> MakeRecoveryCodesAsync(Account account)
    {
        ArgumentNullException.ThrowIfNull(account);

        var codes = Enumerable.Range(0, RecoveryCodes).Select(_ => RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz23456789", 16)).ToList();
        await Users.SetAuthenticationTokenAsync(account, StoreOfIdentity, RecoveryCodesOfIdentity, string.Join(';', codes.Select(HashOf)));
        await security.RecordAsync(SecurityKind.RecoveryCodesMade, account.Person);

        return codes.ConvertAll(code => string.Join('-', code.Chunk(4).Select(four => new string(four))));
    }

    public Task<int> CountRecoveryCodesAsync(Account account) => Users.CountRecoveryCodesAsync(account);

    /// <summary>Whether it is the code of the authenticator, or a recovery code, which is used up by that; failures count towards the lockout.</summary>
    /// <param name="failure">What the security trail calls it where it is neither.</param>
    /// <returns>By what it was shown; null where it is neither.</returns>
    public async Task<SignInMeans?> CheckAsync(Account account, string code, SecurityKind failure)
    {
        ArgumentNullException.ThrowIfNull(account);

        if (await Users.IsLockedOutAsync(account)) return await FailedAsync(account, failure, wasLocked: true);

        SignInMeans? means = await IsCodeAsync(account, code) ? SignInMeans.Code
            : (await Users.RedeemTwoFactorRecoveryCodeAsync(account, HashOf(Plain(code)))).Succeeded ? SignInMeans.RecoveryCode
            : null;
        if (means is null) return await FailedAsync(account, failure, wasLocked: false);

        await Users.ResetAccessFailedCountAsync(account);

        return means;
    }

    /// <summary>Remembers in a cookie of five minutes who has shown their password, and has yet to show the code.</summary>
    public static Task AwaitAsync(HttpContext http, Account account)
    {
        ArgumentNullException.ThrowIfNull(account);

        return http.SignInAsync(IdentityConstants.TwoFactorUserIdScheme, new(new System.Security.Claims.ClaimsIdentity([new(System.Security.Claims.ClaimTypes.Name, account.Id.ToString())], IdentityConstants.TwoFactorUserIdScheme)));
    }

    public async Task<Account?> AwaitedAsync() => await signIn.GetTwoFactorAuthenticationUserAsync();

    private async Task<bool> IsCodeAsync(Account account, string code)
    {
        var plain = Plain(code);
        if (!await Users.VerifyTwoFactorTokenAsync(account, TokenOptions.DefaultAuthenticatorProvider, plain)) return false;

        // A code opens once: who read it over a shoulder comes too late.
        if (await Users.GetAuthenticationTokenAsync(account, Own, LastCode) == plain) return false;

        return (await Users.SetAuthenticationTokenAsync(account, Own, LastCode, plain)).Succeeded;
    }

    private async Task<SignInMeans?> FailedAsync(Account account, SecurityKind failure, bool wasLocked)
    {
        await security.RecordAsync(failure, account.Person, SignInMeans.Code);
        if (wasLocked) return null;

        await Users.AccessFailedAsync(account);
        if (await Users.IsLockedOutAsync(account)) await security.RecordAsync(SecurityKind.LockedOut, account.Person);

        return null;
    }

    private static string Plain(string code) => code.Replace(" ", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).ToLowerInvariant();

    private static string HashOf(string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(code)));
}
