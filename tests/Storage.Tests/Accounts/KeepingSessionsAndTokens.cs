using Domain.Calendar;
using Domain.People;
using Domain.Trail;
using Microsoft.EntityFrameworkCore;
using Storage.Accounts;
using Storage.Tests.Databases;
using TestServers;

namespace Storage.Tests.Accounts;

public abstract class KeepingSessionsAndTokens(TestDatabase database) : OnADatabase(database)
{
    private static readonly DateOnly Today = VietnamTime.DateOf(Given.Monday);

    [Fact]
    public async Task A_session_is_open_until_it_lies_idle_for_too_long()
    {
        var session = await OpenAsync(Given.Clerk, Given.Monday);

        Assert.True(await Stored.Sessions.CheckAsync(session.Id, Given.Monday.AddHours(10).AddTicks(-1), Token));
        // That was a use of it.
        Assert.True(await OpenAnother().Sessions.CheckAsync(session.Id, Given.Monday.AddHours(19), Token));
        Assert.False(await Stored.Sessions.CheckAsync(session.Id, Given.Monday.AddHours(29), Token));
        Assert.False(await Stored.Sessions.CheckAsync(Guid.NewGuid(), Given.Monday, Token));
    }

    [Fact]
    public async Task When_it_was_last_seen_is_noted_once_an_hour()
    {
        var session = await OpenAsync(Given.Clerk, Given.Monday);

        await Stored.Sessions.CheckAsync(session.Id, Given.Monday.AddMinutes(59), Token);
        Assert.Equal(session, Assert.Single(await OfAsync(Given.Clerk, Given.Monday)));

        await Stored.Sessions.CheckAsync(session.Id, Given.Monday.AddMinutes(61), Token);
        Assert.Equal(session with { SeenAt = Given.Monday.AddMinutes(61) }, Assert.Single(await OfAsync(Given.Clerk, Given.Monday)));
    }

    [Fact]
    public async Task Sessions_are_listed_by_person_the_newest_first_and_those_that_are_over_are_forgotten()
    {
        var old = await OpenAsync(Given.Clerk, Given.Monday.AddDays(-1));
        var (first, second) = (await OpenAsync(Given.Clerk, Given.Monday), await OpenAsync(Given.Clerk, Given.Monday.AddMinutes(5)));
        await OpenAsync(Given.Chairman, Given.Monday);

        Assert.Equal([second, first], await OfAsync(Given.Clerk, Given.Monday.AddHours(1)));
        await using var tables = await Stored.TablesAsync();
        Assert.False(await tables.Sessions.AnyAsync(row => row.Id == old.Id, Token));
    }

    [Fact]
    public async Task One_session_is_ended_or_all_others_and_nobody_ends_anothers()
    {
        var (here, there, elsewhere) = (await OpenAsync(Given.Clerk, Given.Monday), await OpenAsync(Given.Clerk, Given.Monday), await OpenAsync(Given.Clerk, Given.Monday));

        Assert.Empty(await Stored.Sessions.EndAsync(Given.Chairman, there.Id, null, Token));
        Assert.Equal([there], await Stored.Sessions.EndAsync(Given.Clerk, there.Id, null, Token));
        Assert.False(await OpenAnother().Sessions.CheckAsync(there.Id, Given.Monday, Token));

        Assert.Equal([elsewhere], await Stored.Sessions.EndAsync(Given.Clerk, null, here.Id, Token));
        Assert.Equal([here], await OfAsync(Given.Clerk, Given.Monday));
    }

    [Fact]
    public async Task A_token_is_found_by_its_secret_which_is_kept_nowhere()
    {
        var token = await KeepAsync(Given.Clerk, "apv_mot");

        Assert.Equal(token, await OpenAnother().AccessTokens.UseAsync("apv_mot", Given.Monday, Today, Token));
        Assert.Null(await Stored.AccessTokens.UseAsync("apv_hai", Given.Monday, Today, Token));
        await using var tables = await Stored.TablesAsync();
        Assert.Matches("^[0-9a-f]{64}$", await tables.AccessTokens.Select(row => row.Hash).SingleAsync(Token));
    }

    [Fact]
    public async Task The_last_day_of_its_use_is_noted()
    {
        var token = await KeepAsync(Given.Clerk, "apv_mot");
        Assert.Null(Assert.Single(await Stored.AccessTokens.OfAsync(Given.Clerk, Token)).UsedOn);

        await Stored.AccessTokens.UseAsync("apv_mot", Given.Monday, Today, Token);
        await Stored.AccessTokens.UseAsync("apv_mot", Given.Monday.AddDays(1), Today.AddDays(1), Token);

        Assert.Equal(token with { UsedOn = Today.AddDays(1) }, Assert.Single(await Stored.AccessTokens.OfAsync(Given.Clerk, Token)));
    }

    [Fact]
    public async Task A_token_that_has_expired_opens_nothing_and_is_still_listed()
    {
        var token = await KeepAsync(Given.Clerk, "apv_mot");

        Assert.NotNull(await Stored.AccessTokens.UseAsync("apv_mot", token.ExpiresAt.AddMilliseconds(-1), Today, Token));
        Assert.Null(await Stored.AccessTokens.UseAsync("apv_mot", token.ExpiresAt, Today, Token));
        Assert.Single(await Stored.AccessTokens.OfAsync(Given.Clerk, Token));
    }

    [Fact]
    public async Task A_token_is_revoked_by_whose_it_is_alone()
    {
        var (token, other) = (await KeepAsync(Given.Clerk, "apv_mot"), await KeepAsync(Given.Clerk, "apv_hai"));

        Assert.Null(await Stored.AccessTokens.RevokeAsync(Given.Chairman, token.Id, Token));
        Assert.Equal(token, await Stored.AccessTokens.RevokeAsync(Given.Clerk, token.Id, Token));

        Assert.Null(await Stored.AccessTokens.UseAsync("apv_mot", Given.Monday, Today, Token));
        Assert.Null(await Stored.AccessTokens.RevokeAsync(Given.Clerk, token.Id, Token));
        Assert.Equal([other], await Stored.AccessTokens.OfAsync(Given.Clerk, Token));
        Assert.Empty(await Stored.AccessTokens.OfAsync(Given.Chairman, Token));
    }

    private async Task<Session> OpenAsync(PersonId person, DateTimeOffset at)
    {
        var session = new Session(Guid.NewGuid(), person, at, at, 10, SignInMeans.Password, "127.0.0.1", "Firefox, Windows");
        await Stored.Sessions.OpenAsync(session, Token);

        return session;
    }

    private async Task<AccessToken> KeepAsync(PersonId person, string secret)
    {
        var token = new AccessToken(Guid.NewGuid(), person, "Thống kê", AccessScope.Act, Given.Monday, Given.Monday.AddDays(30), null);
        await Stored.AccessTokens.KeepAsync(token, secret, Token);

        return token;
    }

    private Task<IReadOnlyList<Session>> OfAsync(PersonId person, DateTimeOffset at) => Stored.Sessions.OfAsync(person, at, Token);
}

public sealed class KeepingSessionsAndTokensInSqlite() : KeepingSessionsAndTokens(new SqliteDatabase());

public sealed class KeepingSessionsAndTokensInPostgres(PostgresServer server) : KeepingSessionsAndTokens(new PostgresDatabase(server));
