using System.Globalization;

namespace Web.Hosting;

/// <summary>Vietnamese unless the caller asks for English.</summary>
public static class Languages
{
    public static IServiceCollection AddLanguages(this IServiceCollection services) => services.AddRequestLocalization(options =>
    {
        CultureInfo[] spoken = [new("vi-VN"), new("en")];
        options.DefaultRequestCulture = new(spoken[0]);
        options.SupportedCultures = spoken;
        options.SupportedUICultures = spoken;
    });
}
