namespace Domain.Tests;

public class AnOutcome
{
    private static readonly Refusal NotToday = new(RefusalKind.Conflict, "not-today", new("Hôm nay không được.", "Not today."));

    [Fact]
    public void That_is_refused_passes_its_refusal_along()
    {
        Outcome<int> refused = NotToday;

        var next = refused.Then<string>(value => $"{value}");

        Assert.Equal(NotToday, next.Refusal);
    }

    [Fact]
    public void That_is_refused_has_no_value()
    {
        Outcome<int> refused = NotToday;

        Assert.Throws<InvalidOperationException>(() => refused.Value);
    }
}
