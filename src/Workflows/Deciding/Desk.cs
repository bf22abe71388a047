using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Domain;
using Domain.People;
using Domain.Reports;
using Domain.Routes;
using Workflows.Blobs;
using Workflows.Engine;
using Workflows.Recording;

namespace Workflows.Deciding;

/// <summary>What every command that decides something says. The id comes from the client.</summary>
public interface IDecisionCommand
{
    DecisionId Id { get; }

    PersonId By { get; }

    ReportId Report { get; }
}

/// <summary>A decision that stands, and where that leaves things.</summary>
/// <param name="Section">Null where the report itself was decided on.</param>
public sealed record Decided(Decision Decision, Report Report, Circulation? Section);

/// <summary>
/// The way that every decision takes: load, let the rules decide, let the engine say where that leads, save it all at once.
/// The same id twice has one effect and the same answer.
/// </summary>
public sealed class Desk(IRecord record, IBlobs blobs, Chain chain, TimeProvider clock)
{
    public Task<Outcome<Decided>> OnSectionAsync<TCommand>(
        TCommand command, SectionId section, Func<Circulation, SectionDesk, Task<Outcome<Ruling>>> rule, CancellationToken cancellationToken)
        where TCommand : IDecisionCommand =>
        record.WriteAsync<Decided>(command.Report, async (transaction, token) =>
        {
            if (!IsOpen(transaction, command.By, section)) return DeskRefusals.NoSuchSection;
            if (await RepeatedAsync(command, section, transaction, token) is { } answer) return answer;
            if (await transaction.SectionAsync(section, token) is not { } before) return DeskRefusals.NoSuchSection;

            var moment = Now(transaction);
            var desk = new SectionDesk(transaction, moment, token);
            var ruling = await rule(before, desk);
            if (ruling.IsRefused) return ruling.Refusal;

            var step = chain.Carry(transaction.Report, before, ruling.Value, moment);
            if (step.IsRefused) return step.Refusal;

            await KeepManifestAsync(step.Value, token);
            transaction.Save(step.Value with { WorkingCopies = desk.CopiesAfter(step.Value.Sections[0]) }, Fingerprint(command));

            return new Decided(ruling.Value.Decision, step.Value.Report, step.Value.Sections[0]);
        }, cancellationToken);

    /// <param name="rule">Gives the ruling on the report's own circulation, and what else changes with it.</param>
    public Task<Outcome<Decided>> OnReportAsync<TCommand>(
        TCommand command, Func<IReportTransaction, Moment, CancellationToken, Task<Outcome<ReportRuling>>> rule, CancellationToken cancellationToken)
        where TCommand : IDecisionCommand =>
        record.WriteAsync<Decided>(command.Report, async (transaction, token) =>
        {
            if (!IsOpen(transaction, command.By, null)) return DeskRefusals.NoSuchReport;
            if (await RepeatedAsync(command, null, transaction, token) is { } answer) return answer;

            var moment = Now(transaction);
            var ruled = await rule(transaction, moment, token);
            if (ruled.IsRefused) return ruled.Refusal;

            var step = ruled.Value.Amended is { } amended ? chain.Carry(transaction.Report, amended, moment)
                : ruled.Value.Stopped is { } stopped ? chain.Carry(transaction.Report, ruled.Value.Before, stopped)
                : ruled.Value.Sections is { } returned ? chain.Carry(transaction.Report, ruled.Value.Before, returned, moment)
                : chain.Carry(transaction.Report, transaction.Report.Own, ruled.Value.Own, moment);
            if (step.IsRefused) return step.Refusal;

            var whole = step.Value with
            {
                Report = step.Value.Report with { Signature = ruled.Value.Signature ?? step.Value.Report.Signature, Imprint = ruled.Value.Imprint ?? step.Value.Report.Imprint },
                Number = ruled.Value.Number,
                WorkingCopies = ruled.Value.WorkingCopies,
            };
            await KeepManifestAsync(whole, token);
            transaction.Save(whole, Fingerprint(command));

            return new Decided(whole.Decision ?? ruled.Value.Own.Decision, whole.Report, null);
        }, cancellationToken);

    /// <summary>A version of the whole is named like any other text, so its bytes are kept like any other's.</summary>
    private async Task KeepManifestAsync(Step step, CancellationToken cancellationToken)
    {
        if (step.Versions.Any(kept => kept.Of == new TextId(null, null))) await blobs.WriteAsync(Encoding.UTF8.GetBytes(step.Report.Manifest()), cancellationToken);
    }

    private bool IsOpen(IReportTransaction transaction, PersonId by, SectionId? section) => transaction.Report.IsOpenTo(by, section, transaction.Roster, clock.GetUtcNow());

    private Moment Now(IReportTransaction transaction)
    {
        var at = clock.GetUtcNow();

        return new(at, transaction.Roster, days => transaction.Calendar.DueAt(at, days));
    }

    private static async Task<Outcome<Decided>?> RepeatedAsync<TCommand>(TCommand command, SectionId? section, IReportTransaction transaction, CancellationToken cancellationToken)
        where TCommand : IDecisionCommand
    {
        if (await transaction.DecisionAsync(command.Id, cancellationToken) is not { } made) return null;
        if (made.Fingerprint != Fingerprint(command)) return DeskRefusals.DecisionIdTaken;

        return new Decided(made.Decision, transaction.Report, section is { } id ? await transaction.SectionAsync(id, cancellationToken) : null);
    }

    private static string Fingerprint<TCommand>(TCommand command) =>
        Convert.ToHexStringLower(SHA256.HashData([.. Encoding.UTF8.GetBytes(typeof(TCommand).Name), .. JsonSerializer.SerializeToUtf8Bytes(command)]));
}

/// <summary>What a section's rule may read besides the circulation, and which working copies it leaves behind.</summary>
public sealed class SectionDesk(IReportTransaction transaction, Moment moment, CancellationToken cancellationToken)
{
    private Func<Circulation, IReadOnlyList<WorkingCopy>> copies = _ => [];

    public Report Report => transaction.Report;

    public Moment Moment => moment;

    public CancellationToken CancellationToken => cancellationToken;

    public Task<WorkingCopy?> WorkingCopyAsync(TextId of) => transaction.WorkingCopyAsync(of, cancellationToken);

    /// <summary>Says which working copies to keep, once it is known where the section went.</summary>
    public void KeepCopies(Func<Circulation, IReadOnlyList<WorkingCopy>> choose) => copies = choose;

    internal IReadOnlyList<WorkingCopy> CopiesAfter(Circulation after) => copies(after);
}

/// <summary>A ruling on the report's own circulation, with what a signature, an issue, a return of sections or the end of all of it brings along.</summary>
public sealed record ReportRuling(Ruling Own)
{
    public SectionsReturned? Sections { get; init; }

    public Amended? Amended { get; init; }

    public ReportStopped? Stopped { get; init; }

    /// <summary>The circulations of the sections that are returned or stopped, as they were.</summary>
    public IReadOnlyList<Circulation> Before { get; init; } = [];

    public Signature? Signature { get; init; }

    public Imprint? Imprint { get; init; }

    public RegisterEntry? Number { get; init; }

    public IReadOnlyList<WorkingCopy> WorkingCopies { get; init; } = [];
}

public static class DeskRefusals
{
    public static Refusal NoSuchSection { get; } = new(RefusalKind.NotFound, "no-such-section",
        new("Không có mục này trong báo cáo.", "The report has no such section."));

    public static Refusal NoSuchReport { get; } = new(RefusalKind.NotFound, "no-such-report",
        new("Không có báo cáo này.", "There is no such report."));

    public static Refusal DecisionIdTaken { get; } = new(RefusalKind.Conflict, "decision-id-taken",
        new("Mã xử lý này đã dùng cho một quyết định khác. Hãy tải lại trang.", "This decision's id was used for another decision. Load the page again."));
}
