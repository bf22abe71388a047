using Domain.People;
using Domain.Trail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Storage.Databases;
using Storage.Tests.Databases;
using TestServers;
using Workflows.SigningIn;

namespace Storage.Tests.Accounts;

public abstract class KeepingASecurityTrail(TestDatabase database) : OnADatabase(database)
{
    private ISecurityTrail Trail => Stored.Services.GetRequiredService<ISecurityTrail>();

    [Fact]
    public async Task The_newest_line_stands_first()
    {
        await Trail.RecordAsync([Line(SecurityKind.SignInFailed, 0), Line(SecurityKind.LockedOut, 1), Line(SecurityKind.SignedIn, 2)], Token);

        var page = await Trail.ReadAsync(Given.Agency, new(), new(1, 2), Token);

        Assert.Equal(3, page.Total);
        Assert.Equal([SecurityKind.SignedIn, SecurityKind.LockedOut], page.Rows.Select(row => row.Kind));
        Assert.Equal(SecurityKind.SignInFailed, Assert.Single((await Trail.ReadAsync(Given.Agency, new(), new(2, 2), Token)).Rows).Kind);
    }

    [Fact]
    public async Task A_line_is_kept_whole()
    {
        var line = Line(SecurityKind.PasskeyAdded, 0) with { By = Given.Administrator, Means = SignInMeans.Passkey, Subject = "Máy cơ quan", Origin = "::1", Device = "Chrome, Windows" };

        await Trail.RecordAsync([line], Token);

        Assert.Equal(line, Assert.Single((await Trail.ReadAsync(Given.Agency, new(), new(), Token)).Rows));
    }

    [Fact]
    public async Task It_is_found_by_person_kind_and_day()
    {
        await Trail.RecordAsync(
            [
                Line(SecurityKind.SignedIn, 0),
                Line(SecurityKind.SessionRevoked, 1) with { By = Given.Administrator },
                Line(SecurityKind.SignedIn, 2) with { Person = Given.Chairman },
                Line(SecurityKind.SignInFailed, 3) with { Person = null },
            ],
            Token);

        Assert.Equal([SecurityKind.SessionRevoked, SecurityKind.SignedIn], await KindsAsync(new(Person: Given.Clerk)));
        Assert.Equal([SecurityKind.SessionRevoked], await KindsAsync(new(Person: Given.Administrator)));
        Assert.Equal([SecurityKind.SignedIn, SecurityKind.SignedIn], await KindsAsync(new(Kind: SecurityKind.SignedIn)));
        Assert.Equal([SecurityKind.SignedIn, SecurityKind.SessionRevoked], await KindsAsync(new(From: Given.Monday.AddMinutes(1), Until: Given.Monday.AddMinutes(3))));
    }

    [Fact]
    public async Task What_administrators_do_stands_in_it_as_the_agencys_trail_tells_it()
    {
        await Stored.Agencies.ChangeAsync(
            Given.Agency,
            Given.Administrator,
            Given.Monday,
            (_, _) => Task.FromResult<Domain.Outcome<AgencyChange>>(new AgencyChange
            {
                Facts =
                [
                    new("unit-changed", "Văn phòng", []),
                    new("person-changed", "Văn thư", [new("positions", "Văn thư", "Quản trị")]) { Concern = new(SecurityKind.PermissionsChanged, Given.Clerk) },
                ],
            }),
            Token);

        var line = Assert.Single((await Trail.ReadAsync(Given.Agency, new(), new(), Token)).Rows);
        Assert.Equal((SecurityKind.PermissionsChanged, Given.Clerk, Given.Administrator), (line.Kind, line.Person, line.By));
        Assert.Equal(("person-changed", "Quản trị"), (line.Fact?.What, line.Fact?.Alterations[0].After));
    }

    [Theory]
    [InlineData("UPDATE security_entries SET kind = 'SignedIn'")]
    [InlineData("DELETE FROM security_entries")]
    [InlineData("UPDATE agency_entries SET what = 'unit-added'")]
    [InlineData("DELETE FROM agency_entries")]
    public async Task The_database_itself_changes_nothing_in_it(string statement)
    {
        await Stored.Agencies.ChangeAsync(
            Given.Agency,
            Given.Administrator,
            Given.Monday,
            (_, _) => Task.FromResult<Domain.Outcome<AgencyChange>>(new AgencyChange { Facts = [new("person-invited", "Văn thư", []) { Concern = new(SecurityKind.Invited, Given.Clerk) }] }),
            Token);
        await using var context = await Stored.Services.GetRequiredService<Database>().OpenAsync(Token);

        var thrown = await Assert.ThrowsAnyAsync<Exception>(() => context.Database.ExecuteSqlRawAsync(statement, Token));

        Assert.Contains("A trail is only added to.", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_of_it_is_read_in_the_same_order()
    {
        await Trail.RecordAsync([.. Enumerable.Range(0, 5).Select(minute => Line(SecurityKind.SignedIn, minute))], Token);

        var all = new List<SecurityEntry>();
        await foreach (var line in Trail.ReadAllAsync(Given.Agency, new(), Token)) all.Add(line);

        Assert.Equal((await Trail.ReadAsync(Given.Agency, new(), new(), Token)).Rows, all);
        Assert.Equal(all.OrderByDescending(line => line.At), all);
    }

    private async Task<IEnumerable<SecurityKind>> KindsAsync(SecurityFilter filter) => (await Trail.ReadAsync(Given.Agency, filter, new(), Token)).Rows.Select(row => row.Kind);

    private static SecurityEntry Line(SecurityKind kind, int minute) =>
        new(Guid.CreateVersion7(Given.Monday.AddMinutes(minute)), Given.Agency, kind, Given.Monday.AddMinutes(minute), Given.Clerk);
}

public sealed class KeepingASecurityTrailInSqlite() : KeepingASecurityTrail(new SqliteDatabase());

public sealed class KeepingASecurityTrailInPostgres(PostgresServer server) : KeepingASecurityTrail(new PostgresDatabase(server));
