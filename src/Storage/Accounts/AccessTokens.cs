using System.Security.Cryptography;
using System.Text;
using Domain.People;
using Microsoft.EntityFrameworkCore;
using Storage.Databases;

namespace Storage.Accounts;

/// <summary>What a program may do with somebody's token.</summary>
public enum AccessScope
{
    Read,
    Act,
}

internal sealed class AccessTokenRow
{
    public required Guid Id { get; init; }

    public required PersonId Person { get; init; }

    public required string Name { get; init; }

    public required AccessScope Scope { get; init; }

    /// <summary>The SHA-256 of the secret: whoever reads the table cannot use it.</summary>
    public required string Hash { get; init; }

    public required DateTimeOffset MadeAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public required DateOnly? UsedOn { get; set; }

    public AccessToken Read() => new(Id, Person, Name, Scope, MadeAt, ExpiresAt, UsedOn);
}

/// <param name="UsedOn">The last day on which it was used; null before the first.</param>
public sealed record AccessToken(Guid Id, PersonId Person, string Name, AccessScope Scope, DateTimeOffset MadeAt, DateTimeOffset ExpiresAt, DateOnly? UsedOn);

/// <summary>Tokens by which programs come in as somebody, until they expire or are revoked.</summary>
public sealed class AccessTokens
{
    private readonly Database database;

    internal AccessTokens(Database database) => this.database = database;

    /// <param name="secret">Random enough that its hash needs no salt.</param>
    public Task KeepAsync(AccessToken token, string secret, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(token);

        return database.WriteAsync<int>(async (context, cancelled) =>
        {
            context.Add(new AccessTokenRow
            {
                Id = token.Id,
                Person = token.Person,
                Name = token.Name,
                Scope = token.Scope,
                Hash = HashOf(secret),
                MadeAt = token.MadeAt,
                ExpiresAt = token.ExpiresAt,
                UsedOn = null,
            });

            return await context.SaveChangesAsync(cancelled);
        }, cancellationToken);
    }

    /// <summary>Every token of a person that is not revoked, also expired ones, the newest first.</summary>
    public async Task<IReadOnlyList<AccessToken>> OfAsync(PersonId person, CancellationToken cancellationToken)
    {
        await using var context = await database.OpenAsync(cancellationToken);
        var rows = await context.AccessTokens.AsNoTracking().Where(row => row.Person == person).OrderByDescending(row => row.MadeAt).ThenBy(row => row.Id).ToListAsync(cancellationToken);

        return rows.ConvertAll(row => row.Read());
    }

    /// <summary>Whose secret it is; null where it is nobody's any more. Notes the day, which is one write a day.</summary>
    public async Task<AccessToken?> UseAsync(string secret, DateTimeOffset at, DateOnly today, CancellationToken cancellationToken)
    {
        var hash = HashOf(secret);
        await using var context = await database.OpenAsync(cancellationToken);
        if (await context.AccessTokens.AsNoTracking().SingleOrDefaultAsync(row => row.Hash == hash && row.ExpiresAt > at, cancellationToken) is not { } row) return null;

        if (row.UsedOn != today)
            await database.WriteAsync<int>(async (writing, token) => await writing.AccessTokens.Where(one => one.Id == row.Id).ExecuteUpdateAsync(one => one.SetProperty(kept => kept.UsedOn, today), token), cancellationToken);

        return row.Read();
    }

    /// <summary>The token as it was; null where the person has none such.</summary>
    public async Task<AccessToken?> RevokeAsync(PersonId person, Guid id, CancellationToken cancellationToken)
    {
        var revoked = await database.WriteAsync<IReadOnlyList<AccessToken>>(async (context, token) =>
        {
            var rows = await context.AccessTokens.Where(row => row.Id == id && row.Person == person).ToListAsync(token);
            context.RemoveRange(rows);
            await context.SaveChangesAsync(token);

            return rows.ConvertAll(row => row.Read());
        }, cancellationToken);

        return revoked.Value.Count == 1 ? revoked.Value[0] : null;
    }

    private static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
