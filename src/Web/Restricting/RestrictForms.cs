using System.Security.Claims;
using Domain.People;
using Domain.Reports;
using Web.Layout;
using Web.SigningIn;
using Workflows.Restricting;

namespace Web.Restricting;

public static class RestrictForms
{
    public const string Name = "restrict";

    public static void MapRestrictReportForm(this IEndpointRouteBuilder routes) => routes.MapPost("/restrict", OnReportAsync);

    public static void MapRestrictSectionForm(this IEndpointRouteBuilder routes) => routes.MapPost("/restrict", OnSectionAsync);

    /// <summary>What was chosen: nobody's list in particular where it stays open to all.</summary>
    public static Audience? AudienceIn(Typed typed)
    {
        ArgumentNullException.ThrowIfNull(typed);

        return typed.Text("scope") == "some"
            ? new([.. typed.Ids("audience-unit").Select(id => new UnitId(id))], [.. typed.Ids("audience-person").Select(id => new PersonId(id))])
            : null;
    }

    private static async Task<IResult> OnReportAsync(Guid report, IFormCollection form, ClaimsPrincipal user, RestrictReportHandler handler, CancellationToken cancellationToken)
    {
        var typed = new Typed(form);
        var restricted = await handler.HandleAsync(new(user.PersonId, new(report), null, AudienceIn(typed), typed.Text("text-reason")), cancellationToken);

        return FormAnswers.OnReport(report, Name, typed, restricted.Refusal);
    }

    private static async Task<IResult> OnSectionAsync(Guid report, Guid section, IFormCollection form, ClaimsPrincipal user, RestrictReportHandler handler, CancellationToken cancellationToken)
    {
        var typed = new Typed(form);
        var restricted = await handler.HandleAsync(new(user.PersonId, new(report), new SectionId(section), AudienceIn(typed), typed.Text("text-reason")), cancellationToken);

        return FormAnswers.OnSection(report, section, Name, typed, restricted.Refusal);
    }
}
