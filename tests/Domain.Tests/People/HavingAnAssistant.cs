using Domain.People;
using Domain.Routes;

namespace Domain.Tests.People;

public class HavingAnAssistant
{
    private static readonly UnitId Leadership = new(Guid.NewGuid());
    private static readonly Person Secretary = Named("Thư ký", Role.Drafter);
    private static readonly Person Gone = Named("Đã nghỉ", Role.Drafter) with { IsActive = false };
    private static readonly Person Chairman = Named("Chủ tịch", Role.Chairman) with { Assistants = [Secretary.Id, Gone.Id] };
    private static readonly Person Deputy = Named("Phó", Role.ViceChair);
    private static readonly Person Keeper = Named("Quản trị", Role.Administrator);
    private static readonly DateTimeOffset Monday = new(2026, 9, 7, 1, 0, 0, TimeSpan.Zero);

    private static readonly Delegation Prepared = new()
    {
        Id = new(Guid.NewGuid()),
        From = Chairman.Id,
        To = Deputy.Id,
        Capacity = Capacity.Deputising,
        Kinds = [StageKind.Sign],
        StartsAt = Monday,
        EndsAt = Monday.AddDays(2),
        Ground = "Đi công tác",
        PreparedBy = Secretary.Id,
    };

    [Fact]
    public void They_set_absences_see_what_waits_and_prepare()
    {
        Assert.Null(Permissions.MaySetAbsences(Secretary.Id, Chairman.Id, Roster()));
        Assert.Null(Permissions.MaySeeWorkOf(Secretary.Id, Chairman.Id, Roster()));
        Assert.Null(Permissions.MayPrepareDelegation(Secretary.Id, Chairman.Id, Roster()));
        Assert.Null(Permissions.MayEnd(Secretary.Id, Prepared, Roster()));
    }

    [Fact]
    public void They_delegate_confirm_and_name_nothing_themselves()
    {
        Assert.Equal([Chairman.Id, Keeper.Id], Permissions.MayDelegate(Secretary.Id, Chairman.Id, Roster())?.WhoCan);
        Assert.Equal([Chairman.Id], Permissions.MayConfirm(Secretary.Id, Prepared, Roster())?.WhoCan);
        Assert.Equal("not-your-delegation", Permissions.MayEnd(Secretary.Id, Prepared with { PreparedBy = null }, Roster())?.Code);
        Assert.Equal("not-your-assistants", Permissions.MayNameAssistants(Secretary.Id, Chairman.Id, Roster())?.Code);
    }

    [Fact]
    public void They_are_nobodys_assistant_elsewhere_and_nothing_once_they_have_left()
    {
        Assert.Equal("not-your-absence", Permissions.MaySetAbsences(Secretary.Id, Deputy.Id, Roster())?.Code);
        Assert.Equal("not-your-leader", Permissions.MaySeeWorkOf(Secretary.Id, Deputy.Id, Roster())?.Code);
        Assert.Equal([Chairman.Id, Secretary.Id], Permissions.MaySeeWorkOf(Gone.Id, Chairman.Id, Roster())?.WhoCan);
        Assert.Equal("not-your-leader", Permissions.MaySeeWorkOf(Keeper.Id, Chairman.Id, Roster())?.Code);
        Assert.Equal([Chairman], Roster().LeadersOf(Secretary.Id));
        Assert.Empty(Roster().LeadersOf(Gone.Id));
    }

    [Fact]
    public void They_show_none_of_their_leaders_badges() =>
        Assert.Equal(Badges.Of(Secretary.Id, Roster(), Monday), [Badges.Of(Secretary.Id), Badges.Of(Leadership), Badges.Of(Role.Drafter)]);

    [Fact]
    public void What_they_prepared_holds_once_it_is_confirmed()
    {
        var confirmed = Prepared.Confirm(Monday.AddHours(-1)).Value;

        Assert.False(Prepared.Holds(Monday));
        Assert.Empty(Roster(Prepared).Principals(Deputy.Id, StageKind.Sign, Monday));
        Assert.True(confirmed.Holds(Monday));
        Assert.Equal("delegation-confirmed", confirmed.Confirm(Monday).Refusal?.Code);
        Assert.Equal("delegation-ended", Prepared.Confirm(Prepared.EndsAt).Refusal?.Code);
        Assert.Equal("delegation-ended", Prepared.End(Monday.AddHours(-1)).Value.Confirm(Monday.AddHours(-1)).Refusal?.Code);
    }

    [Fact]
    public void Nobody_assists_themselves_or_is_named_who_has_left()
    {
        Assert.Equal("assistant-oneself", Assisting.Name(Deputy, Deputy.Id, Roster()).Refusal?.Code);
        Assert.Equal("no-such-person", Assisting.Name(Deputy, Gone.Id, Roster()).Refusal?.Code);
        Assert.Equal([Secretary.Id], Assisting.Name(Deputy, Secretary.Id, Roster()).Value.Assistants);
        Assert.Same(Chairman, Assisting.Name(Chairman, Secretary.Id, Roster()).Value);
        Assert.Equal([Gone.Id], Assisting.LetGo(Chairman, Secretary.Id).Value.Assistants);
        Assert.Equal("no-such-assistant", Assisting.LetGo(Deputy, Secretary.Id).Refusal?.Code);
        Assert.Equal("assistants-too-many", Assisting.Name(Deputy with { Assistants = [.. Enumerable.Range(0, Assisting.Most).Select(_ => new PersonId(Guid.NewGuid()))] }, Secretary.Id, Roster()).Refusal?.Code);
    }

    private static Roster Roster(params IEnumerable<Delegation> delegations) => new(
        new() { Id = new(Guid.NewGuid()), Name = "Thử", NameLines = ["Thử"], Place = "Thử", Abbreviation = "UBND" },
        [new(Leadership, "Lãnh đạo", "LĐ", null)],
        [Chairman, Deputy, Secretary, Gone, Keeper],
        [],
        delegations);

    private static Person Named(string name, Role role) =>
        new() { Id = new(Guid.NewGuid()), Name = name, Email = $"{role}@thu.vn", Positions = [new(Leadership, role, name)] };
}
