using Domain.People;
using Domain.Routes;

namespace Domain.Tests.Routes;

public class MakingARoute
{
    private static readonly Route Default = Route.Default(new(Guid.NewGuid()));

    [Fact]
    public void The_default_route_can_carry_a_report() => Assert.False(Route.Make(Default).IsRefused);

    [Fact]
    public void An_appraisal_by_two_of_three_can_be_added_as_data()
    {
        var appraisal = new Stage
        {
            Key = new("appraise"),
            Name = new("Thẩm định", "Appraise"),
            Kind = StageKind.Review,
            Selector = new Selector.Holding(Role.Head),
            Quorum = new(2),
            WorkingDays = 3,
        };

        Assert.False(Route.Make(Default with { SectionStages = [.. Default.SectionStages, appraisal] }).IsRefused);
    }

    [Fact]
    public void It_begins_with_drafting() =>
        Refused("route-section-stages", Default with { SectionStages = [.. Default.SectionStages.Skip(1)] });

    [Fact]
    public void It_ends_with_signing_and_issuing() =>
        Refused("route-report-stages", Default with { ReportStages = [.. Default.ReportStages.Reverse()] });

    [Fact]
    public void Two_stages_cannot_share_a_key() =>
        Refused("route-keys", Default with { SectionStages = [.. Default.SectionStages, Default.SectionStages[^1]] });

    [Fact]
    public void A_stage_cannot_return_to_one_that_comes_after_it() =>
        Refused("route-returns", WithReview(stage => stage with { ReturnsTo = [new("sign")] }));

    [Fact]
    public void Somebody_has_to_agree() => Refused("route-quorum", WithReview(stage => stage with { Quorum = new(0) }));

    [Fact]
    public void Only_drafting_asks_the_drafting_units() =>
        Refused("route-draft", WithReview(stage => stage with { Selector = new Selector.DraftingUnits() }));

    private static Route WithReview(Func<Stage, Stage> change) =>
        Default with { SectionStages = [.. Default.SectionStages.SkipLast(1), change(Default.SectionStages[^1])] };

    private static void Refused(string code, Route route) => Assert.Equal(code, Route.Make(route).Refusal?.Code);
}
