using Domain;
using Domain.People;
using Workflows.Recording;

namespace Workflows.Administering;

/// <summary>Where every act of an administrator runs: the agency held, the one who acts asked whether they may, the change written with its facts.</summary>
public sealed class AgencyDesk(IAgencies agencies, TimeProvider clock)
{
    public Task<Outcome<AgencyChange>> ChangeAsync(
        Administrator by, Func<Administration, IAgencyTransaction, CancellationToken, Task<Outcome<AgencyChange>>> act, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(by);

        return agencies.ChangeAsync(
            by.Agency,
            by.Person,
            clock.GetUtcNow(),
            async (transaction, token) =>
            {
                var administration = Administration.Of(by.Person, transaction.Roster, transaction.Calendar, by.IsGranted);

                return administration.IsRefused ? administration.Refusal : await act(administration.Value, transaction, token);
            },
            cancellationToken);
    }

    /// <summary>The same for an act that needs nothing but the agency.</summary>
    public Task<Outcome<AgencyChange>> ChangeAsync(Administrator by, Func<Administration, Outcome<AgencyChange>> act, CancellationToken cancellationToken) =>
        ChangeAsync(by, (administration, _, _) => Task.FromResult(act(administration)), cancellationToken);
}

/// <summary>Who acts as an administrator, and of which agency; whether they are one is the rules' to say.</summary>
/// <param name="IsGranted">Whether the organisation's directory makes them one for as long as they are signed in.</param>
public sealed record Administrator(PersonId Person, AgencyId Agency, bool IsGranted = false);
