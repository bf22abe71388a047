using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Storage.Databases;

namespace Storage.Accounts;

/// <summary>What signing in keeps in the same database as the record.</summary>
public static class AccountStores
{
    public static IdentityBuilder AddAccountStore(this IdentityBuilder identity) => identity.AddEntityFrameworkStores<ApprovalContext>();

    /// <summary>Several web nodes read each other's cookies only if they share the keys.</summary>
    public static IDataProtectionBuilder KeepKeysInStorage(this IDataProtectionBuilder protection) => protection.PersistKeysToDbContext<ApprovalContext>();
}
