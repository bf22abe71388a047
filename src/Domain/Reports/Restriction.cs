using Domain.People;
using Domain.Routes;

namespace Domain.Reports;

/// <summary>To whom something confidential is open besides those who work on it (phạm vi phổ biến). Nobody named: to those alone.</summary>
public sealed record Audience(IReadOnlyList<UnitId> Units, IReadOnlyList<PersonId> People)
{
    public bool IsSameAs(Audience? other) => other is not null && Units.ToHashSet().SetEquals(other.Units) && People.ToHashSet().SetEquals(other.People);

    internal IEnumerable<string> Badges => [.. Units.Select(Domain.People.Badges.Of), .. People.Select(Domain.People.Badges.Of)];

    /// <summary>What is wrong with it; null where nothing is.</summary>
    public Refusal? Check(Roster roster)
    {
        ArgumentNullException.ThrowIfNull(roster);

        return Units.Any(unit => roster.Find(unit) is null) || People.Any(person => roster.Find(person) is not { IsActive: true }) ? RestrictionRefusals.UnknownAudience : null;
    }
}

/// <summary>Keeps a report, or one section of it, from everybody but its audience and those who work on it (hạn chế phổ biến).</summary>
public sealed record Restriction
{
    /// <summary>Null for the report as a whole.</summary>
    public SectionId? Section { get; init; }

    public required Audience Audience { get; init; }

    /// <summary>Those who were given work there in person. What somebody has worked on stays open to them.</summary>
    public IReadOnlyList<Call> Called { get; init; } = [];

    internal Restriction Calling(Circulation circulation)
    {
        if (Section is not null && Section != circulation.Section) return this;

        var given = from visit in circulation.Visits
                    join stage in circulation.Stages on visit.Stage equals stage.Key
                    from person in visit.Assignments.Select(assignment => assignment.Assignee.Person).OfType<PersonId>()
                    select new Call(person, stage.Kind);
        var called = given.Except(Called).ToList();

        return called.Count == 0 ? this : this with { Called = [.. Called, .. called] };
    }
}

/// <summary>That somebody was given work in person, and of which kind: whoever does that kind of work for them is let in with them.</summary>
public sealed record Call(PersonId Person, StageKind Work)
{
    internal IEnumerable<string> Badges => [Domain.People.Badges.Of(Person), Domain.People.Badges.For(Work, Domain.People.Badges.Of(Person))];
}

/// <summary>That whoever shows the badge may read the report, or (with a section) a restricted section of it.</summary>
public sealed record Admission(SectionId? Section, string Badge);

public static class RestrictionRefusals
{
    public static Refusal UnknownAudience { get; } = new(RefusalKind.Invalid, "unknown-audience",
        new("Đơn vị hoặc người được chọn không có trong cơ quan, hoặc đã nghỉ. Hãy chọn lại.", "A unit or person that was chosen is not in the agency, or has left. Choose again."));

    public static Refusal WithoutText { get; } = new(RefusalKind.Invalid, "restricts-heading",
        new("Chỉ mục có nội dung mới đặt hạn chế được. Hãy đặt ở từng mục bên dưới.", "Only a section with a text of its own can be restricted. Restrict the sections below it."));

    public static Refusal NothingChanged { get; } = new(RefusalKind.Conflict, "restriction-unchanged",
        new("Phạm vi phổ biến không thay đổi.", "Who may see it stays as it is."));

    public static Refusal ShutsOutYourself { get; } = new(RefusalKind.Conflict, "shuts-out-yourself",
        new("Nếu lưu, chính anh/chị sẽ không xem được nữa và không sửa lại được. Hãy thêm mình hoặc đơn vị mình vào danh sách.",
            "Saved like this, you could not see it yourself any more, nor change it back. Add yourself or your unit to the list."));

    public static Refusal WithoutReason { get; } = new(RefusalKind.Invalid, "restriction-reason",
        new("Hãy ghi lý do, dài nhất 1.000 ký tự; lý do được lưu vào nhật ký.", "State the reason, of at most 1,000 characters; it is kept in the trail."));

    public static Refusal NotYours(IReadOnlyList<PersonId> whoCan) => new(RefusalKind.NotAllowed, "not-your-restriction",
        new("Chỉ người mở báo cáo, Văn phòng (tổng hợp) hoặc quản trị mới đổi phạm vi phổ biến.", "Only whoever started the report, the Office or an administrator may change who sees it."))
    { WhoCan = whoCan };
}
