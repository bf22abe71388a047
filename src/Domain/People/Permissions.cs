using Domain.Reports;
using Domain.Routes;

namespace Domain.People;

/// <summary>
/// Who may do what in an agency. Each power is one question: null where nothing is in the way, and else why not and who can. Whoever is not named may not; whoever has left is never named.
/// What hangs on where a text stands is asked of the text: who may decide, sign, issue, write and answer, of <see cref="Circulation"/> (its questions are called May, too,
/// and rest on <see cref="Circulation.SeatOf"/>); who may amend a report or send it back, of <see cref="Report.MayAmend"/> and <see cref="Report.MayReturn"/>;
/// who may see it, of <see cref="Report.IsOpenTo(PersonId, SectionId?, Roster, DateTimeOffset)"/>, and who may change that, of <see cref="Report.MayRestrict"/>.
/// </summary>
public static class Permissions
{
    /// <summary>To start a report.</summary>
    public static Refusal? MayStart(PersonId by, Roster roster) => Among(Circulation.Coordinators(roster), by, roster, PermissionRefusals.NotTheOffice);

    /// <summary>To keep templates.</summary>
    public static Refusal? MayKeepTemplates(PersonId by, Roster roster) => MayStart(by, roster);

    /// <summary>To keep routes.</summary>
    public static Refusal? MayKeepRoutes(PersonId by, Roster roster) => MayStart(by, roster);

    /// <summary>To make a template of a report, whose texts it keeps.</summary>
    /// <param name="seen">The report as whoever wants to may read it.</param>
    public static Refusal? MayMakeTemplateOf(Report seen, Roster roster)
    {
        ArgumentNullException.ThrowIfNull(seen);
        ArgumentNullException.ThrowIfNull(roster);

        return seen.Withheld.Count == 0 ? null : PermissionRefusals.NotAllSeen([.. roster.Holders(Role.Consolidator).Select(person => person.Id)]);
    }

    /// <summary>To administer: to keep the agency, its units, people, fields and days, and to read its trail and its security trail.</summary>
    /// <param name="isGranted">Whether the organisation's directory makes them an administrator for as long as they are signed in; of the agency they have to be all the same.</param>
    public static Refusal? MayAdminister(PersonId by, Roster roster, bool isGranted = false)
    {
        ArgumentNullException.ThrowIfNull(roster);

        return Among(Administrators(roster), by, roster, AdministrationRefusals.NotAdministrator, isGranted);
    }

    /// <summary>To hand a person's work to another: it is theirs to decide, and an administrator records it for them.</summary>
    /// <param name="isGranted">As in <see cref="MayAdminister"/>, here and below.</param>
    public static Refusal? MayDelegate(PersonId by, PersonId principal, Roster roster, bool isGranted = false) =>
        Among([principal, .. Administrators(roster)], by, roster, PermissionRefusals.NotYourDelegation, isGranted);

    /// <summary>To prepare a delegation that holds once its principal has confirmed it.</summary>
    public static Refusal? MayPrepareDelegation(PersonId by, PersonId principal, Roster roster, bool isGranted = false) =>
        Among([principal, .. AssistantsOf(principal, roster), .. Administrators(roster)], by, roster, PermissionRefusals.NotYourDelegation, isGranted);

    /// <summary>To confirm what an assistant prepared: nobody but whose work it is.</summary>
    public static Refusal? MayConfirm(PersonId by, Delegation prepared, Roster roster)
    {
        ArgumentNullException.ThrowIfNull(prepared);

        return Among([prepared.From], by, roster, PermissionRefusals.NotYoursToConfirm);
    }

    /// <summary>To end a delegation before its time; an assistant drops only what is not confirmed.</summary>
    public static Refusal? MayEnd(PersonId by, Delegation delegation, Roster roster, bool isGranted = false)
    {
        ArgumentNullException.ThrowIfNull(delegation);

        return delegation.PreparedBy is null ? MayDelegate(by, delegation.From, roster, isGranted) : MayPrepareDelegation(by, delegation.From, roster, isGranted);
    }

    /// <summary>To say when a person is away, and to know why.</summary>
    public static Refusal? MaySetAbsences(PersonId by, PersonId person, Roster roster, bool isGranted = false) =>
        Among([person, .. AssistantsOf(person, roster), .. Administrators(roster)], by, roster, AbsenceRefusals.NotYours, isGranted);

    /// <summary>To say who assists a person.</summary>
    public static Refusal? MayNameAssistants(PersonId by, PersonId leader, Roster roster, bool isGranted = false) =>
        Among([leader, .. Administrators(roster)], by, roster, PermissionRefusals.NotYourAssistants, isGranted);

    /// <summary>To see what waits for a person, as far as one may see it at all.</summary>
    public static Refusal? MaySeeWorkOf(PersonId by, PersonId person, Roster roster) => Among([person, .. AssistantsOf(person, roster)], by, roster, PermissionRefusals.NotYourLeader);

    private static IEnumerable<PersonId> AssistantsOf(PersonId person, Roster roster)
    {
        ArgumentNullException.ThrowIfNull(roster);

        return roster.Find(person)?.Assistants ?? [];
    }

    private static IEnumerable<PersonId> Administrators(Roster roster)
    {
        ArgumentNullException.ThrowIfNull(roster);

        return roster.Holders(Role.Administrator).Select(person => person.Id);
    }

    private static Refusal? Among(IEnumerable<PersonId> people, PersonId by, Roster roster, Func<IReadOnlyList<PersonId>, Refusal> refusal, bool isGranted = false)
    {
        if (isGranted && roster.Find(by) is { IsActive: true }) return null;

        IReadOnlyList<PersonId> may = [.. people.Distinct().Where(person => roster.Find(person) is { IsActive: true })];

        return may.Contains(by) ? null : refusal(may);
    }
}

public static class PermissionRefusals
{
    public static Refusal NotTheOffice(IReadOnlyList<PersonId> whoCan) => new(RefusalKind.NotAllowed, "not-the-office",
        new("Chỉ Văn phòng (tổng hợp) hoặc quản trị mới mở được báo cáo.", "Only the Office or an administrator may start a report."))
    { WhoCan = whoCan };

    public static Refusal NotAllSeen(IReadOnlyList<PersonId> whoCan) => new(RefusalKind.NotAllowed, "not-all-seen",
        new("Báo cáo có phần hạn chế phổ biến mà anh/chị không được xem. Hãy nhờ Văn phòng tạo mẫu.", "Some of the report is kept from you. Ask the Office to make the template."))
    { WhoCan = whoCan };

    public static Refusal NotYourDelegation(IReadOnlyList<PersonId> whoCan) => new(RefusalKind.NotAllowed, "not-your-delegation",
        new("Chỉ người ủy quyền hoặc quản trị mới lập hoặc kết thúc được ủy quyền; người giúp việc soạn sẵn để người ủy quyền xác nhận.",
            "Only the one who delegates, or an administrator, may set up or end a delegation; their assistants prepare it for them to confirm."))
    { WhoCan = whoCan };

    public static Refusal NotYoursToConfirm(IReadOnlyList<PersonId> whoCan) => new(RefusalKind.NotAllowed, "not-yours-to-confirm",
        new("Chỉ chính người ủy quyền mới xác nhận được ủy quyền soạn sẵn.", "Only the one who delegates may confirm a delegation that was prepared for them."))
    { WhoCan = whoCan };

    public static Refusal NotYourAssistants(IReadOnlyList<PersonId> whoCan) => new(RefusalKind.NotAllowed, "not-your-assistants",
        new("Chỉ lãnh đạo được giúp việc hoặc quản trị mới cử hoặc thôi cử người giúp việc.", "Only the one who is assisted, or an administrator, may name an assistant or let one go."))
    { WhoCan = whoCan };

    public static Refusal NotYourLeader(IReadOnlyList<PersonId> whoCan) => new(RefusalKind.NotAllowed, "not-your-leader",
        new("Chỉ người được giao việc và người giúp việc của họ mới xem được danh sách này.", "Only the one for whom it waits, and their assistants, may see this list."))
    { WhoCan = whoCan };
}
