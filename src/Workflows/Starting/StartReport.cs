using System.Security.Cryptography;
using Domain;
using Domain.Calendar;
using Domain.People;
using Domain.Reports;
using Domain.Routes;
using Workflows.Drafting;
using Workflows.Engine;
using Workflows.Recording;
using Workflows.Templates;

namespace Workflows.Starting;

/// <summary>A report is started from a template, and every drafting unit gets its sections.</summary>
/// <param name="Id">The report's id, from the client.</param>
/// <param name="Abstract">What this period's report is called; null for the template's own words.</param>
/// <param name="DueOn">The day by which it is to be issued; its stages are planned back from it.</param>
public sealed record StartReport(ReportId Id, PersonId By, AgencyId Agency, TemplateId Template, string? Abstract, DateOnly DueOn)
{
    /// <summary>The time that it tells of; null for a report out of turn.</summary>
    public ReportingPeriod? Period { get; init; }

    /// <summary>To whom it is open besides those who work on it, in place of what the template says; null for the template's own.</summary>
    public Audience? OnlyFor { get; init; }
}

/// <param name="Plan">The dates planned back from the due date; it says whether there is time enough.</param>
public sealed record StartedReport(Report Report, BackPlan Plan);

public sealed class StartReportHandler(IRecord record, ITemplates templates, IAgencies agencies, Chain chain, Texts texts, ITextCheck check, IPictures pictures, TimeProvider clock)
{
    private const int LongestInYears = 10;

    public async Task<Outcome<StartedReport>> HandleAsync(StartReport command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(command);

        if (await record.RosterAsync(command.Agency, cancellationToken) is not { } roster) return StartingRefusals.NoSuchTemplate;
        if (Permissions.MayStart(command.By, roster) is { } refusal) return refusal;
        if (await templates.FindAsync(command.Template, cancellationToken) is not { } template || template.Agency != command.Agency) return StartingRefusals.NoSuchTemplate;
        if (await templates.RouteAsync(command.Agency, template.Route, null, cancellationToken) is not { } route) return StartingRefusals.NoSuchRoute;

        var at = clock.GetUtcNow();
        var today = VietnamTime.DateOf(at);
        if (CheckDueOn(command.DueOn, today) is { } past) return past;

        var calendar = await agencies.CalendarAsync(command.Agency, cancellationToken);
        var plan = PlanBack(template, route, calendar, command.DueOn, today);

        var whole = new ReportPlan
        {
            Id = command.Id,
            Agency = command.Agency,
            TypeName = template.TypeName,
            TypeSymbol = template.TypeSymbol,
            Abstract = command.Abstract ?? template.Abstract,
            AbstractNotes = template.AbstractNotes,
            Addressees = template.Addressees,
            Basis = template.Basis,
            Recipients = template.Recipients,
            Sections = [.. template.Sections.Select(section => section with { Id = IdFor(command.Id, section.Id) })],
            Route = route,
            Period = command.Period,
            LastPeriod = template.LastPeriod,
            DueOn = command.DueOn,
            StageDates = StageDates(route, plan),
            StartedBy = command.By,
            StartedAt = at,
            OnlyFor = command.OnlyFor ?? template.OnlyFor,
        };
        if (whole.OnlyFor?.Check(roster) is { } unknown) return unknown;
        if (whole.Check() is { } stuck) return stuck;

        var seen = WithoutUnseen(whole, template.OnlyFor, command.By, roster, at);
        var begun = chain.Begin(seen, new(command.Id.Value), new(at, roster, days => calendar.DueAt(at, days)));
        if (begun.IsRefused) return begun.Refusal;

        var started = await record.StartAsync(begun.Value with { Pictures = await PicturesAsync(seen, cancellationToken) }, cancellationToken);
        if (started.IsRefused && await record.ReportAsync(command.Id, cancellationToken) is { } first && IsSame(first.Plan, whole)) return new StartedReport(first, plan);

        return started.Then<StartedReport>(step => new StartedReport(step.Report, plan));
    }

    /// <summary>Whether it was this very start that made the report: sent twice, it has one effect and the same answer.</summary>
    private static bool IsSame(ReportPlan first, ReportPlan again) =>
        (first.StartedBy, first.Agency, first.Abstract, first.Period, first.DueOn) == (again.StartedBy, again.Agency, again.Abstract, again.Period, again.DueOn)
        // They come from the template's own.
        && first.Sections.Select(section => section.Id).SequenceEqual(again.Sections.Select(section => section.Id));

    /// <summary>Those in last period's texts that whoever starts the report may see: they come along with the texts.</summary>
    private async Task<IReadOnlyList<PlacedPicture>> PicturesAsync(ReportPlan plan, CancellationToken cancellationToken)
    {
        var placed = new List<PlacedPicture>();
        foreach (var section in plan.Leaves)
        {
            if (section.LastText is { } last && await texts.FindAsync(last, cancellationToken) is { } text) placed.AddRange(check.ImagesOf(text).Select(picture => new PlacedPicture(section.Id, picture)));
        }

        var seen = await pictures.SeenAsync([.. placed.Select(picture => picture.Sha256).Distinct()], plan.Agency, plan.StartedBy, plan.StartedAt, cancellationToken);

        return [.. placed.Where(picture => seen.Contains(picture.Sha256))];
    }

    /// <summary>Whoever starts a report sees all of it; last period's text of what is restricted comes along only where they might have read that, too.</summary>
    /// <param name="onlyFor">To whom the template is open, whatever audience they choose for the report.</param>
    private static ReportPlan WithoutUnseen(ReportPlan plan, Audience? onlyFor, PersonId by, Roster roster, DateTimeOffset at)
    {
        // As somebody else would see it, who started nothing.
        var others = Report.Start(plan with { StartedBy = default, OnlyFor = onlyFor });

        return plan with
        {
            Sections = [.. plan.Sections.Select(section => section.LastText is not null && !others.IsOpenTo(by, section.Id, roster, at) ? section with { LastText = null } : section)],
        };
    }

    /// <summary>What keeps a report from being due on the day; null where nothing does.</summary>
    public static Refusal? CheckDueOn(DateOnly dueOn, DateOnly today) =>
        dueOn < today ? StartingRefusals.DuePast
        : dueOn > today.AddYears(LongestInYears) ? StartingRefusals.DueTooFar
        : null;

    /// <summary>The stages counted back from the due date; drafting takes as long as the section that takes longest.</summary>
    public static BackPlan PlanBack(ReportTemplate template, Route route, WorkingCalendar calendar, DateOnly dueOn, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(template);
        ArgumentNullException.ThrowIfNull(route);

        var leaves = template.Sections.Where(section => section.IsLeaf);
        var days = Stages(route).Select(stage => stage.Kind == StageKind.Draft ? leaves.Max(section => section.Days ?? stage.WorkingDays) : stage.WorkingDays);

        return BackPlan.From(calendar, dueOn, [.. days], today);
    }

    /// <summary>The first day on which a report started today can be due with all its stages in full.</summary>
    public static DateOnly EarliestDueOn(ReportTemplate template, Route route, WorkingCalendar calendar, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(calendar);

        var first = calendar.OnOrAfter(today);

        return calendar.AddWorkingDays(first, PlanBack(template, route, calendar, first, today).ShortBy);
    }

    public static IReadOnlyDictionary<StageKey, DateOnly> StageDates(Route route, BackPlan plan)
    {
        ArgumentNullException.ThrowIfNull(route);
        ArgumentNullException.ThrowIfNull(plan);

        return Stages(route).Zip(plan.StagesDueOn).ToDictionary(pair => pair.First.Key, pair => pair.Second);
    }

    private static IEnumerable<Stage> Stages(Route route) => route.SectionStages.Concat(route.ReportStages);

    /// <summary>A template's section has its own id in each report.</summary>
    public static SectionId IdFor(ReportId report, SectionId section)
    {
        Span<byte> name = stackalloc byte[32];
        report.Value.TryWriteBytes(name);
        section.Value.TryWriteBytes(name[16..]);

        return new(new Guid(SHA256.HashData(name).AsSpan(0, 16)));
    }
}

public static class StartingRefusals
{
    public static Refusal NoSuchTemplate { get; } = new(RefusalKind.NotFound, "no-such-template",
        new("Không có mẫu đề cương này.", "There is no such template."));

    public static Refusal NoSuchRoute { get; } = new(RefusalKind.NotFound, "no-such-route",
        new("Không có quy trình mà mẫu đề cương dùng.", "The route that the template uses is not there."));

    public static Refusal DuePast { get; } = new(RefusalKind.Invalid, "due-past",
        new("Hạn ban hành không được ở trong quá khứ.", "The due date may not lie in the past."));

    public static Refusal DueTooFar { get; } = new(RefusalKind.Invalid, "due-too-far",
        new("Hạn ban hành quá xa. Hãy kiểm tra lại năm.", "The due date is too far away. Check its year."));
}
