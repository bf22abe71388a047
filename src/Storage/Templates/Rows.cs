using Domain.People;
using Domain.Reports;
using Domain.Routes;

namespace Storage.Templates;

internal sealed class TemplateRow
{
    public required TemplateId Id { get; init; }

    public required AgencyId Agency { get; init; }

    public required string Name { get; init; }

    public required int Revision { get; init; }

    public required string Content { get; init; }
}

internal sealed class RouteRow
{
    public required RouteId Id { get; init; }

    public required int Version { get; init; }

    public required AgencyId Agency { get; init; }

    public required string Name { get; init; }

    public required string Content { get; init; }
}
