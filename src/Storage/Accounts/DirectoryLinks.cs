using Domain.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Storage.Accounts;

/// <summary>Which account of the organisation's directory is whose.</summary>
public static class DirectoryLinks
{
    /// <summary>Links the person's account, opened here without a password where there is none. Who was faster stays; the caller looks who that is.</summary>
    public static async Task LinkAsync(this UserManager<Account> users, Account? account, Person person, UserLoginInfo login)
    {
        ArgumentNullException.ThrowIfNull(users);
        ArgumentNullException.ThrowIfNull(person);

        try
        {
            if (account is null)
            {
                account = new() { UserName = person.Email, Email = person.Email, Person = person.Id };
                if (!(await users.CreateAsync(account)).Succeeded) return;
            }

            await users.AddLoginAsync(account, login);
        }
        catch (DbUpdateException)
        {
            // Another request linked or opened the same account at the same moment.
        }
    }
}
