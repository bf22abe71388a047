using System.Security.Claims;
using Domain.People;
using Domain.Reports;
using Web.Layout;
using Web.SigningIn;
using Workflows.Discussing;

namespace Web.Discussing;

public static class ThreadForms
{
    public const string Remark = "remark";

    public static string AnswerOf(ThreadId thread) => $"answer:{thread.Value}";

    public static string CloseOf(ThreadId thread) => $"close:{thread.Value}";

    public static void MapThreadForms(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/remark", OpenAsync);
        routes.MapPost("/threads/{thread:guid}/answer", AnswerAsync);
        routes.MapPost("/threads/{thread:guid}/close", CloseAsync);
        routes.MapGet("/threads/{thread:guid}/{form:alpha}", (Guid report, Guid section) => TypedResults.LocalRedirect(Addresses.Of(report, section)));
    }

    private static async Task<IResult> OpenAsync(Guid report, Guid section, IFormCollection form, ClaimsPrincipal user, ThreadsHandler handler, Quoting quoting, CancellationToken cancellationToken)
    {
        var typed = new Typed(form);
        var quote = await quoting.CompleteAsync(new(report), new(section), typed.Number("version"), typed.Quote(""), cancellationToken);
        var said = await handler.HandleAsync(
            new OpenThread(
                new(typed.Id("thread")), user.PersonId, new(report), new(section), typed.Number("version"), typed.Text("text"), quote?.Exact,
                typed.OptionalId("for") is { } unit ? new UnitId(unit) : null)
            {
                Prefix = quote?.Prefix,
                Suffix = quote?.Suffix,
            },
            cancellationToken);

        return FormAnswers.OnSection(report, section, Remark, typed, said.Refusal);
    }

    private static async Task<IResult> AnswerAsync(
        Guid report, Guid section, Guid thread, IFormCollection form, ClaimsPrincipal user, ThreadsHandler handler, CancellationToken cancellationToken)
    {
        var typed = new Typed(form);
        var kind = typed.Has("kind", nameof(CommentKind.Accept)) ? CommentKind.Accept : CommentKind.Explain;
        var said = await handler.HandleAsync(
            new AnswerThread(new(typed.Id("comment")), new(thread), user.PersonId, new(report), new(section), kind, typed.Text("text")), cancellationToken);

        return FormAnswers.OnSection(report, section, AnswerOf(new(thread)), typed, said.Refusal);
    }

    private static async Task<IResult> CloseAsync(
        Guid report, Guid section, Guid thread, IFormCollection form, ClaimsPrincipal user, ThreadsHandler handler, CancellationToken cancellationToken)
    {
        var typed = new Typed(form);
        var said = await handler.HandleAsync(new CloseThread(new(typed.Id("comment")), new(thread), user.PersonId, new(report), new(section)), cancellationToken);

        return FormAnswers.OnSection(report, section, CloseOf(new(thread)), typed, said.Refusal);
    }
}
