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
}
