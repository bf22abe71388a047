using Domain.Calendar;

namespace Domain.Tests.Calendar;

public class WritingANumber
{
    [Theory]
    [InlineData(0, "0")]
    [InlineData(792, "792")]
    [InlineData(3792, "3.792")]
    [InlineData(-1234567, "-1.234.567")]
    public void Parts_thousands_with_a_full_stop(long value, string expected)
    {
        Assert.Equal(expected, VietnameseNumbers.Format(value));
    }

    [Fact]
    public void Parts_decimals_with_a_comma()
    {
        Assert.Equal("1.234.567,891", VietnameseNumbers.Format(1234567.891m, 3));
        Assert.Equal("98,51%", VietnameseNumbers.Percent(98.51m, 2));
        Assert.Equal("100%", VietnameseNumbers.Percent(100m, 0));
    }

    [Fact]
    public void Rounds_half_away_from_zero_and_knows_no_negative_zero()
    {
        Assert.Equal("0,13", VietnameseNumbers.Format(0.125m, 2));
        Assert.Equal("-0,13", VietnameseNumbers.Format(-0.125m, 2));
        Assert.Equal("0,00", VietnameseNumbers.Format(-0.001m, 2));
    }
}
