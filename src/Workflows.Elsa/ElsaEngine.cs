using Domain.Reports;
using Domain.Routes;
using Elsa.Workflows;
using Elsa.Workflows.Management;
using Elsa.Workflows.Management.Entities;
using Elsa.Workflows.Management.Filters;
using Elsa.Workflows.Models;
using Elsa.Workflows.Runtime;
using Medallion.Threading;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Engine;

namespace Workflows.Elsa;

/// <summary>
/// Each report an Elsa instance under the report's id. What is open is read from the instance's own row, which Elsa writes at once:
/// its table of bookmarks is written before, apart, and after a kill says something else.
/// </summary>
internal sealed class ElsaEngine(ElsaHost elsa, TimeProvider clock) : IApprovalEngine
{
    private readonly HashSet<string> defined = [];

    public async Task BeginAsync(Standing start, Route route, CancellationToken cancellationToken)
    {
        await using var held = await HoldAsync(start.Report, cancellationToken);
        await using var scope = elsa.Scope();

        if (await FindAsync(scope, start.Report, cancellationToken) is null) await CreateAsync(scope, start, route, cancellationToken);
    }

    public async Task<Standing?> TakeAsync(Turn turn, CancellationToken cancellationToken)
    {
        await using var held = await HoldAsync(turn.Report, cancellationToken);
        await using var scope = elsa.Scope();

        if (await FindAsync(scope, turn.Report, cancellationToken) is not { Status: WorkflowStatus.Running } instance) return null;

        var properties = instance.WorkflowState.Properties;
        var before = Read(turn.Report, properties, instance.WorkflowState.Bookmarks);
        if (before is null || before.Number >= turn.Number) return before;

        var client = await scope.ServiceProvider.GetRequiredService<IWorkflowRuntime>().CreateClientAsync(InstanceOf(turn.Report), cancellationToken);
        var ended = instance.WorkflowState.Bookmarks;
        var status = instance.Status;

        foreach (var (bookmark, input) in Resumptions(turn, before, instance.WorkflowState.Bookmarks))
        {
            var response = await client.RunInstanceAsync(new() { BookmarkId = bookmark.Id, Input = input }, cancellationToken);
            if (response.SubStatus == WorkflowSubStatus.Faulted) throw new InvalidOperationException(response.Incidents.LastOrDefault()?.Message ?? "Elsa says that the instance is faulted.");

            (ended, status) = (response.Bookmarks, response.Status);
        }

        return status == WorkflowStatus.Running ? Read(turn.Report, new Dictionary<string, object>(properties) { [Names.Taken] = $"{turn.Number}" }, ended) : null;
    }

    public async Task<IReadOnlyDictionary<ReportId, Standing>> StandingsAsync(IReadOnlyCollection<ReportId> reports, CancellationToken cancellationToken)
    {
        await using var scope = elsa.Scope();
        var instances = await scope.ServiceProvider.GetRequiredService<IWorkflowInstanceStore>()
            .FindManyAsync(new WorkflowInstanceFilter { Ids = [.. reports.Select(InstanceOf)], WorkflowStatus = WorkflowStatus.Running }, cancellationToken);

        return instances.Select(instance => Read(new(Guid.Parse(instance.Id)), instance.WorkflowState.Properties, instance.WorkflowState.Bookmarks))
            .OfType<Standing>()
            .ToDictionary(standing => standing.Report);
    }

    public async Task CancelAsync(ReportId report, CancellationToken cancellationToken)
    {
        await using var held = await HoldAsync(report, cancellationToken);
        await using var scope = elsa.Scope();

        await DeleteAsync(scope, report, cancellationToken);
    }

    public async Task RebuildAsync(Standing standing, Route route, CancellationToken cancellationToken)
    {
        await using var held = await HoldAsync(standing.Report, cancellationToken);
        await using var scope = elsa.Scope();

        await DeleteAsync(scope, standing.Report, cancellationToken);
        await CreateAsync(scope, standing, route, cancellationToken);
    }

    private static string InstanceOf(ReportId report) => $"{report.Value:n}";

    /// <summary>What Elsa's own lock does not cover: that nothing changes between reading an instance and resuming it.</summary>
    private ValueTask<IDistributedSynchronizationHandle> HoldAsync(ReportId report, CancellationToken cancellationToken) =>
        elsa.Locks.AcquireLockAsync($"approval-report:{InstanceOf(report)}", TimeSpan.FromMinutes(1), cancellationToken);

    private static async Task<WorkflowInstance?> FindAsync(AsyncServiceScope scope, ReportId report, CancellationToken cancellationToken) =>
        await scope.ServiceProvider.GetRequiredService<IWorkflowInstanceManager>().FindByIdAsync(InstanceOf(report), cancellationToken);

    // Takes the bookmarks and Elsa's own log along.
    private static Task<bool> DeleteAsync(AsyncServiceScope scope, ReportId report, CancellationToken cancellationToken) =>
        scope.ServiceProvider.GetRequiredService<IWorkflowInstanceManager>().DeleteAsync(new() { Id = InstanceOf(report) }, cancellationToken);

    private async Task CreateAsync(AsyncServiceScope scope, Standing standing, Route route, CancellationToken cancellationToken)
    {
        await DefineAsync(scope, route, cancellationToken);

        var client = await scope.ServiceProvider.GetRequiredService<IWorkflowRuntime>().CreateClientAsync(InstanceOf(standing.Report), cancellationToken);
        var response = await client.CreateAndRunInstanceAsync(
            new()
            {
                WorkflowDefinitionHandle = WorkflowDefinitionHandle.ByDefinitionVersionId(RouteDefinition.IdOf(route)),
                CorrelationId = InstanceOf(standing.Report),
                Properties = new Dictionary<string, object>
                {
                    [Names.Taken] = $"{standing.Number}",
                    [Names.AllSections] = string.Join('\n', standing.Sections.Keys.Select(section => $"{section.Value:n}")),
                },
                Input = new Dictionary<string, object>
                {
                    // Where the report itself is under way, all its sections are cleared and need no branch.
                    [Names.Sections] = standing.Own is null ? Branches(standing.Sections) : "",
                    [Names.ReportStage] = standing.Own?.Value ?? "",
                },
            },
            cancellationToken);
        if (response.SubStatus == WorkflowSubStatus.Faulted) throw new InvalidOperationException(response.Incidents.LastOrDefault()?.Message ?? "Elsa says that the instance is faulted.");
    }

    /// <summary>Gives Elsa the version of the route that a report began with.</summary>
    private async Task DefineAsync(AsyncServiceScope scope, Route route, CancellationToken cancellationToken)
    {
        var id = RouteDefinition.IdOf(route);
        lock (defined)
        {
            if (defined.Contains(id)) return;
        }

        await using var held = await elsa.Locks.AcquireLockAsync($"approval-route:{RouteDefinition.DefinitionIdOf(route)}", TimeSpan.FromMinutes(1), cancellationToken);
        var store = scope.ServiceProvider.GetRequiredService<IWorkflowDefinitionStore>();
        var versions = (await store.FindManyAsync(new WorkflowDefinitionFilter { DefinitionId = RouteDefinition.DefinitionIdOf(route) }, cancellationToken)).ToList();

        if (!versions.Any(version => version.Id == id))
        {
            var definition = RouteDefinition.Of(route, scope.ServiceProvider.GetRequiredService<IActivitySerializer>(), clock.GetUtcNow());
            var newest = versions.Select(version => version.Version).Append(route.Version).Max();

            // Elsa's tools show the newest; reports name the version that is theirs.
            foreach (var version in versions.Append(definition)) version.IsLatest = version.IsPublished = version == definition ? route.Version == newest : version.Version == newest && newest > route.Version;
            await store.SaveManyAsync([.. versions, definition], cancellationToken);
        }

        lock (defined) defined.Add(id);
    }

    private static string Branches(IEnumerable<KeyValuePair<SectionId, StageKey?>> sections) => string.Join('\n', sections.Select(section => new SectionAt(section.Key, section.Value)));

    /// <summary>The bookmarks that a turn resumes; the report follows its last section by itself.</summary>
    /// <exception cref="InvalidOperationException">What the turn moves is not open.</exception>
    private static IEnumerable<(Bookmark Bookmark, Dictionary<string, object> Input)> Resumptions(Turn turn, Standing before, ICollection<Bookmark> open)
    {
        var taken = $"{turn.Number}";

        if (turn.Moves.Any(moved => moved is { Section: null, Way: Way.Wait }))
        {
            var sections = before.Sections.ToDictionary();
            foreach (var moved in turn.Moves)
            {
                if (moved.Section is { } section) sections[section] = moved.Now;
            }

            yield return (Open(null), new() { [Names.Way] = $"{Way.Wait}", [Names.Sections] = Branches(sections), [Names.Taken] = taken });
            yield break;
        }

        var moves = turn.Moves.Where(moved => moved.Section is not null).ToList() is { Count: > 0 } ofSections ? ofSections : turn.Moves;
        foreach (var moved in moves) yield return (Open(moved.Section), new() { [Names.Way] = $"{moved.Way}", [Names.To] = moved.Now?.Value ?? "", [Names.Taken] = taken });

        Bookmark Open(SectionId? section) =>
            open.FirstOrDefault(bookmark => SectionOf(bookmark) == section) ?? throw new InvalidOperationException($"Nothing is open at {(section is { } id ? $"section {id.Value}" : "the report")}.");
    }

    /// <summary>Null where it is not an instance of ours.</summary>
    private static Standing? Read(ReportId report, IDictionary<string, object> properties, ICollection<Bookmark> open)
    {
        if (!properties.TryGetValue(Names.Taken, out var taken) || !properties.TryGetValue(Names.AllSections, out var sections)) return null;

        return new(
            report,
            int.Parse($"{taken}", System.Globalization.CultureInfo.InvariantCulture),
            open.FirstOrDefault(bookmark => SectionOf(bookmark) is null) is { } own ? StageOf(own) : null,
            $"{sections}".Split('\n').Select(section => new SectionId(Guid.Parse(section))).ToDictionary(
                section => section,
                section => open.FirstOrDefault(bookmark => SectionOf(bookmark) == section) is { } bookmark ? StageOf(bookmark) : null));
    }

    private static SectionId? SectionOf(Bookmark bookmark) => bookmark.Metadata?.TryGetValue(Names.Section, out var section) is true ? new SectionId(Guid.Parse(section)) : null;

    private static StageKey? StageOf(Bookmark bookmark) => bookmark.Metadata?.TryGetValue(Names.Stage, out var stage) is true ? new StageKey(stage) : null;
}
