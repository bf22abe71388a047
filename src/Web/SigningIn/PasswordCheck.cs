using System.Security.Claims;
using System.Text;
using Domain;
using Domain.Trail;
using Microsoft.AspNetCore.Identity;
using Storage.Accounts;
using Web.Hosting;

namespace Web.SigningIn;

/// <summary>Lets somebody in by e-mail and password, at the page and at the API alike.</summary>
public sealed class PasswordCheck(SignInManager<Account> signIn, SecondFactor second, AccountsOfPeople accounts, Rosters rosters, SecurityRecorder security, SignInSettings settings)
{
    /// <summary>Longer input is no password, and costs to hash.</summary>
    public const int LongestPassword = 256;

    /// <summary>Who it is; refused in the same words, and after the same work, whatever was wrong.</summary>
    public async Task<Outcome<Account>> HandleAsync(string email, string password, CancellationToken cancellationToken)
    {
        if (!settings.LocalPasswords) return SigningInRefusals.PasswordsShut;

        if (await signIn.UserManager.FindByEmailAsync(email) is not { } account)
        {
            signIn.UserManager.PasswordHasher.HashPassword(new(), password);
            await security.RecordAsync(SecurityKind.SignInFailed, null, SignInMeans.Password, email);

            return SigningInRefusals.Failed;
        }

        if (!await IsRightAsync(account, password, SecurityKind.SignInFailed)) return SigningInRefusals.Failed;

        if (await rosters.OfAsync(account.Person, cancellationToken) is { } roster && roster.Find(account.Person) is { IsActive: true }) return account;

        await security.RecordAsync(SecurityKind.SignInFailed, account.Person, SignInMeans.Password);

        return SigningInRefusals.Inactive;
    }

    /// <summary>Whether whoever is signed in knows their password, too; failures count towards the lockout.</summary>
    public async Task<Refusal?> AgainAsync(ClaimsPrincipal user, string password) =>
        await ConfirmAsync(user, password) is { IsRefused: true } refused ? refused.Refusal : null;

    /// <summary>The same, and that they have their authenticator where the account asks for one: what a signature takes.</summary>
    public async Task<Refusal?> AgainAsync(ClaimsPrincipal user, string password, string code)
    {
        ArgumentNullException.ThrowIfNull(code);

        var account = await ConfirmAsync(user, password);
        if (account.IsRefused) return account.Refusal;
        if (!account.Value.TwoFactorEnabled) return null;

        return code.Length > LongestPassword || await second.CheckAsync(account.Value, code, SecurityKind.ConfirmationFailed) is null ? SecondFactorRefusals.WrongCode : null;
    }

    private async Task<Outcome<Account>> ConfirmAsync(ClaimsPrincipal user, string password)
    {
        ArgumentNullException.ThrowIfNull(password);

        if (!settings.LocalPasswords) return SigningInRefusals.PasswordsShut;

        return password.Length <= LongestPassword && await accounts.FindAsync(user.PersonId) is { } account && await IsRightAsync(account, password, SecurityKind.ConfirmationFailed)
            ? account
            : SigningInRefusals.WrongPassword;
    }

    /// <param name="failure">What the security trail calls it where the password is wrong.</param>
    private async Task<bool> IsRightAsync(Account account, string password, SecurityKind failure)
    {
        var wasLocked = await signIn.UserManager.IsLockedOutAsync(account);
        var result = await signIn.CheckPasswordSignInAsync(account, Composed(password), lockoutOnFailure: true);
        if (result.Succeeded) return true;

        await security.RecordAsync(failure, account.Person, SignInMeans.Password);
        if (result.IsLockedOut && !wasLocked) await security.RecordAsync(SecurityKind.LockedOut, account.Person);

        return false;
    }

    /// <summary>The same letters typed on another keyboard may come as other characters.</summary>
    public static string Composed(string password)
    {
        ArgumentNullException.ThrowIfNull(password);

        return password.Normalize(NormalizationForm.FormC);
    }
}

public static class SigningInRefusals
{
    public static Refusal Failed { get; } = new(RefusalKind.NotAllowed, "sign-in-failed",
        new("Email hoặc mật khẩu không đúng. Sau nhiều lần sai, tài khoản bị khóa 15 phút.",
            "E-mail or password are wrong. After several failures an account is locked for 15 minutes."));

    public static Refusal WrongPassword { get; } = new(RefusalKind.NotAllowed, "wrong-password",
        new("Mật khẩu không đúng; báo cáo chưa được ký. Sau nhiều lần sai, tài khoản bị khóa 15 phút.",
            "The password is wrong; the report is not signed. After several failures an account is locked for 15 minutes."));

    public static Refusal ConfirmationNeeded { get; } = new(RefusalKind.NotAllowed, "confirmation-needed",
        new("Khi ký phải xác nhận lại là chính mình: hãy gửi kèm mật khẩu (password), và mã xác thực (code) nếu tài khoản dùng xác thực hai lớp. Ai không có mật khẩu ở đây thì ký trên trang.",
            "To sign, show again who you are: send your password along (password), and the authenticator's code (code) where the account asks for a second factor. Whoever has no password here signs on the page."));

    public static Refusal PasswordsShut { get; } = new(RefusalKind.NotAllowed, "passwords-shut",
        new("Cơ quan không dùng mật khẩu riêng ở đây. Hãy đăng nhập bằng tài khoản của cơ quan.", "Passwords are not used here. Sign in with your organisation's account."));

    public static Refusal Inactive { get; } = new(RefusalKind.NotAllowed, "inactive-person",
        new("Tài khoản này không còn được dùng. Hãy liên hệ quản trị.", "This account is no longer in use. Ask an administrator."));

    public static Refusal TokenNotValid { get; } = new(RefusalKind.NotAllowed, "refresh-token-not-valid",
        new("Mã gia hạn không còn hiệu lực. Hãy đăng nhập lại.", "The refresh token is no longer valid. Sign in again."));
}
