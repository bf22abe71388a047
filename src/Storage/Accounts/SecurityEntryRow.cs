using Domain.People;
using Domain.Trail;
using Storage.People;

namespace Storage.Accounts;

/// <summary>A line of a security trail. What administrators do is told in the agency's trail already; the line then names that entry.</summary>
internal sealed class SecurityEntryRow
{
    public required Guid Id { get; init; }

    public required AgencyId Agency { get; init; }

    public required SecurityKind Kind { get; init; }

    public required DateTimeOffset At { get; init; }

    public required PersonId? Person { get; init; }

    public required PersonId? By { get; init; }

    public required SignInMeans? Means { get; init; }

    public required string? Subject { get; init; }

    public required string? Origin { get; init; }

    public required string? Device { get; init; }

    /// <summary>The number of the entry in the agency's trail.</summary>
    public required int? Entry { get; init; }

    public static SecurityEntryRow Of(SecurityEntry entry, int? number = null) => new()
    {
        Id = entry.Id,
        Agency = entry.Agency,
        Kind = entry.Kind,
        At = entry.At,
        Person = entry.Person,
        By = entry.By,
        Means = entry.Means,
        Subject = entry.Subject,
        Origin = entry.Origin,
        Device = entry.Device,
        Entry = number,
    };

    public SecurityEntry Read(AgencyEntryRow? entry) => new(Id, Agency, Kind, At, Person)
    {
        By = By,
        Means = Means,
        Subject = Subject,
        Origin = Origin,
        Device = Device,
        Fact = entry?.Read().Fact,
    };
}
