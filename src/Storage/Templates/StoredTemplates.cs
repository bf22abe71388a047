using Domain;
using Domain.People;
using Domain.Reports;
using Domain.Routes;
using Microsoft.EntityFrameworkCore;
using Storage.Databases;
using Workflows.Templates;

namespace Storage.Templates;

internal sealed class StoredTemplates(Database database) : ITemplates
{
    public async Task<ReportTemplate?> FindAsync(TemplateId template, CancellationToken cancellationToken)
    {
        await using var context = await database.OpenAsync(cancellationToken);

        return await context.Templates.Where(row => row.Id == template).Select(row => row.Content).SingleOrDefaultAsync(cancellationToken) is { } content
            ? Json.Read<ReportTemplate>(content)
            : null;
    }

    public async Task<IReadOnlyList<ReportTemplate>> ListAsync(AgencyId agency, int skip, int take, CancellationToken cancellationToken)
    {
        await using var context = await database.OpenAsync(cancellationToken);
        var contents = await context.Templates.Where(row => row.Agency == agency).OrderBy(row => row.Name).ThenBy(row => row.Id).Skip(skip).Take(take).Select(row => row.Content).ToListAsync(cancellationToken);

        return [.. contents.Select(Json.Read<ReportTemplate>)];
    }

    public async Task<int> CountAsync(AgencyId agency, CancellationToken cancellationToken)
    {
        await using var context = await database.OpenAsync(cancellationToken);

        return await context.Templates.CountAsync(row => row.Agency == agency, cancellationToken);
    }

    public Task<Outcome<ReportTemplate>> SaveAsync(ReportTemplate template, int onRevision, CancellationToken cancellationToken) =>
        database.WriteAsync<ReportTemplate>(async (context, token) =>
        {
            var next = template with { Revision = onRevision + 1 };
            var row = new TemplateRow { Id = next.Id, Agency = next.Agency, Name = next.Name, Revision = next.Revision, Content = Json.Write(next) };

            if (onRevision == 0)
            {
                context.Add(row);
            }
            else
            {
                context.Attach(row).State = EntityState.Modified;
                context.Entry(row).Property(one => one.Agency).IsModified = false;
                context.Entry(row).Property(one => one.Revision).OriginalValue = onRevision;
            }

            try
            {
                await context.SaveChangesAsync(token);
            }
            catch (DbUpdateException exception) when (exception is DbUpdateConcurrencyException || context.IsTaken(exception, "templates"))
            {
                return SavingRefusals.TemplateChanged;
            }

            return next;
        }, cancellationToken);

    public async Task<Route?> RouteAsync(AgencyId agency, RouteId route, int? version, CancellationToken cancellationToken)
    {
        await using var context = await database.OpenAsync(cancellationToken);

        return await context.Routes.Where(row => row.Id == route && row.Agency == agency && (version == null || row.Version == version)).OrderByDescending(row => row.Version).Select(row => row.Content).FirstOrDefaultAsync(cancellationToken) is { } content
            ? Json.Read<Route>(content)
            : null;
    }

    public async Task<IReadOnlyList<Route>> RoutesAsync(AgencyId agency, int skip, int take, CancellationToken cancellationToken)
    {
        await using var context = await database.OpenAsync(cancellationToken);
        var newest = context.Routes.Where(row => row.Agency == agency && !context.Routes.Any(later => later.Id == row.Id && later.Version > row.Version));
        var contents = await newest.OrderBy(row => row.Name).ThenBy(row => row.Id).Skip(skip).Take(take).Select(row => row.Content).ToListAsync(cancellationToken);

        return [.. contents.Select(Json.Read<Route>)];
    }

    public async Task<int> CountRoutesAsync(AgencyId agency, CancellationToken cancellationToken)
    {
        await using var context = await database.OpenAsync(cancellationToken);

        return await context.Routes.Where(row => row.Agency == agency).Select(row => row.Id).Distinct().CountAsync(cancellationToken);
    }

    public Task<Outcome<Route>> SaveAsync(AgencyId agency, Route route, CancellationToken cancellationToken) =>
        database.WriteAsync<Route>(async (context, token) =>
        {
            context.Add(new RouteRow { Id = route.Id, Version = route.Version, Agency = agency, Name = route.Name, Content = Json.Write(route) });

            try
            {
                await context.SaveChangesAsync(token);
            }
            catch (DbUpdateException exception) when (context.IsTaken(exception, "routes"))
            {
                return SavingRefusals.RouteVersionTaken(route.Version);
            }

            return route;
        }, cancellationToken);
}

internal static class SavingRefusals
{
    public static Refusal TemplateChanged { get; } = new(RefusalKind.Conflict, "template-changed-meanwhile",
        new("Người khác vừa sửa mẫu đề cương này. Hãy tải lại rồi sửa tiếp.", "Somebody else changed this template. Load it again, then go on."));

    public static Refusal RouteVersionTaken(int version) => new(RefusalKind.Conflict, "route-version-taken",
        new($"Quy trình đã có phiên bản {version}. Hãy tải lại rồi sửa tiếp.", $"The route has a version {version} already. Load it again, then go on."));
}
