using Domain.Reports;
using Domain.Routes;
using Workflows.Viewing;

namespace Web.Viewing;

/// <summary>What belongs to a report, without what is withheld from whom the report was made out for.</summary>
public static class SeenParts
{
    extension(Report report)
    {
        /// <summary>In the place of a section that is withheld stands a line that says so, and nothing of it.</summary>
        public IReadOnlyList<SectionLine> Seen(IReadOnlyList<SectionLine> lines) =>
            [.. lines.Select(line => report.Plan.Find(line.Id) is { IsWithheld: true } section ? new(section.Id, section.Level, section.Heading ?? ManuscriptSection.WithheldMark, false, null, 0, false, null, null, null, 0) : line)];

        public IReadOnlyList<OpenAssignment> Seen(IReadOnlyList<OpenAssignment> assignments) => Seen(report, assignments, assignment => assignment.Section);

        public IReadOnlyList<Circulation> Seen(IReadOnlyList<Circulation> circulations) => Seen(report, circulations, circulation => circulation.Section);

        public IReadOnlyList<Comment> Seen(IReadOnlyList<Comment> comments) => Seen(report, comments, comment => comment.Section);
    }

    private static IReadOnlyList<T> Seen<T>(Report report, IReadOnlyList<T> all, Func<T, SectionId?> sectionOf)
    {
        var withheld = report.Withheld;

        return withheld.Count == 0 ? all : [.. all.Where(one => sectionOf(one) is not { } section || !withheld.Contains(section))];
    }
}
