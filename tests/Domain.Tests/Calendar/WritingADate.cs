using System.Globalization;
using Domain.Calendar;
using static Domain.Tests.Calendar.Given;

namespace Domain.Tests.Calendar;

public class WritingADate
{
    [Theory]
    [InlineData("5/1/2020", "ngày 05 tháng 01 năm 2020")]
    [InlineData("29/6/2019", "ngày 29 tháng 6 năm 2019")]
    [InlineData("9/2/2024", "ngày 09 tháng 02 năm 2024")]
    [InlineData("1/3/2024", "ngày 01 tháng 3 năm 2024")]
    [InlineData("10/10/2024", "ngày 10 tháng 10 năm 2024")]
    public void In_full_puts_a_zero_before_days_under_ten_and_the_first_two_months(string date, string expected)
    {
        Assert.Equal(expected, VietnameseDates.InFull(On(date)));
    }

    [Theory]
    [InlineData("6/7/2021", "06/7/2021")]
    [InlineData("29/9/2020", "29/9/2020")]
    [InlineData("1/1/2024", "01/01/2024")]
    public void In_figures_keeps_the_same_rule(string date, string expected)
    {
        Assert.Equal(expected, VietnameseDates.InFigures(On(date)));
    }

    [Theory]
    [InlineData("5/9/2026", "05/9/2026")]
    [InlineData(" 05/09/2026 ", "05/9/2026")]
    [InlineData("5-9-2026", "05/9/2026")]
    [InlineData("5.9.2026", "05/9/2026")]
    [InlineData("2026-09-05", "05/9/2026")]
    [InlineData("31/02/2026", null)]
    [InlineData("9/13/2026", null)]
    [InlineData("05/9/26", null)]
    [InlineData("mai", null)]
    [InlineData(null, null)]
    public void Is_read_as_people_type_it_with_the_day_before_the_month(string? typed, string? expected)
    {
        Assert.Equal(expected, VietnameseDates.Read(typed) is { } date ? VietnameseDates.InFigures(date) : null);
    }

    [Fact]
    public void With_its_time_reads_the_clock_in_Vietnam()
    {
        Assert.Equal("14:05 ngày 18/6/2024", VietnameseDates.Moment(new(2024, 6, 18, 7, 5, 0, TimeSpan.Zero)));
        Assert.Equal("00:30 ngày 01/01/2027", VietnameseDates.Moment(new(2026, 12, 31, 17, 30, 0, TimeSpan.Zero)));
    }

    [Fact]
    public void Does_not_depend_on_the_culture_of_the_machine()
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new("")
        {
            NumberFormat = new() { NegativeSign = "−", NumberGroupSeparator = " ", NumberDecimalSeparator = "/" },
            DateTimeFormat = new() { DateSeparator = "-", TimeSeparator = "." },
        };

        try
        {
            Assert.Equal("14:05 ngày 18/6/2024", VietnameseDates.Moment(At("14:05 18/6/2024")));
            Assert.Equal("-3.792,50", VietnameseNumbers.Format(-3792.5m, 2));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
