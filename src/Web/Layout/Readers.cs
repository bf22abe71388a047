using System.Globalization;
using Domain;
using Domain.Calendar;
using Domain.People;
using Domain.Reports;
using Domain.Routes;
using Microsoft.Extensions.Localization;
using Web.SigningIn;
using Workflows.Recording;
using Workflows.Viewing;

namespace Web.Layout;

/// <summary>Who looks at a page, and what every page knows of their agency.</summary>
/// <param name="Now">One moment for the whole page.</param>
/// <param name="Waiting">How much waits for them.</param>
/// <param name="Unread">How many notices they have not read.</param>
public sealed record Reader(Person Person, Roster Roster, WorkingCalendar Calendar, DateTimeOffset Now, int Waiting, int Unread)
{
    public PersonId Id => Person.Id;

    /// <summary>Whether the organisation's directory makes them an administrator for as long as they are signed in.</summary>
    public bool IsGrantedAdministrator { get; init; }

    public Refusal? MayNotAdminister => Permissions.MayAdminister(Id, Roster, IsGrantedAdministrator);

    /// <summary>Keeps outlines and routes and starts reports; who also keeps people is the administrator.</summary>
    public bool Administers => MayNotAdminister is null || Permissions.MayStart(Id, Roster) is null;

    public string NameOf(PersonId person) => Roster.Find(person)?.Name ?? "…";

    public string NameOf(UnitId unit) => Roster.Find(unit)?.Name ?? "…";

    public string NamesOf(IEnumerable<PersonId> people) => string.Join(", ", people.Select(NameOf).Distinct());

    /// <summary>A unit by its name, and where one person is asked, that person.</summary>
    public string NameOf(Assignee assignee)
    {
        ArgumentNullException.ThrowIfNull(assignee);

        return assignee switch
        {
            { Person: { } person, Unit: { } unit } => $"{NameOf(person)} ({NameOf(unit)})",
            { Person: { } person } => NameOf(person),
            { Unit: { } unit } => NameOf(unit),
            _ => "…",
        };
    }

    /// <summary>What follows a name where work is sent to somebody who is away; empty where they are here.</summary>
    public string AwayNote(PersonId person, IStringLocalizer<Phrases> phrases)
    {
        ArgumentNullException.ThrowIfNull(phrases);

        return Roster.AbsenceOf(person, VietnamTime.DateOf(Now)) is { } absence ? $" ({phrases["Absence.Until", absence.ToOn.ToString("dd/MM", CultureInfo.InvariantCulture)]})" : "";
    }

    public string TitleOf(Person person)
    {
        ArgumentNullException.ThrowIfNull(person);

        return person.Positions is [var first, ..] ? $"{first.Title}, {NameOf(first.Unit)}" : "";
    }
}

/// <summary>Finds the reader of the page that is being made, once.</summary>
public sealed class Readers(IHttpContextAccessor http, IRecord record, IAgencies agencies, IViews views, OpenReports reports, TimeProvider clock)
{
    private Reader? reader;

    /// <summary>Null where nobody is signed in who works here.</summary>
    public async Task<Reader?> FindAsync(CancellationToken cancellationToken)
    {
        if (reader is not null) return reader;
        if (http.HttpContext?.User is not { Identity.IsAuthenticated: true } user || !user.HasClaim(claim => claim.Type == Claims.Agency)) return null;
        if (await record.RosterAsync(user.AgencyId, cancellationToken) is not { } roster || roster.Find(user.PersonId) is not { IsActive: true } person) return null;

        var now = clock.GetUtcNow();
        var counts = await views.CountsAsync(roster.Agency.Id, person.Id, now, cancellationToken);

        return reader = new(
            person,
            roster,
            await agencies.CalendarAsync(roster.Agency.Id, cancellationToken),
            now,
            counts.Waiting,
            counts.Unread)
        { IsGrantedAdministrator = user.IsGrantedAdministrator };
    }

    /// <summary>A report as the reader may read it; for everybody else's the answer is the same as for one that does not exist.</summary>
    public async Task<Report?> ReportAsync(ReportId report, CancellationToken cancellationToken) =>
        await FindAsync(cancellationToken) is { } own ? await reports.FindAsync(report, own.Roster.Agency.Id, own.Id, cancellationToken) : null;
}
