using Domain.Calendar;

namespace Domain.Tests.Calendar;

public class NamingAPeriod
{
    [Theory]
    [InlineData("2026-09", "Tình hình kinh tế - xã hội tháng 8 năm 2026", "Tình hình kinh tế - xã hội tháng 9 năm 2026")]
    [InlineData("2026-09", "Tình hình tháng 8/2026", "Tình hình tháng 9 năm 2026")]
    [InlineData("2026-Q3", "Công tác quý II năm 2026 và nhiệm vụ quý III năm 2026", "Công tác quý III năm 2026 và nhiệm vụ quý IV năm 2026")]
    [InlineData("2026-H2", "Công tác 6 tháng đầu năm và nhiệm vụ 6 tháng cuối năm 2026", "Công tác 6 tháng cuối năm và nhiệm vụ 6 tháng đầu năm 2027")]
    [InlineData("2026", "Công tác năm 2025 và nhiệm vụ năm 2026", "Công tác năm 2026 và nhiệm vụ năm 2027")]
    [InlineData("2026-9M", "Công tác thanh tra", "Công tác thanh tra 9 tháng đầu năm 2026")]
    public void It_takes_the_place_of_the_last_one_in_a_title(string code, string before, string after)
    {
        var period = ReportingPeriod.Around(new(2026, 9, 7)).Single(one => one.Code == code);

        Assert.Equal(after, period.PutInto(before));
        Assert.Equal(after, period.PutInto(after));
    }

    [Fact]
    public void Those_around_the_new_year_reach_into_the_year_before() =>
        Assert.Equal(["2026-12", "2027-01", "2027-02", "2026-Q4", "2027-Q1"], ReportingPeriod.Around(new(2027, 1, 12)).Take(5).Select(period => period.Code));
}
