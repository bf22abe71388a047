using System.Net;
using System.Reflection;
using System.Text.RegularExpressions;
using Domain;
using Domain.People;
using Domain.Reports;
using Domain.Routes;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Web.Tests;

public sealed class TheDescription(Office office)
{
    [Fact]
    public async Task It_lists_every_door_with_a_summary_and_what_may_come_back()
    {
        var document = (await office.Anonymous().GetAsync("/openapi/v1.json")).Ok();
        var described = document.GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject().Select(method => (Name: $"{method.Name.ToUpperInvariant()} {path.Name}", Operation: method.Value))).ToList();
        var doors = office.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(door => door.RoutePattern.RawText?.TrimStart('/').StartsWith("api/", StringComparison.Ordinal) is true)
            .SelectMany(door => (door.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? []).Select(method => $"{method} /{Regex.Replace(door.RoutePattern.RawText?.Trim('/') ?? "", "{([a-z0-9]+):.*?}(?=/|$)", "{$1}")}"));

        Assert.Equal(doors.Order(), described.Select(one => one.Name).Order());
        Assert.All(described, one =>
        {
            Assert.False(string.IsNullOrWhiteSpace(one.Operation.GetProperty("summary").GetString()), one.Name);
            Assert.True(one.Operation.GetProperty("responses").TryGetProperty("401", out var refused), one.Name);
            Assert.True(refused.GetProperty("content").TryGetProperty("application/problem+json", out _), one.Name);
            Assert.Equal(!one.Name.Contains("/api/tokens", StringComparison.Ordinal), one.Operation.TryGetProperty("security", out _));
        });
    }

    [Fact]
    public async Task Ids_are_uuids_and_choices_are_words()
    {
        var schemas = (await office.Anonymous().GetAsync("/openapi/v1.json")).Ok().GetProperty("components").GetProperty("schemas");

        Assert.Equal("uuid", schemas.GetProperty("PersonId").GetProperty("format").GetString());
        Assert.Contains("submit", schemas.GetProperty("Act").GetProperty("enum").EnumerateArray().Select(act => act.GetString()));
        Assert.True(schemas.TryGetProperty("ApproveSectionBody", out _));
        Assert.True(schemas.GetProperty("ProblemBody").GetProperty("properties").TryGetProperty("whoCan", out _));
    }

    [Fact]
    public async Task It_can_be_read_by_people_too()
    {
        var page = await office.Anonymous().GetAsync("/scalar");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("Scalar", page.Text, StringComparison.Ordinal);
        Assert.Equal("Healthy", (await office.Anonymous().GetAsync("/health")).Text);
    }

    [Fact]
    public void Every_refusal_speaks_both_languages_and_has_a_code_of_its_own()
    {
        var refusals = Refusals().ToList();

        Assert.True(refusals.Count > 60, $"Only {refusals.Count} refusals.");
        Assert.All(refusals, one =>
        {
            Assert.Matches("^[a-z0-9]+(-[a-z0-9]+)*$", one.Refusal.Code);
            Assert.False(string.IsNullOrWhiteSpace(one.Refusal.Message.Vi), one.Refusal.Code);
            Assert.False(string.IsNullOrWhiteSpace(one.Refusal.Message.En), one.Refusal.Code);
            Assert.NotEqual(one.Refusal.Message.Vi, one.Refusal.Message.En);
        });

        var shared = refusals.GroupBy(one => one.Refusal.Code).Where(same => same.Select(one => one.Member).Distinct().Count() > 1).Select(same => same.Key);
        Assert.Empty(shared);
    }

    private static IEnumerable<(string Member, Refusal Refusal)> Refusals()
    {
        Assembly[] assemblies = [typeof(Refusal).Assembly, typeof(Workflows.WorkflowsRegistration).Assembly, typeof(Storage.StorageRegistration).Assembly, typeof(Documents.DocumentsServices).Assembly, typeof(Program).Assembly];
        const BindingFlags Statics = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

        foreach (var type in assemblies.SelectMany(assembly => assembly.GetTypes()).Where(type => type.Name.EndsWith("Refusals", StringComparison.Ordinal)))
        {
            foreach (var property in type.GetProperties(Statics).Where(property => property.PropertyType == typeof(Refusal)))
            {
                if (property.GetValue(null) is Refusal refusal) yield return ($"{type}.{property.Name}", refusal);
            }

            foreach (var method in type.GetMethods(Statics).Where(method => method.ReturnType == typeof(Refusal) && method is { IsSpecialName: false, IsPrivate: false, IsGenericMethod: false }))
            {
                if (method.Invoke(null, [.. method.GetParameters().Select(parameter => Sample(parameter.ParameterType))]) is Refusal refusal) yield return ($"{type}.{method.Name}", refusal);
            }
        }
    }

    private static object? Sample(Type type)
    {
        var circulation = new Circulation { Report = new(Guid.NewGuid()), Stages = Domain.Routes.Route.Default(Given.Route).SectionStages, At = 0 };
        IReadOnlyList<object> samples =
        [
            1, 1L, "x", Given.Roster(), circulation, circulation.Stages[0], Act.Submit, Given.Outline().Sections[0], Given.Chairman, Given.Finance, DateOnly.FromDateTime(Given.Monday.DateTime), Given.Monday,
            Array.Empty<PersonId>(), Array.Empty<Fault>(), Array.Empty<string>(), OutlineLevel.Clause,
            Given.Roster().People.First(), Given.Roster().Units.First(), Array.Empty<Person>(), Array.Empty<Unit>(), Array.Empty<Field>(), Array.Empty<OpenWork>(),
        ];

        return samples.FirstOrDefault(type.IsInstanceOfType) ?? (type.IsValueType && Nullable.GetUnderlyingType(type) is null ? Activator.CreateInstance(type) : null);
    }
}
