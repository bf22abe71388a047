using System.Security.Claims;
using System.Text.Json;
using Domain;
using Domain.Calendar;
using Domain.People;
using Domain.Reports;
using Domain.Routes;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Web.Hosting;
using Web.Input;
using Web.SigningIn;
using Web.Viewing;
using Workflows.Recording;
using Workflows.Starting;
using Workflows.Templates;

namespace Web.Templates;

public static class TemplateEndpoints
{
    public sealed record Line(TemplateId Id, string Name, int Revision, string TypeName, string Abstract, int Leaves, RouteId Route);

    public sealed record Body(
        [AtMost(300)] string Name, [AtMost(100)] string TypeName, [AtMost(20)] string TypeSymbol, [AtMost(1000)] string Abstract, [Few] IReadOnlyList<Section> Sections, RouteId Route,
        [AtMost(8000)] string AbstractNotes = "", [Few] IReadOnlyList<string>? Addressees = null, [Few] IReadOnlyList<string>? Basis = null, [Few] IReadOnlyList<string>? Recipients = null,
        Audience? OnlyFor = null);

    /// <param name="Units">Who drafts the sections; changed section by section afterwards.</param>
    public sealed record FromReport(TemplateId Id, [AtMost(300)] string Name, RouteId Route, string Markdown, [Few] IReadOnlyList<UnitId> Units, FieldId? Field = null);

    public sealed record FromIssued(ReportId Report, [AtMost(300)] string Name);

    /// <param name="ReachesItsEnd">False where a stage has nobody to ask.</param>
    public sealed record RehearsalView(bool ReachesItsEnd, IReadOnlyList<RehearsedSectionView> Sections, IReadOnlyList<RehearsedStageView> Report, IReadOnlyList<SectionId> EmptyHeadings, IReadOnlyList<Concern> Concerns);

    public sealed record RehearsedSectionView(SectionId Section, IReadOnlyList<RehearsedStageView> Stages);

    public sealed record RehearsedStageView(StageKey Stage, DateOnly From, DateOnly DueOn, IReadOnlyList<Assignee> Asked);

    public static void MapTemplates(this IEndpointRouteBuilder routes)
    {
        var templates = routes.MapGroup("/templates").WithTags("Templates");

        templates.MapGet("", ListAsync).WithSummary("The agency's templates by name");
        templates.MapGet("/{template:guid}", ReadAsync).WithSummary("A template; its ETag is the revision");
        templates.MapPut("/{template:guid}", SaveAsync)
            .WithSummary("Make a template (If-Match: \"0\"), or change it on top of the revision that If-Match names")
            .ProducesRefusals(412, 428);
        templates.MapGet("/{template:guid}/file", ExportAsync).WithSummary("The template as a file that another agency can import").Produces<TemplateFile>(StatusCodes.Status200OK, "application/json");
        templates.MapPost("/{template:guid}/file", ImportAsync).WithSummary("Make a template from a file; units, fields and the route are found by their names").RequireRateLimiting(Uploads.Policy).ProducesRefusals(429);
        templates.MapPost("/{template:guid}/from-issued", RollAsync).WithSummary("Make a template from an issued report, its texts as last period's");
        templates.MapGet("/{template:guid}/rehearsal", RehearseAsync).WithSummary("Who would get what and when if a report were started now, and what would not go well");
        templates.MapPost("/from-report", MakeAsync).WithSummary("Make a template from an existing report in Markdown");
    }

    private static async Task<Results<Ok<PageOf<Line>>, Problem>> ListAsync([AsParameters] PageAsked page, ClaimsPrincipal user, ITemplates templates, IRecord record, CancellationToken cancellationToken)
    {
        if (await record.RosterAsync(user.AgencyId, cancellationToken) is not { } roster) return StartingRefusals.NoSuchTemplate.AsProblem;
        if (Permissions.MayKeepTemplates(user.PersonId, roster) is { } refusal) return refusal.AsProblem;

        var paging = page.AsPaging;
        var rows = await templates.ListAsync(user.AgencyId, paging.Skip, paging.Size, cancellationToken);
        var total = await templates.CountAsync(user.AgencyId, cancellationToken);

        return TypedResults.Ok(new PageOf<Line>([.. rows.Select(LineOf)], paging.Number, paging.Size, total));
    }

    private static async Task<Results<Ok<ReportTemplate>, Problem>> ReadAsync(
        Guid template, ClaimsPrincipal user, HttpResponse response, ITemplates templates, IRecord record, CancellationToken cancellationToken)
    {
        var found = await FindAsync(template, user, templates, record, cancellationToken);
        if (found.IsRefused) return found.Refusal.AsProblem;

        response.Headers.ETag = Revisions.TagOf(found.Value.Template.Revision);

        return TypedResults.Ok(found.Value.Template);
    }

    /// <summary>An outline names what will be restricted, too: it is for those who keep outlines, as on the pages.</summary>
    private static async Task<Outcome<Found>> FindAsync(Guid template, ClaimsPrincipal user, ITemplates templates, IRecord record, CancellationToken cancellationToken)
    {
        if (await templates.FindAsync(new(template), cancellationToken) is not { } found || found.Agency != user.AgencyId) return StartingRefusals.NoSuchTemplate;
        if (await record.RosterAsync(user.AgencyId, cancellationToken) is not { } roster) return StartingRefusals.NoSuchTemplate;

        return Permissions.MayKeepTemplates(user.PersonId, roster) is { } refusal ? refusal : new Found(found, roster);
    }

    private sealed record Found(ReportTemplate Template, Roster Roster);

    private static async Task<Results<Ok<ReportTemplate>, Problem>> SaveAsync(
        Guid template, [FromHeader(Name = "If-Match")] string? ifMatch, Body body,
        ClaimsPrincipal user, HttpResponse response, SaveTemplateHandler handler, ITemplates templates, CancellationToken cancellationToken)
    {
        if (Revisions.Read(ifMatch) is not { } onRevision) return Revisions.NotGiven;

        var before = await templates.FindAsync(new(template), cancellationToken);
        if (before is null ? onRevision != 0 : before.Agency != user.AgencyId) return StartingRefusals.NoSuchTemplate.AsProblem;

        var saved = await handler.HandleAsync(
            new(user.PersonId, new()
            {
                Id = new(template),
                Agency = user.AgencyId,
                Name = body.Name,
                TypeName = body.TypeName,
                TypeSymbol = body.TypeSymbol,
                Abstract = body.Abstract,
                AbstractNotes = body.AbstractNotes,
                Addressees = body.Addressees ?? [],
                Basis = body.Basis ?? [],
                Recipients = body.Recipients ?? [],
                Sections = body.Sections,
                Route = body.Route,
                OnlyFor = body.OnlyFor,
            }, onRevision),
            cancellationToken);

        if (saved is { IsRefused: true, Refusal.Kind: Domain.RefusalKind.Conflict } && await templates.FindAsync(new(template), cancellationToken) is { } current)
            return Revisions.Missed(saved.Refusal, current);

        if (saved.IsRefused) return saved.Refusal.AsProblem;

        response.Headers.ETag = Revisions.TagOf(saved.Value.Revision);

        return TypedResults.Ok(saved.Value);
    }

    private static async Task<Results<Created<ReportTemplate>, Problem>> MakeAsync(
        FromReport body, ClaimsPrincipal user, HttpResponse response, MakeTemplateHandler handler, CancellationToken cancellationToken)
    {
        var made = await handler.HandleAsync(
            new(body.Id, user.PersonId, user.AgencyId, body.Name, body.Route, body.Markdown, body.Units, body.Field), cancellationToken);
        if (made.IsRefused) return made.Refusal.AsProblem;

        response.Headers.ETag = Revisions.TagOf(made.Value.Template.Revision);

        return TypedResults.Created($"/api/templates/{body.Id.Value}", made.Value.Template);
    }

    private static async Task<Results<FileContentHttpResult, Problem>> ExportAsync(
        Guid template, ClaimsPrincipal user, ITemplates templates, IRecord record, CancellationToken cancellationToken)
    {
        var asked = await FindAsync(template, user, templates, record, cancellationToken);
        if (asked.IsRefused) return asked.Refusal.AsProblem;

        var (found, roster) = asked.Value;
        if (await templates.RouteAsync(user.AgencyId, found.Route, null, cancellationToken) is not { } route) return StartingRefusals.NoSuchRoute.AsProblem;

        return TypedResults.Bytes(JsonSerializer.SerializeToUtf8Bytes(TemplateFile.Of(found, roster, route.Name), TemplateFileForms.Json), "application/json", $"template-{template:n}.json");
    }

    private static async Task<Results<Created<ReportTemplate>, Problem>> ImportAsync(
        Guid template, TemplateFile file, ClaimsPrincipal user, HttpResponse response, ImportHandler handler, CancellationToken cancellationToken)
    {
        var made = await handler.HandleAsync(new ImportTemplate(new(template), user.PersonId, user.AgencyId, file), cancellationToken);
        if (made.IsRefused) return made.Refusal.AsProblem;

        response.Headers.ETag = Revisions.TagOf(made.Value.Revision);

        return TypedResults.Created($"/api/templates/{template}", made.Value);
    }

    private static async Task<Results<Created<ReportTemplate>, Problem>> RollAsync(
        Guid template, FromIssued body, ClaimsPrincipal user, HttpResponse response, RollForwardHandler handler, CancellationToken cancellationToken)
    {
        var made = await handler.HandleAsync(new(new(template), user.PersonId, user.AgencyId, body.Report, body.Name), cancellationToken);
        if (made.IsRefused) return made.Refusal.AsProblem;

        response.Headers.ETag = Revisions.TagOf(made.Value.Revision);

        return TypedResults.Created($"/api/templates/{template}", made.Value);
    }

    private static async Task<Results<Ok<RehearsalView>, Problem>> RehearseAsync(
        Guid template, DateOnly dueOn, ClaimsPrincipal user, ITemplates templates, IRecord record, IAgencies agencies, TimeProvider clock, CancellationToken cancellationToken)
    {
        var asked = await FindAsync(template, user, templates, record, cancellationToken);
        if (asked.IsRefused) return asked.Refusal.AsProblem;

        var (found, roster) = asked.Value;
        if (await templates.RouteAsync(user.AgencyId, found.Route, null, cancellationToken) is not { } route) return StartingRefusals.NoSuchRoute.AsProblem;

        var today = VietnamTime.DateOf(clock.GetUtcNow());
        if (StartReportHandler.CheckDueOn(dueOn, today) is { } refusal) return refusal.AsProblem;

        var calendar = await agencies.CalendarAsync(user.AgencyId, cancellationToken);
        var rehearsal = Rehearsal.Of(found, route, roster, calendar, StartReportHandler.PlanBack(found, route, calendar, dueOn, today));

        return TypedResults.Ok(new RehearsalView(
            rehearsal.ReachesItsEnd,
            [.. rehearsal.Sections.Select(section => new RehearsedSectionView(section.Section.Id, [.. section.Stages.Select(ViewOf)]))],
            [.. rehearsal.Report.Select(ViewOf)],
            [.. rehearsal.EmptyHeadings.Select(section => section.Id)],
            rehearsal.Concerns));
    }

    private static RehearsedStageView ViewOf(RehearsedStage at) => new(at.Stage.Key, at.From, at.DueOn, at.Asked);

    private static Line LineOf(ReportTemplate template) => new(
        template.Id, template.Name, template.Revision, template.TypeName, template.Abstract, template.Sections.Count(section => section.IsLeaf), template.Route);
}
