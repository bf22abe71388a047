using System.Security.Claims;
using Domain.Routes;
using Web.Layout;
using Web.SigningIn;
using Workflows.Signing;

namespace Web.Signing;

public static class SignForms
{
    public static void MapSignForm(this IEndpointRouteBuilder routes) => routes.MapPost("/sign", SignAsync);

    private static async Task<IResult> SignAsync(
        Guid report, IFormCollection form, HttpContext http, ClaimsPrincipal user, PasswordCheck passwords, Passkeys passkeys, EntraSession session, SignReportHandler handler, CancellationToken cancellationToken)
    {
        var typed = new Typed(form);
        var isOfEntra = await EntraSession.IsOneAsync(http);

        var refusal = (isOfEntra ? await session.IsConfirmedAsync(http) ? null : EntraRefusals.NotAgain
                : form["credential"].ToString() is { Length: > 0 } credential ? await passkeys.AgainAsync(user, credential)
                : await passwords.AgainAsync(user, form["password"].ToString(), form["code"].ToString()))
            ?? (await handler.HandleAsync(new(new(typed.Id("decision")), user.PersonId, new(report), typed.Number("version"), typed.Text("shown")), cancellationToken)).Refusal;

        // One signature each.
        if (isOfEntra && refusal is null) await session.ForgetAsync(http);

        return FormAnswers.OnPage<SignPage>(report, Forms.Of(Act.Sign), typed, refusal, Addresses.Of(report));
    }
}
