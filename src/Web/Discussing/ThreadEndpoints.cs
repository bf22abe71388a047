using System.Security.Claims;
using Domain.People;
using Domain.Reports;
using Microsoft.AspNetCore.Http.HttpResults;
using Web.SigningIn;
using Web.Viewing;
using Workflows.Discussing;

namespace Web.Discussing;

public static class ThreadEndpoints
{
    /// <param name="Version">The version that was read.</param>
    /// <param name="Quote">The words that it is about; null for the text as a whole.</param>
    /// <param name="Prefix">What stands right before those words, by which they are told from the same words elsewhere and found again in later versions.</param>
    /// <param name="Suffix">What stands right after them.</param>
    public sealed record Opening(ThreadId Thread, int Version, string Text, string? Quote = null, UnitId? Unit = null, string? Prefix = null, string? Suffix = null);

    /// <param name="Kind">Accept or explain.</param>
    public sealed record Answer(CommentId Id, CommentKind Kind, string Text = "");

    public sealed record Closing(CommentId Id);

    /// <summary>The same doors stand at a section and at the report as a whole.</summary>
    public static void MapThreads(this IEndpointRouteBuilder routes)
    {
        var threads = routes.MapGroup("/threads").WithTags("Discussing");

        threads.MapPost("", OpenAsync).WithSummary("Remark on a text without deciding on it");
        threads.MapPost("/{thread:guid}/answers", AnswerAsync).WithSummary("Accept a remark, or explain why not");
        threads.MapPost("/{thread:guid}/closings", CloseAsync).WithSummary("Close a thread that one opened");
    }

    private static async Task<Results<Ok<Comment>, Problem>> OpenAsync(
        Guid report, Place place, Opening body, ClaimsPrincipal user, ThreadsHandler handler, CancellationToken cancellationToken)
    {
        var said = await handler.HandleAsync(
            new OpenThread(body.Thread, user.PersonId, new(report), place.Section, body.Version, body.Text, body.Quote, body.Unit) { Prefix = body.Prefix, Suffix = body.Suffix }, cancellationToken);

        return said.IsRefused ? said.Refusal.AsProblem : TypedResults.Ok(said.Value);
    }

    private static async Task<Results<Ok<Comment>, Problem>> AnswerAsync(
        Guid report, Place place, Guid thread, Answer body, ClaimsPrincipal user, ThreadsHandler handler, CancellationToken cancellationToken)
    {
        var said = await handler.HandleAsync(new AnswerThread(body.Id, new(thread), user.PersonId, new(report), place.Section, body.Kind, body.Text), cancellationToken);

        return said.IsRefused ? said.Refusal.AsProblem : TypedResults.Ok(said.Value);
    }

    private static async Task<Results<Ok<Comment>, Problem>> CloseAsync(
        Guid report, Place place, Guid thread, Closing body, ClaimsPrincipal user, ThreadsHandler handler, CancellationToken cancellationToken)
    {
        var said = await handler.HandleAsync(new CloseThread(body.Id, new(thread), user.PersonId, new(report), place.Section), cancellationToken);

        return said.IsRefused ? said.Refusal.AsProblem : TypedResults.Ok(said.Value);
    }
}
