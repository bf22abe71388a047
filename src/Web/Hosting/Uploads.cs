using System.Security.Claims;
using System.Threading.RateLimiting;
using Web.SigningIn;

namespace Web.Hosting;

/// <summary>Slows down whoever sends files by the hundred, each of which is read and kept.</summary>
public static class Uploads
{
    public const string Policy = "uploads";

    public static IServiceCollection AddUploadLimit(this IServiceCollection services, Settings settings) => services.AddRateLimiter(options =>
        options.AddPolicy(Policy, context => RateLimitPartition.GetFixedWindowLimiter(
            context.User.FindFirstValue(Claims.Person) ?? context.Connection.RemoteIpAddress?.ToString() ?? "",
            _ => new() { PermitLimit = settings.UploadsPerMinute, Window = TimeSpan.FromMinutes(1) })));
}
