using Domain;
using Domain.Calendar;
using Domain.People;
using Domain.Reports;
using Domain.Routes;
using Microsoft.EntityFrameworkCore;
using Storage.Databases;
using Storage.People;
using Storage.Restricting;
using Workflows.Engine;
using Workflows.Recording;

namespace Storage.Recording;

/// <summary>What an act reads of one report, and the step that it leaves, in one transaction.</summary>
internal sealed class ReportTransaction : IReportTransaction
{
    private readonly ApprovalContext context;
    private readonly ReportQueries queries;
    private readonly ReportRow head;
    private readonly AgencyBook book;
    private readonly Dictionary<SectionId, (CirculationRow Row, Circulation State)?> sections = [];
    private readonly Dictionary<TextId, WorkingCopyRow?> copies = [];
    private Step? saved;
    private string? fingerprint;

    private ReportTransaction(ApprovalContext context, ReportQueries queries, ReportRow head, Report report, AgencyBook book) =>
        (this.context, this.queries, this.head, Report, this.book) = (context, queries, head, report, book);

    public Report Report { get; }

    public Roster Roster => book.Roster;

    public WorkingCalendar Calendar => book.Calendar;

    public static async Task<ReportTransaction?> OpenAsync(ApprovalContext context, ReportId report, ReportQueries queries, Plans plans, AgencyBooks books, CancellationToken cancellationToken)
    {
        await context.HoldAsync(report, cancellationToken);

        if (await queries.HeadAsync(context, report, cancellationToken) is not { } held || await plans.FindAsync(context, report, cancellationToken) is not { } plan) return null;

        return new(context, queries, held.Head, ReportRow.Read(held.Head.Head, plan), await books.GetAsync(context, plan.Agency, held.Revision, cancellationToken));
    }

    /// <summary>Writes the first step of a new report.</summary>
    public static async Task<Refusal?> StartAsync(ApprovalContext context, Step step, CancellationToken cancellationToken)
    {
        var writing = new Writing(context, ReportRow.Of(step.Report.Plan), step);
        writing.Start();

        return await writing.SaveAsync(cancellationToken);
    }

    public async Task<Circulation?> SectionAsync(SectionId section, CancellationToken cancellationToken) => (await LoadAsync(section, cancellationToken))?.State;

    public async Task<IReadOnlyList<Circulation>> SectionsAsync(CancellationToken cancellationToken)
    {
        var rows = await context.Circulations.AsNoTracking().Where(row => row.Report == head.Id).ToListAsync(cancellationToken);
        foreach (var row in rows) sections.TryAdd(row.Section, (row, CirculationRow.Read(row.State, Report.Plan)));

        return [.. Report.Plan.Leaves.Select(leaf => sections[leaf.Id]).OfType<(CirculationRow Row, Circulation State)>().Select(section => section.State)];
    }

    public async Task<MadeDecision?> DecisionAsync(DecisionId id, CancellationToken cancellationToken)
    {
        var made = await queries.DecisionAsync(context, id, cancellationToken);

        return made is null ? null : new(Json.Read<Decision>(made.Content), made.Section, made.Fingerprint);
    }

    public async Task<WorkingCopy?> WorkingCopyAsync(TextId of, CancellationToken cancellationToken) => (await LoadAsync(of, cancellationToken))?.Read(of);

    public async Task<IReadOnlySet<string>> SeenAsync(IReadOnlyList<string> pictures, PersonId reader, DateTimeOffset at, CancellationToken cancellationToken) => pictures.Count == 0
        ? new HashSet<string>()
        : await StoredPictures.SeenAsync(
            context, pictures, book.Roster.Agency.Id, reader, await Sight.OfAsync(context, book.Roster.Agency.Id, Badges.Of(reader, book.Roster, at), cancellationToken), cancellationToken);

    public async Task<Register> RegisterAsync(AgencyId agency, string series, int year, CancellationToken cancellationToken) =>
        (await Registers.HoldAsync(context, agency, series, year, cancellationToken)).Read();

    public async Task<DateOnly?> LastNumberedOnAsync(AgencyId agency, string series, int year, CancellationToken cancellationToken) =>
        (await Registers.HoldAsync(context, agency, series, year, cancellationToken)).LastOn;

    public void Save(Step step, string? fingerprint = null)
    {
        if (saved is not null) throw new InvalidOperationException("One step an act.");

        (saved, this.fingerprint) = (step, fingerprint);
    }

    /// <summary>Writes the step that was saved.</summary>
    public async Task<Refusal?> WriteAsync(CancellationToken cancellationToken)
    {
        if (saved is not { } step) return null;

        var writing = new Writing(context, head, step);

        foreach (var circulation in step.Sections)
        {
            if (circulation.Section is not { } section || await LoadAsync(section, cancellationToken) is not { } before) throw new InvalidOperationException($"The report {head.Id} has no section {circulation.Section}.");

            writing.Keep(before.Row, before.State, circulation);
        }

        foreach (var copy in step.WorkingCopies)
        {
            var row = await LoadAsync(copy.Of, cancellationToken);
            writing.Keep(row, copy);
        }

        if (step.Number is { } number)
            writing.Keep(await Registers.HoldAsync(context, number.Agency, number.Series, number.Year, cancellationToken), number);

        // A step that only keeps a working copy leaves the report as it is.
        if (!ReferenceEquals(step.Report, Report)) writing.KeepHead(Report);

        writing.KeepDecision(fingerprint);

        return await writing.SaveAsync(cancellationToken);
    }

    private async Task<(CirculationRow Row, Circulation State)?> LoadAsync(SectionId section, CancellationToken cancellationToken)
    {
        if (sections.TryGetValue(section, out var known)) return known;

        var row = await queries.SectionAsync(context, head.Id, section, cancellationToken);

        return sections[section] = row is null ? null : (row, CirculationRow.Read(row.State, Report.Plan));
    }

    private async Task<WorkingCopyRow?> LoadAsync(TextId of, CancellationToken cancellationToken)
    {
        if (copies.TryGetValue(of, out var known)) return known;

        var (section, unit) = TextKey.Of(of);

        return copies[of] = await context.WorkingCopies.AsNoTracking().SingleOrDefaultAsync(row => row.Report == head.Id && row.Section == section && row.Unit == unit, cancellationToken);
    }
}
