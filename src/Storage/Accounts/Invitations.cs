using System.Security.Cryptography;
using System.Text;
using Domain.People;
using Microsoft.EntityFrameworkCore;
using Storage.Databases;

namespace Storage.Accounts;

/// <summary>A link by which somebody sets their password once.</summary>
internal sealed class InvitationRow
{
    public required PersonId Person { get; init; }

    /// <summary>The SHA-256 of the link's secret: whoever reads the table cannot use it.</summary>
    public required string Hash { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }
}

/// <summary>Links that let somebody set their password once, within a time.</summary>
public sealed class Invitations
{
    private readonly Database database;

    internal Invitations(Database database) => this.database = database;

    /// <summary>Keeps a new link in place of any that the person had.</summary>
    /// <param name="secret">Random enough that its hash needs no salt.</param>
    public Task KeepAsync(PersonId person, string secret, DateTimeOffset expiresAt, CancellationToken cancellationToken) =>
        database.WriteAsync<PersonId>(async (context, token) =>
        {
            await context.Invitations.Where(row => row.Person == person).ExecuteDeleteAsync(token);
            context.Add(new InvitationRow { Person = person, Hash = HashOf(secret), ExpiresAt = expiresAt });
            await context.SaveChangesAsync(token);

            return person;
        }, cancellationToken);

    /// <summary>Whose link it is; null where it was used, has expired, or never was.</summary>
    public async Task<PersonId?> FindAsync(string secret, DateTimeOffset at, CancellationToken cancellationToken)
    {
        await using var context = await database.OpenAsync(cancellationToken);
        var hash = HashOf(secret);

        return await context.Invitations.Where(row => row.Hash == hash && row.ExpiresAt > at).Select(row => (PersonId?)row.Person).SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>When the person's link expires; null where they have none.</summary>
    public async Task<DateTimeOffset?> ExpiryAsync(PersonId person, CancellationToken cancellationToken)
    {
        await using var context = await database.OpenAsync(cancellationToken);

        return await context.Invitations.Where(row => row.Person == person).Select(row => (DateTimeOffset?)row.ExpiresAt).SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>Uses the link up. Of two who try at once one succeeds.</summary>
    public async Task<bool> UseAsync(string secret, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var hash = HashOf(secret);
        var used = await database.WriteAsync<Used>(
            async (context, token) => new Used(await context.Invitations.Where(row => row.Hash == hash && row.ExpiresAt > at).ExecuteDeleteAsync(token)), cancellationToken);

        return used.Value.Rows == 1;
    }

    private static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    private sealed record Used(int Rows);
}
