using System.Security.Claims;
using Domain;
using Domain.People;
using Domain.Reports;
using Web.Layout;
using Web.SigningIn;
using Workflows.Consolidating;
using Workflows.Drafting;
using Workflows.Recording;
using Workflows.Submitting;

namespace Web.Drafting;

/// <summary>The text box and its buttons: whatever is pressed, what was typed is saved first.</summary>
public static class WritingForms
{
    private const string Write = "write";

    /// <summary>The form in which a unit writes, or (null) the Office in the section's own text.</summary>
    public static string NameOf(UnitId? unit) => unit is { } id ? $"{Write}:{id.Value}" : Write;

    public static void MapWritingForms(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/save", SaveAsync);
        routes.MapPost("/merge", MergeAsync);
        routes.MapPost("/contribute", ContributeAsync);
        routes.MapPost("/revise", ReviseAsync);
    }

    private static async Task<IResult> SaveAsync(
        Guid report, Guid section, IFormCollection form, ClaimsPrincipal user, SaveWorkingCopyHandler save, IRecord record, CancellationToken cancellationToken)
    {
        var writing = new Writing(new(report), new(section), user.PersonId, new(form));
        var saved = await KeepAsync(writing, save, record, cancellationToken);

        return Answer(writing, "save", saved.Refusal);
    }

    /// <summary>Saves what was chosen, on top of the text that the choice was made on.</summary>
    private static async Task<IResult> MergeAsync(
        Guid report, Guid section, IFormCollection form, ClaimsPrincipal user, SaveWorkingCopyHandler save, CancellationToken cancellationToken)
    {
        var typed = ChosenMerge.AsTyped(form, ChosenMerge.Read(form));
        var writing = new Writing(new(report), new(section), user.PersonId, typed);
        var saved = await save.HandleAsync(new(writing.By, writing.Report, writing.Section, writing.Unit, typed.Text("text"), typed.Number("revision")), cancellationToken);

        return Answer(writing, "merge", saved.Refusal);
    }

    private static async Task<IResult> ContributeAsync(
        Guid report, Guid section, IFormCollection form, ClaimsPrincipal user,
        SaveWorkingCopyHandler save, SubmitContributionHandler submit, IRecord record, CancellationToken cancellationToken)
    {
        var writing = new Writing(new(report), new(section), user.PersonId, new(form));
        var decision = writing.Typed.Id("decision");
        var unit = new UnitId(writing.Typed.Id("unit"));

        var saved = await KeepAsync(writing, save, record, cancellationToken);
        if (saved.IsRefused) return Answer(writing, Write, saved.Refusal);

        var decided = await submit.HandleAsync(new(new(decision), writing.By, writing.Report, writing.Section, unit, saved.Value), cancellationToken);

        return Answer(writing, "submit", decided.Refusal);
    }

    private static async Task<IResult> ReviseAsync(
        Guid report, Guid section, IFormCollection form, ClaimsPrincipal user,
        SaveWorkingCopyHandler save, ReviseSectionHandler revise, IRecord record, CancellationToken cancellationToken)
    {
        var writing = new Writing(new(report), new(section), user.PersonId, new(form));
        var decision = writing.Typed.Id("decision");
        var version = writing.Typed.Number("version");

        var saved = await KeepAsync(writing, save, record, cancellationToken);
        if (saved.IsRefused) return Answer(writing, Write, saved.Refusal);

        var decided = await revise.HandleAsync(new(new(decision), writing.By, writing.Report, writing.Section, version, saved.Value), cancellationToken);

        return Answer(writing, "revise", decided.Refusal);
    }

    private sealed record Writing(ReportId Report, SectionId Section, PersonId By, Typed Typed)
    {
        public UnitId? Unit => Typed.OptionalId("unit") is { } id ? new UnitId(id) : null;

        public TextId Of => new(Section, Unit);
    }

    /// <returns>The revision that holds the text. What is there already, since the form was sent twice, is not saved again.</returns>
    private static async Task<Outcome<int>> KeepAsync(Writing writing, SaveWorkingCopyHandler save, IRecord record, CancellationToken cancellationToken)
    {
        var text = writing.Typed.Text("text");
        if (await record.WorkingCopyAsync(writing.Report, writing.Of, cancellationToken) is { } there && there.Text == text) return there.Revision;

        return (await save.HandleAsync(new(writing.By, writing.Report, writing.Section, writing.Unit, text, writing.Typed.Number("revision")), cancellationToken))
            .Then<int>(copy => copy.Revision);
    }

    /// <summary>Refused, back to the writing with what was typed; saved, on with it; decided, to the section.</summary>
    private static IResult Answer(Writing writing, string done, Refusal? refusal) => refusal is null
        ? TypedResults.LocalRedirect(FormAnswers.Done(done is "save" or "merge" ? Addresses.OfWriting(writing.Report, writing.Section, writing.Unit) : Addresses.Of(writing.Report, writing.Section), done))
        : FormAnswers.Refused<WritePage>(
            new() { [nameof(WritePage.Report)] = writing.Report.Value, [nameof(WritePage.Section)] = writing.Section.Value, [nameof(WritePage.Of)] = writing.Unit?.Value },
            NameOf(writing.Unit), writing.Typed, refusal);
}
