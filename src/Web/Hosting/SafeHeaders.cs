namespace Web.Hosting;

/// <summary>What browsers are told of every answer.</summary>
public static class SafeHeaders
{
    private const string OfNoPage = "default-src 'none'; frame-ancestors 'none'; sandbox";

    public static IApplicationBuilder UseSafeHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        // Last, since what answers an exception starts with empty headers.
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            headers.XContentTypeOptions = "nosniff";
            headers.XFrameOptions = "DENY";
            headers["Referrer-Policy"] = "same-origin";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["Cross-Origin-Resource-Policy"] = "same-origin";
            headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";

            // Pages say their own; an answer of the API is no page, whatever a browser takes it for.
            if (headers.ContentSecurityPolicy.Count == 0) headers.ContentSecurityPolicy = OfNoPage;

            return Task.CompletedTask;
        });

        return next(context);
    });
}
