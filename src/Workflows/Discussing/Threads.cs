using Domain;
using Domain.People;
using Domain.Reports;
using Domain.Routes;
using Domain.Trail;
using Workflows.Deciding;
using Workflows.Engine;
using Workflows.Notifying;
using Workflows.Recording;

namespace Workflows.Discussing;

/// <summary>Somebody remarks on a text without deciding on it.</summary>
/// <param name="Section">Null for the report as a whole.</param>
public sealed record OpenThread(ThreadId Thread, PersonId By, ReportId Report, SectionId? Section, int Version, string Text, string? Quote, UnitId? Unit)
{
    /// <summary>What stood right before the quoted words.</summary>
    public string? Prefix { get; init; }

    /// <summary>What stood right after them.</summary>
    public string? Suffix { get; init; }
}

/// <summary>Whoever has the text accepts a remark or explains why not (tiếp thu, giải trình).</summary>
public sealed record AnswerThread(CommentId Id, ThreadId Thread, PersonId By, ReportId Report, SectionId? Section, CommentKind Kind, string Text);

/// <summary>The author of a thread is content with it.</summary>
public sealed record CloseThread(CommentId Id, ThreadId Thread, PersonId By, ReportId Report, SectionId? Section);

public sealed class ThreadsHandler(IRecord record, TimeProvider clock)
{
    public Task<Outcome<Comment>> HandleAsync(OpenThread command, CancellationToken cancellationToken) =>
        ChangeAsync(command.By, command.Report, command.Section, (section, roster, at) =>
        {
            if ((Check(command.Text) ?? Returning.Remarks.Check(null, command.Quote, command.Prefix, command.Suffix)) is { } refusal) return refusal;
            if (section.MayRemark(command.By, roster, at) is { } no) return no;
            if (section.Text is { } text && command.Version != text.Number) return CirculationRefusals.Stale(text.Number);
            if (command.Unit is { } unit && section.ContributionOf(unit) is null) return CirculationRefusals.NotADraftingUnit;

            return section.OpenThread(new(command.Thread, command.By, command.Unit)).Then<(Circulation, Comment)>(next => (next, new Comment
            {
                Id = new(command.Thread.Value),
                Thread = command.Thread,
                Report = command.Report,
                Section = command.Section,
                Kind = CommentKind.Remark,
                By = command.By,
                At = at,
                Text = command.Text,
                Quote = command.Quote,
                Prefix = command.Prefix,
                Suffix = command.Suffix,
                Version = command.Version,
                Unit = command.Unit,
            }));
        }, "remarked", cancellationToken);

    public Task<Outcome<Comment>> HandleAsync(AnswerThread command, CancellationToken cancellationToken) =>
        ChangeAsync(command.By, command.Report, command.Section, (section, roster, at) =>
        {
            if (command.Kind is not (CommentKind.Accept or CommentKind.Explain)) return DiscussingRefusals.NotAnAnswer;

            // Accepting says it all by itself; explaining does not.
            if (command.Kind == CommentKind.Explain && Check(command.Text) is { } refusal) return refusal;
            if (section.MayAnswer(command.By, command.Thread, roster, at) is { } no) return no;

            return (section.Answer(command.Thread), Said(command.Id, command.Thread, command.Report, command.Section, command.Kind, command.By, at, command.Text));
        }, "answered", cancellationToken);

    public Task<Outcome<Comment>> HandleAsync(CloseThread command, CancellationToken cancellationToken) =>
        ChangeAsync(command.By, command.Report, command.Section, (section, _, at) =>
            section.MayClose(command.By, command.Thread) is { } no
                ? no
                : (section.Close(command.Thread), Said(command.Id, command.Thread, command.Report, command.Section, CommentKind.Close, command.By, at, "")),
            "closed", cancellationToken);

    private Task<Outcome<Comment>> ChangeAsync(
        PersonId by, ReportId report, SectionId? id, Func<Circulation, Roster, DateTimeOffset, Outcome<(Circulation Section, Comment Comment)>> change, string what, CancellationToken cancellationToken) =>
        record.WriteAsync<Comment>(report, async (transaction, token) =>
        {
            if (!transaction.Report.IsOpenTo(by, id, transaction.Roster, clock.GetUtcNow())) return DeskRefusals.NoSuchSection;
            if ((id is { } named ? await transaction.SectionAsync(named, token) : transaction.Report.Own) is not { } section) return DeskRefusals.NoSuchSection;

            var changed = change(section, transaction.Roster, clock.GetUtcNow());
            if (changed.IsRefused) return changed.Refusal;

            var comment = changed.Value.Comment;
            var asker = section.Threads.FirstOrDefault(thread => thread.Id == comment.Thread)?.OpenedBy;
            transaction.Save(new Step
            {
                Report = transaction.Report.With(changed.Value.Section),
                Sections = id is null ? [] : [changed.Value.Section],
                Comments = [comment],
                Notices = asker is { } person && comment.Kind is (CommentKind.Accept or CommentKind.Explain) && person != comment.By ? [Notice.Answering(comment, person)] : [],
                Entries =
                [
                    new Entry
                    {
                        Report = report,
                        Number = 0,
                        At = comment.At,
                        What = what,
                        By = comment.By,
                        Section = id,
                        Unit = comment.Unit,
                        Stage = section.Current?.Key,
                        Version = section.Text?.Number,
                        Note = comment.Text,
                        Previous = "",
                        Hash = "",
                    },
                ],
            });

            return comment;
        }, cancellationToken);

    private static Refusal? Check(string text) =>
        string.IsNullOrWhiteSpace(text) ? CirculationRefusals.WithoutReason : text.Length > Comment.MaxLength ? Returning.Remarks.TooLong : null;

    private static Comment Said(CommentId id, ThreadId thread, ReportId report, SectionId? section, CommentKind kind, PersonId by, DateTimeOffset at, string text) =>
        new() { Id = id, Thread = thread, Report = report, Section = section, Kind = kind, By = by, At = at, Text = text };
}

public static class DiscussingRefusals
{
    public static Refusal NotAnAnswer { get; } = new(RefusalKind.Invalid, "not-an-answer",
        new("Hãy chọn tiếp thu hoặc giải trình.", "Choose to accept or to explain."));
}
