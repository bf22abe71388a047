using System.Security.Claims;
using System.Text.Json;
using System.Text.Json.Serialization;
using Domain;
using Web.Hosting;
using Web.Input;
using Web.Layout;
using Web.SigningIn;
using Workflows.Templates;

namespace Web.Templates;

/// <summary>Templates and routes from files, from an existing report, and from the one of the last period.</summary>
public static class TemplateFileForms
{
    public const string Import = "import";

    public const string FromReport = "from-report";

    public const string Roll = "roll";

    /// <summary>As people read it: Vietnamese letters stand for themselves, and a name that the format does not have is a mistake.</summary>
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    public static void MapTemplateFileForms(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/templates/import", ImportTemplateAsync).RequireRateLimiting(Uploads.Policy);
        routes.MapPost("/routes/import", ImportRouteAsync).RequireRateLimiting(Uploads.Policy);
        routes.MapPost("/templates/from-report", MakeAsync);
        routes.MapPost("/templates/roll", RollAsync);
    }

    private static async Task<IResult> ImportTemplateAsync(IFormCollection form, ClaimsPrincipal user, ImportHandler handler, CancellationToken cancellationToken)
    {
        var typed = new Typed(form);
        var id = typed.Id("id");
        var file = await ReadAsync<TemplateFile>(form, TemplateFile.Kind, cancellationToken);
        var made = file.IsRefused ? file.Refusal : await handler.HandleAsync(new ImportTemplate(new(id), user.PersonId, user.AgencyId, file.Value), cancellationToken);

        return made.IsRefused
            ? FormAnswers.Refused<ImportPage>(new() { [nameof(ImportPage.What)] = "templates" }, Import, typed, made.Refusal)
            : TypedResults.LocalRedirect(FormAnswers.Done(Addresses.OfTemplate(id), Import));
    }

    private static async Task<IResult> ImportRouteAsync(IFormCollection form, ClaimsPrincipal user, ImportHandler handler, CancellationToken cancellationToken)
    {
        var typed = new Typed(form);
        var id = typed.Id("id");
        var file = await ReadAsync<RouteFile>(form, RouteFile.Kind, cancellationToken);
        var made = file.IsRefused ? file.Refusal : await handler.HandleAsync(new ImportRoute(new(id), user.PersonId, user.AgencyId, file.Value), cancellationToken);

        return made.IsRefused
            ? FormAnswers.Refused<ImportPage>(new() { [nameof(ImportPage.What)] = "routes" }, Import, typed, made.Refusal)
            : TypedResults.LocalRedirect(FormAnswers.Done(Addresses.OfRoute(id), Import));
    }

    private static async Task<IResult> MakeAsync(IFormCollection form, ClaimsPrincipal user, MakeTemplateHandler handler, CancellationToken cancellationToken)
    {
        var typed = new Typed(form);
        var id = typed.Id("id");
        var markdown = form.Files["file"] is { Length: > 0 } file ? await Utf8.ReadAsync(file.OpenReadStream(), cancellationToken) : typed.Text("text");
        var made = markdown.IsRefused ? markdown.Refusal : await handler.HandleAsync(
            new(new(id), user.PersonId, user.AgencyId, typed.Text("name").Trim(), new(typed.Id("route")), markdown.Value,
                [.. typed.Ids("units").Select(unit => new Domain.People.UnitId(unit))], typed.OptionalId("field") is { } field ? new(field) : null),
            cancellationToken);

        return made.IsRefused
            ? FormAnswers.Refused<FromReportPage>([], FromReport, typed, made.Refusal)
            : TypedResults.LocalRedirect(FormAnswers.Done(Addresses.OfTemplate(id), FromReport));
    }

    private static async Task<IResult> RollAsync(IFormCollection form, ClaimsPrincipal user, RollForwardHandler handler, CancellationToken cancellationToken)
    {
        var typed = new Typed(form);
        var (id, report) = (typed.Id("id"), typed.Id("report"));
        var made = await handler.HandleAsync(new(new(id), user.PersonId, user.AgencyId, new(report), typed.Text("name").Trim()), cancellationToken);

        return made.IsRefused
            ? FormAnswers.Refused<RollForwardPage>(new() { [nameof(RollForwardPage.Report)] = report }, Roll, typed, made.Refusal)
            : TypedResults.LocalRedirect(FormAnswers.Done(Addresses.OfTemplate(id), Roll));
    }

    private static async Task<Outcome<TFile>> ReadAsync<TFile>(IFormCollection form, string kind, CancellationToken cancellationToken)
        where TFile : class
    {
        if (form.Files["file"] is not { Length: > 0 } sent) return FileRefusals.NotRead(null, null);

        var text = await Utf8.ReadAsync(sent.OpenReadStream(), cancellationToken);
        if (text.IsRefused) return text.Refusal;

        try
        {
            // What the file says it is comes first: a route is not a template with many mistakes.
            using var whole = JsonDocument.Parse(text.Value);
            if (whole.RootElement is { ValueKind: JsonValueKind.Object } root && root.TryGetProperty("format", out var format) && format.ValueKind == JsonValueKind.String && format.GetString() != kind)
                return FileRefusals.AnotherKind(format.GetString() ?? "");

            return JsonSerializer.Deserialize<TFile>(text.Value.Normalize(), Json) is { } file ? file : FileRefusals.NotRead(null, null);
        }
        catch (JsonException exception)
        {
            return FileRefusals.NotRead(exception.LineNumber is { } line ? (int)line + 1 : null, exception.Path);
        }
    }
}
