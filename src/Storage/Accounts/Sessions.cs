using Domain.People;
using Domain.Trail;
using Microsoft.EntityFrameworkCore;
using Storage.Databases;

namespace Storage.Accounts;

/// <summary>One browser, or one program, in which somebody is signed in.</summary>
internal sealed class SessionRow
{
    public required Guid Id { get; init; }

    public required PersonId Person { get; init; }

    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>To the hour: more would cost a write with each request.</summary>
    public required DateTimeOffset SeenAt { get; set; }

    /// <summary>After how many hours without a request it is over.</summary>
    public required int IdleHours { get; init; }

    public required SignInMeans Means { get; init; }

    public required string? Origin { get; init; }

    public required string? Device { get; init; }

    public static SessionRow Of(Session session) => new()
    {
        Id = session.Id,
        Person = session.Person,
        OpenedAt = session.OpenedAt,
        SeenAt = session.SeenAt,
        IdleHours = session.IdleHours,
        Means = session.Means,
        Origin = session.Origin,
        Device = session.Device,
    };

    public Session Read() => new(Id, Person, OpenedAt, SeenAt, IdleHours, Means, Origin, Device);
}

/// <param name="SeenAt">To the hour.</param>
/// <param name="IdleHours">After how many hours without a request it is over.</param>
public sealed record Session(Guid Id, PersonId Person, DateTimeOffset OpenedAt, DateTimeOffset SeenAt, int IdleHours, SignInMeans Means, string? Origin, string? Device)
{
    public bool IsOpen(DateTimeOffset at) => at < SeenAt.AddHours(IdleHours);
}

/// <summary>Who is signed in where, and what ends it before its time.</summary>
public sealed class Sessions
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly Database database;

    internal Sessions(Database database) => this.database = database;

    /// <summary>Keeps a new session, and forgets those of the person that are over.</summary>
    public Task OpenAsync(Session session, CancellationToken cancellationToken) =>
        database.WriteAsync<int>(async (context, token) =>
        {
            var known = await context.Sessions.Where(row => row.Person == session.Person).ToListAsync(token);
            context.RemoveRange(known.Where(row => !row.Read().IsOpen(session.OpenedAt)));
            context.Add(SessionRow.Of(session));

            return await context.SaveChangesAsync(token);
        }, cancellationToken);

    /// <summary>Whether the session is still open; notes once an hour that it is in use.</summary>
    public async Task<bool> CheckAsync(Guid id, DateTimeOffset at, CancellationToken cancellationToken)
    {
        await using var context = await database.OpenAsync(cancellationToken);
        if (await context.Sessions.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellationToken) is not { } row || !row.Read().IsOpen(at)) return false;

        if (at - row.SeenAt >= Hour)
        {
            await database.WriteAsync<int>(
                async (writing, token) => await writing.Sessions.Where(one => one.Id == id && one.SeenAt < at).ExecuteUpdateAsync(one => one.SetProperty(session => session.SeenAt, at), token), cancellationToken);
        }

        return true;
    }

    /// <summary>The open ones of a person, the newest first.</summary>
    public async Task<IReadOnlyList<Session>> OfAsync(PersonId person, DateTimeOffset at, CancellationToken cancellationToken)
    {
        await using var context = await database.OpenAsync(cancellationToken);
        var rows = await context.Sessions.AsNoTracking().Where(row => row.Person == person).OrderByDescending(row => row.OpenedAt).ToListAsync(cancellationToken);

        return [.. rows.Select(row => row.Read()).Where(session => session.IsOpen(at))];
    }

    /// <summary>Ends one of the person's sessions, or (null) all but one of them; tells which ones ended.</summary>
    public async Task<IReadOnlyList<Session>> EndAsync(PersonId person, Guid? session, Guid? but, CancellationToken cancellationToken)
    {
        var ended = await database.WriteAsync<IReadOnlyList<Session>>(async (context, token) =>
        {
            var rows = await context.Sessions.Where(row => row.Person == person && (session == null || row.Id == session) && (but == null || row.Id != but)).ToListAsync(token);
            context.RemoveRange(rows);
            await context.SaveChangesAsync(token);

            return rows.ConvertAll(row => row.Read());
        }, cancellationToken);

        return ended.Value;
    }
}
