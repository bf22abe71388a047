using Domain.People;

namespace Workflows.Notifying;

/// <summary>The outbox: notices that were written with their decision and wait to be sent.</summary>
public interface INotices
{
    /// <summary>The oldest notices that were not delivered yet.</summary>
    Task<IReadOnlyList<Notice>> WaitingAsync(int take, CancellationToken cancellationToken);

    /// <summary>Puts a notice before its people and takes it out of the outbox, in one transaction; doing it twice tells nobody twice.</summary>
    Task DeliverAsync(Notice notice, IReadOnlyList<PersonId> to, DateTimeOffset at, CancellationToken cancellationToken);

    /// <summary>The first of the assignments that are late without anybody having been told.</summary>
    Task<IReadOnlyList<LateAssignment>> LateAsync(DateTimeOffset at, int take, CancellationToken cancellationToken);

    /// <summary>Puts notices of late assignments into the outbox, and marks the assignments as told, in one transaction.</summary>
    Task AddAsync(IReadOnlyList<LateAssignment> late, CancellationToken cancellationToken);

    /// <summary>A person has read a notice, or all that they were told until then (null).</summary>
    Task ReadAsync(PersonId person, Guid? notice, DateTimeOffset at, CancellationToken cancellationToken);
}
