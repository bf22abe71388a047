using System.Buffers.Text;
using System.Security.Cryptography;
using Domain;
using Domain.People;
using Domain.Trail;
using Microsoft.AspNetCore.Identity;
using Storage.Accounts;
using Web.Hosting;
using Workflows.Administering;
using Workflows.Recording;

namespace Web.SigningIn;

/// <summary>The accounts that people sign in with, as an administrator and their owners change them.</summary>
public sealed class AccountsOfPeople(UserManager<Account> users)
{
    /// <summary>How long a link to set one's password is good for.</summary>
    public const int LinkHours = 72;

    public Task<Account?> FindAsync(PersonId person) => users.OfPersonAsync(person);

    /// <summary>Whether somebody else signs in with the address, here or in another agency.</summary>
    public async Task<Refusal?> TakenAsync(Person person)
    {
        ArgumentNullException.ThrowIfNull(person);

        return await users.FindByEmailAsync(person.Email) is { } account && account.Person != person.Id ? AccountRefusals.AddressTaken : null;
    }

    /// <summary>The same for a list: the lines whose address somebody signs in with already.</summary>
    public async Task<IReadOnlyList<int>> TakenAsync(IReadOnlyList<(int Line, Person Person)> people)
    {
        var lines = people.GroupBy(one => users.NormalizeEmail(one.Person.Email)).ToDictionary(same => same.Key ?? "", same => same.First().Line);
        var addresses = lines.Keys.ToList();

        return [.. (await users.TakenAsync(addresses)).Select(address => lines[address])];
    }

    /// <summary>Whoever's address changed signs in with the new one.</summary>
    public async Task FollowAsync(Person person)
    {
        ArgumentNullException.ThrowIfNull(person);

        if (await FindAsync(person.Id) is not { } account || account.Email == person.Email) return;

        await users.SetUserNameAsync(account, person.Email);
        await users.SetEmailAsync(account, person.Email);
    }

    /// <summary>Whether the password would do; null where it does.</summary>
    public async Task<Refusal?> CheckAsync(Person person, Agency agency, string password, string again)
    {
        var composed = PasswordCheck.Composed(password);
        if (composed != PasswordCheck.Composed(again)) return AccountRefusals.NotTheSame;
        if (composed.Length > PasswordCheck.LongestPassword) return AccountRefusals.TooLong;

        foreach (var validator in users.PasswordValidators)
        {
            if (!(await validator.ValidateAsync(users, new(), composed)).Succeeded) return AccountRefusals.TooShort(users.Options.Password.RequiredLength);
        }

        return KnownPasswords.Check(composed, person, agency);
    }

    /// <summary>Sets the password, opening the account where there is none. Everybody who was signed in with the old one is signed out.</summary>
    public async Task<Account?> SetPasswordAsync(Person person, string password)
    {
        ArgumentNullException.ThrowIfNull(person);

        var composed = PasswordCheck.Composed(password);
        if (await FindAsync(person.Id) is not { } account)
        {
            account = new() { UserName = person.Email, Email = person.Email, Person = person.Id };

            return (await users.CreateAsync(account, composed)).Succeeded ? account : null;
        }

        var token = await users.GeneratePasswordResetTokenAsync(account);
        if (!(await users.ResetPasswordAsync(account, token, composed)).Succeeded) return null;

        await users.SetLockoutEndDateAsync(account, null);
        await users.ResetAccessFailedCountAsync(account);

        return account;
    }
}

/// <summary>Keeps a person, and lets their account follow.</summary>
public sealed class KeepPerson(PeopleHandler handler, AccountsOfPeople accounts)
{
    public async Task<Outcome<AgencyChange>> HandleAsync(Administrator by, Person person, string seen, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(person);

        if (await accounts.TakenAsync(person) is { } refusal) return refusal;

        var kept = await handler.KeepAsync(by, person, seen, cancellationToken);
        if (!kept.IsRefused && kept.Value.People is [var saved]) await accounts.FollowAsync(saved);

        return kept;
    }
}

/// <summary>Makes the link by which somebody sets their password, once.</summary>
public sealed class InvitePerson(IAgencies agencies, Invitations invitations, SignInSettings settings, TimeProvider clock)
{
    /// <param name="Path">The link without the name of this machine. It is shown once and kept nowhere.</param>
    public sealed record Invited(string Path, DateTimeOffset ExpiresAt);

    public async Task<Outcome<Invited>> HandleAsync(Administrator by, PersonId person, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(by);

        if (!settings.LocalPasswords) return SigningInRefusals.PasswordsShut;

        var at = clock.GetUtcNow();
        var recorded = await agencies.ChangeAsync(by.Agency, by.Person, at, (transaction, _) => Task.FromResult(Decide(by, person, transaction.Roster)), cancellationToken);
        if (recorded.IsRefused) return recorded.Refusal;

        var secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        var expiresAt = at.AddHours(AccountsOfPeople.LinkHours);
        await invitations.KeepAsync(person, secret, expiresAt, cancellationToken);

        return new Invited($"/welcome/{secret}", expiresAt);
    }

    private static Outcome<AgencyChange> Decide(Administrator by, PersonId person, Roster roster) =>
        Permissions.MayAdminister(by.Person, roster, by.IsGranted) is { } refusal ? refusal
        : roster.Find(person) is not { IsActive: true } found ? AdministrationRefusals.NoSuchPerson
        : new AgencyChange { Facts = [new("person-invited", found.Name, []) { Concern = new(SecurityKind.Invited, found.Id) }] };
}

public static class AccountRefusals
{
    public static Refusal LinkNotValid { get; } = new(RefusalKind.NotFound, "link-not-valid",
        new("Liên kết này đã dùng, đã hết hạn hoặc đã được thay bằng liên kết mới. Hãy xin quản trị một liên kết khác.",
            "This link was used, has expired, or was replaced by a new one. Ask an administrator for another."));

    public static Refusal NotTheSame { get; } = new(RefusalKind.Invalid, "passwords-differ",
        new("Hai lần nhập mật khẩu không giống nhau. Hãy nhập lại.", "The two passwords are not the same. Type them again."));

    public static Refusal TooLong { get; } = new(RefusalKind.Invalid, "password-too-long",
        new($"Mật khẩu dài nhất {PasswordCheck.LongestPassword} ký tự.", $"A password has at most {PasswordCheck.LongestPassword} characters."));

    public static Refusal WellKnown { get; } = new(RefusalKind.Invalid, "password-well-known",
        new("Mật khẩu này nằm trong số những mật khẩu bị đoán đầu tiên. Hãy chọn một câu của riêng bạn.", "This password is among those that are guessed first. Choose a sentence of your own."));

    public static Refusal OwnName { get; } = new(RefusalKind.Invalid, "password-own-name",
        new("Mật khẩu không nên chỉ là tên hoặc địa chỉ của bạn, hay tên cơ quan. Hãy chọn một câu khác.", "A password should not be little more than your name or address, or the agency's. Choose another sentence."));

    public static Refusal OldPasswordWrong { get; } = new(RefusalKind.NotAllowed, "old-password-wrong",
        new("Mật khẩu hiện tại không đúng; mật khẩu chưa được đổi. Sau nhiều lần sai, tài khoản bị khóa 15 phút.",
            "The present password is wrong; nothing was changed. After several failures an account is locked for 15 minutes."));

    public static Refusal AddressTaken { get; } = new(RefusalKind.Conflict, "account-address-taken",
        new("Email này đã được một tài khoản khác dùng để đăng nhập.", "Another account signs in with that e-mail address."));

    public static Refusal TooShort(int least) => new(RefusalKind.Invalid, "password-too-short",
        new($"Mật khẩu cần ít nhất {least} ký tự. Một câu dễ nhớ là tốt nhất.", $"A password needs at least {least} characters. A sentence that you remember is best."));
}
