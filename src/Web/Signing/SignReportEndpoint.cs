using System.Security.Claims;
using Domain.Routes;
using Microsoft.AspNetCore.Http.HttpResults;
using Web.Input;
using Web.SigningIn;
using Web.Viewing;
using Workflows.Deciding;
using Workflows.Signing;
using Workflows.Viewing;

namespace Web.Signing;

public static class SignReportEndpoint
{
    /// <param name="Shown">The SHA-256 of the PDF whose pages were read.</param>
    /// <param name="Password">The signer's, whatever token they came with: a program that found one must not be able to sign.</param>
    /// <param name="Code">Of the authenticator, where the account asks for one; or a recovery code.</param>
    public sealed record Body(DecisionId Id, int Version, string? Shown = null, [AtMost(256)] string? Password = null, [AtMost(64)] string? Code = null);

    public static void MapSignReport(this IEndpointRouteBuilder routes) => routes
        .MapPost("/signatures", SignAsync)
        .WithTags("Signing")
        .WithSummary("Sign the whole report as it is typeset, number and day still blank; asks for the password again, and for the code of the second factor where there is one");

    private static async Task<Results<Ok<DecidedView>, Problem>> SignAsync(
        Guid report, Body body, ClaimsPrincipal user, OpenReports reports, PasswordCheck passwords, SignReportHandler handler, CancellationToken cancellationToken)
    {
        if (await reports.FindAsync(new(report), user.AgencyId, user.PersonId, cancellationToken) is null) return DeskRefusals.NoSuchReport.AsProblem;
        if (body.Password is null) return SigningInRefusals.ConfirmationNeeded.AsProblem;
        if (await passwords.AgainAsync(user, body.Password, body.Code ?? "") is { } refusal) return refusal.AsProblem;

        return (await handler.HandleAsync(new(body.Id, user.PersonId, new(report), body.Version, body.Shown), cancellationToken)).AsAnswer;
    }
}
