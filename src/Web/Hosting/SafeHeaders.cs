namespace Web.Hosting;

/// <summary>What browsers are told of every answer.</summary>
public static class SafeHeaders
{
    public static IApplicationBuilder UseSafeHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        // Last, since what answers an exception starts with empty headers.
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            headers.XContentTypeOptions = "nosniff";
            headers.XFrameOptions = "DENY";
            headers["Referrer-Policy"] = "same-origin";

            return Task.CompletedTask;
        });

        return next(context);
    });
}
