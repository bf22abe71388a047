using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Domain;
using Domain.Calendar;
using Domain.Routes;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Scalar.AspNetCore;
using Web.Input;
using Web.Viewing;

namespace Web.Hosting;

/// <summary>The API described by OpenAPI, as it is.</summary>
public static class Description
{
    private const string Bearer = "bearer";

    public static IServiceCollection AddDescription(this IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        options.ShouldInclude = door => door.RelativePath?.StartsWith("api/", StringComparison.Ordinal) is true;
        options.CreateSchemaReferenceId = NameOf;

        options.AddSchemaTransformer((schema, context, _) =>
        {
            var type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;

            if (type.GetInterfaces().Any(one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IId<>))) (schema.Type, schema.Format) = (JsonSchemaType.String, "uuid");
            else if (type == typeof(StageKey) || type == typeof(ReportingPeriod)) schema.Type = JsonSchemaType.String;

            return Task.CompletedTask;
        });

        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = "Approval";
            document.Info.Description = """
                Reports from outline to issued document. Every act is one POST whose body carries the decision's id, chosen by the caller: the same one twice has one effect and the same answer.
                What is refused comes as Problem Details with a stable type, in the language of Accept-Language (vi, en), and names who can do it instead. What can change has an ETag.
                """;
            document.Components ??= new();
            document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
            document.Components.SecuritySchemes[Bearer] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "A token from POST /api/tokens." };

            return Task.CompletedTask;
        });

        options.AddOperationTransformer((operation, context, _) =>
        {
            foreach (var asked in context.Description.ParameterDescriptions)
            {
                if (WordsOf(asked) is { } words && operation.Parameters?.FirstOrDefault(parameter => parameter.Name == asked.Name)?.Schema is OpenApiSchema schema)
                    schema.Enum = [.. words.Select(word => JsonValue.Create(word))];
            }

            if (context.Description.ActionDescriptor.EndpointMetadata.OfType<IAllowAnonymous>().Any()) return Task.CompletedTask;

            operation.Security = [new() { [new OpenApiSecuritySchemeReference(Bearer, context.Document)] = [] }];

            return Task.CompletedTask;
        });
    });

    public static void MapDescription(this IEndpointRouteBuilder app)
    {
        app.MapOpenApi().AllowAnonymous();
        app.MapScalarApiReference("/scalar", (page, context) =>
        {
            var nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));
            page.WithNonce(nonce);
            page.DefaultFonts = false;

            // The page writes one script and its styles into itself; they are the library's, and nobody's text is on it.
            context.Response.Headers.ContentSecurityPolicy =
                $"default-src 'none'; script-src 'self' 'nonce-{nonce}'; style-src 'self' 'unsafe-inline'; font-src 'self' data:; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
        }).AllowAnonymous();
    }

    /// <summary>What may stand for a choice in an address.</summary>
    private static IEnumerable<string>? WordsOf(ApiParameterDescription asked)
    {
        var type = asked.ParameterDescriptor?.ParameterType is { } given ? Nullable.GetUnderlyingType(given) ?? given : null;

        return type is { IsGenericType: true } && type.GetGenericTypeDefinition() == typeof(Word<>)
            ? Enum.GetNames(type.GetGenericArguments()[0]).Select(JsonNamingPolicy.CamelCase.ConvertName)
            : null;
    }

    /// <summary>What is nested is named for the act whose class holds it: "ApproveSectionBody".</summary>
    private static string? NameOf(JsonTypeInfo info)
    {
        var type = info.Type;

        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(PageOf<>)) return NameOf(type.GetGenericArguments()[0]) + "Page";

        return type is { IsGenericType: false, DeclaringType.Namespace: { } home } && home.StartsWith(nameof(Web), StringComparison.Ordinal) ? NameOf(type) : OpenApiOptions.CreateDefaultSchemaReferenceId(info);
    }

    private static string NameOf(Type type)
    {
        if (type.DeclaringType is not { } holder) return type.Name;

        var act = holder.Name.Replace("Endpoints", "", StringComparison.Ordinal).Replace("Endpoint", "", StringComparison.Ordinal);

        return type.Name.StartsWith(act, StringComparison.Ordinal) ? type.Name : act + type.Name;
    }
}
