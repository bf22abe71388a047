using Domain.People;
using Microsoft.EntityFrameworkCore;
using Storage.Databases;
using Storage.Recording;
using Storage.Restricting;

namespace Storage.People;

/// <summary>What waits for a person or a unit, the most urgent first; each along its index.</summary>
internal static class OpenWorks
{
    /// <summary>Nobody reads on after so many.</summary>
    private const int Most = 200;

    public static Task<IReadOnlyList<OpenWork>> OfAsync(ApprovalContext context, PersonId person, CancellationToken cancellationToken)
    {
        var desk = Desks.Of(person);

        return ReadAsync(context, context.Assignments.Where(row => row.ClosedAt == null && row.Desk == desk), cancellationToken);
    }

    public static Task<IReadOnlyList<OpenWork>> OfAsync(ApprovalContext context, UnitId unit, CancellationToken cancellationToken) =>
        ReadAsync(context, context.Assignments.Where(row => row.ClosedAt == null && row.Unit == unit), cancellationToken);

    private static async Task<IReadOnlyList<OpenWork>> ReadAsync(ApprovalContext context, IQueryable<AssignmentRow> assignments, CancellationToken cancellationToken) =>
        await (
            from row in assignments.OrderBy(row => row.DueAt).ThenBy(row => row.Id).Take(Most)
            join report in context.Reports on row.Report equals report.Id
            from section in context.Circulations.Where(section => section.Report == row.Report && section.Section == row.Section).DefaultIfEmpty()
            orderby row.DueAt, row.Id
            select new OpenWork(
                row.Report, report.Abstract, row.Section, section == null ? null : section.Heading, row.Stage,
                context.Restrictions.Any(kept => kept.Report == row.Report && (kept.Section == RestrictionRow.Whole || kept.Section == row.Section)))).ToListAsync(cancellationToken);
}
