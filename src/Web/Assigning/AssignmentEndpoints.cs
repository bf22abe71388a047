using System.Security.Claims;
using Domain.People;
using Domain.Reports;
using Domain.Routes;
using Microsoft.AspNetCore.Http.HttpResults;
using Web.Input;
using Web.SigningIn;
using Web.Viewing;
using Workflows.Assigning;

namespace Web.Assigning;

public static class AssignmentEndpoints
{
    public sealed record Reassignment(DecisionId Id, PersonId To, [AtMost(Comment.MaxLength)] string Reason);

    public sealed record Extension(DecisionId Id, DateTimeOffset DueAt, [AtMost(Comment.MaxLength)] string Reason);

    /// <summary>The same doors stand at a section and at the report itself.</summary>
    public static void MapAssignments(this IEndpointRouteBuilder routes)
    {
        var assignments = routes.MapGroup("/assignments/{assignment:guid}").WithTags("Assigning");

        assignments.MapPost("/reassignments", ReassignAsync).WithSummary("Give the assignment to another person");
        assignments.MapPost("/extensions", ExtendAsync).WithSummary("Give the assignment more time");
    }

    private static async Task<Results<Ok<DecidedView>, Problem>> ReassignAsync(
        Guid report, Place place, Guid assignment, Reassignment body, ClaimsPrincipal user, ReassignAssignmentHandler handler, CancellationToken cancellationToken) =>
        (await handler.HandleAsync(new(body.Id, user.PersonId, new(report), place.Section, new(assignment), body.To, body.Reason), cancellationToken)).AsAnswer;

    private static async Task<Results<Ok<DecidedView>, Problem>> ExtendAsync(
        Guid report, Place place, Guid assignment, Extension body, ClaimsPrincipal user, ExtendAssignmentHandler handler, CancellationToken cancellationToken) =>
        (await handler.HandleAsync(
            new(body.Id, user.PersonId, new(report), place.Section, new(assignment), body.DueAt.ToUniversalTime(), body.Reason), cancellationToken)).AsAnswer;
}
