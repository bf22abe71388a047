using System.Globalization;
using Domain.People;
using Domain.Reports;
using Domain.Routes;
using Storage.Databases;

namespace Storage.Recording;

/// <summary>How many rows there are of a kind that a page counts. Kept beside the rows, because a page must not cost more where there are more of them.</summary>
internal sealed class TallyRow
{
    public required string Key { get; init; }

    public required int Count { get; init; }
}

/// <summary>What a step adds to the tallies and takes from them.</summary>
internal sealed class Tallies
{
    // In the order of their keys: two steps that wait for each other's tallies would wait for ever.
    private readonly SortedDictionary<string, int> changes = new(StringComparer.Ordinal);

    public static string Open(string desk) => $"open {desk}";

    public static string Reports(AgencyId agency, ReportState state) => $"reports {agency.Value} {state}";

    public void Count(Assignment assignment, int by)
    {
        if (assignment.IsOpen) Add(Open(Desks.Of(assignment.Assignee)), by);
    }

    public void Count(Report report, int by) => Add(Reports(report.Plan.Agency, report.State), by);

    public void Keep(Batch batch)
    {
        var changed = changes.Where(change => change.Value != 0).ToList();
        if (changed.Count == 0) return;

        var values = string.Join(", ", changed.Select((_, place) => string.Create(CultureInfo.InvariantCulture, $"(@p{2 * place}, @p{2 * place + 1})")));
        var sql = $"INSERT INTO tallies (key, count) VALUES {values} ON CONFLICT (key) DO UPDATE SET count = tallies.count + excluded.count";

        batch.Execute(sql, changed.SelectMany(change => new object[] { change.Key, change.Value }));
    }

    private void Add(string key, int by) => changes[key] = changes.GetValueOrDefault(key) + by;
}
