using System.Security.Claims;
using Domain.Routes;
using Web.Layout;
using Web.SigningIn;
using Workflows.Signing;

namespace Web.Signing;

public static class SignForms
{
    public static void MapSignForm(this IEndpointRouteBuilder routes) => routes.MapPost("/sign", SignAsync);

    private static async Task<IResult> SignAsync(Guid report, IFormCollection form, ClaimsPrincipal user, PasswordCheck passwords, SignReportHandler handler, CancellationToken cancellationToken)
    {
        var typed = new Typed(form);
        var refusal = await passwords.AgainAsync(user, form["password"].ToString())
            ?? (await handler.HandleAsync(new(new(typed.Id("decision")), user.PersonId, new(report), typed.Number("version"), typed.Text("shown")), cancellationToken)).Refusal;

        return FormAnswers.OnPage<SignPage>(report, Forms.Of(Act.Sign), typed, refusal, Addresses.Of(report));
    }
}
