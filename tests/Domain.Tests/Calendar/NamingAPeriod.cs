using CsCheck;
using Domain.Calendar;

namespace Domain.Tests.Calendar;

public class NamingAPeriod
{
    [Theory]
    [InlineData("2026-09", "Tình hình kinh tế - xã hội tháng 8 năm 2026", "Tình hình kinh tế - xã hội tháng 9 năm 2026")]
    [InlineData("2026-09", "Tình hình tháng 8/2026", "Tình hình tháng 9 năm 2026")]
    [InlineData("2026-Q3", "Công tác quý II năm 2026 và nhiệm vụ quý III năm 2026", "Công tác quý III năm 2026 và nhiệm vụ quý IV năm 2026")]
    [InlineData("2026-H2", "Công tác 6 tháng đầu năm và nhiệm vụ 6 tháng cuối năm 2026", "Công tác 6 tháng cuối năm và nhiệm vụ 6 tháng đầu năm 2027")]
    [InlineData("2026-H2", "Công tác 9 tháng đầu năm và nhiệm vụ 3 tháng cuối năm 2026", "Công tác 6 tháng cuối năm và nhiệm vụ 6 tháng đầu năm 2027")]
    [InlineData("2026-9M", "Công tác 6 tháng đầu năm và nhiệm vụ 6 tháng cuối năm 2026", "Công tác 9 tháng đầu năm và nhiệm vụ 3 tháng cuối năm 2026")]
    [InlineData("2026", "Công tác năm 2025 và nhiệm vụ năm 2026", "Công tác năm 2026 và nhiệm vụ năm 2027")]
    [InlineData("2026-9M", "Công tác thanh tra", "Công tác thanh tra 9 tháng đầu năm 2026")]
    public void It_takes_the_place_of_the_last_one_in_a_title(string code, string before, string after)
    {
        var period = ReportingPeriod.Around(new(2026, 9, 7)).Single(one => one.Code == code);

        Assert.Equal(after, period.PutInto(before));
        Assert.Equal(after, period.PutInto(after));
    }

    [Fact]
    public void Its_code_says_all_of_it()
    {
        AnyPeriod.Sample(period => ReportingPeriod.Parse(period.Code).Value == period);
    }

    [Fact]
    public void It_begins_where_the_one_before_ended()
    {
        AnyPeriod.Where(period => period.Kind != PeriodKind.NineMonths).Sample(period => period.Next.FirstDay == period.LastDay.AddDays(1));
    }

    [Theory]
    [InlineData("2026-02", "2026-02-01", "2026-02-28")]
    [InlineData("2028-02", "2028-02-01", "2028-02-29")]
    [InlineData("2026-Q3", "2026-07-01", "2026-09-30")]
    [InlineData("2026-H2", "2026-07-01", "2026-12-31")]
    [InlineData("2026-9M", "2026-01-01", "2026-09-30")]
    [InlineData("2026", "2026-01-01", "2026-12-31")]
    public void It_lasts_from_a_day_to_a_day(string code, string first, string last)
    {
        var period = ReportingPeriod.Parse(code).Value;

        Assert.Equal((first, last), ($"{period.FirstDay:yyyy-MM-dd}", $"{period.LastDay:yyyy-MM-dd}"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("2026-13")]
    [InlineData("2026-0")]
    [InlineData("2026-Q5")]
    [InlineData("2026-H3")]
    [InlineData("2026-q3")]
    [InlineData("0026")]
    [InlineData("2026-09\n")]
    public void What_is_nobodys_code_is_refused(string code) => Assert.Equal("no-such-period", ReportingPeriod.Parse(code).Refusal?.Code);

    [Theory]
    [InlineData("2026-09", "tháng 9 năm 2026", "September 2026")]
    [InlineData("2026-01", "tháng 01 năm 2026", "January 2026")]
    [InlineData("2026-Q3", "quý III năm 2026", "Quarter III, 2026")]
    [InlineData("2026-H1", "6 tháng đầu năm 2026", "First half of 2026")]
    [InlineData("2026-9M", "9 tháng đầu năm 2026", "First nine months of 2026")]
    [InlineData("2026", "năm 2026", "Year 2026")]
    public void It_is_named_in_both_languages(string code, string vi, string en) => Assert.Equal(new(vi, en), ReportingPeriod.Parse(code).Value.InWords);

    private static Gen<ReportingPeriod> AnyPeriod { get; } = Gen.Select(Gen.Int[1900, 2900], Gen.Int[0, 19], (year, place) => ReportingPeriod.Of(year)[place]);

    [Fact]
    public void Those_around_the_new_year_reach_into_the_year_before() =>
        Assert.Equal(["2026-12", "2027-01", "2027-02", "2026-Q4", "2027-Q1"], ReportingPeriod.Around(new(2027, 1, 12)).Take(5).Select(period => period.Code));
}
