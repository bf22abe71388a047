namespace Documents.Tests;

public static class FoundParts
{
    /// <summary>What a file may lack but a test needs.</summary>
    public static T Found<T>(this T? part)
        where T : class => part ?? throw new InvalidDataException($"No {typeof(T).Name}.");
}
