using System.Threading.RateLimiting;
using Web.Hosting;

namespace Web.SigningIn;

/// <summary>Slows down whoever guesses passwords across many accounts; the lockout guards each single one.</summary>
public static class Attempts
{
    public const string Policy = "sign-in";

    public static IServiceCollection AddSignInLimit(this IServiceCollection services, SignInSettings settings) => services.AddRateLimiter(options =>
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.AddPolicy(Policy, context => RateLimitPartition.GetFixedWindowLimiter(
            context.Connection.RemoteIpAddress?.ToString() ?? "",
            _ => new() { PermitLimit = settings.AttemptsPerMinute, Window = TimeSpan.FromMinutes(1) }));
    });
}
