using System.Reflection;
using Domain;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using Web.Viewing;

namespace Web.Layout;

/// <summary>What a form's door answers: the page anew by its own address, or, refused, the page with what was typed and why not.</summary>
public static class FormAnswers
{
    /// <param name="form">The form's name, also the word that the page greets its success with.</param>
    public static IResult OnSection(Guid report, Guid section, string form, Typed typed, Refusal? refusal) => refusal is null
        ? TypedResults.LocalRedirect(Done(Addresses.Of(report, section), form))
        : Refused<SectionPage>(new() { [nameof(SectionPage.Report)] = report, [nameof(SectionPage.Section)] = section }, form, typed, refusal);

    public static IResult OnReport(Guid report, string form, Typed typed, Refusal? refusal) => refusal is null
        ? TypedResults.LocalRedirect(Done(Addresses.Of(report), form))
        : Refused<ReportPage>(new() { [nameof(ReportPage.Report)] = report }, form, typed, refusal);

    /// <summary>On a page of the report that belongs to one act.</summary>
    public static IResult OnPage<TPage>(Guid report, string form, Typed typed, Refusal? refusal, string done)
        where TPage : IComponent => refusal is null
        ? TypedResults.LocalRedirect(Done(done, form))
        : Refused<TPage>(new() { ["Report"] = report }, form, typed, refusal);

    public static RazorComponentResult<PageDocument> Refused<TPage>(Dictionary<string, object?> parameters, string form, Typed typed, Refusal refusal)
        where TPage : IComponent =>
        Show<TPage>(refusal.AsProblem.Status, parameters, new(form, refusal, typed));

    public static RazorComponentResult<PageDocument> Show<TPage>(int status, Dictionary<string, object?> parameters, Attempt? attempt = null)
        where TPage : IComponent =>
        new(new Dictionary<string, object?>
        {
            [nameof(PageDocument.Page)] = typeof(TPage),
            [nameof(PageDocument.Layout)] = typeof(TPage).GetCustomAttribute<LayoutAttribute>()?.LayoutType ?? typeof(MainLayout),
            [nameof(PageDocument.Parameters)] = parameters,
            [nameof(PageDocument.Attempt)] = attempt,
        })
        { StatusCode = status };

    public static string Done(string address, string form)
    {
        ArgumentNullException.ThrowIfNull(address);
        ArgumentNullException.ThrowIfNull(form);

        return $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}done={form.Split(':')[0]}";
    }
}
