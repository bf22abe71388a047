using Domain.People;
using Domain.Reports;
using Domain.Routes;
using Workflows.Recording;

namespace Workflows.Notifying;

/// <summary>Takes notices out of the outbox and puts them before their people: at least once, and to nobody twice.</summary>
public sealed class Dispatcher(INotices notices, IRecord record, TimeProvider clock)
{
    private const int Batch = 100;

    /// <summary>Delivers what waits, and what time alone brought.</summary>
    /// <returns>How many notices were delivered.</returns>
    public async Task<int> DispatchAsync(CancellationToken cancellationToken)
    {
        while (await notices.LateAsync(clock.GetUtcNow(), Batch, cancellationToken) is { Count: > 0 } late) await notices.AddAsync(late, cancellationToken);

        var rosters = new Dictionary<ReportId, Roster?>();
        var delivered = 0;

        while (await notices.WaitingAsync(Batch, cancellationToken) is { Count: > 0 } waiting)
        {
            foreach (var notice in waiting)
            {
                if (!rosters.TryGetValue(notice.Report, out var roster))
                {
                    var report = await record.ReportAsync(notice.Report, cancellationToken);
                    rosters[notice.Report] = roster = report is null ? null : await record.RosterAsync(report.Plan.Agency, cancellationToken);
                }

                await notices.DeliverAsync(notice, roster is null ? [] : People(notice, roster), clock.GetUtcNow(), cancellationToken);
                delivered++;
            }
        }

        return delivered;
    }

    private IReadOnlyList<PersonId> People(Notice notice, Roster roster)
    {
        IReadOnlyList<(PersonId Person, StageKind? Work)> direct = notice.To.Count > 0
            ? [.. notice.To.SelectMany(assignee => assignee.People(roster)).Select(person => (person, notice.Work))]
            : [.. Holders(Role.Consolidator, StageKind.Consolidate), .. Holders(Role.Clerk, StageKind.Issue)];

        // Whoever writes for a unit wants to know what its head is given to draft, and told about a text that came back.
        var writers = notice.Kind is NoticeKind.Returned or NoticeKind.Revised or NoticeKind.Stopped || notice is { Kind: NoticeKind.Assigned, Work: StageKind.Draft }
            ? notice.To.Where(assignee => assignee is { Role: Role.Head, Unit: not null }).SelectMany(assignee => roster.Holders(Role.Drafter, assignee.Unit).Select(person => person.Id))
            : [];

        var told = direct.Select(one => one.Person).Concat(direct.SelectMany(one => roster.Delegates(one.Person, one.Work, clock.GetUtcNow()))).Concat(writers);

        // What many are told, whoever did it knows.
        return [.. (notice.To.Count == 0 || notice.Kind == NoticeKind.Stopped) && notice.By is { } maker ? told.Except([maker]) : told.Distinct()];

        IEnumerable<(PersonId, StageKind?)> Holders(Role role, StageKind work) => roster.Holders(role).Select(person => (person.Id, (StageKind?)work));
    }
}
