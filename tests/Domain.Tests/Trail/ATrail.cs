using Domain.Trail;

namespace Domain.Tests.Trail;

public class ATrail
{
    private static readonly Entry First = TrailHead.Empty.Append(Happened("started"));
    private static readonly Entry Second = TrailHead.EndingWith(First).Append(Happened("submitted"));

    [Fact]
    public void Numbers_its_entries_and_chains_each_to_the_one_before()
    {
        Assert.True(TrailHead.Empty.Continues(First));
        Assert.True(TrailHead.EndingWith(First).Continues(Second));
        Assert.Equal([1, 2], [First.Number, Second.Number]);
    }

    [Fact]
    public void Shows_an_entry_that_was_changed() =>
        Assert.False(TrailHead.EndingWith(First).Continues(Second with { Note = "khác" }));

    [Fact]
    public void Shows_an_entry_that_is_missing() => Assert.False(TrailHead.Empty.Continues(Second));

    [Fact]
    public void Keeps_times_in_whole_milliseconds_so_that_every_store_gives_them_back() =>
        Assert.Equal(0, First.At.Ticks % TimeSpan.TicksPerMillisecond);

    private static Entry Happened(string what) => new()
    {
        Report = new(new Guid("00000000-0000-0000-0000-000000000001")),
        Number = 0,
        At = new DateTimeOffset(2026, 9, 7, 1, 0, 0, TimeSpan.Zero).AddTicks(12_345),
        What = what,
        By = new(Guid.NewGuid()),
        Previous = "",
        Hash = "",
    };
}
