using System.Globalization;
using Domain.People;
using Domain.Reports;
using Microsoft.EntityFrameworkCore;
using Storage.Databases;
using Storage.People;
using Storage.Recording;
using Storage.Restricting;
using Workflows.Searching;
using Workflows.Viewing;

namespace Storage.Searching;

internal sealed class StoredFindables(Database database, AgencyBooks books) : IFindables
{
    /// <summary>How many of the newest matches are counted; a word that stands in every text would else be read out of all of them.</summary>
    private const int MaxMatches = 1_000;

    public async Task<IReadOnlyList<Unread>> UnreadAsync(int take, CancellationToken cancellationToken)
    {
        await using var context = await database.OpenAsync(cancellationToken);
        var page = context.Unread.OrderBy(row => row.At).ThenBy(row => row.Key).Take(take);

        var rows = await page.Join(context.Reports, row => row.Report, report => report.Id, (row, report) => new { Row = row, report.Agency, report.Abstract, report.TypeName }).AsNoTracking().ToListAsync(cancellationToken);
        if (rows.Count == 0) return [];

        var versions = await page.Where(row => row.Kind == FindableKind.Text)
            .Join(context.Versions, row => new { row.Report, row.Section, row.Unit, row.Number }, version => new { version.Report, version.Section, version.Unit, version.Number }, (row, version) => new { row.Key, Version = version })
            .AsNoTracking().ToDictionaryAsync(one => one.Key, one => one.Version, cancellationToken);
        var comments = await page.Where(row => row.Kind == FindableKind.Comment)
            .Join(context.Comments, row => row.Comment, comment => comment.Id, (row, comment) => new { row.Key, Comment = comment })
            .AsNoTracking().ToDictionaryAsync(one => one.Key, one => one.Comment.Read(), cancellationToken);
        var plans = await page.Where(row => row.Kind == FindableKind.Report)
            .Join(context.Plans, row => row.Report, plan => plan.Report, (row, plan) => new { row.Key, plan.Content })
            .AsNoTracking().ToDictionaryAsync(one => one.Key, one => Json.Read<ReportPlan>(one.Content), cancellationToken);
        var numbers = await page.Where(row => row.Kind == FindableKind.Report)
            .Join(context.Numbers, row => row.Report, number => number.Report, (row, number) => new { row.Key, number.Number, number.Symbol })
            .AsNoTracking().ToDictionaryAsync(one => one.Key, one => $"{one.Number}/{one.Symbol}", cancellationToken);

        // What another process has read since the first question is gone by the later ones.
        var known = rows.Where(one => one.Row.Kind switch
        {
            FindableKind.Text => versions.ContainsKey(one.Row.Key),
            FindableKind.Comment => comments.ContainsKey(one.Row.Key),
            _ => plans.ContainsKey(one.Row.Key),
        });

        return [.. known.Select(one => new Unread(one.Row.Key, one.Row.Kind switch
        {
            FindableKind.Text => [Text(one.Row, versions[one.Row.Key])],
            FindableKind.Comment => [Comment(comments[one.Row.Key])],
            _ => Titles(plans[one.Row.Key], one.Row, numbers.GetValueOrDefault(one.Row.Key)),
        }))];

        Findable Of(UnreadRow row, FindableKind kind) => new() { Kind = kind, Agency = rows.Find(one => one.Row.Key == row.Key)!.Agency, Report = row.Report, At = row.At };

        Findable Text(UnreadRow row, VersionRow version) => Of(row, FindableKind.Text) with
        {
            Section = row.Section,
            Unit = row.Unit == default ? null : row.Unit,
            Version = row.Number,
            Sha256 = version.Sha256,
            By = version.Read().Hands is [.., var last] ? last : null,
        };

        Findable Comment(Comment comment) => new()
        {
            Kind = FindableKind.Comment,
            Agency = rows.Find(one => one.Row.Comment == comment.Id)!.Agency,
            Report = comment.Report,
            At = comment.At,
            Section = comment.Section,
            Comment = comment.Id,
            By = comment.By,
            Text = comment.Text,
        };

        IReadOnlyList<Findable> Titles(ReportPlan plan, UnreadRow row, string? number)
        {
            var title = Of(row, FindableKind.Report) with { By = plan.StartedBy, Text = $"{plan.TypeName} {plan.Abstract} {number}".TrimEnd() };
            // At its number only the report is new; its headings were read at its start.
            if (row.Number > 0) return [title];

            return [title, .. plan.Sections.Where(section => section.Heading is not null).Select(section => Of(row, FindableKind.Section) with { Section = section.Id, Text = section.Heading })];
        }
    }

    public async Task KeepAsync(IReadOnlyList<Indexed> words, CancellationToken cancellationToken) =>
        await database.WriteAsync<int>(async (context, token) =>
        {
            foreach (var group in words.GroupBy(one => one.Key))
            {
                // Whoever takes it away reads it; the others find it gone.
                if (await context.Unread.Where(row => row.Key == group.Key).ExecuteDeleteAsync(token) == 0) continue;

                foreach (var (_, findable, content) in group) await context.KeepWordsAsync(SubjectOf(findable), Json.Write(findable), content, token);
            }

            return words.Count;
        }, cancellationToken);

    public async Task<FoundPage> FindAsync(AgencyId agency, PersonId reader, DateTimeOffset at, IReadOnlyList<IReadOnlyList<string>> phrases, Paging paging, CancellationToken cancellationToken)
    {
        await using var context = await database.OpenAsync(cancellationToken);
        var matches = await context.Matches(phrases, MaxMatches).ToListAsync(cancellationToken);
        var isCut = matches.Count == MaxMatches;
        if (await Sight.OfAsync(context, books, agency, reader, at, cancellationToken) is { } sight) matches = await SeenAsync(matches, sight, cancellationToken);
        var subjects = matches.GroupBy(match => match.Subject).ToList();

        var page = subjects.Skip(paging.Skip).Take(paging.Size).ToList();
        var ids = page.SelectMany(subject => subject).Select(match => match.Id).ToList();
        var entries = (await context.FoundAt(ids).ToListAsync(cancellationToken)).ToDictionary(row => row.Id, row => Json.Read<Findable>(row.Entry));

        var reports = entries.Values.Select(found => found.Report).Distinct().ToList();
        var sections = entries.Values.Where(found => found.Section is not null).Select(found => found.Section!.Value).Distinct().ToList();
        var abstracts = await context.Reports.Where(row => reports.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => $"{row.TypeName} {row.Abstract}", cancellationToken);
        var headings = await context.Circulations.Where(row => reports.Contains(row.Report) && sections.Contains(row.Section)).ToDictionaryAsync(row => (row.Report, row.Section), row => row.Heading, cancellationToken);

        return new(
            [.. page.Select(subject => Found([.. subject.Select(match => entries[match.Id])]))],
            subjects.Count,
            isCut);

        Found Found(IReadOnlyList<Findable> all)
        {
            var newest = all[0];
            var heading = newest.Kind == FindableKind.Section ? newest.Text : newest.Section is { } section ? headings.GetValueOrDefault((newest.Report, section)) : null;

            return new(newest, abstracts[newest.Report], heading, [.. all.Skip(1).Where(one => one.Version is not null).Select(one => one.Version!.Value)]);
        }
    }

    /// <summary>Without what is kept from the reader: neither shown nor counted.</summary>
    private static async Task<List<FindingRow>> SeenAsync(List<FindingRow> matches, Sight sight, CancellationToken cancellationToken)
    {
        var places = matches.ToDictionary(match => match.Id, match => PlaceOf(match.Subject));
        var reports = places.Values.Select(place => place.Report).Distinct().ToList();
        var kept = (await sight.All.Where(row => reports.Contains(row.Report)).ToListAsync(cancellationToken)).Select(row => (row.Report, row.Section)).ToHashSet();

        return [.. matches.Where(match => !kept.Contains((places[match.Id].Report, default)) && !kept.Contains(places[match.Id]))];
    }

    /// <summary>The report and the section that a subject names; see <see cref="SubjectOf"/>.</summary>
    private static (ReportId Report, SectionId Section) PlaceOf(string subject)
    {
        var parts = subject.Split(' ');

        return (new(Guid.Parse(parts[1], CultureInfo.InvariantCulture)), parts[2].Length == 0 ? default : new(Guid.Parse(parts[2], CultureInfo.InvariantCulture)));
    }

    private static string SubjectOf(Findable findable) => $"{findable.Kind} {findable.Report.Value} {findable.Section?.Value} {findable.Unit?.Value} {findable.Comment?.Value}";
}
