using System.Security.Claims;
using System.Text.Json;
using Domain;
using Domain.People;
using Domain.Routes;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Web.Input;
using Web.SigningIn;
using Web.Viewing;
using Workflows.Engine;
using Workflows.Recording;
using Workflows.Starting;
using Workflows.Templates;
using Route = Domain.Routes.Route;

namespace Web.Templates;

public static class RouteEndpoints
{
    public sealed record Body([AtMost(300)] string Name, [Few] IReadOnlyList<Stage> SectionStages, [Few] IReadOnlyList<Stage> ReportStages);

    public static void MapRoutes(this IEndpointRouteBuilder routes)
    {
        var own = routes.MapGroup("/routes").WithTags("Templates");

        own.MapGet("", ListAsync).WithSummary("The agency's routes by name, each in its newest version");
        own.MapGet("/{route:guid}", ReadAsync).WithSummary("A route, in the version asked for or the newest; its ETag is the version");
        own.MapGet("/{route:guid}/picture", DrawAsync).WithSummary("The route as a Mermaid state diagram").Produces<string>(StatusCodes.Status200OK, "text/plain");
        own.MapGet("/{route:guid}/file", ExportAsync).WithSummary("The route as a file that another agency can import").Produces<RouteFile>(StatusCodes.Status200OK, "application/json");
        own.MapPost("/{route:guid}/file", ImportAsync).WithSummary("Make a route from a file; people are found by their addresses");
        own.MapPut("/{route:guid}", SaveAsync)
            .WithSummary("Make a route (If-Match: \"0\"), or a new version beside the one that If-Match names; running reports keep theirs")
            .ProducesRefusals(412, 428);
    }

    private static async Task<Ok<PageOf<Route>>> ListAsync([AsParameters] PageAsked page, ClaimsPrincipal user, ITemplates templates, CancellationToken cancellationToken)
    {
        var paging = page.AsPaging;
        var rows = await templates.RoutesAsync(user.AgencyId, paging.Skip, paging.Size, cancellationToken);

        return TypedResults.Ok(new PageOf<Route>(rows, paging.Number, paging.Size, await templates.CountRoutesAsync(user.AgencyId, cancellationToken)));
    }

    private static async Task<Results<Ok<Route>, Problem>> ReadAsync(
        Guid route, int? version, ClaimsPrincipal user, HttpResponse response, ITemplates templates, CancellationToken cancellationToken)
    {
        var found = await OwnAsync(templates, user.AgencyId, new(route), version, cancellationToken);
        if (found.IsRefused) return found.Refusal.AsProblem;

        response.Headers.ETag = Revisions.TagOf(found.Value.Version);

        return TypedResults.Ok(found.Value);
    }

    private static async Task<Results<ContentHttpResult, Problem>> DrawAsync(
        Guid route, int? version, ClaimsPrincipal user, ITemplates templates, CancellationToken cancellationToken)
    {
        var found = await OwnAsync(templates, user.AgencyId, new(route), version, cancellationToken);

        return found.IsRefused ? found.Refusal.AsProblem : TypedResults.Text(StageMachine.Draw(found.Value));
    }

    private static async Task<Results<Ok<Route>, Problem>> SaveAsync(
        Guid route, [FromHeader(Name = "If-Match")] string? ifMatch, Body body,
        ClaimsPrincipal user, HttpResponse response, SaveRouteHandler handler, ITemplates templates, CancellationToken cancellationToken)
    {
        if (Revisions.Read(ifMatch) is not { } onVersion) return Revisions.NotGiven;

        var before = await templates.RouteAsync(user.AgencyId, new(route), null, cancellationToken);
        if (before is null && onVersion != 0) return StartingRefusals.NoSuchRoute.AsProblem;
        if (before is not null && before.Version != onVersion) return Revisions.Missed(RouteRefusals.ChangedMeanwhile, before);

        var saved = await handler.HandleAsync(
            new(user.PersonId, user.AgencyId, new() { Id = new(route), Version = onVersion + 1, Name = body.Name, SectionStages = body.SectionStages, ReportStages = body.ReportStages }),
            cancellationToken);

        if (saved is { IsRefused: true, Refusal.Kind: RefusalKind.Conflict } && await templates.RouteAsync(user.AgencyId, new(route), null, cancellationToken) is { } current)
            return Revisions.Missed(saved.Refusal, current);

        if (saved.IsRefused) return saved.Refusal.AsProblem;

        response.Headers.ETag = Revisions.TagOf(saved.Value.Version);

        return TypedResults.Ok(saved.Value);
    }

    private static async Task<Results<FileContentHttpResult, Problem>> ExportAsync(
        Guid route, ClaimsPrincipal user, ITemplates templates, IRecord record, CancellationToken cancellationToken)
    {
        var found = await OwnAsync(templates, user.AgencyId, new(route), null, cancellationToken);
        if (found.IsRefused) return found.Refusal.AsProblem;
        if (await record.RosterAsync(user.AgencyId, cancellationToken) is not { } roster) return StartingRefusals.NoSuchRoute.AsProblem;

        return TypedResults.Bytes(JsonSerializer.SerializeToUtf8Bytes(RouteFile.Of(found.Value, roster), TemplateFileForms.Json), "application/json", $"route-{route:n}.json");
    }

    private static async Task<Results<Created<Route>, Problem>> ImportAsync(
        Guid route, RouteFile file, ClaimsPrincipal user, HttpResponse response, ImportHandler handler, CancellationToken cancellationToken)
    {
        var made = await handler.HandleAsync(new ImportRoute(new(route), user.PersonId, user.AgencyId, file), cancellationToken);
        if (made.IsRefused) return made.Refusal.AsProblem;

        response.Headers.ETag = Revisions.TagOf(made.Value.Version);

        return TypedResults.Created($"/api/routes/{route}", made.Value);
    }

    private static async Task<Outcome<Route>> OwnAsync(ITemplates templates, AgencyId agency, RouteId route, int? version, CancellationToken cancellationToken) =>
        await templates.RouteAsync(agency, route, version, cancellationToken) is { } found ? found : StartingRefusals.NoSuchRoute;
}
