using Domain;
using Domain.Routes;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

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
            else if (type == typeof(StageKey)) schema.Type = JsonSchemaType.String;

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
            if (context.Description.ActionDescriptor.EndpointMetadata.OfType<IAllowAnonymous>().Any()) return Task.CompletedTask;

            operation.Security = [new() { [new OpenApiSecuritySchemeReference(Bearer, context.Document)] = [] }];
            operation.Responses ??= [];
            operation.Responses.TryAdd("401", new OpenApiResponse { Description = "Unauthorized" });

            return Task.CompletedTask;
        });
    });

    // A body is named for its act: the class that holds it.
    private static string? NameOf(System.Text.Json.Serialization.Metadata.JsonTypeInfo type) => type.Type is { IsNested: true, IsGenericType: false, DeclaringType: { } holder } && holder.Namespace?.StartsWith("Web", StringComparison.Ordinal) is true
        ? holder.Name.Replace("Endpoints", "", StringComparison.Ordinal).Replace("Endpoint", "", StringComparison.Ordinal) + type.Type.Name
        : OpenApiOptions.CreateDefaultSchemaReferenceId(type);
}
