using Domain;
using Domain.People;

namespace Workflows.Administering;

/// <summary>Keeps people: who comes, what they are, who leaves.</summary>
public sealed class PeopleHandler(AgencyDesk desk)
{
    public Task<Outcome<AgencyChange>> KeepAsync(Administrator by, Person person, string seen, CancellationToken cancellationToken) =>
        desk.ChangeAsync(by, administration => administration.KeepPerson(person, seen), cancellationToken);

    public Task<Outcome<AgencyChange>> DeactivateAsync(Administrator by, PersonId person, CancellationToken cancellationToken) =>
        desk.ChangeAsync(by, async (administration, transaction, token) => administration.Deactivate(person, await transaction.OpenWorkAsync(person, token)), cancellationToken);

    public Task<Outcome<AgencyChange>> ReactivateAsync(Administrator by, PersonId person, CancellationToken cancellationToken) =>
        desk.ChangeAsync(by, administration => administration.Reactivate(person), cancellationToken);

    /// <summary>Adds everybody of a list, or nobody.</summary>
    /// <param name="people">With the line of the list that each stands on.</param>
    public Task<Outcome<AgencyChange>> AddAsync(Administrator by, IReadOnlyList<(int Line, Person Person)> people, CancellationToken cancellationToken) =>
        desk.ChangeAsync(by, administration => administration.AddPeople(people), cancellationToken);
}
