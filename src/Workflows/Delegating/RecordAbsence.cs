using System.Globalization;
using Domain;
using Domain.People;
using Workflows.Recording;

namespace Workflows.Delegating;

/// <summary>Somebody says from which day to which day they are away.</summary>
/// <param name="IsGranted">See <see cref="Administering.Administrator"/>.</param>
public sealed record RecordAbsence(PersonId By, AgencyId Agency, Absence Absence, bool IsGranted = false);

/// <summary>An absence was a mistake, or does not come about.</summary>
/// <param name="IsGranted">See <see cref="Administering.Administrator"/>.</param>
public sealed record TakeAbsenceBack(PersonId By, AgencyId Agency, AbsenceId Absence, bool IsGranted = false);

public sealed class RecordAbsenceHandler(IAgencies agencies, TimeProvider clock)
{
    public async Task<Outcome<Absence>> HandleAsync(RecordAbsence command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(command);

        var changed = await agencies.ChangeAsync(command.Agency, command.By, clock.GetUtcNow(), (transaction, _) => Task.FromResult(Decide(command, transaction.Roster)), cancellationToken);

        return changed.Then<Absence>(_ => command.Absence);
    }

    public Task<Outcome<AgencyChange>> TakeBackAsync(TakeAbsenceBack command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(command);

        return agencies.ChangeAsync(command.Agency, command.By, clock.GetUtcNow(), (transaction, _) => Task.FromResult(Decide(command, transaction.Roster)), cancellationToken);
    }

    private static Outcome<AgencyChange> Decide(RecordAbsence command, Roster roster)
    {
        var absence = command.Absence;

        if (roster.Find(absence.Person) is not { IsActive: true }) return AdministrationRefusals.NoSuchPerson;
        if (Permissions.MaySetAbsences(command.By, absence.Person, roster, command.IsGranted) is { } refusal) return refusal;
        if (absence.ToOn < absence.FromOn || absence.ToOn.DayNumber - absence.FromOn.DayNumber > Absence.MostDays) return AbsenceRefusals.Dates;
        if (roster.Absences.FirstOrDefault(known => known.Id == absence.Id) is { } same && same.Person != absence.Person) return AbsenceRefusals.NotFound;

        return Changed("absence-recorded", absence, roster) with { Absences = [absence] };
    }

    private static Outcome<AgencyChange> Decide(TakeAbsenceBack command, Roster roster)
    {
        if (roster.Absences.FirstOrDefault(known => known.Id == command.Absence) is not { } absence) return AbsenceRefusals.NotFound;
        if (Permissions.MaySetAbsences(command.By, absence.Person, roster, command.IsGranted) is { } refusal) return refusal;

        return Changed("absence-taken-back", absence, roster) with { AbsencesTakenBack = [absence.Id] };
    }

    // The reason is the person's own; the trail keeps the days.
    private static AgencyChange Changed(string what, Absence absence, Roster roster) => new()
    {
        Facts = [new(what, roster.Find(absence.Person)?.Name ?? "", [new("between", null, string.Create(CultureInfo.InvariantCulture, $"{absence.FromOn:dd/MM/yyyy} – {absence.ToOn:dd/MM/yyyy}"))])],
    };
}
