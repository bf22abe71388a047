using Domain.Calendar;
using static Domain.Tests.Calendar.Given;

namespace Domain.Tests.Calendar;

public class SpeakingOfAPastTime
{
    [Theory]
    [InlineData("14:05 12/8/2026", "14:05 12/8/2026", "vừa xong", "just now")]
    [InlineData("14:05 12/8/2026", "14:06 12/8/2026", "1 phút trước", "1 minute ago")]
    [InlineData("23:50 12/8/2026", "00:20 13/8/2026", "30 phút trước", "30 minutes ago")]
    [InlineData("14:05 12/8/2026", "15:10 12/8/2026", "1 giờ trước", "1 hour ago")]
    [InlineData("08:00 12/8/2026", "16:59 12/8/2026", "8 giờ trước", "8 hours ago")]
    [InlineData("23:00 12/8/2026", "08:00 13/8/2026", "hôm qua", "yesterday")]
    [InlineData("08:00 12/8/2026", "07:00 19/8/2026", "7 ngày trước", "7 days ago")]
    public void Says_how_long_ago_it_was_in_the_largest_unit_that_fits(string at, string now, string vi, string en) =>
        Assert.Equal(new Words(vi, en), AgoWords.For(At(at), At(now)));

    [Theory]
    [InlineData("08:00 12/8/2026", "08:00 20/8/2026")]
    [InlineData("08:00 12/8/2026", "07:59 12/8/2026")]
    public void Says_nothing_of_what_is_long_past_or_still_to_come(string at, string now) => Assert.Null(AgoWords.For(At(at), At(now)));
}
