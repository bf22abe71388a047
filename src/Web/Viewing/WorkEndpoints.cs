using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Web.SigningIn;
using Workflows.Notifying;
using Workflows.Viewing;

namespace Web.Viewing;

public static class WorkEndpoints
{
    public static void MapWork(this IEndpointRouteBuilder routes)
    {
        var mine = routes.MapGroup("").WithTags("Viewing");

        mine.MapGet("/work", WorkAsync).WithSummary("What waits for the caller, the most urgent first");
        mine.MapGet("/sent", SentAsync).WithSummary("What the caller decided, the newest first, and where it is now");
        mine.MapGet("/notices", NoticesAsync).WithSummary("What the caller was told, the newest first: all of it, or only what they have not read");
        mine.MapPost("/notices/read", ReadAsync).WithSummary("The caller has read what they were told: one notice, or all of them");
    }

    private static async Task<Ok<PageOf<WorkView>>> WorkAsync(
        [AsParameters] PageAsked page, ClaimsPrincipal user, IViews views, TimeProvider clock, CancellationToken cancellationToken) =>
        TypedResults.Ok((await views.WorkAsync(user.AgencyId, user.PersonId, user.PersonId, clock.GetUtcNow(), page.AsPaging, cancellationToken)).AsView);

    private static async Task<Ok<PageOf<SentView>>> SentAsync(
        [AsParameters] PageAsked page, ClaimsPrincipal user, IViews views, TimeProvider clock, CancellationToken cancellationToken) =>
        TypedResults.Ok((await views.SentAsync(user.AgencyId, user.PersonId, clock.GetUtcNow(), page.AsPaging, cancellationToken)).AsView);

    private static async Task<NoContent> ReadAsync(Guid? notice, ClaimsPrincipal user, INotices notices, TimeProvider clock, CancellationToken cancellationToken)
    {
        await notices.ReadAsync(user.PersonId, notice, clock.GetUtcNow(), cancellationToken);

        return TypedResults.NoContent();
    }

    private static async Task<Ok<PageOf<NoticeView>>> NoticesAsync(
        bool? unread, [AsParameters] PageAsked page, ClaimsPrincipal user, IViews views, TimeProvider clock, CancellationToken cancellationToken) =>
        TypedResults.Ok((await views.NoticesAsync(user.AgencyId, user.PersonId, clock.GetUtcNow(), unread is true, page.AsPaging, cancellationToken)).AsView);
}
