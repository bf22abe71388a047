using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Web.Layout;
using Web.SigningIn;
using Workflows.Notifying;
using Workflows.Viewing;

namespace Web.Notifying;

public static class NoticeForms
{
    public static void MapNoticeForms(this IEndpointRouteBuilder routes)
    {
        var notices = routes.MapGroup(Addresses.Notices);

        notices.MapGet("/{notice:guid}", OpenAsync);
        notices.MapPost("/read", ReadAllAsync);
    }

    /// <summary>Leads to what the notice is about; whoever goes there has read it.</summary>
    private static async Task<IResult> OpenAsync(Guid notice, ClaimsPrincipal user, IViews views, INotices notices, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (await views.NoticeAsync(user.AgencyId, user.PersonId, clock.GetUtcNow(), notice, cancellationToken) is not { } told) return TypedResults.NotFound();
        if (told.ReadAt is null) await notices.ReadAsync(user.PersonId, notice, clock.GetUtcNow(), cancellationToken);

        return TypedResults.LocalRedirect(Addresses.Of(told.Report, told.Section));
    }

    private static async Task<RedirectHttpResult> ReadAllAsync(IFormCollection form, ClaimsPrincipal user, INotices notices, TimeProvider clock, CancellationToken cancellationToken)
    {
        await notices.ReadAsync(user.PersonId, null, clock.GetUtcNow(), cancellationToken);

        return TypedResults.LocalRedirect(Addresses.Notices);
    }
}
