using CsCheck;
using Domain.Calendar;
using static Domain.Tests.Calendar.Given;

namespace Domain.Tests.Calendar;

public class CountingWorkingDays
{
    [Theory]
    [InlineData("13/2/2026", 1, "23/2/2026")]
    [InlineData("12/2/2026", 3, "24/2/2026")]
    [InlineData("29/4/2026", 1, "4/5/2026")]
    [InlineData("9/1/2026", 1, "10/1/2026")]
    [InlineData("21/8/2026", 2, "24/8/2026")]
    [InlineData("28/8/2026", 1, "3/9/2026")]
    [InlineData("23/11/2026", 1, "25/11/2026")]
    [InlineData("14/6/2024", 2, "18/6/2024")]
    [InlineData("23/2/2026", -1, "13/2/2026")]
    [InlineData("12/1/2026", -2, "9/1/2026")]
    public void Skips_days_off_and_counts_worked_Saturdays(string from, int count, string expected)
    {
        Assert.Equal(On(expected), Office.AddWorkingDays(On(from), count));
    }

    [Fact]
    public void Lets_a_day_off_stand_for_the_working_day_before_it()
    {
        var sunday = On("16/8/2026");

        Assert.Equal(On("14/8/2026"), Office.AddWorkingDays(sunday, 0));
        Assert.Equal(On("13/8/2026"), Office.AddWorkingDays(sunday, -1));
        Assert.Equal(On("17/8/2026"), Office.AddWorkingDays(sunday, 1));
    }

    [Fact]
    public void Has_no_days_between_a_day_and_itself()
    {
        AnyDate.Sample(date => Office.WorkingDaysBetween(date, date) == 0);
    }

    [Fact]
    public void Between_two_dates_undoes_adding()
    {
        Gen.Select(AnyDate, Gen.Int[-60, 60]).Sample((date, count) =>
            Office.WorkingDaysBetween(date, Office.AddWorkingDays(date, count)) == count);
    }

    [Fact]
    public void Can_be_done_in_one_go_or_in_two()
    {
        Gen.Select(AnyDate, Gen.Int[-60, 60], Gen.Int[-60, 60]).Sample((date, some, more) =>
            Office.AddWorkingDays(Office.AddWorkingDays(date, some), more) == Office.AddWorkingDays(date, some + more));
    }

    [Fact]
    public void Between_three_dates_adds_up()
    {
        Gen.Select(AnyDate, AnyDate, AnyDate).Sample((a, b, c) =>
            Office.WorkingDaysBetween(a, b) + Office.WorkingDaysBetween(b, c) == Office.WorkingDaysBetween(a, c));
    }

    [Fact]
    public void Never_lands_on_a_day_off()
    {
        Gen.Select(AnyDate, Gen.Int[-60, 60]).Sample((date, count) =>
            Office.IsWorkingDay(Office.AddWorkingDays(date, count)));
    }

    [Fact]
    public void From_a_later_day_never_ends_earlier()
    {
        Gen.Select(AnyDate, Gen.Int[0, 30], Gen.Int[-60, 60]).Sample((date, later, count) =>
            Office.AddWorkingDays(date, count) <= Office.AddWorkingDays(date.AddDays(later), count));
    }

    [Fact]
    public void One_more_ends_later()
    {
        Gen.Select(AnyDate, Gen.Int[-60, 60]).Sample((date, count) =>
            Office.AddWorkingDays(date, count) < Office.AddWorkingDays(date, count + 1));
    }

    [Fact]
    public void Finds_the_first_working_day_after_a_date()
    {
        AnyDate.Sample(date =>
        {
            var next = Office.NextWorkingDay(date);

            return next > date
                && Office.IsWorkingDay(next)
                && Enumerable.Range(1, next.DayNumber - date.DayNumber - 1).All(days => !Office.IsWorkingDay(date.AddDays(days)));
        });
    }

    [Fact]
    public void Keeps_to_weekends_in_a_year_without_data()
    {
        var newYear = On("1/1/2030");

        Assert.True(Office.IsWorkingDay(newYear));
        Assert.False(Office.IsWorkingDay(On("5/1/2030")));
        Assert.False(Office.Covers(newYear));
    }

    [Fact]
    public void Tells_years_that_are_known_from_those_only_proposed()
    {
        Assert.All([2024, 2025, 2026, 2027], year => Assert.True(Office.Covers(new(year, 6, 1))));
        Assert.Equal([2027], new[] { 2024, 2025, 2026, 2027 }.Where(year => Office.IsProvisional(new(year, 6, 1))));
    }

    [Fact]
    public void Heeds_the_days_that_an_agency_adds()
    {
        var anniversary = new CalendarDay(On("3/6/2026"), DayKind.Local, "Quyết định 12/QĐ-UBND");
        var stormDuty = new CalendarDay(On("24/11/2026"), DayKind.Worked, "Công điện 05/CĐ-UBND");

        var own = Office.With(anniversary, stormDuty);

        Assert.False(own.IsWorkingDay(On("3/6/2026")));
        Assert.True(own.IsWorkingDay(On("24/11/2026")));
        Assert.True(Office.IsWorkingDay(On("3/6/2026")));
    }

    [Fact]
    public void Does_not_take_an_agency_s_own_day_for_knowledge_of_the_year()
    {
        var own = Office.With(new CalendarDay(On("3/6/2030"), DayKind.Local, "Quyết định 12/QĐ-UBND"));

        Assert.False(own.Covers(On("3/6/2030")));
    }
}
