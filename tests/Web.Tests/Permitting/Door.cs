using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;

namespace Web.Tests.Permitting;

/// <summary>What somebody sends when they try a door: its address with real things in it, and a body of the right shape that no rule can be content with.</summary>
public sealed partial class Door(RouteEndpoint endpoint, string method)
{
    public string Pattern { get; } = $"/{endpoint.RoutePattern.RawText?.TrimStart('/')}";

    public string Name => $"{method} {Pattern}";

    public bool IsOfTheApi => Pattern.StartsWith("/api/", StringComparison.Ordinal);

    public bool IsOfAReport => Pattern.Contains("{report", StringComparison.OrdinalIgnoreCase);

    public bool IsOfASection => IsOfAReport && Pattern.Contains("{section", StringComparison.OrdinalIgnoreCase);

    public HttpRequestMessage Request(RunningReport report, Guid assignment, string formToken)
    {
        var address = Parameters().Replace(Pattern, parameter => ValueOf(parameter.Groups["name"].Value.ToLowerInvariant(), parameter.Groups["rest"].Value, report, assignment));
        var request = new HttpRequestMessage(new(method), new Uri(address, UriKind.Relative));
        request.Headers.AcceptLanguage.ParseAdd("en");
        if (method is "GET" or "DELETE") return request;

        request.Headers.TryAddWithoutValidation("If-Match", "\"99\"");
        var takes = endpoint.Metadata.GetMetadata<IAcceptsMetadata>()?.ContentTypes ?? [];
        request.Content = !IsOfTheApi && takes.Any(type => type.Contains("form", StringComparison.Ordinal))
            ? new FormUrlEncodedContent([.. Fields(report), new("__RequestVerificationToken", formToken)])
            : Pattern.TrimEnd('/').EndsWith("working-copy", StringComparison.Ordinal) || endpoint.Metadata.GetMetadata<IAcceptsMetadata>() is null
                ? Caller.Content("Chữ."u8.ToArray(), "text/markdown")
                : Json();
        if (!IsOfTheApi) request.Headers.TryAddWithoutValidation("RequestVerificationToken", formToken);

        return request;
    }

    private HttpContent Json()
    {
        var accepts = endpoint.Metadata.GetMetadata<IAcceptsMetadata>();
        if (accepts?.ContentTypes.Contains("application/json") is not true) return new MultipartFormDataContent { { Caller.Content("x"u8.ToArray(), "text/csv"), "file", "x.csv" } };

        var body = accepts.RequestType is { } type ? Sample(type, 0) : new JsonObject();

        return Caller.Content(System.Text.Encoding.UTF8.GetBytes(body?.ToJsonString() ?? "{}"), "application/json");
    }

    /// <summary>Reads like what the type wants, and means nothing that is there.</summary>
    private static JsonNode? Sample(Type type, int depth)
    {
        if (Nullable.GetUnderlyingType(type) is not null || depth > 5) return null;
        if (type == typeof(string)) return "x";
        if (type == typeof(bool)) return false;
        if (type == typeof(int) || type == typeof(long)) return 99;
        if (type == typeof(Guid)) return Guid.NewGuid();
        if (type == typeof(DateOnly)) return "2026-01-05";
        if (type == typeof(DateTimeOffset)) return "2026-01-05T00:00:00Z";
        if (type.IsEnum) return System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(Enum.GetNames(type)[0]);
        if (type.IsValueType && type.GetProperty("Value")?.PropertyType == typeof(Guid)) return Guid.NewGuid();
        if (type.IsValueType && type.GetProperty("Value")?.PropertyType == typeof(string)) return "x";
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>)) return new JsonObject();
        if (typeof(System.Collections.IEnumerable).IsAssignableFrom(type)) return new JsonArray();

        var sample = new JsonObject();
        var nullable = new NullabilityInfoContext();
        foreach (var property in type.GetProperties(BindingFlags.Instance | BindingFlags.Public).Where(property => property.CanWrite))
            sample[System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(property.Name)] = nullable.Create(property).WriteState == NullabilityState.Nullable ? null : Sample(property.PropertyType, depth + 1);
        if (type.GetCustomAttribute<System.Text.Json.Serialization.JsonPolymorphicAttribute>() is { TypeDiscriminatorPropertyName: { } kind })
            sample.Insert(0, kind, type.GetCustomAttribute<System.Text.Json.Serialization.JsonDerivedTypeAttribute>()?.TypeDiscriminator?.ToString());

        return sample;
    }

    /// <summary>What the forms of all pages have fields for, with nothing in them that is there; only what a page writes there itself is of its kind.</summary>
    private static IEnumerable<KeyValuePair<string, string>> Fields(RunningReport report)
    {
        foreach (var name in (string[])["decision", "id", "thread", "person", "from", "to", "template", "route", "unit", "report-id", "absence", "delegation", "assistant", "comment", "field"])
            yield return new(name, Guid.NewGuid().ToString());

        yield return new("report", report.Id.Value.ToString());
        foreach (var name in (string[])["version", "revision", "onRevision", "on"]) yield return new(name, "99");
        foreach (var name in (string[])["text", "reason", "text-reason", "name", "email", "password", "old", "new", "again", "heading"]) yield return new(name, "x");
        foreach (var name in (string[])["due", "day", "starts", "ends"]) yield return new(name, "2026-01-05");
    }

    private static string ValueOf(string name, string rest, RunningReport report, Guid assignment) => name switch
    {
        "report" => report.Id.Value.ToString(),
        "section" => report.IdOf(Given.Budget).Value.ToString(),
        "assignment" => assignment.ToString(),
        "template" => Given.Template.Value.ToString(),
        "route" => Given.Route.Value.ToString(),
        "unit" => Given.Finance.Value.ToString(),
        "id" or "person" => Given.FinanceDrafter.Value.ToString(),
        "field" => Given.Economy.Value.ToString(),
        "format" => "docx",
        "year" => "2026",
        "number" or "version" => "1",
        "on" or "day" => "2026-09-12",
        "sha256" => new string('0', 64),
        "what" => "templates",
        "form" => "approve",
        "secret" => "x",
        _ when rest.Contains("int", StringComparison.Ordinal) => "1",
        _ => new Guid(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(name)).AsSpan(0, 16)).ToString(),
    };

    [GeneratedRegex(@"\{\*{0,2}(?<name>\w+)(?<rest>[^{}]*(?:\{\{[^{}]*\}\}[^{}]*)*)\}")]
    private static partial Regex Parameters();
}
