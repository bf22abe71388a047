using System.Security.Claims;
using Domain.Calendar;
using Microsoft.AspNetCore.Http.HttpResults;
using Web.Layout;
using Web.Restricting;
using Web.SigningIn;
using Workflows.Starting;

namespace Web.Starting;

public static class StartForm
{
    public const string Name = "start";

    /// <summary>What the dates are counted from, by the names that the form and the page's address have for it.</summary>
    private static readonly string[] Asked = ["template", "of", "period", "due", "abstract", "titled"];

    public static void MapStartForm(this IEndpointRouteBuilder routes)
    {
        routes.MapPost(Addresses.Start, StartAsync);
        routes.MapPost($"{Addresses.Start}/plan", Plan);
        routes.MapGet($"{Addresses.Start}/plan", () => TypedResults.LocalRedirect(Addresses.Start));
    }

    /// <summary>The page with the dates counted anew: at an address, so that it can be kept and loaded again.</summary>
    private static RedirectHttpResult Plan(IFormCollection form)
    {
        var typed = new Typed(form);
        var query = QueryString.Create(Asked.Select(name => KeyValuePair.Create<string, string?>(name, typed.Text(name))));

        return TypedResults.LocalRedirect($"{Addresses.Start}{query}#plan");
    }

    private static async Task<IResult> StartAsync(IFormCollection form, ClaimsPrincipal user, StartReportHandler handler, CancellationToken cancellationToken)
    {
        var typed = new Typed(form);
        if (typed.NoDay("due") is { } wrong) return FormAnswers.Refused<StartPage>([], Name, typed, wrong);

        var chosen = typed.Optional("period") is { } code ? ReportingPeriod.Parse(code) : null;
        if (chosen?.Refusal is { } noPeriod) return FormAnswers.Refused<StartPage>([], Name, typed, noPeriod);

        // Whoever chose a period that the title was not shown for means the period; otherwise the title is the one that was read.
        var (period, title) = (chosen?.Value, typed.Optional("abstract"));
        if (title is not null && period is not null && period.Code != typed.Text("titled")) title = period.PutInto(title);

        var started = await handler.HandleAsync(
            new(new(typed.Id("report")), user.PersonId, user.AgencyId, new(typed.Id("template")), title, typed.Day("due") ?? default) { Period = period, OnlyFor = RestrictForms.AudienceIn(typed) }, cancellationToken);

        return started.IsRefused
            ? FormAnswers.Refused<StartPage>([], Name, typed, started.Refusal)
            : TypedResults.LocalRedirect($"{Addresses.Of(started.Value.Report.Id)}?done={Name}");
    }
}
