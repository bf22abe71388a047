using Domain;
using Domain.Reports;
using Domain.Routes;
using Domain.Trail;
using Microsoft.EntityFrameworkCore;
using Storage.Databases;
using Storage.Notifying;
using Workflows.Engine;

namespace Storage.Recording;

/// <summary>Turns a step into rows.</summary>
internal sealed class Writing(ApprovalContext context, ReportRow head, Step step)
{
    private readonly Tallies tallies = new();

    public void Keep(CirculationRow row, Circulation? before, Circulation after)
    {
        row.Take(after);
        KeepAssignments(before, after);
    }

    public void KeepHead(Report? before)
    {
        head.Take(step.Report);
        if (before is not null) tallies.Count(before, -1);
        tallies.Count(step.Report, 1);
        KeepAssignments(before?.Own, step.Report.Own);
    }

    public void Keep(WorkingCopyRow? row, WorkingCopy copy)
    {
        if (row is null)
        {
            var key = TextKey.Of(copy.Of);
            context.Add(row = new() { Report = head.Id, Section = key.Section, Unit = key.Unit });
        }

        row.Take(copy);
    }

    public void Keep(RegisterRow register, RegisterEntry number)
    {
        if (number.Number != register.Last + 1) throw new InvalidOperationException($"The register {register.Series} of {register.Year} stands at {register.Last}: {number.Number} does not follow.");

        (register.Last, register.LastOn) = (number.Number, number.On);
        context.Add(NumberRow.Of(number));
    }

    public void KeepDecision(string? fingerprint)
    {
        if (step.Decision is not { } decision) return;
        if (fingerprint is null) throw new InvalidOperationException("A decision without its fingerprint could not be told from another under the same id.");

        // A report's stage returns sections by a decision on the report.
        var section = decision is Return { Targets: [{ Section: not null }, ..] } ? null : step.Sections is [var only] ? only.Section : null;
        context.Add(DecisionRow.Of(decision, head.Id, section, fingerprint));
    }

    /// <summary>Writes all rows; refused where a client's comment id is another comment's already.</summary>
    public async Task<Refusal?> SaveAsync(CancellationToken cancellationToken)
    {
        KeepTrail();

        context.AddRange(step.Versions.Select(version => VersionRow.Of(head.Id, version)));
        context.AddRange(step.Comments.Select(comment => CommentRow.Of(comment, ++head.CommentCount)));
        // The same cause makes the same notice, and is told once.
        context.AddRange(step.Notices.DistinctBy(notice => notice.Id).Select(NoticeRow.Of));

        try
        {
            await context.SaveChangesAsync(cancellationToken);
            // Last, so that those who count on the same desk wait for each other no longer than a commit takes.
            await tallies.SaveAsync(context, cancellationToken);

            return null;
        }
        catch (DbUpdateException exception) when (context.IsTaken(exception, "comments"))
        {
            return RecordRefusals.CommentIdTaken;
        }
        catch (DbUpdateException exception) when (context.IsTaken(exception, "reports"))
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
            context.Add(EntryRow.Of(chained));
        }

        (head.TrailCount, head.TrailHash) = end;
    }

    private void KeepAssignments(Circulation? before, Circulation after)
    {
        var was = (before?.Visits ?? []).SelectMany(visit => visit.Assignments).ToDictionary(assignment => assignment.Id);
        foreach (var assignment in was.Values) tallies.Count(assignment, -1);

        foreach (var assignment in after.Visits.SelectMany(visit => visit.Assignments))
        {
            tallies.Count(assignment, 1);

            if (!was.Remove(assignment.Id, out var earlier)) context.Add(AssignmentRow.Of(assignment, after, step.Decision?.By));
            else if (earlier != assignment) Change(assignment, after);
        }

        // A withdrawal makes the visit that it undoes as if it had never been; its work is nobody's any more.
        foreach (var gone in was.Values.Where(assignment => assignment.IsOpen))
            Change(gone with { ClosedAt = step.Decision?.At }, after);
    }

    private void Change(Assignment assignment, Circulation circulation) =>
        context.Update(AssignmentRow.Of(assignment, circulation, sentBy: null)).Property(row => row.SentBy).IsModified = false;
}
