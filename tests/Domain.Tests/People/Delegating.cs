using Domain.People;
using Domain.Routes;

namespace Domain.Tests.People;

public class Delegating
{
    private static readonly UnitId Leadership = new(Guid.NewGuid());
    private static readonly Person Chairman = Named(Role.Chairman);
    private static readonly Person Deputy = Named(Role.ViceChair);
    private static readonly Person Head = Named(Role.Head);
    private static readonly DateTimeOffset Monday = new(2026, 9, 7, 1, 0, 0, TimeSpan.Zero);

    private static readonly Delegation Holiday = new()
    {
        Id = new(Guid.NewGuid()),
        From = Chairman.Id,
        To = Deputy.Id,
        Capacity = Capacity.Deputising,
        Kinds = Delegation.AllKinds,
        StartsAt = Monday,
        EndsAt = Monday.AddDays(2),
        Ground = "Nghỉ phép",
    };

    [Fact]
    public void A_deputy_may_stand_in_for_the_chairman() => Assert.False(Make(Holiday).IsRefused);

    [Fact]
    public void Nobody_but_a_deputy_signs_in_the_chairmans_place() =>
        Assert.Equal("delegation-not-a-deputy", Make(Holiday with { To = Head.Id }).Refusal?.Code);

    [Fact]
    public void Anyone_may_be_authorised_in_writing() =>
        Assert.False(Make(Holiday with { To = Head.Id, Capacity = Capacity.Authorised }).IsRefused);

    [Fact]
    public void It_holds_from_its_first_minute_up_to_its_end()
    {
        Assert.False(Holiday.Holds(Monday.AddMinutes(-1)));
        Assert.True(Holiday.Holds(Monday));
        Assert.False(Holiday.Holds(Monday.AddDays(2)));
    }

    [Fact]
    public void It_cannot_be_passed_on()
    {
        var roster = Roster(Holiday, Holiday with { From = Deputy.Id, To = Head.Id, Capacity = Capacity.Authorised });

        Assert.Equal([Deputy.Id], roster.Principals(Head.Id, StageKind.Sign, Monday));
    }

    [Fact]
    public void It_hands_over_the_kinds_of_work_that_it_names_and_no_others()
    {
        var roster = Roster(Holiday with { Kinds = [StageKind.Review] });

        Assert.Equal([Chairman.Id], roster.Principals(Deputy.Id, StageKind.Review, Monday));
        Assert.Equal([Deputy.Id], roster.Delegates(Chairman.Id, StageKind.Review, Monday));
        Assert.Empty(roster.Principals(Deputy.Id, StageKind.Sign, Monday));
        Assert.Empty(roster.Delegates(Chairman.Id, StageKind.Sign, Monday));
        Assert.Empty(roster.Delegates(Chairman.Id, null, Monday));
    }

    [Fact]
    public void It_names_at_least_one_kind_of_work_and_each_once()
    {
        Assert.Equal("delegation-kinds", Make(Holiday with { Kinds = [] }).Refusal?.Code);
        Assert.Equal("delegation-kinds", Make(Holiday with { Kinds = [(StageKind)99] }).Refusal?.Code);
        Assert.Equal([StageKind.Review, StageKind.Sign], Make(Holiday with { Kinds = [StageKind.Sign, StageKind.Review, StageKind.Sign] }).Value.Kinds);
    }

    [Fact]
    public void It_shows_all_of_somebodys_badges_only_where_everything_was_handed_over()
    {
        var whole = Badges.Of(Deputy.Id, Roster(Holiday), Monday);
        var part = Badges.Of(Deputy.Id, Roster(Holiday with { Kinds = [StageKind.Review] }), Monday);

        Assert.Contains(Badges.Of(Role.Chairman), whole);
        Assert.DoesNotContain(Badges.Of(Role.Chairman), part);
        Assert.Contains(Badges.For(StageKind.Review, Badges.Of(Role.Chairman)), part);
        Assert.DoesNotContain(Badges.For(StageKind.Sign, Badges.Of(Role.Chairman)), part);
        Assert.Contains(Badges.Of(Role.ViceChair), part);
    }

    [Theory]
    [InlineData("delegation-ground", "")]
    [InlineData("delegation-ground", "   ")]
    public void It_needs_a_ground(string code, string ground) => Assert.Equal(code, Make(Holiday with { Ground = ground }).Refusal?.Code);

    [Fact]
    public void It_ends_after_it_starts() =>
        Assert.Equal("delegation-dates", Make(Holiday with { EndsAt = Monday }).Refusal?.Code);

    private static Outcome<Delegation> Make(Delegation delegation) => Delegation.Make(delegation, Roster());

    private static Roster Roster(params IEnumerable<Delegation> delegations) => new(
        new() { Id = new(Guid.NewGuid()), Name = "Thử", NameLines = ["Thử"], Place = "Thử", Abbreviation = "UBND" },
        [new(Leadership, "Lãnh đạo", "LĐ", null)],
        [Chairman, Deputy, Head],
        [],
        delegations);

    private static Person Named(Role role) =>
        new() { Id = new(Guid.NewGuid()), Name = $"{role}", Email = $"{role}@thu.vn", Positions = [new(Leadership, role, $"{role}")] };
}
