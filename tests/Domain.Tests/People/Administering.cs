using Domain.Calendar;
using Domain.People;
using Domain.Reports;

namespace Domain.Tests.People;

public class Administering
{
    private static readonly Unit Leadership = new(new(Guid.NewGuid()), "Lãnh đạo", "LĐ", null);
    private static readonly Unit Office = new(new(Guid.NewGuid()), "Văn phòng", "VP", Leadership.Id);
    private static readonly Unit Empty = new(new(Guid.NewGuid()), "Phòng Cũ", "PC", Leadership.Id);
    private static readonly Person Ada = Named("Ada", Office, Role.Administrator);
    private static readonly Person Ben = Named("Ben", Office, Role.Drafter);
    private static readonly Person Vice = Named("Vân", Leadership, Role.ViceChair);
    private static readonly Field Economy = new(new(Guid.NewGuid()), "Kinh tế", Vice.Id);
    private static readonly OpenWork Budget = new(new(Guid.NewGuid()), "Báo cáo tháng 9", new SectionId(Guid.NewGuid()), "Thu, chi ngân sách", new("review"), IsRestricted: false);

    [Fact]
    public void Whom_the_directory_makes_an_administrator_is_one_if_they_are_of_the_agency()
    {
        Assert.Null(Permissions.MayAdminister(Ben.Id, Roster(), isGranted: true));
        Assert.Equal("not-administrator", Permissions.MayAdminister(new(Guid.NewGuid()), Roster(), isGranted: true)?.Code);
    }

    [Fact]
    public void Only_an_administrator_may()
    {
        var refusal = Administration.Of(Ben.Id, Roster(), WorkingCalendar.Official).Refusal;

        Assert.Equal("not-administrator", refusal?.Code);
        Assert.Equal([Ada.Id], refusal?.WhoCan);
    }

    [Fact]
    public void The_last_administrator_cannot_leave() => Assert.Equal("last-administrator", ByAda().Deactivate(Ada.Id, []).Refusal?.Code);

    [Fact]
    public void The_last_administrator_cannot_give_it_up() =>
        Assert.Equal("last-administrator", ByAda().KeepPerson(Ada with { Positions = [new(Office.Id, Role.Head, "Chánh Văn phòng")] }, Fingerprint.Of(Ada)).Refusal?.Code);

    [Fact]
    public void One_of_two_administrators_may_leave()
    {
        var cyd = Named("Cyd", Office, Role.Administrator);

        Assert.False(ByAda(Roster(cyd)).Deactivate(cyd.Id, []).IsRefused);
        Assert.Equal("last-administrator", ByAda(Roster(cyd with { IsActive = false })).Deactivate(Ada.Id, []).Refusal?.Code);
    }

    [Fact]
    public void Whoever_has_open_work_hands_it_over_first()
    {
        var refusal = ByAda().Deactivate(Ben.Id, [Budget]).Refusal;

        Assert.Equal("person-has-work", refusal?.Code);
        Assert.Contains("Thu, chi ngân sách", Assert.Single(refusal?.Faults ?? []).Message.Vi, StringComparison.Ordinal);
    }

    [Fact]
    public void Whoever_is_in_charge_of_a_field_hands_it_over_first()
    {
        Assert.Equal("person-in-charge", ByAda().Deactivate(Vice.Id, []).Refusal?.Code);
        Assert.Equal("person-in-charge", ByAda().KeepPerson(Vice with { Positions = Ben.Positions }, Fingerprint.Of(Vice)).Refusal?.Code);
    }

    [Fact]
    public void A_unit_with_people_stays_open() => Assert.Equal("unit-has-people", ByAda().CloseUnit(Office.Id, []).Refusal?.Code);

    [Fact]
    public void A_unit_with_open_work_stays_open() => Assert.Equal("unit-has-work", ByAda().CloseUnit(Empty.Id, [Budget]).Refusal?.Code);

    [Fact]
    public void A_unit_above_others_stays_open()
    {
        var below = new Unit(new(Guid.NewGuid()), "Tổ", "T", Empty.Id);

        Assert.Equal("unit-has-units", ByAda(new(Roster().Agency, [Leadership, Office, Empty, below], Roster().People, [], [])).CloseUnit(Empty.Id, []).Refusal?.Code);
    }

    [Fact]
    public void A_unit_that_nothing_holds_is_closed_and_can_be_opened_again()
    {
        var closed = Assert.Single(ByAda().CloseUnit(Empty.Id, []).Value.Units);
        var roster = Roster();

        Assert.True(closed.IsClosed);
        Assert.False(Assert.Single(ByAda(new(roster.Agency, [Leadership, Office, closed], roster.People, roster.Fields, [])).ReopenUnit(closed.Id).Value.Units).IsClosed);
    }

    [Fact]
    public void A_unit_cannot_stand_below_itself() =>
        Assert.Equal("unit-below-itself", ByAda().KeepUnit(Leadership with { Parent = Office.Id }, Fingerprint.Of(Leadership)).Refusal?.Code);

    [Fact]
    public void Two_who_change_the_same_thing_do_not_overwrite_each_other() =>
        Assert.Equal("agency-changed-meanwhile", ByAda().KeepUnit(Office with { Name = "Văn phòng huyện" }, Fingerprint.Of(Office with { Abbreviation = "VPH" })).Refusal?.Code);

    [Fact]
    public void A_change_says_what_was_there_before()
    {
        var fact = Assert.Single(ByAda().KeepUnit(Office with { Name = " Văn phòng huyện " }, Fingerprint.Of(Office)).Value.Facts);

        Assert.Equal(("unit-changed", "Văn phòng huyện"), (fact.What, fact.Subject));
        Assert.Equal(new("name", "Văn phòng", "Văn phòng huyện"), Assert.Single(fact.Alterations));
    }

    [Fact]
    public void Saving_what_is_there_already_changes_nothing() => Assert.Empty(ByAda().KeepUnit(Office, Fingerprint.Of(Office)).Value.Facts);

    [Theory]
    [InlineData("", "x@tanthu.example", "person-name")]
    [InlineData("Cyd", "nobody", "person-email")]
    [InlineData("Cyd", "Cyd <cyd@tanthu.example>", "person-email")]
    [InlineData("Cyd", "BEN@tanthu.example", "email-taken")]
    public void A_person_has_a_name_and_an_address_of_their_own(string name, string email, string code) =>
        Assert.Equal(code, ByAda().KeepPerson(Named("Cyd", Office, Role.Drafter) with { Name = name, Email = email }, Fingerprint.OfNothing).Refusal?.Code);

    [Fact]
    public void A_person_works_in_an_open_unit() =>
        Assert.Equal("position-unit", ByAda().KeepPerson(Named("Cyd", new(new(Guid.NewGuid()), "Nơi khác", "NK", null), Role.Drafter), Fingerprint.OfNothing).Refusal?.Code);

    [Fact]
    public void A_list_is_added_whole_or_not_at_all()
    {
        var (cyd, dan) = (Named("Cyd", Office, Role.Drafter), Named("Dan", Office, Role.Drafter));

        var refused = ByAda().AddPeople([(2, cyd), (3, dan with { Email = "" }), (4, dan with { Email = cyd.Email })]).Refusal;

        Assert.Equal([(3, "person-email"), (4, "email-taken")], refused?.Faults.Select(fault => (fault.Line ?? 0, fault.Code)));
        Assert.Equal(2, ByAda().AddPeople([(2, cyd), (3, dan)]).Value.Facts.Count);
    }

    [Fact]
    public void Only_a_leader_is_in_charge_of_a_field() =>
        Assert.Equal("field-not-a-leader", ByAda().KeepField(Economy with { InCharge = Ben.Id }, Fingerprint.Of(Economy)).Refusal?.Code);

    [Fact]
    public void A_day_off_is_exchanged_for_one_that_is_worked()
    {
        var days = ByAda().KeepDay(new(new(2026, 10, 30), DayKind.Swapped, "Thông báo 5"), new(2026, 10, 31)).Value.Days;

        Assert.Equal([DayKind.Swapped, DayKind.Worked], days.Select(day => day.Kind));
        Assert.Equal("day-is-worked", ByAda().KeepDay(new(new(2026, 10, 30), DayKind.Swapped, "Thông báo 5"), new(2026, 11, 2)).Refusal?.Code);
        Assert.Equal("day-is-off", ByAda().KeepDay(new(new(2026, 10, 31), DayKind.Local, "Quyết định 1")).Refusal?.Code);
    }

    [Fact]
    public void An_official_day_is_not_the_agencys_to_take_back() => Assert.Equal("not-own-day", ByAda().TakeDayBack(new(2026, 9, 2)).Refusal?.Code);

    [Fact]
    public void A_delegation_ends_before_its_time_once()
    {
        var monday = new DateTimeOffset(2026, 9, 7, 1, 0, 0, TimeSpan.Zero);
        var delegation = new Delegation { Id = new(Guid.NewGuid()), From = Vice.Id, To = Ben.Id, Capacity = Capacity.Authorised, Kinds = Delegation.AllKinds, StartsAt = monday, EndsAt = monday.AddDays(5), Ground = "Đi công tác" };

        var ended = delegation.End(monday.AddDays(1)).Value;

        Assert.False(ended.Holds(monday.AddDays(1)));
        Assert.Equal("delegation-ended", ended.End(monday.AddDays(2)).Refusal?.Code);
        Assert.False(delegation.End(monday.AddDays(-1)).Value.Holds(monday));
    }

    [Theory]
    [InlineData("Nguyễn Đức Ưng", "nguyen duc ung")]
    [InlineData("Đặng Hoài Phương", "dang hoai phuong")]
    public void A_name_is_found_without_its_diacritics(string name, string typed) => Assert.Equal(typed, Unaccented.Of(name));

    private static Administration ByAda(Roster? roster = null) => Administration.Of(Ada.Id, roster ?? Roster(), WorkingCalendar.Official).Value;

    private static Roster Roster(params Person[] more) => new(
        new() { Id = new(Guid.Empty), Name = "Ủy ban nhân dân huyện Tân Thử", NameLines = ["Ủy ban nhân dân"], Place = "Tân Thử", Abbreviation = "UBND" },
        [Leadership, Office, Empty],
        [Ada, Ben, Vice, .. more],
        [Economy],
        []);

    private static Person Named(string name, Unit unit, Role role) =>
        new() { Id = new(Guid.NewGuid()), Name = name, Email = $"{Unaccented.Of(name)}@tanthu.example", Positions = [new(unit.Id, role, "Chức danh")] };
}
