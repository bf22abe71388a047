using System.Data.Common;
using Domain;
using Domain.Reports;
using Domain.Routes;
using Domain.Trail;
using Storage.Databases;
using Storage.Notifying;
using Storage.Restricting;
using Storage.Searching;
using Workflows.Engine;

namespace Storage.Recording;

/// <summary>Turns a step into rows.</summary>
/// <param name="head">The report's head before the step.</param>
internal sealed class Writing(ApprovalContext context, ReportRow head, Step step)
{
    private readonly ReportRow head = head;
    private readonly Batch batch = new(context);
    private readonly Tallies tallies = new();
    private readonly HashSet<string> desks = [];
    private ReportRow next = head;

    /// <summary>A report that was not there before.</summary>
    public void Start()
    {
        var plan = step.Report.Plan;
        batch.Insert(head);
        batch.Insert(new PlanRow { Report = plan.Id, Content = Json.Write(plan) });

        foreach (var circulation in step.Sections)
        {
            var section = plan.Leaves.First(leaf => leaf.Id == circulation.Section);
            batch.Insert(new CirculationRow { Report = plan.Id, Section = section.Id, Heading = section.Heading }.With(circulation));
            KeepAssignments(before: null, circulation);
        }

        batch.Insert(UnreadRow.Of(plan.Id, plan.StartedAt, number: null));
        KeepHead(before: null);
    }

    public void Keep(CirculationRow row, Circulation before, Circulation after)
    {
        batch.Update(row, row.With(after));
        KeepAssignments(before, after);
    }

    public void KeepHead(Report? before)
    {
        next = next.With(step.Report);
        KeepAssignments(before?.Own, step.Report.Own);
        KeepRestrictions(before);

        if (before is not null) tallies.Count(before, -1);
        tallies.Count(step.Report, 1);
    }

    public void Keep(WorkingCopyRow? row, WorkingCopy copy)
    {
        var (section, unit) = TextKey.Of(copy.Of);
        if (row is null) batch.Insert(new WorkingCopyRow { Report = head.Id, Section = section, Unit = unit }.With(copy));
        else batch.Update(row, row.With(copy));
    }

    public void Keep(RegisterRow register, RegisterEntry number)
    {
        if (number.Number != register.Last + 1) throw new InvalidOperationException($"The register {register.Series} of {register.Year} stands at {register.Last}: {number.Number} does not follow.");

        batch.Update(register, register with { Last = number.Number, LastOn = number.On });
        batch.Insert(NumberRow.Of(number));
        batch.Insert(UnreadRow.Of(number.Report, step.Decision?.At ?? step.Report.Plan.StartedAt, number.Number));
    }

    public void KeepDecision(string? fingerprint)
    {
        if (step.Decision is not { } decision) return;
        if (fingerprint is null) throw new InvalidOperationException("A decision without its fingerprint could not be told from another under the same id.");

        // A report's stage returns sections by a decision on the report, and the Office stops them all.
        var section = decision is Stop or Return { Targets: [{ Section: not null }, ..] } ? null : step.Sections is [var only] ? only.Section : null;
        batch.Insert(DecisionRow.Of(decision, head.Id, section, fingerprint));
    }

    /// <summary>Writes all rows; refused where the client's id of a report or a comment is another's already.</summary>
    public async Task<Refusal?> SaveAsync(CancellationToken cancellationToken)
    {
        KeepTrail();

        foreach (var version in step.Versions) batch.Insert(VersionRow.Of(head.Id, version));
        // What the report itself has versions of is made of its sections' texts, and where one unit drafts alone its contribution is the section's text.
        var texts = step.Versions.Where(version => version.Of.Section is not null).GroupBy(version => (version.Of.Section, version.Version.Sha256));
        foreach (var same in texts) batch.Insert(UnreadRow.Of(head.Id, same.OrderBy(version => version.Of.Unit is not null).First()));
        foreach (var picture in step.Pictures) batch.InsertWhereNew(new PictureRow { Sha256 = picture.Sha256, Report = head.Id, Section = picture.Section, Agency = step.Report.Plan.Agency });
        foreach (var (place, comment) in step.Comments.Index()) batch.Insert(CommentRow.Of(comment, head.CommentCount + place + 1));
        foreach (var comment in step.Comments) batch.Insert(UnreadRow.Of(comment));
        // The same cause makes the same notice, and is told once.
        foreach (var notice in step.Notices.DistinctBy(notice => notice.Id)) batch.Insert(NoticeRow.Of(notice));

        batch.Update(head, next with { CommentCount = head.CommentCount + step.Comments.Count });
        KeepHoldings();
        // Last, so that those who count on the same desk wait for each other no longer than a commit takes.
        tallies.Keep(batch);

        try
        {
            await batch.SendAsync(cancellationToken);

            return null;
        }
        catch (DbException exception) when (context.IsTaken(exception, "comments"))
        {
            return RecordRefusals.CommentIdTaken;
        }
        catch (DbException exception) when (context.IsTaken(exception, "reports"))
        {
            return RecordRefusals.ReportIdTaken;
        }
    }

    private void KeepTrail()
    {
        var end = new TrailHead(head.TrailCount, head.TrailHash);
        foreach (var entry in step.Entries)
        {
            var chained = end.Append(entry);
            end = TrailHead.EndingWith(chained);
            batch.Insert(EntryRow.Of(chained));
        }

        if (step.Moves is { } moves) batch.Insert(TurnRow.Of(new(head.Id, end.Count, step.Decision?.Id ?? new(head.Id.Value), moves)));

        next = next with { TrailCount = end.Count, TrailHash = end.Hash, ChangedAt = step.Entries is [.., var last] ? last.At : next.ChangedAt };
    }

    private void KeepAssignments(Circulation? before, Circulation after)
    {
        var was = (before?.Visits ?? []).SelectMany(visit => visit.Assignments).ToDictionary(assignment => assignment.Id);
        foreach (var assignment in was.Values) tallies.Count(assignment, -1);

        foreach (var assignment in after.Visits.SelectMany(visit => visit.Assignments))
        {
            tallies.Count(assignment, 1);

            if (was.Remove(assignment.Id, out var earlier))
            {
                Change(earlier, assignment, after);
            }
            else
            {
                batch.Insert(AssignmentRow.Of(assignment, after, step.Decision?.By ?? step.Report.Plan.StartedBy, step.Decision is Return));
                desks.Add(Desks.Of(assignment.Assignee));
            }
        }

        // A withdrawal makes the visit that it undoes as if it had never been; its work is nobody's any more.
        foreach (var gone in was.Values.Where(assignment => assignment.IsOpen))
            Change(gone, gone with { ClosedAt = step.Decision?.At }, after);
    }

    // Who sent it, and how, stays as it was written.
    private void Change(Assignment before, Assignment after, Circulation circulation)
    {
        if (before == after) return;

        // Whoever got more time is told again when that is over, too.
        batch.Update(
            AssignmentRow.Of(before, circulation, sentBy: null, isReturned: false, lateToldFor: before.DueAt),
            AssignmentRow.Of(after, circulation, sentBy: null, isReturned: false, lateToldFor: before.DueAt == after.DueAt ? before.DueAt : null));
        desks.UnionWith([Desks.Of(before.Assignee), Desks.Of(after.Assignee)]);
    }

    // Whole, where anything of it changed: that is rare, and there are few.
    private void KeepRestrictions(Report? before)
    {
        var (was, now) = (before?.Restrictions ?? [], step.Report.Restrictions);
        if (was.SequenceEqual(now)) return;

        if (was.Count > 0)
        {
            batch.Execute("DELETE FROM admissions WHERE report = @p0", [head.Id.Value]);
            batch.Execute("DELETE FROM restrictions WHERE report = @p0", [head.Id.Value]);
        }

        foreach (var restriction in now) batch.Insert(new RestrictionRow { Report = head.Id, Section = restriction.Section ?? default, Agency = step.Report.Plan.Agency });
        foreach (var admission in step.Report.Admissions) batch.Insert(new AdmissionRow { Report = head.Id, Section = admission.Section ?? default, Badge = admission.Badge });
    }

    // By the database, which has the report's other sections at hand.
    private void KeepHoldings()
    {
        if (desks.Count == 0) return;

        var plan = step.Report.Plan;
        foreach (var desk in desks.Order(StringComparer.Ordinal))
        {
            batch.Execute("DELETE FROM holdings WHERE report = @p0 AND desk = @p1", [head.Id.Value, desk]);
            batch.Execute(
                "INSERT INTO holdings (report, desk, unit, person, agency, board_place, period, open, due_at) " +
                "SELECT report, desk, COALESCE(unit, @p2), person, @p3, @p4, (SELECT period FROM reports WHERE id = @p0), COUNT(*), MIN(due_at) FROM assignments " +
                "WHERE report = @p0 AND desk = @p1 AND closed_at IS NULL GROUP BY report, desk, unit, person",
                [head.Id.Value, desk, Guid.Empty, plan.Agency.Value, ReportRow.PlaceUnderWay(plan)]);
        }

        batch.Execute("UPDATE reports SET next_due_at = (SELECT MIN(due_at) FROM holdings WHERE report = @p0) WHERE id = @p0", [head.Id.Value]);
    }
}
