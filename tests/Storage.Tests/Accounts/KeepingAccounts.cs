using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Storage.Accounts;
using Storage.Tests.Databases;
using TestServers;

namespace Storage.Tests.Accounts;

public abstract class KeepingAccounts(TestDatabase database) : IAsyncLifetime
{
    private StorageSettings? settings;

    public async ValueTask InitializeAsync() => settings = await database.CreateAsync();

    public ValueTask DisposeAsync() => database.DisposeAsync();

    [Fact]
    public async Task An_account_is_found_by_name_and_says_whose_it_is()
    {
        await using var node = Node();
        await using var another = Node();

        var created = await OnAsync(node, users => users.CreateAsync(new() { Id = Guid.NewGuid(), UserName = "chutich", Email = "chutich@example.vn", Person = Given.Chairman }, "Mật-khẩu 2026"));
        var found = await OnAsync(another, async users => await users.FindByNameAsync("ChuTich") is { } account && await users.CheckPasswordAsync(account, "Mật-khẩu 2026") ? account.Person : default);

        Assert.True(created.Succeeded, $"{created}");
        Assert.Equal(Given.Chairman, found);
    }

    [Fact]
    public async Task A_locked_account_stays_locked_until_its_hour()
    {
        await using var node = Node();

        var isLocked = await OnAsync(node, async users =>
        {
            var account = new Account { Id = Guid.NewGuid(), UserName = "vanthu", Person = Given.Clerk };
            await users.CreateAsync(account);
            await users.SetLockoutEnabledAsync(account, true);
            await users.SetLockoutEndDateAsync(account, DateTimeOffset.UtcNow.AddHours(1));

            return await users.IsLockedOutAsync(account);
        });

        Assert.True(isLocked);
    }

    [Fact]
    public async Task A_passkey_is_kept()
    {
        await using var node = Node();
        await using var another = Node();
        var passkey = new UserPasskeyInfo([1, 2, 3], [4, 5, 6], DateTimeOffset.FromUnixTimeMilliseconds(1_788_742_800_123), 7, ["internal"], true, true, true, [8], [9]) { Name = "Máy tính cơ quan" };

        await OnAsync(node, async users =>
        {
            var account = new Account { Id = Guid.NewGuid(), UserName = "chutich", Person = Given.Chairman };
            await users.CreateAsync(account);

            return await users.AddOrUpdatePasskeyAsync(account, passkey);
        });
        var kept = await OnAsync(another, async users => (await users.GetPasskeysAsync(await users.FindByPasskeyIdAsync([1, 2, 3]) ?? throw new InvalidOperationException("Not found.")))[0]);

        Assert.Equal((passkey.Name, passkey.SignCount, passkey.CreatedAt), (kept.Name, kept.SignCount, kept.CreatedAt));
        Assert.Equal(passkey.PublicKey, kept.PublicKey);
    }

    [Fact]
    public async Task What_one_node_protects_another_reads()
    {
        await using var node = Node();
        await using var another = Node();

        var hidden = node.GetRequiredService<IDataProtectionProvider>().CreateProtector("cookie").Protect("chutich");

        Assert.Equal("chutich", another.GetRequiredService<IDataProtectionProvider>().CreateProtector("cookie").Unprotect(hidden));
    }

    private ServiceProvider Node()
    {
        var services = new ServiceCollection();
        services.AddLogging().AddStorage(settings ?? throw new InvalidOperationException("The test has not begun."));
        services.AddDataProtection().SetApplicationName("approval").KeepKeysInStorage();
        services.AddIdentityCore<Account>().AddAccountStore();

        return services.BuildServiceProvider(validateScopes: true);
    }

    private static async Task<T> OnAsync<T>(ServiceProvider node, Func<UserManager<Account>, Task<T>> act)
    {
        await using var scope = node.CreateAsyncScope();

        return await act(scope.ServiceProvider.GetRequiredService<UserManager<Account>>());
    }
}

public sealed class KeepingAccountsInSqlite() : KeepingAccounts(new SqliteDatabase());

public sealed class KeepingAccountsInPostgres(PostgresServer server) : KeepingAccounts(new PostgresDatabase(server));
