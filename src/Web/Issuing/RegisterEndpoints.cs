using System.Globalization;
using System.Security.Claims;
using System.Text;
using Documents.Spreadsheets;
using Domain;
using Domain.Reports;
using Microsoft.AspNetCore.Http.HttpResults;
using Web.Input;
using Web.SigningIn;
using Web.Viewing;
using Workflows.Viewing;

namespace Web.Issuing;

public static class RegisterEndpoints
{
    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static void MapRegister(this IEndpointRouteBuilder routes)
    {
        var register = routes.MapGroup("/register/{year:int}").WithTags("Issuing");

        register.MapGet("", ReadAsync).WithSummary("The numbers given in a year, the newest first");
        register.MapGet("/csv", ExportAsync).WithSummary("The numbers given in a year, for a spreadsheet").Produces<Stream>(StatusCodes.Status200OK, "text/csv");
        register.MapGet("/xlsx", WorkbookAsync).WithSummary("The register of a year in the ten columns of its form").Produces<Stream>(StatusCodes.Status200OK, Xlsx);
    }

    private static async Task<FileContentHttpResult> WorkbookAsync([Within(1, 9999)] int year, ClaimsPrincipal user, IViews views, TimeProvider clock, CancellationToken cancellationToken)
    {
        var lines = new List<RegisterLine>();
        for (var page = 1; ; page++)
        {
            var read = await views.RegisterLinesAsync(user.AgencyId, user.PersonId, clock.GetUtcNow(), new(year), new(page, Paging.MaxSize), cancellationToken);
            lines.AddRange(read.Rows);
            if (read.Rows.Count == 0 || lines.Count >= read.Total) break;
        }

        return TypedResults.Bytes(RegisterSheet.Write(lines), Xlsx, $"register-{year}.xlsx");
    }

    private static async Task<Ok<PageOf<RegisterEntry>>> ReadAsync(
        [Within(1, 9999)] int year, [AsParameters] PageAsked page, ClaimsPrincipal user, IViews views, TimeProvider clock, CancellationToken cancellationToken) =>
        TypedResults.Ok((await views.RegisterAsync(user.AgencyId, user.PersonId, clock.GetUtcNow(), year, page.AsPaging, cancellationToken)).AsView);

    private static async Task<FileContentHttpResult> ExportAsync([Within(1, 9999)] int year, ClaimsPrincipal user, IViews views, TimeProvider clock, CancellationToken cancellationToken)
    {
        var csv = new StringBuilder();
        csv.Append(Csv.Row([
            new Words("Số", "Number").ToString(), new Words("Ký hiệu", "Symbol").ToString(), new Words("Ngày", "Date").ToString(),
            new Words("Trích yếu", "Abstract").ToString(), new Words("Người ký", "Signer").ToString(), new Words("Sổ", "Series").ToString(), new Words("Ghi chú", "Notes").ToString()]));

        for (var (page, seen) = (1, 0); ; page++)
        {
            var entries = await views.RegisterAsync(user.AgencyId, user.PersonId, clock.GetUtcNow(), year, new(page, Paging.MaxSize), cancellationToken);
            foreach (var entry in entries.Rows)
            {
                csv.Append(Csv.Row([
                    entry.Number.ToString("00", CultureInfo.InvariantCulture), entry.Symbol, entry.On.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                    entry.Abstract, entry.Signer, entry.Series, entry.Recall?.Note.ToString() ?? ""]));
            }

            seen += entries.Rows.Count;
            if (entries.Rows.Count == 0 || seen >= entries.Total) break;
        }

        return TypedResults.Bytes([.. Csv.Begin, .. Encoding.UTF8.GetBytes(csv.ToString())], Csv.ContentType, $"register-{year}.csv");
    }
}
