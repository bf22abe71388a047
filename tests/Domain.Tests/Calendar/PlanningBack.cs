using CsCheck;
using Domain.Calendar;
using static Domain.Tests.Calendar.Given;

namespace Domain.Tests.Calendar;

public class PlanningBack
{
    private static readonly int[] DraftConsolidateReviewSignIssue = [5, 2, 2, 1, 1];

    [Fact]
    public void Gives_each_stage_its_date_across_a_holiday()
    {
        var plan = BackPlan.From(Office, On("8/5/2026"), DraftConsolidateReviewSignIssue, today: On("6/4/2026"));

        Assert.Equal([On("28/4/2026"), On("4/5/2026"), On("6/5/2026"), On("7/5/2026"), On("8/5/2026")], plan.StagesDueOn);
        Assert.Equal(On("20/4/2026"), plan.StartOn);
        Assert.True(plan.Fits);
    }

    [Theory]
    [InlineData("20/4/2026", 0)]
    [InlineData("21/4/2026", 1)]
    [InlineData("28/4/2026", 5)]
    public void Says_by_how_many_working_days_it_is_too_late(string today, int shortBy)
    {
        var plan = BackPlan.From(Office, On("8/5/2026"), DraftConsolidateReviewSignIssue, On(today));

        Assert.Equal(shortBy, plan.ShortBy);
        Assert.Equal(shortBy == 0, plan.Fits);
    }

    [Fact]
    public void Is_too_late_on_the_Saturday_after_the_Friday_it_had_to_start()
    {
        var plan = BackPlan.From(Office, On("17/8/2026"), [1], today: On("15/8/2026"));

        Assert.Equal(On("14/8/2026"), plan.StartOn);
        Assert.Equal(1, plan.ShortBy);
    }

    [Fact]
    public void Takes_a_due_date_on_a_day_off_as_the_working_day_before_it()
    {
        var plan = BackPlan.From(Office, On("16/8/2026"), [2, 1], today: On("3/8/2026"));

        Assert.Equal([On("13/8/2026"), On("14/8/2026")], plan.StagesDueOn);
    }

    [Fact]
    public void Needs_no_time_for_no_stages()
    {
        var plan = BackPlan.From(Office, On("14/8/2026"), [], today: On("14/8/2026"));

        Assert.Empty(plan.StagesDueOn);
        Assert.Equal(On("14/8/2026"), plan.StartOn);
        Assert.True(plan.Fits);
    }

    [Fact]
    public void And_then_working_forward_through_its_due_times_lands_on_each_date_and_the_due_date()
    {
        Gen.Select(AnyDate, AnyStages).Sample((dueOn, stages) =>
        {
            var plan = BackPlan.From(Office, dueOn, stages, today: dueOn);

            var opensAt = Office.EndOf(plan.StartOn);
            foreach (var (length, stageDueOn) in stages.Zip(plan.StagesDueOn))
            {
                opensAt = Office.DueAt(opensAt, length);
                Assert.Equal(Office.EndOf(stageDueOn), opensAt);
            }

            Assert.Equal(Office.EndOf(Office.AddWorkingDays(dueOn, 0)), opensAt);
        });
    }

    [Fact]
    public void Started_today_instead_ends_late_by_exactly_what_it_is_short()
    {
        Gen.Select(AnyDate, AnyDate, AnyStages).Sample((dueOn, today, stages) =>
        {
            var plan = BackPlan.From(Office, dueOn, stages, today);

            var endsOn = VietnamTime.DateOf(Office.DueAt(VietnamTime.ToUtc(today, new(8, 0)), stages.Sum()));

            return plan.ShortBy == int.Max(0, Office.WorkingDaysBetween(dueOn, endsOn));
        });
    }

    private static Gen<int[]> AnyStages => Gen.Int[0, 10].Array[0, 6];
}
