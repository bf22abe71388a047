using Domain.People;

namespace Workflows.Notifying;

/// <summary>The outbox: notices that were written with their decision and wait to be sent.</summary>
public interface INotices
{
    /// <summary>The oldest notices that were not delivered yet.</summary>
    Task<IReadOnlyList<Notice>> WaitingAsync(int take, CancellationToken cancellationToken);

    /// <summary>Puts a notice before its people and takes it out of the outbox, in one transaction; doing it twice tells nobody twice.</summary>
    Task DeliverAsync(Notice notice, IReadOnlyList<PersonId> to, DateTimeOffset at, CancellationToken cancellationToken);
}
