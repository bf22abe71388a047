using System.Globalization;
using System.Net;
using System.Text;
using Domain.People;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;

namespace Web.Tests.Permitting;

/// <summary>
/// Every door of the product, tried by every role. What each is to be told stands in matrix.csv beside this file, by the status of the answer, and in matrix.directory.csv
/// what is otherwise where people come in by the organisation's directory; a door that the file does not know fails the test.
/// To add one: run the test, and take its line from the file that the failure names, once you agree with it.
/// </summary>
public abstract class AMatrix(Cast cast, string name)
{
    private const string Listening = "GET /live";

    /// <summary>Doors that end a report or a session, or listen for as long as they are open: tried after all the others, in this order.</summary>
    private static readonly IReadOnlyList<string> Last =
        ["POST /reports/{report:guid}/stop", "POST /api/reports/{report:guid}/stops", Listening, "POST /me/security/sessions/end-others", "POST /sign-in", "GET /sign-out", "POST /sign-out"];

    private static readonly string Columns = string.Join(',', Cast.Roles.Select(role => role.Name).Prepend("report").Prepend("door"));

    [Fact]
    public async Task Every_door_answers_every_role_as_the_table_says()
    {
        var answers = new Dictionary<(string Door, string Report), List<int>>();
        var doors = Doors(cast.Office);
        IReadOnlyList<(string Name, PersonId? Person)> roles = [.. Cast.Roles, .. Cast.LikeOtherUnit];

        // Made beforehand: some of those who make them end their own sessions later on.
        var reportsOf = new Dictionary<string, IReadOnlyList<(string Variant, RunningReport Report, Guid Assignment)>>();
        foreach (var (role, _) in roles) reportsOf[role] = await ReportsAsync();

        foreach (var (role, person) in roles)
        {
            var reports = reportsOf[role];
            var (browser, token) = await cast.BrowserAsync(person);
            var api = person is { } id ? (await cast.ApiAsync(id)).Client : cast.Office.Anonymous().Client;

            foreach (var door in doors)
            {
                if (door.Name == Listening)
                    Assert.True(person is null || (await browser.GetAsync(new Uri("/me", UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode == HttpStatusCode.OK, $"{role} is not signed in any more: a door among those that were tried signs out.");

                foreach (var (variant, report, assignment) in reports.Where(one => one.Variant == "open" || (one.Variant == "report restricted" ? door.IsOfAReport : door.IsOfASection)))
                {
                    using var request = door.Request(report, assignment, token);
                    using var answer = await (door.IsOfTheApi ? api : browser).SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);

                    var key = (door.Name, door.IsOfAReport ? variant : "");
                    if (!answers.TryGetValue(key, out var told)) answers[key] = told = [];
                    told.Add(StatusOf(answer));
                }
            }
        }

        var other = Cast.Roles.TakeWhile(role => role.Name != "other unit").Count();
        Assert.Equal([], answers.SelectMany(row => Cast.LikeOtherUnit.Select((role, place) => (Role: role.Name, row.Key, Told: row.Value[Cast.Roles.Count + place], Other: row.Value[other])))
            .Where(one => one.Told != one.Other).Select(one => $"{one.Key.Door} {one.Key.Report} answers {one.Told} and not {one.Other} to the {one.Role}"));

        var lines = answers.Select(row => $"{Cell(row.Key.Door)},{row.Key.Report},{string.Join(',', row.Value.Take(Cast.Roles.Count))}").Order(StringComparer.Ordinal).ToList();
        AssertAsTheTable(lines);
    }

    protected virtual IReadOnlyList<string> Expected => Lines("matrix.csv");

    protected static IReadOnlyList<string> Lines(string file)
    {
        var lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Permitting", file));
        Assert.Equal(Columns, lines[0]);

        return [.. lines.Skip(1)];
    }

    private void AssertAsTheTable(IReadOnlyList<string> received)
    {
        var file = Path.Combine(AppContext.BaseDirectory, "Permitting", $"{name}.received.csv");
        Directory.CreateDirectory(Path.GetDirectoryName(file) ?? "");
        File.WriteAllLines(file, [Columns, .. received], new UTF8Encoding(false));

        var known = Expected.ToHashSet();
        var doors = known.Select(DoorOf).ToHashSet();
        var faults = received.Where(line => !known.Contains(line)).Select(line => doors.Contains(DoorOf(line)) ? $"answers otherwise: {line}" : $"has no line:       {line}")
            .Concat(known.Where(line => !received.Select(DoorOf).Contains(DoorOf(line))).Select(line => $"is no door:        {line}"))
            .ToList();

        Assert.True(faults.Count == 0, $"{faults.Count} doors are not as {name}.csv says; all lines are in {file}.\n{string.Join('\n', faults)}");
    }

    /// <summary>What tells one line from another: the door, and what of the report is restricted.</summary>
    protected static string DoorOf(string line) => line[..(line.IndexOf(',', line.IndexOf('"', 1) + 2) is > 0 and var end ? end : line.Length)];

    /// <summary>Whoever is not signed in is led to where one signs in; that is the same answer as 401 on the API.</summary>
    private static int StatusOf(HttpResponseMessage answer) =>
        answer.StatusCode == HttpStatusCode.Found && answer.Headers.Location?.ToString().Contains("/sign-in", StringComparison.Ordinal) is true ? 401 : (int)answer.StatusCode;

    private static List<Door> Doors(Office office) =>
    [
        .. office.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null)
            .SelectMany(endpoint => (endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"]).Where(method => method != "HEAD").Select(method => new Door(endpoint, method)))
            .DistinctBy(door => door.Name)
            .OrderBy(door => PlaceOf(door.Name)).ThenBy(door => door.Name, StringComparer.Ordinal),
    ];

    private static int PlaceOf(string door) => Last.TakeWhile(last => last != door).Count() is var place && place == Last.Count ? -1 : place;

    /// <summary>Three reports at the same place, the first section with the vice-chair in charge: one open, one restricted to those who work on it, one with that section restricted.</summary>
    private async Task<IReadOnlyList<(string Variant, RunningReport Report, Guid Assignment)>> ReportsAsync()
    {
        var consolidator = await cast.Office.AsAsync(Given.Consolidator);
        var all = new List<(string, RunningReport, Guid)>();

        foreach (var variant in (string[])["open", "report restricted", "section restricted"])
        {
            var report = await (await RunningReport.StartAsync(cast.Office)).ToReviewAsync();
            if (variant != "open")
            {
                var restricted = await consolidator.PutAsync($"{(variant == "report restricted" ? report.Address : report.Budget)}/audience", new { audience = new { units = Array.Empty<Guid>(), people = Array.Empty<Guid>() }, reason = "Mật nội bộ" });
                Assert.Equal(HttpStatusCode.NoContent, restricted.Status);
            }

            var assignments = (await consolidator.GetAsync(report.Address)).Ok().GetProperty("assignments").EnumerateArray();
            var review = assignments.First(one => one.GetProperty("stage").GetString() == "review").GetProperty("id").GetGuid();
            all.Add((variant, report, review));
        }

        return all;
    }

    private static string Cell(string text) => string.Create(CultureInfo.InvariantCulture, $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"");
}
