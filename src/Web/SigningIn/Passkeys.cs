using System.Buffers.Text;
using System.Security.Claims;
using Domain;
using Domain.People;
using Domain.Trail;
using Microsoft.AspNetCore.Identity;
using Storage.Accounts;

namespace Web.SigningIn;

/// <summary>Passkeys (WebAuthn): a device that unlocks for its owner stands for password and code together.</summary>
public sealed class Passkeys(SignInManager<Account> signIn, Rosters rosters, SecurityRecorder security)
{
    private UserManager<Account> Users => signIn.UserManager;

    /// <summary>What the browser needs to make one.</summary>
    public Task<string> BeginAddingAsync(Account account, Person person)
    {
        ArgumentNullException.ThrowIfNull(account);
        ArgumentNullException.ThrowIfNull(person);

        return signIn.MakePasskeyCreationOptionsAsync(new() { Id = account.Id.ToString(), Name = person.Email, DisplayName = person.Name });
    }

    public async Task<Refusal?> AddAsync(Account account, string credential, string name)
    {
        ArgumentNullException.ThrowIfNull(account);
        ArgumentNullException.ThrowIfNull(name);

        if (string.IsNullOrWhiteSpace(name) || name.Length > PersonalTokens.LongestName) return PasskeyRefusals.Name;
        if (string.IsNullOrEmpty(credential)) return PasskeyRefusals.NotAdded;

        PasskeyAttestationResult made;
        try
        {
            made = await signIn.PerformPasskeyAttestationAsync(credential);
        }
        catch (InvalidOperationException)
        {
            // Nothing was begun, or too long ago.
            return PasskeyRefusals.NotAdded;
        }

        if (!made.Succeeded || made.UserEntity.Id != account.Id.ToString()) return PasskeyRefusals.NotAdded;

        made.Passkey.Name = name.Trim();
        if (!(await Users.AddOrUpdatePasskeyAsync(account, made.Passkey)).Succeeded) return PasskeyRefusals.NotAdded;

        await security.RecordAsync(SecurityKind.PasskeyAdded, account.Person, SignInMeans.Passkey, made.Passkey.Name);

        return null;
    }

    public Task<IList<UserPasskeyInfo>> OfAsync(Account account) => Users.GetPasskeysAsync(account);

    public static string IdOf(UserPasskeyInfo passkey)
    {
        ArgumentNullException.ThrowIfNull(passkey);

        return Base64Url.EncodeToString(passkey.CredentialId);
    }

    /// <summary>Nothing happens where there is none such.</summary>
    public async Task RemoveAsync(Account account, string id)
    {
        ArgumentNullException.ThrowIfNull(account);

        if ((await OfAsync(account)).FirstOrDefault(passkey => IdOf(passkey) == id) is not { } found) return;

        await Users.RemovePasskeyAsync(account, found.CredentialId);
        await security.RecordAsync(SecurityKind.PasskeyRemoved, account.Person, SignInMeans.Passkey, found.Name);
    }

    /// <summary>What the browser needs to show one.</summary>
    /// <param name="account">Whose; null for whoever has one.</param>
    public Task<string> BeginShowingAsync(Account? account) => signIn.MakePasskeyRequestOptionsAsync(account);

    /// <summary>Who it is that shows the passkey.</summary>
    public async Task<Outcome<Account>> ShowAsync(string credential, CancellationToken cancellationToken)
    {
        if (await AssertAsync(credential) is not { } account)
        {
            await security.RecordAsync(SecurityKind.SignInFailed, null, SignInMeans.Passkey);

            return PasskeyRefusals.NotKnown;
        }

        if (await rosters.OfAsync(account.Person, cancellationToken) is { } roster && roster.Find(account.Person) is { IsActive: true } && !await Users.IsLockedOutAsync(account)) return account;

        await security.RecordAsync(SecurityKind.SignInFailed, account.Person, SignInMeans.Passkey);

        return SigningInRefusals.Inactive;
    }

    /// <summary>Whether whoever is signed in shows a passkey of their own, too.</summary>
    public async Task<Refusal?> AgainAsync(ClaimsPrincipal user, string credential)
    {
        ArgumentNullException.ThrowIfNull(user);

        if (await AssertAsync(credential) is { } account && account.Person == user.PersonId && !await Users.IsLockedOutAsync(account)) return null;

        await security.RecordAsync(SecurityKind.ConfirmationFailed, user.PersonId, SignInMeans.Passkey);

        return PasskeyRefusals.NotKnown;
    }

    private async Task<Account?> AssertAsync(string credential)
    {
        if (string.IsNullOrEmpty(credential)) return null;

        try
        {
            var shown = await signIn.PerformPasskeyAssertionAsync(credential);
            if (!shown.Succeeded) return null;

            // Its counter tells a copy from the one that was added.
            await Users.AddOrUpdatePasskeyAsync(shown.User, shown.Passkey);

            return shown.User;
        }
        catch (InvalidOperationException)
        {
            // Nothing was begun, or too long ago.
            return null;
        }
    }
}
