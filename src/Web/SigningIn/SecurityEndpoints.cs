using System.Security.Claims;
using System.Text;
using Documents.Spreadsheets;
using Domain;
using Domain.People;
using Domain.Trail;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Web.Input;
using Web.Layout;
using Web.Viewing;
using Workflows.Recording;
using Workflows.SigningIn;

namespace Web.SigningIn;

public static class SecurityEndpoints
{
    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private const string Name = "security";

    public sealed record SecurityAsked
    {
        [FromQuery(Name = "person")]
        public Guid? Person { get; init; }

        [FromQuery(Name = "kind")]
        public Word<SecurityKind>? Kind { get; init; }

        [FromQuery(Name = "from")]
        public DateOnly? From { get; init; }

        [FromQuery(Name = "to")]
        public DateOnly? To { get; init; }

        public SecurityFilter AsFilter => SecurityWords.Filter(Person, Kind?.Value, From, To);
    }

    public static void MapSecurity(this IEndpointRouteBuilder routes)
    {
        var security = routes.MapGroup("/security").WithTags("Administering").ProducesRefusals(403);

        security.MapGet("", ReadAsync).WithSummary("Who signed in or could not, and what was changed of passwords, tokens and rights, the newest first");
        security.MapGet("/csv", CsvAsync).WithSummary("The same, for a spreadsheet").Produces<Stream>(StatusCodes.Status200OK, "text/csv");
        security.MapGet("/xlsx", WorkbookAsync).WithSummary("The same, as a workbook").Produces<Stream>(StatusCodes.Status200OK, Xlsx);
    }

    private static async Task<Results<Ok<PageOf<SecurityEntry>>, Problem>> ReadAsync(
        [AsParameters] SecurityAsked asked, [AsParameters] PageAsked page, ClaimsPrincipal user, ISecurityTrail trail, IRecord record, CancellationToken cancellationToken)
    {
        var may = await MayReadAsync(user, record, cancellationToken);

        return may.IsRefused ? may.Refusal.AsProblem : TypedResults.Ok((await trail.ReadAsync(user.AgencyId, asked.AsFilter, page.AsPaging, cancellationToken)).AsView);
    }

    private static async Task<Results<PushStreamHttpResult, Problem>> CsvAsync(
        [AsParameters] SecurityAsked asked, ClaimsPrincipal user, ISecurityTrail trail, IRecord record, IStringLocalizer<Phrases> phrases, CancellationToken cancellationToken)
    {
        var may = await MayReadAsync(user, record, cancellationToken);
        if (may.IsRefused) return may.Refusal.AsProblem;

        // Written as it is read: a trail of years is not held in memory.
        return TypedResults.Stream(
            async stream =>
            {
                await using var writer = new StreamWriter(stream, Encoding.UTF8, leaveOpen: true);
                await writer.WriteAsync(Csv.Row(SecurityWords.Columns(phrases).Select(column => column.Name)));

                await foreach (var entry in trail.ReadAllAsync(user.AgencyId, asked.AsFilter, cancellationToken))
                    await writer.WriteAsync(Csv.Row(SecurityWords.Cells(entry, may.Value, phrases)));
            },
            Csv.ContentType,
            $"{Name}.csv");
    }

    private static async Task<Results<FileContentHttpResult, Problem>> WorkbookAsync(
        [AsParameters] SecurityAsked asked, ClaimsPrincipal user, ISecurityTrail trail, IRecord record, IStringLocalizer<Phrases> phrases, CancellationToken cancellationToken)
    {
        var may = await MayReadAsync(user, record, cancellationToken);
        if (may.IsRefused) return may.Refusal.AsProblem;

        var rows = new List<IReadOnlyList<string>>();
        await foreach (var entry in trail.ReadAllAsync(user.AgencyId, asked.AsFilter, cancellationToken))
            rows.Add(SecurityWords.Cells(entry, may.Value, phrases));

        return TypedResults.Bytes(TableSheet.Write(phrases["Security.Title"], SecurityWords.Columns(phrases), rows), Xlsx, $"{Name}.xlsx");
    }

    private static async Task<Outcome<Roster>> MayReadAsync(ClaimsPrincipal user, IRecord record, CancellationToken cancellationToken) =>
        await record.RosterAsync(user.AgencyId, cancellationToken) is not { } roster ? SigningInRefusals.Inactive
        : Permissions.MayAdminister(user.PersonId, roster, user.IsGrantedAdministrator) is { } refusal ? refusal
        : roster;
}
