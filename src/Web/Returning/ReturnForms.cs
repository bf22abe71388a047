using System.Security.Claims;
using Domain.People;
using Domain.Reports;
using Domain.Routes;
using Web.Discussing;
using Web.Layout;
using Web.SigningIn;
using Workflows.Returning;

namespace Web.Returning;

public static class ReturnForms
{
    /// <summary>How many comments one return has room for; without script a form cannot grow.</summary>
    public const int Remarks = 4;

    public static void MapReturnSectionForm(this IEndpointRouteBuilder routes) => routes.MapPost("/return", ReturnSectionAsync);

    public static void MapReturnReportForm(this IEndpointRouteBuilder routes) => routes.MapPost("/return", ReturnReportAsync);

    private static async Task<IResult> ReturnSectionAsync(
        Guid report, Guid section, IFormCollection form, ClaimsPrincipal user, ReturnSectionHandler handler, Quoting quoting, CancellationToken cancellationToken)
    {
        var typed = new Typed(form);
        var version = typed.Number("version");
        var remarks = new List<Remark>();

        foreach (var place in Enumerable.Range(0, Remarks).Where(place => typed.Optional($"text-{place}") is not null))
        {
            var quote = await quoting.CompleteAsync(new(report), new(section), version, typed.Quote($"-{place}"), cancellationToken);
            var unit = typed.OptionalId($"for-{place}") is { } asked ? new UnitId(asked) : (UnitId?)null;

            remarks.Add(new(new(typed.Id($"thread-{place}")), typed.Text($"text-{place}"), quote?.Exact, null, unit) { Prefix = quote?.Prefix, Suffix = quote?.Suffix });
        }

        var decided = await handler.HandleAsync(
            new(new(typed.Id("decision")), user.PersonId, new(report), new(section), version, new(typed.Text("to")), [.. typed.Ids("unit").Select(unit => new UnitId(unit))], remarks),
            cancellationToken);

        return FormAnswers.OnSection(report, section, Forms.Of(Act.Return), typed, decided.Refusal);
    }

    private static async Task<IResult> ReturnReportAsync(Guid report, IFormCollection form, ClaimsPrincipal user, ReturnReportHandler handler, CancellationToken cancellationToken)
    {
        var typed = new Typed(form);
        var targets = new List<ReturnTarget>();
        var remarks = new List<Remark>();

        if (typed.Optional("to") is { } own)
        {
            targets.Add(new(new(own)));
            if (typed.Optional("text") is { } reason) remarks.Add(new(new(typed.Id("thread")), reason));
        }

        // A comment without a target is kept as such: the rules say that it reaches nobody.
        foreach (var id in typed.Ids("section"))
        {
            if (typed.Optional($"to-{id}") is { } stage)
                targets.Add(new(new(stage), new SectionId(id)) { Units = [.. typed.Ids($"unit-{id}").Select(unit => new UnitId(unit))] });
            if (typed.Optional($"text-{id}") is { } text)
                remarks.Add(new(new(typed.Id($"thread-{id}")), text, typed.Optional($"quote-{id}"), new SectionId(id)));
        }

        var decided = await handler.HandleAsync(new(new(typed.Id("decision")), user.PersonId, new(report), typed.Number("version"), targets, remarks), cancellationToken);

        return FormAnswers.OnReport(report, Forms.Of(Act.Return), typed, decided.Refusal);
    }
}
