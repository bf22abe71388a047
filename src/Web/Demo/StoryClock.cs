namespace Web.Demo;

/// <summary>Tells the time of the story, so that what happened in September is recorded as of September.</summary>
internal sealed class StoryClock(DateTimeOffset start) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = start;

    public override DateTimeOffset GetUtcNow() => Now.ToUniversalTime();
}
