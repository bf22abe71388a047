using Domain.People;
using Domain.Reports;
using Microsoft.EntityFrameworkCore;
using Storage.Databases;
using Workflows.Drafting;

namespace Storage.Recording;

/// <summary>That somebody has a text open to write in it, and when that was last heard.</summary>
internal sealed class OpenTextRow
{
    public required ReportId Report { get; init; }

    public required SectionId Section { get; init; }

    public required UnitId Unit { get; init; }

    public required PersonId By { get; init; }

    public required DateTimeOffset At { get; init; }
}

internal sealed class StoredPresence(Database database) : IPresence
{
    public async Task<IReadOnlyList<OpenBy>> OpenAsync(ReportId report, TextId text, PersonId by, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var (section, unit) = TextKey.Of(text);
        var gone = at - IPresence.Lasts;

        var open = await database.WriteAsync<IReadOnlyList<OpenBy>>(async (context, token) =>
        {
            var here = context.OpenTexts.AsNoTracking().Where(row => row.Report == report && row.Section == section && row.Unit == unit);

            if (await here.Where(row => row.By == by).ExecuteUpdateAsync(row => row.SetProperty(one => one.At, at), token) == 0)
            {
                context.Add(new OpenTextRow { Report = report, Section = section, Unit = unit, By = by, At = at });
                await context.SaveChangesAsync(token);

                // Whoever comes sweeps up behind those who went.
                await context.OpenTexts.Where(row => row.At <= gone).ExecuteDeleteAsync(token);
            }

            return await here.Where(row => row.By != by && row.At > gone).OrderBy(row => row.At).Select(row => new OpenBy(row.By, row.At)).ToListAsync(token);
        }, cancellationToken);

        return open.Value;
    }
}
