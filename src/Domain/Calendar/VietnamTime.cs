namespace Domain.Calendar;

/// <summary>The clock on the office wall: UTC+7 all year. A fixed offset, so that no machine's time zone data can move a deadline.</summary>
public static class VietnamTime
{
    public static TimeSpan Offset { get; } = TimeSpan.FromHours(7);

    public static DateTimeOffset Of(DateTimeOffset instant) => instant.ToOffset(Offset);

    public static DateOnly DateOf(DateTimeOffset instant) => DateOnly.FromDateTime(Of(instant).DateTime);

    public static TimeOnly TimeOf(DateTimeOffset instant) => TimeOnly.FromDateTime(Of(instant).DateTime);

    public static DateTimeOffset ToUtc(DateOnly date, TimeOnly time) => new DateTimeOffset(date, time, Offset).ToUniversalTime();
}
