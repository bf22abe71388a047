namespace Web.Hosting;

/// <summary>The engine that this program was built with.</summary>
internal static class ChosenEngine
{
    /// <summary>The built-in one, which comes with the workflows and needs nothing more.</summary>
    public static IServiceCollection AddChosenEngine(this IServiceCollection services, Settings settings) => services;
}
