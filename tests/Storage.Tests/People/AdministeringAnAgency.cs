using Domain.Calendar;
using Domain.People;
using Storage.Accounts;
using Storage.Tests.Databases;
using TestServers;

namespace Storage.Tests.People;

public abstract class AdministeringAnAgency(TestDatabase database) : OnADatabase(database)
{
    private static readonly Unit Archive = new(new(Given.Id("archive")), "Phòng Lưu trữ", "LT", Given.Office);
    private static readonly Absence Leave = new(new(Given.Id("leave")), Given.FinanceHead, new(2026, 9, 7), new(2026, 9, 9), "Nghỉ phép");

    [Fact]
    public async Task A_change_is_seen_by_every_process_and_told_in_the_trail()
    {
        var other = OpenAnother();
        await other.Record.RosterAsync(Given.Agency, Token);

        await ChangeAsync(new() { Units = [Archive], Facts = [new("unit-added", Archive.Name, [new("name", null, Archive.Name)])] });
        await ChangeAsync(new() { Absences = [Leave], Facts = [new("absence-recorded", "Trưởng phòng", []), new("unit-changed", "Văn phòng", [])] });

        var roster = await other.Record.RosterAsync(Given.Agency, Token);
        Assert.Equal(Archive, roster?.Find(Archive.Id));
        Assert.Equal(Leave, roster?.AbsenceOf(Given.FinanceHead, new(2026, 9, 8)));

        var trail = await other.Views.AgencyTrailAsync(Given.Agency, new(1, 2), Token);
        Assert.Equal(3, trail.Total);
        Assert.Equal([3, 2], trail.Rows.Select(entry => entry.Number));
        var first = Assert.Single((await other.Views.AgencyTrailAsync(Given.Agency, new(2, 2), Token)).Rows);
        Assert.Equal((Given.Administrator, Given.Monday, "unit-added", Archive.Name), (first.By, first.At, first.Fact.What, first.Fact.Alterations[0].After));
    }

    [Fact]
    public async Task What_is_refused_leaves_nothing()
    {
        var before = await Stored.Record.RosterAsync(Given.Agency, Token);

        var refused = await Stored.Agencies.ChangeAsync(Given.Agency, Given.Clerk, Given.Monday, (_, _) => Task.FromResult<Domain.Outcome<AgencyChange>>(AdministrationRefusals.LastAdministrator), Token);

        Assert.Equal(AdministrationRefusals.LastAdministrator, refused.Refusal);
        Assert.Equal(before?.People.Count(), (await Stored.Record.RosterAsync(Given.Agency, Token))?.People.Count());
        Assert.Equal(0, (await Stored.Views.AgencyTrailAsync(Given.Agency, new(), Token)).Total);
    }

    [Fact]
    public async Task Changes_made_at_once_have_one_number_each()
    {
        await Task.WhenAll(Enumerable.Range(1, 8).Select(number => Task.Run(() => ChangeAsync(new()
        {
            Units = [new(new(Given.Id($"unit {number}")), $"Tổ {number}", $"T{number}", null)],
            Facts = [new("unit-added", $"Tổ {number}", [])],
        }))));

        Assert.Equal(Enumerable.Range(1, 8).Reverse(), (await Stored.Views.AgencyTrailAsync(Given.Agency, new(), Token)).Rows.Select(entry => entry.Number));
    }

    [Fact]
    public async Task A_day_and_an_absence_are_taken_back()
    {
        var saturday = new CalendarDay(new(2026, 9, 12), DayKind.Worked, "12/TB-UBND");
        await ChangeAsync(new() { Days = [saturday], Absences = [Leave], Facts = [] });

        await ChangeAsync(new() { DaysTakenBack = [saturday.On], AbsencesTakenBack = [Leave.Id], Facts = [] });

        Assert.False((await Stored.Agencies.CalendarAsync(Given.Agency, Token)).IsWorkingDay(saturday.On));
        Assert.Empty((await Stored.Record.RosterAsync(Given.Agency, Token))?.Absences ?? []);
    }

    [Fact]
    public async Task What_waits_for_a_unit_or_a_person_is_known_by_its_section()
    {
        var plan = Given.Plan();
        await Office.StartAsync(plan);

        var ofUnit = await OpenOfAsync(Given.Finance);
        Assert.All(ofUnit, work => Assert.Equal(plan.Id, work.Report));
        Assert.Contains(ofUnit, work => work.Section == Given.Section(plan.Id, "budget"));
        Assert.Empty(await Stored.Views.OpenWorkAsync(Given.ViceEconomy, Token));

        await Office.SubmitAsync(plan.Id, "budget", Given.Finance, Given.FinanceHead);
        await Office.ConsolidateAsync(plan.Id, "budget");

        Assert.Equal(Given.Section(plan.Id, "budget"), Assert.Single(await Stored.Views.OpenWorkAsync(Given.ViceEconomy, Token)).Section);
    }

    [Fact]
    public async Task A_link_is_good_for_one_use_within_its_time()
    {
        var links = new { First = "bí mật thứ nhất", Second = "bí mật thứ hai" };
        var invitations = (Invitations)(Stored.Services.GetService(typeof(Invitations)) ?? throw new InvalidOperationException());

        await invitations.KeepAsync(Given.Clerk, links.First, Given.Monday.AddHours(72), Token);
        await invitations.KeepAsync(Given.Clerk, links.Second, Given.Monday.AddHours(72), Token);

        Assert.Null(await invitations.FindAsync(links.First, Given.Monday, Token));
        Assert.Equal(Given.Clerk, await invitations.FindAsync(links.Second, Given.Monday, Token));
        Assert.Null(await invitations.FindAsync(links.Second, Given.Monday.AddHours(72), Token));
        Assert.True(await invitations.UseAsync(links.Second, Given.Monday, Token));
        Assert.False(await invitations.UseAsync(links.Second, Given.Monday, Token));
    }

    private Task<Domain.Outcome<AgencyChange>> ChangeAsync(AgencyChange change) =>
        Stored.Agencies.ChangeAsync(Given.Agency, Given.Administrator, Given.Monday, (_, _) => Task.FromResult<Domain.Outcome<AgencyChange>>(change), Token);

    private async Task<IReadOnlyList<OpenWork>> OpenOfAsync(UnitId unit)
    {
        IReadOnlyList<OpenWork> open = [];
        await Stored.Agencies.ChangeAsync(Given.Agency, Given.Administrator, Given.Monday, async (transaction, token) =>
        {
            open = await transaction.OpenWorkAsync(unit, token);

            return AgencyChange.Nothing;
        }, Token);

        return open;
    }
}

public sealed class AdministeringAnAgencyInSqlite() : AdministeringAnAgency(new SqliteDatabase());

public sealed class AdministeringAnAgencyInPostgres(PostgresServer server) : AdministeringAnAgency(new PostgresDatabase(server));
