using Domain.Calendar;
using static Domain.Tests.Calendar.Given;

namespace Domain.Tests.Calendar;

public class SpeakingOfADueTime
{
    [Theory]
    [InlineData("08:00 12/8/2026", "còn 2 ngày làm việc", "2 working days left")]
    [InlineData("08:00 13/8/2026", "còn 1 ngày làm việc", "1 working day left")]
    [InlineData("00:01 14/8/2026", "hôm nay", "today")]
    [InlineData("17:00 14/8/2026", "hôm nay", "today")]
    [InlineData("17:01 14/8/2026", "quá hạn chưa đến 1 ngày làm việc", "overdue by less than 1 working day")]
    [InlineData("10:00 16/8/2026", "quá hạn chưa đến 1 ngày làm việc", "overdue by less than 1 working day")]
    [InlineData("08:00 17/8/2026", "quá hạn 1 ngày làm việc", "overdue by 1 working day")]
    [InlineData("08:00 24/8/2026", "quá hạn 7 ngày làm việc", "overdue by 7 working days")]
    public void Counts_in_working_days_from_now(string now, string vi, string en)
    {
        var words = DueWords.For(Office, dueAt: At("17:00 14/8/2026"), At(now));

        Assert.Equal(new Words(vi, en), words);
    }

    [Fact]
    public void Does_not_count_Tet()
    {
        var words = DueWords.For(Office, dueAt: At("17:00 23/2/2026"), now: At("08:00 13/2/2026"));

        Assert.Equal("còn 1 ngày làm việc", words.Vi);
    }

    [Fact]
    public void Promises_no_working_day_where_the_due_time_falls_on_a_day_off()
    {
        var words = DueWords.For(Office, dueAt: At("17:00 16/8/2026"), now: At("08:00 14/8/2026"));

        Assert.Equal("còn chưa đến 1 ngày làm việc", words.Vi);
    }
}
