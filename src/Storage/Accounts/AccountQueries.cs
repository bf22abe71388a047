using Domain.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Storage.Accounts;

/// <summary>What is asked of the accounts beyond what Identity asks itself.</summary>
public static class AccountQueries
{
    public static Task<Account?> OfPersonAsync(this UserManager<Account> users, PersonId person)
    {
        ArgumentNullException.ThrowIfNull(users);

        return users.Users.FirstOrDefaultAsync(account => account.Person == person);
    }

    /// <summary>Those of the normalized addresses that somebody signs in with.</summary>
    public static async Task<IReadOnlyList<string>> TakenAsync(this UserManager<Account> users, IReadOnlyCollection<string> addresses)
    {
        ArgumentNullException.ThrowIfNull(users);

        return await users.Users.Where(account => account.NormalizedEmail != null && addresses.Contains(account.NormalizedEmail)).Select(account => account.NormalizedEmail ?? "").ToListAsync();
    }
}
