using System.Security.Claims;
using Domain.People;
using Web.Hosting;
using Web.Layout;
using Web.SigningIn;
using Workflows.Administering;

namespace Web.Administering;

/// <summary>Where the forms of people are sent.</summary>
public static class PeopleForms
{
    public const string Keep = "keep-person";
    public const string State = "person-state";
    public const string Invite = "invite";
    public const string Import = "import-people";

    /// <summary>How many positions one form has room for.</summary>
    public const int Positions = 6;

    public static void MapPeopleForms(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/people/new", AddAsync);
        routes.MapPost("/people/import", ImportAsync).RequireRateLimiting(Uploads.Policy);
        routes.MapPost("/people/{id:guid}", ChangeAsync);
        routes.MapPost("/people/{id:guid}/leave", LeaveAsync);
        routes.MapPost("/people/{id:guid}/return", ReturnAsync);
        routes.MapPost("/people/{id:guid}/invite", InviteAsync);
        routes.MapGet("/people/{id:guid}/{form:alpha}", (Guid id) => TypedResults.LocalRedirect($"/people/{id}"));
    }

    private static async Task<IResult> AddAsync(IFormCollection form, ClaimsPrincipal user, KeepPerson keep, CancellationToken cancellationToken)
    {
        var typed = new Typed(form);
        var person = Read(typed, new(typed.Id("person")));
        var kept = await keep.HandleAsync(AdministeringForms.Administrator(user), person, typed.Text("seen"), cancellationToken);

        return AdministeringForms.Answer<NewPersonPage>(Keep, typed, kept.Refusal, $"/people/{person.Id.Value}");
    }

    private static async Task<IResult> ChangeAsync(Guid id, IFormCollection form, ClaimsPrincipal user, KeepPerson keep, CancellationToken cancellationToken)
    {
        var typed = new Typed(form);
        var kept = await keep.HandleAsync(AdministeringForms.Administrator(user), Read(typed, new(id)), typed.Text("seen"), cancellationToken);

        return AdministeringForms.Answer<PersonPage>(Keep, typed, kept.Refusal, $"/people/{id}", Of(id));
    }

    private static async Task<IResult> LeaveAsync(Guid id, IFormCollection form, ClaimsPrincipal user, PeopleHandler handler, CancellationToken cancellationToken) =>
        AdministeringForms.Answer<PersonPage>(
            State, new(form), (await handler.DeactivateAsync(AdministeringForms.Administrator(user), new(id), cancellationToken)).Refusal, $"/people/{id}", Of(id));

    private static async Task<IResult> ReturnAsync(Guid id, IFormCollection form, ClaimsPrincipal user, PeopleHandler handler, CancellationToken cancellationToken) =>
        AdministeringForms.Answer<PersonPage>(
            State, new(form), (await handler.ReactivateAsync(AdministeringForms.Administrator(user), new(id), cancellationToken)).Refusal, $"/people/{id}", Of(id));

    /// <summary>Answers with the page that shows the link, and does not lead elsewhere first: an address would keep it.</summary>
    private static async Task<IResult> InviteAsync(Guid id, IFormCollection form, ClaimsPrincipal user, InvitePerson invite, HttpRequest request, CancellationToken cancellationToken)
    {
        var invited = await invite.HandleAsync(AdministeringForms.Administrator(user), new(id), cancellationToken);

        return invited.IsRefused
            ? FormAnswers.Refused<PersonPage>(Of(id), Invite, new(form), invited.Refusal)
            : FormAnswers.Show<InvitationPage>(StatusCodes.Status200OK, new()
            {
                [nameof(InvitationPage.Person)] = id,
                [nameof(InvitationPage.Link)] = $"{request.Scheme}://{request.Host}{invited.Value.Path}",
                [nameof(InvitationPage.ExpiresAt)] = invited.Value.ExpiresAt,
            });
    }

    private static async Task<IResult> ImportAsync(IFormCollection form, ClaimsPrincipal user, ImportPeople import, CancellationToken cancellationToken)
    {
        var typed = new Typed(form);
        var csv = form.Files.GetFile("file") is { Length: > 0 } file ? await ImportPeople.ReadAsync(file, cancellationToken) : typed.Text("text-csv");
        var isSure = typed.Has("sure", "yes");
        var result = await import.HandleAsync(AdministeringForms.Administrator(user), csv, isSure, cancellationToken);

        return result is { Refusal: null, IsDone: true }
            ? TypedResults.LocalRedirect(FormAnswers.Done("/people", Import))
            : FormAnswers.Show<ImportPage>(
                result.Refusal?.AsProblem.Status ?? StatusCodes.Status200OK,
                new() { [nameof(ImportPage.Csv)] = csv, [nameof(ImportPage.Result)] = result },
                result.Refusal is { } refusal ? new(Import, refusal, typed) : null);
    }

    private static Person Read(Typed typed, PersonId id) => new()
    {
        Id = id,
        Name = typed.Text("name"),
        Email = typed.Text("email"),
        Positions =
        [
            .. Enumerable.Range(0, Positions).Where(place => typed.OptionalId($"unit-{place}") is not null).Select(place => new Position(
                new(typed.Id($"unit-{place}")),
                Enum.TryParse<Role>(typed.Text($"role-{place}"), out var role) && Enum.IsDefined(role) ? role : Role.Drafter,
                typed.Text($"title-{place}"),
                typed.Has($"acting-{place}", "yes"))),
        ],
    };

    private static Dictionary<string, object?> Of(Guid id) => new() { [nameof(PersonPage.Id)] = id };
}
