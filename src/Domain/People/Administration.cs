using System.Globalization;
using System.Net.Mail;
using System.Text;
using Domain.Calendar;
using Domain.Trail;

namespace Domain.People;

/// <summary>What an administrator may change of an agency, and what each change has to leave in order.</summary>
public sealed class Administration
{
    /// <summary>The longest name of a person, a unit, a field or a position.</summary>
    public const int LongestName = 200;

    private readonly Roster roster;
    private readonly WorkingCalendar calendar;

    private Administration(Roster roster, WorkingCalendar calendar) => (this.roster, this.calendar) = (roster, calendar);

    /// <summary>The administration in this person's hands; refused to anyone but an administrator.</summary>
    public static Outcome<Administration> Of(PersonId by, Roster roster, WorkingCalendar calendar, bool isGranted = false)
    {
        ArgumentNullException.ThrowIfNull(roster);
        ArgumentNullException.ThrowIfNull(calendar);

        return Permissions.MayAdminister(by, roster, isGranted) is { } refusal ? refusal : new Administration(roster, calendar);
    }

    /// <summary>Changes the agency's own facts: its names, its place, its symbol.</summary>
    public Outcome<AgencyChange> KeepAgency(Agency wanted, string seen)
    {
        ArgumentNullException.ThrowIfNull(wanted);

        var before = roster.Agency;
        var after = wanted with
        {
            Id = before.Id,
            Name = Clean(wanted.Name),
            NameLines = Lines(wanted.NameLines),
            Superior = Lines(wanted.Superior),
            Place = Clean(wanted.Place),
            Abbreviation = Clean(wanted.Abbreviation),
            Collective = CleanOrNull(wanted.Collective),
            SharedSeries = CleanOrNull(wanted.SharedSeries),
        };

        if (seen != Fingerprint.Of(before)) return AdministrationRefusals.ChangedMeanwhile;
        if (IsBad(after.Name) || IsBad(after.Place) || IsBad(after.Abbreviation) || after.NameLines.Count == 0 || after.NameLines.Concat(after.Superior).Any(IsBad)) return AdministrationRefusals.AgencyFacts;
        if (after.Abbreviation.Any(char.IsWhiteSpace)) return AdministrationRefusals.Symbol;

        return Changed("agency-changed", after.Name, Differences(before, after)) with { Agency = after };
    }

    /// <summary>Adds a unit, renames it, or moves it below another one.</summary>
    /// <param name="seen">The fingerprint of the unit as it was seen; of nothing for a new one.</param>
    public Outcome<AgencyChange> KeepUnit(Unit wanted, string seen)
    {
        ArgumentNullException.ThrowIfNull(wanted);

        var before = roster.Find(wanted.Id);
        var after = wanted with { Name = Clean(wanted.Name), Abbreviation = Clean(wanted.Abbreviation), IsClosed = before?.IsClosed ?? false };

        if (!IsAsSeen(before, seen)) return AdministrationRefusals.ChangedMeanwhile;
        if (IsBad(after.Name) || IsBad(after.Abbreviation)) return AdministrationRefusals.UnitNames;
        if (roster.Units.Any(unit => unit.Id != after.Id && !unit.IsClosed && Same(unit.Name, after.Name))) return AdministrationRefusals.UnitNameTaken;
        if (after.Parent is { } parent && (roster.Find(parent) is not { IsClosed: false } || Above(parent).Contains(after.Id))) return AdministrationRefusals.UnitBelowItself;

        return Changed(before is null ? "unit-added" : "unit-changed", after.Name, Differences(before, after)) with { Units = [after] };
    }

    /// <summary>Closes a unit: it keeps its name in what was, and takes no part in what comes.</summary>
    public Outcome<AgencyChange> CloseUnit(UnitId id, IReadOnlyList<OpenWork> open)
    {
        ArgumentNullException.ThrowIfNull(open);

        if (roster.Find(id) is not { IsClosed: false } unit) return AdministrationRefusals.NoSuchUnit;
        if (roster.People.Where(person => person.IsIn(id)).ToList() is { Count: > 0 } people) return AdministrationRefusals.UnitHasPeople(unit, people);
        if (roster.Units.Where(below => below.Parent == id && !below.IsClosed).ToList() is { Count: > 0 } units) return AdministrationRefusals.UnitHasUnits(unit, units);
        if (open.Count > 0) return AdministrationRefusals.UnitHasWork(unit, open);

        return Changed("unit-closed", unit.Name, []) with { Units = [unit with { IsClosed = true }] };
    }

    public Outcome<AgencyChange> ReopenUnit(UnitId id)
    {
        if (roster.Find(id) is not { IsClosed: true } unit) return AdministrationRefusals.NoSuchUnit;
        if (roster.Units.Any(other => other.Id != id && !other.IsClosed && Same(other.Name, unit.Name))) return AdministrationRefusals.UnitNameTaken;

        // What stood above it may have been closed meanwhile.
        var parent = unit.Parent is { } above && roster.Find(above) is { IsClosed: false } ? unit.Parent : null;

        return Changed("unit-reopened", unit.Name, []) with { Units = [unit with { IsClosed = false, Parent = parent }] };
    }

    /// <summary>Adds a person, or changes their name, address and positions. Whether they are active is not changed here.</summary>
    public Outcome<AgencyChange> KeepPerson(Person wanted, string seen)
    {
        ArgumentNullException.ThrowIfNull(wanted);

        var before = roster.Find(wanted.Id);
        var after = Cleaned(wanted) with { IsActive = before?.IsActive ?? true, Assistants = before?.Assistants ?? [] };

        if (!IsAsSeen(before, seen)) return AdministrationRefusals.ChangedMeanwhile;
        if (CheckPerson(after, roster.People.Where(person => person.Id != after.Id)) is { } refusal) return refusal;
        if (!after.Holds(Role.Administrator) && IsLastAdministrator(after.Id)) return AdministrationRefusals.LastAdministrator;
        if (after.IsActive && !MayBeInCharge(after) && InCharge(after.Id) is { Count: > 0 } fields) return AdministrationRefusals.InCharge(after, fields);

        return Changed(Concerned(new(before is null ? "person-added" : "person-changed", after.Name, Differences(before, after)), after)) with { People = [after] };
    }

    /// <summary>Lets a person leave. What they did keeps their name.</summary>
    /// <param name="open">What waits for them personally.</param>
    public Outcome<AgencyChange> Deactivate(PersonId id, IReadOnlyList<OpenWork> open)
    {
        ArgumentNullException.ThrowIfNull(open);

        if (roster.Find(id) is not { IsActive: true } person) return AdministrationRefusals.NoSuchPerson;
        if (IsLastAdministrator(id)) return AdministrationRefusals.LastAdministrator;
        if (InCharge(id) is { Count: > 0 } fields) return AdministrationRefusals.InCharge(person, fields);
        if (open.Count > 0) return AdministrationRefusals.PersonHasWork(person, open);

        return Changed(Concerned(new("person-deactivated", person.Name, []), person)) with { People = [person with { IsActive = false }] };
    }

    public Outcome<AgencyChange> Reactivate(PersonId id)
    {
        if (roster.Find(id) is not { IsActive: false } person) return AdministrationRefusals.NoSuchPerson;

        var after = person with { IsActive = true };
        if (CheckPerson(after, roster.People.Where(other => other.Id != id)) is { } refusal) return refusal;

        return Changed(Concerned(new("person-reactivated", person.Name, []), person)) with { People = [after] };
    }

    /// <summary>Adds several people at once: all, or none.</summary>
    public Outcome<AgencyChange> AddPeople(IReadOnlyList<(int Line, Person Person)> wanted)
    {
        ArgumentNullException.ThrowIfNull(wanted);

        var (people, faults) = (roster.People.ToList(), new List<Fault>());
        var added = new List<Person>();

        foreach (var (line, person) in wanted)
        {
            var after = Cleaned(person) with { IsActive = true };
            if (CheckPerson(after, people) is { } refusal) faults.Add(new(refusal.Code, line, refusal.Message));

            people.Add(after);
            added.Add(after);
        }

        return faults.Count > 0
            ? AdministrationRefusals.ImportFaults(faults)
            : new AgencyChange { People = added, Facts = [.. added.Select(person => Concerned(new("person-added", person.Name, Differences(null, person)), person))] };
    }

    /// <summary>Adds a field, renames it, or puts another leader in charge of it.</summary>
    public Outcome<AgencyChange> KeepField(Field wanted, string seen)
    {
        ArgumentNullException.ThrowIfNull(wanted);

        var before = roster.Find(wanted.Id);
        var after = wanted with { Name = Clean(wanted.Name) };

        if (!IsAsSeen(before, seen)) return AdministrationRefusals.ChangedMeanwhile;
        if (IsBad(after.Name)) return AdministrationRefusals.FieldName;
        if (roster.Fields.Any(field => field.Id != after.Id && Same(field.Name, after.Name))) return AdministrationRefusals.FieldNameTaken;
        if (after.InCharge is { } person && (roster.Find(person) is not { } leader || !MayBeInCharge(leader))) return AdministrationRefusals.NotALeader;

        return Changed(before is null ? "field-added" : "field-changed", after.Name, [.. Different("name", before?.Name, after.Name), .. Different("inCharge", NameOf(before?.InCharge), NameOf(after.InCharge))])
            with
        { Fields = [after] };
    }

    /// <summary>Lets a day be off, or worked, by the agency's own decision or by a notice that is not among the official days yet.</summary>
    /// <param name="workedOn">The day on which a day off is worked in exchange; null for none.</param>
    public Outcome<AgencyChange> KeepDay(CalendarDay wanted, DateOnly? workedOn = null)
    {
        ArgumentNullException.ThrowIfNull(wanted);

        if (string.IsNullOrWhiteSpace(wanted.Notice) || wanted.Notice.Length > LongestName) return AdministrationRefusals.DayNotice;

        var day = wanted with { Notice = Clean(wanted.Notice) };
        IReadOnlyList<CalendarDay> days = workedOn is { } worked
            ? [day with { Kind = DayKind.Swapped }, new(worked, DayKind.Worked, day.Notice, day.Proposed)]
            : [day];

        if (days.Any(one => Math.Abs(one.On.Year - 2050) > 60)) return AdministrationRefusals.DayYear;
        if (days.Any(one => one.Kind is not (DayKind.Worked or DayKind.Statutory) && IsWeekend(one.On))) return AdministrationRefusals.DayIsOff;
        if (days.Any(one => one.Kind == DayKind.Worked && !IsWeekend(one.On))) return AdministrationRefusals.DayIsWorked;

        return new AgencyChange
        {
            Days = days,
            Facts = [.. days.Select(one => new AgencyFact("day-kept", On(one.On), [.. Different("day", Told(calendar.Find(one.On)), Told(one))]))],
        };
    }

    /// <summary>Lets a day be again what the week and the official days make of it.</summary>
    public Outcome<AgencyChange> TakeDayBack(DateOnly on) =>
        calendar.Find(on) is { } day && IsOwn(day)
            ? Changed("day-taken-back", On(on), Different("day", Told(day), Told(WorkingCalendar.Official.Find(on)))) with { DaysTakenBack = [on] }
            : AdministrationRefusals.NotOwnDay;

    /// <summary>Whether the agency itself decided on the day.</summary>
    public static bool IsOwn(CalendarDay day)
    {
        ArgumentNullException.ThrowIfNull(day);

        return WorkingCalendar.Official.Find(day.On) != day;
    }

    /// <summary>Those who may be in charge of a field.</summary>
    public static bool MayBeInCharge(Person person)
    {
        ArgumentNullException.ThrowIfNull(person);

        return person.Holds(Role.ViceChair) || person.Holds(Role.Chairman);
    }

    private Refusal? CheckPerson(Person person, IEnumerable<Person> others) =>
        IsBad(person.Name) ? AdministrationRefusals.PersonName
        : !IsAddress(person.Email) ? AdministrationRefusals.PersonEmail
        : others.FirstOrDefault(other => string.Equals(other.Email, person.Email, StringComparison.OrdinalIgnoreCase)) is { } taken ? AdministrationRefusals.EmailTaken(taken)
        : person.Positions.Count == 0 ? AdministrationRefusals.WithoutPosition
        : person.Positions.Any(position => IsBad(position.Title)) ? AdministrationRefusals.PositionTitle
        : person.Positions.Any(position => roster.Find(position.Unit) is not { IsClosed: false }) ? AdministrationRefusals.PositionUnit
        : null;

    private bool IsLastAdministrator(PersonId id) => roster.Holders(Role.Administrator) is [var last] && last.Id == id;

    private List<Field> InCharge(PersonId id) => [.. roster.Fields.Where(field => field.InCharge == id).OrderBy(field => field.Name, StringComparer.Ordinal)];

    private IEnumerable<UnitId> Above(UnitId id)
    {
        for (UnitId? unit = id; unit is { } one; unit = roster.Find(one)?.Parent) yield return one;
    }

    private IReadOnlyList<Alteration> Differences(Unit? before, Unit after) =>
    [
        .. Different("name", before?.Name, after.Name),
        .. Different("abbreviation", before?.Abbreviation, after.Abbreviation),
        .. Different("parent", NameOf(before?.Parent), NameOf(after.Parent)),
    ];

    private IReadOnlyList<Alteration> Differences(Person? before, Person after) =>
    [
        .. Different("name", before?.Name, after.Name),
        .. Different("email", before?.Email, after.Email),
        .. Different("positions", before is null ? null : PositionsOf(before), PositionsOf(after)),
    ];

    private static IReadOnlyList<Alteration> Differences(Agency before, Agency after) =>
    [
        .. Different("name", before.Name, after.Name),
        .. Different("nameLines", string.Join(" / ", before.NameLines), string.Join(" / ", after.NameLines)),
        .. Different("superior", string.Join(" / ", before.Superior), string.Join(" / ", after.Superior)),
        .. Different("place", before.Place, after.Place),
        .. Different("abbreviation", before.Abbreviation, after.Abbreviation),
        .. Different("collective", before.Collective, after.Collective),
        .. Different("sharedSeries", before.SharedSeries, after.SharedSeries),
    ];

    private static IReadOnlyList<Alteration> Different(string of, string? before, string? after) => (before ?? "") == (after ?? "") ? [] : [new(of, before, after)];

    private static AgencyChange Changed(string what, string subject, IReadOnlyList<Alteration> alterations) => Changed(new(what, subject, alterations));

    private static AgencyChange Changed(AgencyFact fact) =>
        fact.Alterations.Count == 0 && fact.What.EndsWith("-changed", StringComparison.Ordinal) ? AgencyChange.Nothing : new() { Facts = [fact] };

    /// <summary>Who may do what hangs on positions, and on being here; a name or an address alone changes nothing of it.</summary>
    private static AgencyFact Concerned(AgencyFact fact, Person person) =>
        fact.What == "person-changed" && fact.Alterations.All(alteration => alteration.Of != "positions")
            ? fact
            : fact with { Concern = new(SecurityKind.PermissionsChanged, person.Id) };

    private string PositionsOf(Person person) => string.Join("; ", person.Positions.Select(position =>
        $"{(position.IsActing ? "Q. " : "")}{position.Title}, {NameOf(position.Unit)} ({position.Role})"));

    private string? NameOf(UnitId? unit) => unit is { } id ? roster.Find(id)?.Name : null;

    private string? NameOf(PersonId? person) => person is { } id ? roster.Find(id)?.Name : null;

    private static Person Cleaned(Person person) => person with
    {
        Name = Clean(person.Name),
        Email = Clean(person.Email),
        Positions = [.. person.Positions.Select(position => position with { Title = Clean(position.Title) })],
    };

    private static bool IsAsSeen<T>(T? known, string seen)
        where T : class => seen == (known is null ? Fingerprint.OfNothing : Fingerprint.Of(known));

    private static bool IsAddress(string email) => email.Length <= LongestName && MailAddress.TryCreate(email, out var address) && address.Address == email;

    private static bool IsBad(string text) => text.Length is 0 or > LongestName || text.Any(char.IsControl);

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private static bool IsWeekend(DateOnly date) => date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    private static string Clean(string text) => text.Trim().Normalize(NormalizationForm.FormC);

    private static string? CleanOrNull(string? text) => string.IsNullOrWhiteSpace(text) ? null : Clean(text);

    private static IReadOnlyList<string> Lines(IReadOnlyList<string> lines) => [.. lines.Select(Clean).Where(line => line.Length > 0)];

    private static string On(DateOnly date) => date.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    private static string? Told(CalendarDay? day) => day is null ? null : $"{day.Kind}, {day.Notice}";
}

public static class AdministrationRefusals
{
    /// <summary>How many of a list a refusal names.</summary>
    private const int Named = 20;

    public static Refusal ChangedMeanwhile { get; } = new(RefusalKind.Conflict, "agency-changed-meanwhile",
        new("Người khác vừa sửa mục này. Hãy xem bản hiện tại rồi sửa lại.", "Somebody else has just changed this. Look at what is there now, then change it again."));

    public static Refusal AgencyFacts { get; } = new(RefusalKind.Invalid, "agency-facts",
        new($"Hãy ghi tên cơ quan, các dòng tên trên văn bản, địa danh và chữ viết tắt, mỗi mục dài nhất {Administration.LongestName} ký tự.",
            $"Give the agency's name, its lines in the letterhead, its place and its abbreviation, each of at most {Administration.LongestName} characters."));

    public static Refusal Symbol { get; } = new(RefusalKind.Invalid, "agency-symbol",
        new("Chữ viết tắt trong ký hiệu văn bản không có khoảng trắng.", "The abbreviation in the symbol of documents holds no spaces."));

    public static Refusal NoSuchUnit { get; } = new(RefusalKind.NotFound, "no-such-unit",
        new("Không có đơn vị này, hoặc trạng thái của đơn vị vừa thay đổi. Hãy tải lại trang.", "There is no such unit, or it was closed or opened just now. Load the page again."));

    public static Refusal UnitNames { get; } = new(RefusalKind.Invalid, "unit-names",
        new("Hãy ghi tên và chữ viết tắt của đơn vị.", "Give the unit's name and its abbreviation."));

    public static Refusal UnitNameTaken { get; } = new(RefusalKind.Conflict, "unit-name-taken",
        new("Đã có đơn vị mang tên này.", "There is a unit of that name."));

    public static Refusal UnitBelowItself { get; } = new(RefusalKind.Invalid, "unit-below-itself",
        new("Đơn vị cấp trên phải đang hoạt động, và không thuộc chính đơn vị này.", "The unit above must be open, and not be below this one."));

    public static Refusal NoSuchPerson { get; } = new(RefusalKind.NotFound, "no-such-person",
        new("Không có người này, hoặc trạng thái của người này vừa thay đổi. Hãy tải lại trang.", "There is no such person, or they were let go or taken back just now. Load the page again."));

    public static Refusal PersonName { get; } = new(RefusalKind.Invalid, "person-name",
        new("Hãy ghi họ tên.", "Give the name."));

    public static Refusal PersonEmail { get; } = new(RefusalKind.Invalid, "person-email",
        new("Hãy ghi địa chỉ email đầy đủ, ví dụ nvan@coquan.gov.vn.", "Give a complete e-mail address, such as nvan@coquan.gov.vn."));

    public static Refusal WithoutPosition { get; } = new(RefusalKind.Invalid, "person-without-position",
        new("Hãy ghi ít nhất một chức vụ: đơn vị, vai trò và chức danh.", "Give at least one position: unit, role and title."));

    public static Refusal PositionTitle { get; } = new(RefusalKind.Invalid, "position-title",
        new("Hãy ghi chức danh như dưới chữ ký, ví dụ “Phó Trưởng phòng”.", "Give each position's title as it stands under a signature."));

    public static Refusal PositionUnit { get; } = new(RefusalKind.Invalid, "position-unit",
        new("Đơn vị của chức vụ không có, hoặc đã đóng. Hãy chọn đơn vị khác.", "The position's unit does not exist or is closed. Choose another one."));

    public static Refusal LastAdministrator { get; } = new(RefusalKind.Conflict, "last-administrator",
        new("Đây là quản trị duy nhất còn hoạt động. Hãy giao vai trò quản trị cho một người khác trước.",
            "This is the last active administrator. Make somebody else an administrator first."));

    public static Refusal NoSuchField { get; } = new(RefusalKind.NotFound, "no-such-field",
        new("Không có lĩnh vực này. Hãy tải lại trang.", "There is no such field. Load the page again."));

    public static Refusal FieldName { get; } = new(RefusalKind.Invalid, "field-name",
        new("Hãy ghi tên lĩnh vực.", "Give the field's name."));

    public static Refusal FieldNameTaken { get; } = new(RefusalKind.Conflict, "field-name-taken",
        new("Đã có lĩnh vực mang tên này.", "There is a field of that name."));

    public static Refusal NotALeader { get; } = new(RefusalKind.Invalid, "field-not-a-leader",
        new("Chỉ chủ tịch hoặc phó chủ tịch đang làm việc mới phụ trách lĩnh vực.", "Only an active chairman or vice-chair may be in charge of a field."));

    public static Refusal DayNotice { get; } = new(RefusalKind.Invalid, "day-notice",
        new("Hãy ghi căn cứ: thông báo hoặc quyết định nào cho nghỉ, làm bù.", "State the notice or decision by which the day is off, or worked."));

    public static Refusal DayYear { get; } = new(RefusalKind.Invalid, "day-year",
        new("Hãy chọn ngày từ năm 1990 đến 2110.", "Choose a day from 1990 to 2110."));

    public static Refusal DayIsOff { get; } = new(RefusalKind.Invalid, "day-is-off",
        new("Ngày này là thứ Bảy hoặc Chủ nhật, vốn đã nghỉ.", "That day is a Saturday or Sunday, which is off anyway."));

    public static Refusal DayIsWorked { get; } = new(RefusalKind.Invalid, "day-is-worked",
        new("Ngày làm bù phải là thứ Bảy hoặc Chủ nhật.", "A day worked in exchange must be a Saturday or Sunday."));

    public static Refusal NotOwnDay { get; } = new(RefusalKind.Conflict, "not-own-day",
        new("Ngày này theo lịch chung của Nhà nước, không phải do cơ quan đặt. Nếu cơ quan làm khác, hãy đặt một ngày riêng.",
            "That day is an official one, not the agency's. Where the agency does otherwise, set a day of its own."));

    public static Refusal NotAdministrator(IReadOnlyList<PersonId> whoCan) => new(RefusalKind.NotAllowed, "not-administrator",
        new("Chỉ quản trị mới sửa được phần này.", "Only an administrator may change this."))
    { WhoCan = whoCan };

    public static Refusal EmailTaken(Person by)
    {
        ArgumentNullException.ThrowIfNull(by);

        return new(RefusalKind.Conflict, "email-taken", new($"Email này đã là của {by.Name}.", $"That e-mail address is {by.Name}'s."));
    }

    public static Refusal UnitHasPeople(Unit unit, IReadOnlyList<Person> people)
    {
        ArgumentNullException.ThrowIfNull(unit);
        ArgumentNullException.ThrowIfNull(people);

        return new(RefusalKind.Conflict, "unit-has-people",
            new($"{unit.Name} còn {people.Count} người đang làm việc. Hãy chuyển họ sang đơn vị khác trước.", $"{unit.Name} still has {people.Count} active people. Move them to another unit first."))
        { Faults = [.. people.Take(Named).Select(person => new Fault("person", null, new(person.Name, person.Name)))] };
    }

    public static Refusal UnitHasUnits(Unit unit, IReadOnlyList<Unit> below)
    {
        ArgumentNullException.ThrowIfNull(unit);
        ArgumentNullException.ThrowIfNull(below);

        return new(RefusalKind.Conflict, "unit-has-units",
            new($"{unit.Name} còn {below.Count} đơn vị trực thuộc. Hãy chuyển hoặc đóng các đơn vị đó trước.", $"{below.Count} units stand below {unit.Name}. Move or close these first."))
        { Faults = [.. below.Take(Named).Select(one => new Fault("unit", null, new(one.Name, one.Name)))] };
    }

    public static Refusal UnitHasWork(Unit unit, IReadOnlyList<OpenWork> open)
    {
        ArgumentNullException.ThrowIfNull(unit);
        ArgumentNullException.ThrowIfNull(open);

        return new(RefusalKind.Conflict, "unit-has-work",
            new($"{unit.Name} còn {open.Count} việc đang mở. Hãy hoàn thành các việc đó trước.", $"{open.Count} assignments of {unit.Name} are open. Finish these first."))
        { Faults = Told(open) };
    }

    public static Refusal PersonHasWork(Person person, IReadOnlyList<OpenWork> open)
    {
        ArgumentNullException.ThrowIfNull(person);
        ArgumentNullException.ThrowIfNull(open);

        return new(RefusalKind.Conflict, "person-has-work",
            new($"{person.Name} còn {open.Count} việc đang mở. Hãy chuyển các việc này cho người khác trước.", $"{open.Count} assignments wait for {person.Name}. Give these to somebody else first."))
        { Faults = Told(open) };
    }

    public static Refusal InCharge(Person person, IReadOnlyList<Field> fields)
    {
        ArgumentNullException.ThrowIfNull(person);
        ArgumentNullException.ThrowIfNull(fields);

        return new(RefusalKind.Conflict, "person-in-charge",
            new($"{person.Name} đang phụ trách {fields.Count} lĩnh vực. Hãy giao các lĩnh vực này cho lãnh đạo khác trước.", $"{person.Name} is in charge of {fields.Count} fields. Put another leader in charge of these first."))
        { Faults = [.. fields.Take(Named).Select(field => new Fault("field", null, new(field.Name, field.Name)))] };
    }

    public static Refusal ImportFaults(IReadOnlyList<Fault> faults)
    {
        ArgumentNullException.ThrowIfNull(faults);

        return new(RefusalKind.Invalid, "import-faults",
            new($"Danh sách có {faults.Count} lỗi; chưa thêm ai. Hãy sửa rồi gửi lại.", $"The list has {faults.Count} faults; nobody was added. Correct it, then send it again."))
        { Faults = [.. faults.OrderBy(fault => fault.Line).Take(Named * 5)] };
    }

    private static IReadOnlyList<Fault> Told(IReadOnlyList<OpenWork> open) =>
    [
        .. open.Take(Named).Select(work => new Fault("open-work", null, work.IsRestricted
            ? new("Một việc thuộc diện hạn chế phổ biến", "Work that is restricted to some of the agency")
            : work.Heading is { } heading
            ? new($"Mục “{heading}”, {work.Abstract}", $"Section “{heading}”, {work.Abstract}")
            : new($"Toàn báo cáo, {work.Abstract}", $"The whole report, {work.Abstract}"))),
    ];
}
