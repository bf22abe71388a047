using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Domain;
using Domain.People;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using Web.Input;
using Web.SigningIn;
using Workflows.Recording;

namespace Web;

/// <summary>The one place where a "no" becomes Problem Details (RFC 9457), in the language of the one who asked.</summary>
public static class Problems
{
    extension(Refusal refusal)
    {
        public Problem AsProblem => new(refusal.Kind switch
        {
            RefusalKind.Invalid => StatusCodes.Status422UnprocessableEntity,
            RefusalKind.NotFound => StatusCodes.Status404NotFound,
            RefusalKind.NotAllowed => StatusCodes.Status403Forbidden,
            RefusalKind.Conflict => StatusCodes.Status409Conflict,
            _ => throw new NotSupportedException($"No such kind: {refusal.Kind}"),
        }, refusal.Code, refusal.Message)
        {
            WhoCan = refusal.WhoCan,
            Faults = [.. refusal.Faults.Select(fault => new Flaw(fault.Code, fault.Line, null, fault.Message))],
        };
    }

    public static IServiceCollection AddProblems(this IServiceCollection services) => services
        .AddSingleton<IProblemDetailsWriter, ProblemWriter>()
        .AddProblemDetails()
        // So that what could not be read is told by the exception that knows why.
        .Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true)
        .Configure<ExceptionHandlerOptions>(options =>
        {
            options.StatusCodeSelector = StatusOf;
            options.SuppressDiagnosticsCallback = context => context.Exception is BadHttpRequestException;
        });

    public static IApplicationBuilder UseProblems(this IApplicationBuilder app) => app.UseExceptionHandler().UseStatusCodePages();

    /// <summary>Says in the description which statuses a door answers with Problem Details.</summary>
    public static TBuilder ProducesRefusals<TBuilder>(this TBuilder builder, params IReadOnlyList<int> statuses)
        where TBuilder : IEndpointConventionBuilder
    {
        builder.Add(endpoint =>
        {
            foreach (var status in statuses) endpoint.Metadata.Add(new ProducesResponseTypeMetadata(status, typeof(ProblemBody), [Problem.ContentType]));
        });

        return builder;
    }

    private static int StatusOf(Exception exception) => exception is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status500InternalServerError;
}

/// <summary>One thing wrong with an input, by line or by the path to it.</summary>
public sealed record Flaw(string Code, int? Line, string? Path, Words Message);

/// <summary>A "no" on its way to a caller.</summary>
public sealed class Problem(int status, string code, Words detail) : IResult, IStatusCodeHttpResult, IEndpointMetadataProvider
{
    public const string ContentType = "application/problem+json";

    public int Status => status;

    public string Code => code;

    public Words Detail => detail;

    public IReadOnlyList<PersonId> WhoCan { get; init; } = [];

    public IReadOnlyList<Flaw> Faults { get; init; } = [];

    /// <summary>What else the caller needs in hand to go on.</summary>
    public IReadOnlyDictionary<string, object?> Also { get; init; } = new Dictionary<string, object?>();

    int? IStatusCodeHttpResult.StatusCode => status;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        ArgumentNullException.ThrowIfNull(httpContext);

        var language = CultureInfo.CurrentUICulture;
        var details = new ProblemBody
        {
            Status = status,
            Type = $"/problems/{code}",
            Title = TitleOf(status).In(language),
            Detail = detail.In(language),
            Instance = httpContext.Request.Path,
            Code = code,
            WhoCan = await NamesAsync(httpContext),
            Faults = [.. Faults.Select(fault => new FaultBody(fault.Code, fault.Line, fault.Path, fault.Message.In(language)))],
        };
        foreach (var (name, value) in Also) details.Extensions[name] = value;
        if (status >= StatusCodes.Status500InternalServerError) details.Extensions["traceId"] = Activity.Current?.Id ?? httpContext.TraceIdentifier;

        httpContext.Response.StatusCode = status;
        httpContext.Response.Headers[HeaderNames.ContentLanguage] = language.TwoLetterISOLanguageName;
        await httpContext.Response.WriteAsJsonAsync(details, options: null, ContentType, httpContext.RequestAborted);
    }

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);

        foreach (var refused in (int[])[403, 404, 409, 422])
            builder.Metadata.Add(new ProducesResponseTypeMetadata(refused, typeof(ProblemBody), [ContentType]));
    }

    private async Task<IReadOnlyList<Named>> NamesAsync(HttpContext httpContext)
    {
        if (WhoCan.Count == 0 || httpContext.User.Identity?.IsAuthenticated is not true) return [];

        var roster = await httpContext.RequestServices.GetRequiredService<IRecord>().RosterAsync(httpContext.User.AgencyId, httpContext.RequestAborted);

        return [.. WhoCan.Select(person => new Named(person, roster?.Find(person)?.Name ?? ""))];
    }

    private static Words TitleOf(int status) => status switch
    {
        400 => new("Yêu cầu không đọc được", "The request cannot be read"),
        401 => new("Cần đăng nhập", "Sign in first"),
        403 => new("Việc này của người khác", "Not yours to do"),
        404 => new("Không tìm thấy", "Not found"),
        409 => new("Chưa làm được lúc này", "Not in the present state"),
        412 => new("Nội dung đã thay đổi", "Changed meanwhile"),
        413 => new("Quá lớn", "Too large"),
        422 => new("Nội dung chưa hợp lệ", "Not valid"),
        429 => new("Quá nhiều lần", "Too often"),
        >= 500 => new("Lỗi hệ thống", "Something is broken here"),
        _ => new("Không thực hiện được", "This cannot be done"),
    };
}

/// <summary>Problem Details as this API writes them.</summary>
public sealed class ProblemBody : ProblemDetails
{
    /// <summary>Stable; the last part of the type.</summary>
    public required string Code { get; init; }

    /// <summary>Those who could do it instead.</summary>
    public required IReadOnlyList<Named> WhoCan { get; init; }

    /// <summary>The places in the input that are at fault.</summary>
    public required IReadOnlyList<FaultBody> Faults { get; init; }
}

public sealed record FaultBody(string Code, int? Line, string? Path, string Message);

/// <summary>A person by name, for those who only have the id.</summary>
public sealed record Named(PersonId Id, string Name);

/// <summary>Gives what the framework refuses by itself, or what broke, the same shape and words in both languages.</summary>
public sealed class ProblemWriter : IProblemDetailsWriter
{
    public bool CanWrite(ProblemDetailsContext context) => true;

    public ValueTask WriteAsync(ProblemDetailsContext context)
    {
        ArgumentNullException.ThrowIfNull(context);

        return new(ProblemOf(context).ExecuteAsync(context.HttpContext));
    }

    private static Problem ProblemOf(ProblemDetailsContext context) => context switch
    {
        { ProblemDetails: HttpValidationProblemDetails { Errors: var errors } } => new(422, "invalid-input",
            new("Dữ liệu gửi lên chưa hợp lệ. Hãy sửa các chỗ dưới đây.", "Some of what was sent is not valid. Mend the places below."))
        {
            Faults = [.. errors.SelectMany(error => error.Value.Select(message => new Flaw("invalid", null, JsonNamingPolicy.CamelCase.ConvertName(error.Key), new(message, message))))],
        },
        { Exception: BadHttpRequestException { StatusCode: 400, InnerException: JsonException json } } => Plain(400, "malformed-request", DoorWords.Malformed, Flaws(json)),
        { HttpContext.Response.StatusCode: var status } => Plain(status, DoorWords.CodeOf(status), DoorWords.Of(status), []),
    };

    private static Problem Plain(int status, string code, Words detail, IReadOnlyList<Flaw> faults) => new(status, code, detail) { Faults = faults };

    private static IReadOnlyList<Flaw> Flaws(JsonException json) =>
    [
        new("json", json.LineNumber is { } line ? (int)line + 1 : null, json.Path,
            new("Không đọc được giá trị tại đây, hoặc thiếu giá trị bắt buộc.", "The value here cannot be read, or one that is needed is missing.")),
    ];
}
