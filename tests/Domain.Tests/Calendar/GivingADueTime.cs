using CsCheck;
using Domain.Calendar;
using static Domain.Tests.Calendar.Given;

namespace Domain.Tests.Calendar;

public class GivingADueTime
{
    [Theory]
    [InlineData("08:00 12/8/2026", 2, "17:00 14/8/2026")]
    [InlineData("17:00 12/8/2026", 2, "17:00 14/8/2026")]
    [InlineData("08:00 13/2/2026", 1, "17:00 23/2/2026")]
    [InlineData("08:00 29/4/2026", 2, "17:00 5/5/2026")]
    [InlineData("08:00 21/8/2026", 1, "17:00 22/8/2026")]
    [InlineData("08:00 12/8/2026", 0, "17:00 12/8/2026")]
    public void Names_the_end_of_the_nth_working_day_after_the_opening(string openedAt, int workingDays, string dueAt)
    {
        Assert.Equal(At(dueAt), Office.DueAt(At(openedAt), workingDays));
    }

    [Theory]
    [InlineData("17:01 14/8/2026")]
    [InlineData("10:00 15/8/2026")]
    [InlineData("23:59 16/8/2026")]
    [InlineData("00:00 17/8/2026")]
    public void Counts_what_is_opened_after_hours_or_on_a_day_off_as_opened_on_the_next_working_day(string openedAt)
    {
        Assert.Equal(At("17:00 18/8/2026"), Office.DueAt(At(openedAt), 1));
    }

    [Fact]
    public void Reads_the_day_off_the_clock_in_Vietnam_and_answers_in_UTC()
    {
        var openedAt = new DateTimeOffset(2026, 8, 11, 18, 30, 0, TimeSpan.Zero);

        var dueAt = Office.DueAt(openedAt, 1);

        Assert.Equal(new(2026, 8, 13, 10, 0, 0, TimeSpan.Zero), dueAt);
        Assert.Equal(TimeSpan.Zero, dueAt.Offset);
    }

    [Fact]
    public void Follows_the_agency_s_own_closing_time()
    {
        var earlyOffice = new WorkingCalendar(OfficialDays.All) { DayEndsAt = new(16, 30) };

        Assert.Equal(At("16:30 14/8/2026"), earlyOffice.DueAt(At("16:45 12/8/2026"), 1));
        Assert.Equal(new(16, 30), earlyOffice.With().DayEndsAt);
    }

    [Fact]
    public void Leaves_the_full_number_of_working_days_and_never_more_than_one_beyond()
    {
        Gen.Select(AnyDate, AnyTime, Gen.Int[0, 40]).Sample((date, time, workingDays) =>
        {
            var dueAt = Office.DueAt(VietnamTime.ToUtc(date, time), workingDays);

            return Office.WorkingDaysBetween(date, VietnamTime.DateOf(dueAt)) - workingDays is 0 or 1;
        });
    }

    [Fact]
    public void Never_favours_the_later_opening_with_an_earlier_end()
    {
        Gen.Select(AnyDate, AnyTime, Gen.Int[0, 5000], Gen.Int[0, 40]).Sample((date, time, minutesLater, workingDays) =>
        {
            var openedAt = VietnamTime.ToUtc(date, time);

            return Office.DueAt(openedAt, workingDays) <= Office.DueAt(openedAt.AddMinutes(minutesLater), workingDays);
        });
    }

    [Fact]
    public void Does_not_go_back_in_time()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Office.DueAt(At("08:00 12/8/2026"), -1));
    }
}
