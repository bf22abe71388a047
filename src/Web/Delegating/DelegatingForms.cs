using System.Security.Claims;
using Domain.Calendar;
using Domain.People;
using Domain.Routes;
using Web.Administering;
using Web.Layout;
using Web.SigningIn;
using Workflows.Delegating;

namespace Web.Delegating;

/// <summary>Where the forms of delegations and absences are sent.</summary>
public static class DelegatingForms
{
    public const string Make = "delegate";
    public const string Prepared = "delegation-prepared";
    public const string End = "end-delegation";
    public const string Absence = "absence";
    public const string AbsenceBack = "absence-back";
    public const string Confirm = "confirm-delegation";
    public const string Assistant = "assistant";
    public const string AssistantGone = "assistant-gone";

    private const string Page = "/delegations";

    public static void MapDelegatingForms(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/delegations/make", MakeAsync);
        routes.MapPost("/delegations/end", EndAsync);
        routes.MapPost("/delegations/confirm", ConfirmAsync);
        routes.MapPost("/absences/record", RecordAsync);
        routes.MapPost("/absences/take-back", TakeBackAsync);
        routes.MapPost("/assistants/name", NameAsync);
        routes.MapPost("/assistants/let-go", LetGoAsync);

        routes.MapGet("/delegations/{form:alpha}", () => TypedResults.LocalRedirect(Page));
        foreach (var of in (string[])["absences", "assistants"]) routes.MapGet($"/{of}/{{form:regex(^[a-z-]+$)}}", () => TypedResults.LocalRedirect(Me));
    }

    private const string Me = "/me";

    private static async Task<IResult> MakeAsync(IFormCollection form, ClaimsPrincipal user, DelegateToHandler handler, CancellationToken cancellationToken)
    {
        var typed = new Typed(form);
        if (typed.NoDay("from-on", "to-on") is { } wrong) return FormAnswers.Refused<DelegationsPage>([], Make, typed, wrong);
        if (typed.Day("from-on") is not { } from || typed.Day("to-on") is not { } to) return FormAnswers.Refused<DelegationsPage>([], Make, typed, DelegationRefusals.EndsBeforeItStarts);

        var made = await handler.HandleAsync(
            new(user.PersonId, user.AgencyId, new()
            {
                Id = new(typed.Id("delegation")),
                From = typed.OptionalId("from") is { } principal ? new(principal) : user.PersonId,
                To = new(typed.OptionalId("to") ?? Guid.Empty),
                Capacity = typed.Has("capacity", nameof(Capacity.Authorised)) ? Capacity.Authorised : Capacity.Deputising,
                Kinds = [.. typed.All("kinds").Select(kind => Enum.TryParse<StageKind>(kind, out var known) ? known : throw Typed.NotOurs("kinds"))],
                StartsAt = VietnamTime.ToUtc(from, TimeOnly.MinValue),
                EndsAt = VietnamTime.ToUtc(to.AddDays(1), TimeOnly.MinValue),
                Ground = typed.Text("ground"),
            }, user.IsGrantedAdministrator),
            cancellationToken);

        return AdministeringForms.Answer<DelegationsPage>(made is { IsRefused: false, Value.PreparedBy: not null } ? Prepared : Make, typed, made.Refusal, Page);
    }

    private static async Task<IResult> EndAsync(IFormCollection form, ClaimsPrincipal user, DelegateToHandler handler, CancellationToken cancellationToken)
    {
        var typed = new Typed(form);
        var ended = await handler.EndAsync(new(user.PersonId, user.AgencyId, new(typed.Id("delegation")), user.IsGrantedAdministrator), cancellationToken);

        return AdministeringForms.Answer<DelegationsPage>(End, typed, ended.Refusal, Page);
    }

    private static async Task<IResult> ConfirmAsync(IFormCollection form, ClaimsPrincipal user, DelegateToHandler handler, CancellationToken cancellationToken)
    {
        var typed = new Typed(form);
        var confirmed = await handler.ConfirmAsync(new(user.PersonId, user.AgencyId, new(typed.Id("delegation"))), cancellationToken);

        return AdministeringForms.Answer<DelegationsPage>(Confirm, typed, confirmed.Refusal, Page);
    }

    private static async Task<IResult> NameAsync(IFormCollection form, ClaimsPrincipal user, NameAssistantHandler handler, CancellationToken cancellationToken)
    {
        var typed = new Typed(form);

        return Answer(Assistant, typed, (await handler.HandleAsync(new(user.PersonId, user.AgencyId, new(typed.Id("person")), new(typed.OptionalId("assistant") ?? Guid.Empty), user.IsGrantedAdministrator), cancellationToken)).Refusal);
    }

    private static async Task<IResult> LetGoAsync(IFormCollection form, ClaimsPrincipal user, NameAssistantHandler handler, CancellationToken cancellationToken)
    {
        var typed = new Typed(form);

        return Answer(AssistantGone, typed, (await handler.LetGoAsync(new(user.PersonId, user.AgencyId, new(typed.Id("person")), new(typed.Id("assistant")), user.IsGrantedAdministrator), cancellationToken)).Refusal);
    }

    private static async Task<IResult> RecordAsync(IFormCollection form, ClaimsPrincipal user, RecordAbsenceHandler handler, CancellationToken cancellationToken)
    {
        var typed = new Typed(form);
        var absence = typed.Day("from") is { } from && typed.Day("to") is { } to
            ? new Absence(new(typed.Id("absence")), new(typed.Id("person")), from, to, typed.Text("reason").Trim())
            : null;
        var refusal = absence is null ? typed.NoDay("from", "to") ?? AbsenceRefusals.Dates : (await handler.HandleAsync(new(user.PersonId, user.AgencyId, absence, user.IsGrantedAdministrator), cancellationToken)).Refusal;

        return Answer(Absence, typed, refusal);
    }

    private static async Task<IResult> TakeBackAsync(IFormCollection form, ClaimsPrincipal user, RecordAbsenceHandler handler, CancellationToken cancellationToken)
    {
        var typed = new Typed(form);

        return Answer(AbsenceBack, typed, (await handler.TakeBackAsync(new(user.PersonId, user.AgencyId, new(typed.Id("absence")), user.IsGrantedAdministrator), cancellationToken)).Refusal);
    }

    /// <summary>Back to where the card stands: one's own page, or the person's.</summary>
    private static IResult Answer(string form, Typed typed, Domain.Refusal? refusal)
    {
        var person = typed.Id("person");

        return typed.Has("own", "yes")
            ? AdministeringForms.Answer<MePage>(form, typed, refusal, Me)
            : AdministeringForms.Answer<PersonPage>(form, typed, refusal, $"/people/{person}", new() { [nameof(PersonPage.Id)] = person });
    }
}
