namespace Web.Layout;

/// <summary>The number of a list's page as an address gives it.</summary>
public static class Paged
{
    private const int Last = 1_000_000;

    public static int From(int? asked) => Math.Clamp(asked ?? 1, 1, Last);
}
