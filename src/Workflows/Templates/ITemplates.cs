using Domain;
using Domain.People;
using Domain.Reports;
using Domain.Routes;

namespace Workflows.Templates;

/// <summary>The outlines and routes that reports are started from.</summary>
public interface ITemplates
{
    Task<ReportTemplate?> FindAsync(TemplateId template, CancellationToken cancellationToken);

    /// <summary>A page of an agency's templates by name.</summary>
    Task<IReadOnlyList<ReportTemplate>> ListAsync(AgencyId agency, int skip, int take, CancellationToken cancellationToken);

    Task<int> CountAsync(AgencyId agency, CancellationToken cancellationToken);

    /// <param name="onRevision">The revision that was changed; 0 for a new one. Refused where somebody else saved meanwhile.</param>
    Task<Outcome<ReportTemplate>> SaveAsync(ReportTemplate template, int onRevision, CancellationToken cancellationToken);

    /// <summary>The newest version of one of an agency's routes, or the one asked for.</summary>
    Task<Route?> RouteAsync(AgencyId agency, RouteId route, int? version, CancellationToken cancellationToken);

    /// <summary>A page of an agency's routes by name, each in its newest version.</summary>
    Task<IReadOnlyList<Route>> RoutesAsync(AgencyId agency, int skip, int take, CancellationToken cancellationToken);

    Task<int> CountRoutesAsync(AgencyId agency, CancellationToken cancellationToken);

    /// <summary>Keeps a new version of a route; refused where that version is there already.</summary>
    Task<Outcome<Route>> SaveAsync(AgencyId agency, Route route, CancellationToken cancellationToken);
}
