using Domain.People;
using Microsoft.EntityFrameworkCore;
using Storage.Databases;
using Workflows.Notifying;

namespace Storage.Notifying;

internal sealed class StoredNotices(Database database) : INotices
{
    public async Task<IReadOnlyList<Notice>> WaitingAsync(int take, CancellationToken cancellationToken)
    {
        await using var context = await database.OpenAsync(cancellationToken);
        var rows = await context.Notices.AsNoTracking().Where(row => row.DeliveredAt == null).OrderBy(row => row.At).ThenBy(row => row.Id).Take(take).ToListAsync(cancellationToken);

        return [.. rows.Select(row => row.Read())];
    }

    public Task DeliverAsync(Notice notice, IReadOnlyList<PersonId> to, DateTimeOffset at, CancellationToken cancellationToken) =>
        database.WriteAsync<Notice>(async (context, token) =>
        {
            // Whoever marks it first delivers it; the others find it marked.
            var isFirst = await context.Notices.Where(row => row.Id == notice.Id && row.DeliveredAt == null).ExecuteUpdateAsync(row => row.SetProperty(one => one.DeliveredAt, at), token) == 1;
            if (!isFirst) return notice;

            context.AddRange(to.Distinct().Select(person => new DeliveryRow { Person = person, Notice = notice.Id, At = notice.At }));
            await context.SaveChangesAsync(token);

            return notice;
        }, cancellationToken);

    public async Task<IReadOnlyList<LateAssignment>> LateAsync(DateTimeOffset at, int take, CancellationToken cancellationToken)
    {
        await using var context = await database.OpenAsync(cancellationToken);
        var rows = await context.Assignments.AsNoTracking().Where(row => row.ClosedAt == null && row.LateToldFor == null && row.DueAt < at).OrderBy(row => row.DueAt).Take(take).ToListAsync(cancellationToken);

        return [.. rows.Select(row => new LateAssignment(row.Id, row.Report, row.Section, new(row.Unit, row.Role, row.Person), row.Kind, row.DueAt))];
    }

    public Task AddAsync(IReadOnlyList<LateAssignment> late, CancellationToken cancellationToken) =>
        database.WriteAsync<int>(async (context, token) =>
        {
            // Whoever marks it tells it; it may have been answered, extended or told meanwhile.
            foreach (var one in late.OrderBy(one => one.Id.Value))
            {
                var marked = await context.Assignments.Where(row => row.Id == one.Id && row.ClosedAt == null && row.LateToldFor == null && row.DueAt == one.DueAt)
                    .ExecuteUpdateAsync(row => row.SetProperty(assignment => assignment.LateToldFor, one.DueAt), token);
                if (marked == 1) context.Add(NoticeRow.Of(Notice.Late(one)));
            }

            return await context.SaveChangesAsync(token);
        }, cancellationToken);

    public async Task ReadAsync(PersonId person, Guid? notice, DateTimeOffset at, CancellationToken cancellationToken) =>
        await database.WriteAsync<int>(async (context, token) =>
        {
            var unread = context.Deliveries.Where(row => row.Person == person && row.ReadAt == null);
            if (notice is { } one) unread = unread.Where(row => row.Notice == one);

            return await unread.ExecuteUpdateAsync(row => row.SetProperty(told => told.ReadAt, at), token);
        }, cancellationToken);
}
