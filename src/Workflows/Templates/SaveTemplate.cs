using Domain;
using Domain.People;
using Domain.Reports;
using Domain.Routes;
using Workflows.Recording;
using Workflows.Starting;

namespace Workflows.Templates;

/// <summary>Makes or changes a template. Reports that run already keep theirs.</summary>
/// <param name="OnRevision">The revision that was changed; 0 for a new template.</param>
public sealed record SaveTemplate(PersonId By, ReportTemplate Template, int OnRevision)
{
    /// <summary>Whether last period's texts come from a report or a file that whoever makes the template has read. Nobody else names a text: its hash would open it to them.</summary>
    public bool BringsTexts { get; init; }
}

public sealed class SaveTemplateHandler(IRecord record, ITemplates templates)
{
    public async Task<Outcome<ReportTemplate>> HandleAsync(SaveTemplate command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(command);

        if (await record.RosterAsync(command.Template.Agency, cancellationToken) is not { } roster) return StartingRefusals.NoSuchTemplate;
        if (Permissions.MayKeepTemplates(command.By, roster) is { } refusal) return refusal;

        // Ids come from callers: one of another agency's template must not change that one.
        var before = await templates.FindAsync(command.Template.Id, cancellationToken);
        if (before is not null && before.Agency != command.Template.Agency) return StartingRefusals.NoSuchTemplate;

        // Known since it was made from that period's report, and nothing that is edited.
        var template = command.Template with { LastPeriod = command.Template.LastPeriod ?? before?.LastPeriod };
        if (!command.BringsTexts) template = template.WithTextsOf(before, mayReadAll: roster.Find(command.By)?.Holds(Role.Consolidator) == true);

        var made = ReportTemplate.Make(template, roster, await templates.RouteAsync(command.Template.Agency, command.Template.Route, null, cancellationToken));

        return made.IsRefused ? made : await templates.SaveAsync(made.Value, command.OnRevision, cancellationToken);
    }
}

/// <summary>Makes or changes a route, as a new version beside the ones that reports run on.</summary>
public sealed record SaveRoute(PersonId By, AgencyId Agency, Route Route);

public sealed class SaveRouteHandler(IRecord record, ITemplates templates)
{
    public async Task<Outcome<Route>> HandleAsync(SaveRoute command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(command);

        if (await record.RosterAsync(command.Agency, cancellationToken) is not { } roster) return StartingRefusals.NoSuchRoute;
        if (Permissions.MayKeepRoutes(command.By, roster) is { } refusal) return refusal;

        // Also where the id is another agency's: only the first version has none before it, and storage has that one taken.
        var newest = await templates.RouteAsync(command.Agency, command.Route.Id, null, cancellationToken);
        if (command.Route.Version != (newest?.Version ?? 0) + 1) return RouteRefusals.ChangedMeanwhile;

        var made = Route.Make(command.Route);

        return made.IsRefused ? made : await templates.SaveAsync(command.Agency, made.Value, cancellationToken);
    }
}
