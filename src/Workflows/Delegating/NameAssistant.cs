using Domain;
using Domain.People;
using Domain.Trail;
using Workflows.Recording;

namespace Workflows.Delegating;

/// <summary>Somebody is to assist a leader, or no longer.</summary>
/// <param name="IsGranted">See <see cref="Administering.Administrator"/>.</param>
public sealed record NameAssistant(PersonId By, AgencyId Agency, PersonId Leader, PersonId Assistant, bool IsGranted = false);

public sealed class NameAssistantHandler(IAgencies agencies, TimeProvider clock)
{
    public Task<Outcome<Person>> HandleAsync(NameAssistant command, CancellationToken cancellationToken) =>
        ChangeAsync(command, "assistant-named", SecurityKind.AssistantNamed, (leader, roster) => Assisting.Name(leader, command.Assistant, roster), cancellationToken);

    public Task<Outcome<Person>> LetGoAsync(NameAssistant command, CancellationToken cancellationToken) =>
        ChangeAsync(command, "assistant-let-go", SecurityKind.AssistantLetGo, (leader, _) => Assisting.LetGo(leader, command.Assistant), cancellationToken);

    private async Task<Outcome<Person>> ChangeAsync(
        NameAssistant command, string what, SecurityKind kind, Func<Person, Roster, Outcome<Person>> decide, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(command);

        Person? leader = null;
        var changed = await agencies.ChangeAsync(command.Agency, command.By, clock.GetUtcNow(), (transaction, _) => Task.FromResult(Change(transaction.Roster)), cancellationToken);

        return changed.Then<Person>(_ => leader is { } after ? after : AdministrationRefusals.NoSuchPerson);

        Outcome<AgencyChange> Change(Roster roster)
        {
            if (roster.Find(command.Leader) is not { IsActive: true } before) return AdministrationRefusals.NoSuchPerson;
            if (Permissions.MayNameAssistants(command.By, command.Leader, roster, command.IsGranted) is { } refusal) return refusal;

            return decide(before, roster).Then<AgencyChange>(after =>
            {
                leader = after;

                return after == before ? AgencyChange.Nothing : new AgencyChange
                {
                    People = [after],
                    Facts = [new(what, $"{roster.Find(command.Assistant)?.Name} → {after.Name}", []) { Concern = new(kind, after.Id) }],
                };
            });
        }
    }
}
