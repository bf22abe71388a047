using Domain.Calendar;
using static Domain.Tests.Calendar.Given;

namespace Domain.Tests.Calendar;

public class TheOfficialDays
{
    [Theory]
    [InlineData("1/1/2024", "1/1/2024")]
    [InlineData("8/2/2024", "14/2/2024")]
    [InlineData("18/4/2024", "18/4/2024")]
    [InlineData("27/4/2024", "1/5/2024")]
    [InlineData("31/8/2024", "3/9/2024")]
    [InlineData("1/1/2025", "1/1/2025")]
    [InlineData("25/1/2025", "2/2/2025")]
    [InlineData("7/4/2025", "7/4/2025")]
    [InlineData("30/4/2025", "4/5/2025")]
    [InlineData("30/8/2025", "2/9/2025")]
    [InlineData("1/1/2026", "4/1/2026")]
    [InlineData("14/2/2026", "22/2/2026")]
    [InlineData("25/4/2026", "27/4/2026")]
    [InlineData("30/4/2026", "3/5/2026")]
    [InlineData("29/8/2026", "2/9/2026")]
    [InlineData("24/11/2026", "24/11/2026")]
    [InlineData("1/1/2027", "3/1/2027")]
    [InlineData("4/2/2027", "10/2/2027")]
    [InlineData("16/4/2027", "18/4/2027")]
    [InlineData("30/4/2027", "3/5/2027")]
    [InlineData("2/9/2027", "5/9/2027")]
    [InlineData("24/11/2027", "24/11/2027")]
    public void Give_these_blocks_of_days_off_and_not_a_day_more(string first, string last)
    {
        Assert.All(Days(first, last), day => Assert.False(Office.IsWorkingDay(day), $"{day:d/M/yyyy} is off"));
        Assert.True(Office.IsWorkingDay(On(first).AddDays(-1)) || IsPlainWeekend(On(first).AddDays(-1)));
        Assert.True(Office.IsWorkingDay(On(last).AddDays(1)) || IsPlainWeekend(On(last).AddDays(1)));
    }

    [Theory]
    [InlineData("4/5/2024")]
    [InlineData("26/4/2025")]
    [InlineData("10/1/2026")]
    [InlineData("22/8/2026")]
    public void Have_these_Saturdays_worked(string saturday)
    {
        Assert.Equal(DayOfWeek.Saturday, On(saturday).DayOfWeek);
        Assert.True(Office.IsWorkingDay(On(saturday)));
    }

    [Theory]
    [InlineData(2024, 12, 1)]
    [InlineData(2025, 12, 1)]
    [InlineData(2026, 14, 2)]
    [InlineData(2027, 12, 0)]
    public void Take_this_many_weekdays_and_give_this_many_Saturdays_a_year(int year, int weekdaysOff, int saturdaysWorked)
    {
        var days = Days($"1/1/{year}", $"31/12/{year}").ToList();

        Assert.Equal(weekdaysOff, days.Count(day => !IsWeekend(day) && !Office.IsWorkingDay(day)));
        Assert.Equal(saturdaysWorked, days.Count(day => IsWeekend(day) && Office.IsWorkingDay(day)));
    }

    [Fact]
    public void Leave_the_undecided_swap_of_November_2026_out()
    {
        Assert.True(Office.IsWorkingDay(On("23/11/2026")));
        Assert.False(Office.IsWorkingDay(On("28/11/2026")));
    }

    [Fact]
    public void Pay_for_each_swapped_day_with_a_worked_one()
    {
        Assert.All(OfficialDays.All.GroupBy(day => day.On.Year), year => Assert.Equal(
            year.Count(day => day.Kind == DayKind.Swapped),
            year.Count(day => day.Kind == DayKind.Worked)));
    }

    [Fact]
    public void Make_up_for_each_holiday_on_a_weekend_but_not_for_Culture_Day()
    {
        Assert.All(OfficialDays.All.GroupBy(day => day.On.Year), year => Assert.Equal(
            year.Count(day => day.Kind == DayKind.Statutory && IsWeekend(day.On) && day.On is not { Month: 11, Day: 24 }),
            year.Count(day => day.Kind == DayKind.MadeUp)));
    }

    [Fact]
    public void Name_each_date_once_and_say_who_announced_it()
    {
        Assert.Distinct(OfficialDays.All.Select(day => day.On));
        Assert.All(OfficialDays.All, day => Assert.NotEmpty(day.Notice));
    }

    [Fact]
    public void Say_by_which_notice_a_Saturday_is_worked()
    {
        Assert.Equal(
            new CalendarDay(On("22/8/2026"), DayKind.Worked, "Thông báo 9441/TB-BNV ngày 16/10/2025"),
            Office.Find(On("22/8/2026")));
    }

    private static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    private static bool IsPlainWeekend(DateOnly day) => IsWeekend(day) && Office.Find(day) is null;
}
