using System.Text.Json;
using Domain.Calendar;
using Domain.People;
using Domain.Routes;
using Storage.Tests.Databases;
using TestServers;

namespace Storage.Tests.People;

public abstract class KnowingWhoIsWho(TestDatabase database) : OnADatabase(database)
{
    [Fact]
    public async Task An_agency_is_read_back_as_it_was()
    {
        var given = Given.Roster(Given.Delegated(Given.ViceEconomy, Given.ViceSociety) with { Kinds = [StageKind.Review], PreparedBy = Given.Clerk });
        var roster = new Roster(given.Agency, given.Units, given.People.Select(person => person.Id == Given.ViceEconomy ? person with { Assistants = [Given.Clerk, Given.FinanceDrafter] } : person), given.Fields, given.Delegations);

        await Stored.Agencies.SaveAsync(roster, Token);

        Assert.Equal(Written(roster), Written(await OpenAnother().Record.RosterAsync(Given.Agency, Token)));
        Assert.Equal([Given.Agency], (await Stored.Agencies.AllAsync(Token)).Select(agency => agency.Id));
    }

    [Fact]
    public async Task An_unknown_agency_has_no_roster()
    {
        Assert.Null(await Stored.Record.RosterAsync(new(Guid.NewGuid()), Token));
    }

    [Fact]
    public async Task Saving_an_agency_puts_it_in_the_place_of_what_was_there()
    {
        var before = Given.Roster();
        var after = new Roster(
            before.Agency with { SharedSeries = "VB" },
            before.Units.Where(unit => unit.Id != Given.Farming),
            before.People.Where(person => !person.IsIn(Given.Farming)).Select(person => person.Id == Given.Clerk ? person with { IsActive = false } : person),
            before.Fields.Select(field => field with { InCharge = null }),
            []);

        await Stored.Agencies.SaveAsync(after, Token);

        Assert.Equal(Written(after), Written(await Stored.Record.RosterAsync(Given.Agency, Token)));
    }

    [Fact]
    public async Task A_delegation_that_another_process_makes_counts_from_the_next_act_on()
    {
        var plan = Given.Plan();
        await Office.StartAsync(plan);
        await Office.SubmitAsync(plan.Id, "budget", Given.Finance, Given.FinanceHead);
        await Office.ConsolidateAsync(plan.Id, "budget");
        Assert.Equal("not-yours", (await Office.ApproveAsync(plan.Id, "budget", Given.ViceSociety)).Refusal?.Code);

        await OpenAnother().Agencies.SaveAsync(Given.Agency, Given.Delegated(Given.ViceEconomy, Given.ViceSociety), Token);

        Assert.Equal(Given.ViceEconomy, (await Office.ApproveAsync(plan.Id, "budget", Given.ViceSociety)).Value.Decision.OnBehalfOf);
    }

    [Fact]
    public async Task A_delegation_is_changed_under_its_id()
    {
        var delegation = Given.Delegated(Given.ViceEconomy, Given.ViceSociety);
        var changed = delegation with { EndsAt = Given.Monday, Kinds = [StageKind.Review, StageKind.Sign] };
        await Stored.Agencies.SaveAsync(Given.Agency, delegation, Token);

        await Stored.Agencies.SaveAsync(Given.Agency, changed, Token);

        Assert.True((await Stored.Record.RosterAsync(Given.Agency, Token))?.Delegations.Single().IsSameAs(changed));
    }

    [Fact]
    public async Task Changes_made_at_once_are_all_there()
    {
        var people = Given.Roster().People.Select(person => person.Id).Where(person => person != Given.Chairman).ToList();

        await Task.WhenAll(people.Select(person => Task.Run(() => Stored.Agencies.SaveAsync(Given.Agency, Given.Delegated(person, Given.Chairman), Token))));

        Assert.Equal(people.Count, (await Stored.Record.RosterAsync(Given.Agency, Token))?.Delegations.Count);
    }

    [Fact]
    public async Task The_agencys_own_day_stands_above_the_official_one()
    {
        var saturday = new DateOnly(2026, 9, 12);
        var before = await Stored.Agencies.CalendarAsync(Given.Agency, Token);

        await OpenAnother().Agencies.SaveAsync(Given.Agency, new CalendarDay(saturday, DayKind.Worked, "12/TB-UBND"), Token);

        Assert.False(before.IsWorkingDay(saturday));
        Assert.True((await Stored.Agencies.CalendarAsync(Given.Agency, Token)).IsWorkingDay(saturday));

        var plan = Given.Plan();
        await Office.StartAsync(plan);
        Assert.True((await Stored.Record.WriteAsync<CalendarDay>(plan.Id, (transaction, _) => Task.FromResult<Domain.Outcome<CalendarDay>>(transaction.Calendar.Find(saturday) ?? throw new InvalidOperationException()), Token)).Value.Kind == DayKind.Worked);
    }

    private static string Written(Roster? roster) => JsonSerializer.Serialize(new
    {
        roster?.Agency,
        Units = roster?.Units.OrderBy(unit => unit.Id.Value),
        People = roster?.People.OrderBy(person => person.Id.Value),
        Fields = roster?.Fields.OrderBy(field => field.Id.Value),
        roster?.Delegations,
    });
}

public sealed class KnowingWhoIsWhoInSqlite() : KnowingWhoIsWho(new SqliteDatabase());

public sealed class KnowingWhoIsWhoInPostgres(PostgresServer server) : KnowingWhoIsWho(new PostgresDatabase(server));
