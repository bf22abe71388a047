using Domain.People;

namespace Domain.Routes;

/// <summary>The answers of a circulation's rules to what is not to be done.</summary>
public static class CirculationRefusals
{
    public static Refusal NothingWritten { get; } = new(RefusalKind.Conflict, "nothing-written",
        new("Chưa có nội dung để trình. Hãy soạn nội dung trước.", "There is no text yet. Write it first."));

    public static Refusal NothingChanged { get; } = new(RefusalKind.Invalid, "nothing-changed",
        new("Nội dung không khác phiên bản hiện tại.", "The text does not differ from the current version."));

    public static Refusal NotADraftingUnit { get; } = new(RefusalKind.Invalid, "not-a-drafting-unit",
        new("Đơn vị này không được giao soạn thảo mục này.", "This unit does not draft this section."));

    public static Refusal AlreadySubmitted { get; } = new(RefusalKind.Conflict, "already-submitted",
        new("Đơn vị đã trình bản thảo. Rút lại trước nếu cần sửa.", "The unit has submitted already. Withdraw first if it has to change."));

    public static Refusal WithoutReason { get; } = new(RefusalKind.Invalid, "without-reason",
        new("Hãy ghi lý do: ít nhất một ý kiến có nội dung.", "State the reason: at least one comment that is not empty."));

    public static Refusal NoSuchTarget { get; } = new(RefusalKind.Invalid, "no-such-target",
        new("Không thể trả lại về nơi đã chọn. Hãy chọn một bước trước đó và đơn vị soạn thảo của mục.",
            "The text cannot be returned there. Choose an earlier stage, and units that draft the section."));

    public static Refusal RemarkToNobody { get; } = new(RefusalKind.Invalid, "remark-to-nobody",
        new("Có ý kiến gửi đơn vị không được trả lại văn bản. Hãy chọn đơn vị nhận trả lại.",
            "A comment is addressed to a unit that does not get the text back. Choose one that does."));

    public static Refusal ThreadIdTaken { get; } = new(RefusalKind.Conflict, "thread-id-taken",
        new("Mã góp ý đã được dùng.", "The thread's id is taken."));

    public static Refusal NothingToWithdraw { get; } = new(RefusalKind.Conflict, "nothing-to-withdraw",
        new("Bạn không có lần trình, duyệt hoặc ký nào có thể rút lại ở đây.", "There is nothing of yours here to withdraw."));

    public static Refusal AlreadyActedOn { get; } = new(RefusalKind.Conflict, "already-acted-on",
        new("Bước tiếp theo đã xử lý nên không rút lại được. Hãy đề nghị người đang giữ văn bản trả lại.",
            "The next stage has acted, so it cannot be withdrawn. Ask whoever has the text to return it."));

    public static Refusal Stopped { get; } = new(RefusalKind.Conflict, "stopped",
        new("Báo cáo đã dừng nên không xử lý gì thêm. Mọi nội dung vẫn xem được.", "The report is stopped, so nothing more is done with it. All of it can still be read."));

    public static Refusal NotOpen { get; } = new(RefusalKind.Conflict, "assignment-not-open",
        new("Việc này đã xong hoặc không còn hiệu lực.", "This assignment is done or no longer valid."));

    public static Refusal UnsuitedPerson { get; } = new(RefusalKind.Invalid, "unsuited-person",
        new("Người được chọn không giữ chức vụ phù hợp với việc này.", "The person chosen does not hold a position that suits this assignment."));

    public static Refusal AskedAlready { get; } = new(RefusalKind.Conflict, "asked-already",
        new("Người được chọn đã được giao ở bước này.", "The person chosen has been asked at this stage already."));

    public static Refusal NotLater { get; } = new(RefusalKind.Invalid, "not-later",
        new("Hạn mới phải sau hạn hiện tại.", "The new due time must be later than the present one."));

    public static Refusal NoSuchThread { get; } = new(RefusalKind.NotFound, "no-such-thread",
        new("Không có góp ý này.", "There is no such thread."));

    public static Refusal ThreadClosed { get; } = new(RefusalKind.Conflict, "thread-closed",
        new("Góp ý đã đóng.", "The thread is closed."));

    public static Refusal NobodyToAsk(Stage stage) => new(RefusalKind.Conflict, "nobody-to-ask",
        new($"Không có ai để giao bước “{stage.Name.Vi}”. Đề nghị quản trị bổ sung người giữ chức vụ này hoặc người phụ trách lĩnh vực.",
            $"There is nobody to ask at “{stage.Name.En}”. Have an administrator fill the position, or name who is in charge of the field."));

    public static Refusal Stale(int current) => new(RefusalKind.Conflict, "stale-version",
        new($"Văn bản đã thay đổi: hiện là phiên bản {current}. Hãy xem lại nội dung mới rồi quyết định.",
            $"The text has changed: it is version {current} now. Read it again, then decide."));

    /// <summary>The page leads whoever meets this one to what they have to answer.</summary>
    public const string UnansweredCode = "unanswered-threads";

    public static Refusal Unanswered(int count) => new(RefusalKind.Conflict, UnansweredCode,
        new($"Còn {count} góp ý chưa trả lời. Hãy tiếp thu hoặc giải trình từng góp ý trước khi trình lại.",
            $"{(count == 1 ? "1 comment is" : $"{count} comments are")} not answered yet. Accept or explain each before you submit again."));

    public static Refusal OwnText(IReadOnlyList<PersonId> whoCan) => new(RefusalKind.NotAllowed, "own-text",
        new("Bạn đã soạn hoặc trình văn bản này nên không được tự duyệt, kể cả khi được ủy quyền.",
            "You wrote or submitted this text, so you may not approve it, also not by delegation."))
    { WhoCan = whoCan };

    /// <summary>Whoever stands in for somebody in other kinds of work is told that their delegation leaves this one out.</summary>
    public static Refusal NotYours(Circulation circulation, PersonId person, Roster roster, DateTimeOffset at, UnitId? unit = null)
    {
        ArgumentNullException.ThrowIfNull(circulation);
        ArgumentNullException.ThrowIfNull(roster);

        var whoCan = circulation.Deciders(roster, at, unit);
        var principal = roster.Received(person, at).Select(delegation => delegation.From).FirstOrDefault(whoCan.Contains);
        var words = circulation.Current is { } stage && roster.Find(principal) is { } whose
            ? new Words($"Việc này không giao cho bạn: ủy quyền mà bạn nhận của {whose.Name} không gồm loại việc ở bước “{stage.Name.Vi}”.",
                $"This has not been given to you: your delegation from {whose.Name} leaves out the kind of work of “{stage.Name.En}”.")
            : unit is { } drafting && roster.Find(person)?.IsIn(drafting) is true
            ? new Words("Bạn được soạn và lưu; trình là việc của người được giao.", "You write and save; submitting is for those to whom it was given.")
            : new Words("Việc này không giao cho bạn.", "This has not been given to you.");

        return new(RefusalKind.NotAllowed, "not-yours", words) { WhoCan = whoCan };
    }

    public static Refusal NotCoordinator(IReadOnlyList<PersonId> whoCan) => new(RefusalKind.NotAllowed, "not-coordinator",
        new("Chỉ Văn phòng (tổng hợp) hoặc quản trị mới làm được việc này.", "Only the Office or an administrator may do this."))
    { WhoCan = whoCan };

    public static Refusal NotEditor(IReadOnlyList<PersonId> whoCan) => new(RefusalKind.NotAllowed, "not-editor",
        new("Chỉ Văn phòng (tổng hợp) mới được sửa văn bản của mục.", "Only the Office may edit a section's text."))
    { WhoCan = whoCan };

    public static Refusal NotThreadAuthor(PersonId author) => new(RefusalKind.NotAllowed, "not-thread-author",
        new("Chỉ người nêu góp ý mới được đóng góp ý.", "Only the one who opened a thread may close it."))
    { WhoCan = [author] };

    public static Refusal WrongStage(Circulation circulation, Act act)
    {
        ArgumentNullException.ThrowIfNull(circulation);

        if (circulation.IsStopped) return Stopped;

        var (vi, en) = circulation switch
        {
            { IsWaiting: true } => ("Báo cáo còn mục chưa duyệt xong.", "The report still waits for some of its sections."),
            { IsPassed: true, Section: not null } => ("Mục này đã duyệt xong.", "This section is cleared."),
            { IsPassed: true } => ("Báo cáo đã ban hành.", "The report is issued."),
            { Current: { } stage } => ($"Văn bản đang ở bước “{stage.Name.Vi}”.", $"The text is at “{stage.Name.En}”."),
            _ => ("", ""),
        };
        var name = Acts.NameOf(act);

        return new(RefusalKind.Conflict, "wrong-stage", new($"{vi} Không thể {name.Vi} lúc này.", $"{en} You cannot {name.En} now."));
    }
}

/// <summary>What the acts are called in a sentence.</summary>
public static class Acts
{
    public static Words NameOf(Act act) => act switch
    {
        Act.Submit => new("trình", "submit"),
        Act.Approve => new("duyệt", "approve"),
        Act.Return => new("trả lại", "return"),
        Act.Withdraw => new("rút lại", "withdraw"),
        Act.Reassign => new("chuyển xử lý", "reassign"),
        Act.Extend => new("gia hạn", "extend"),
        Act.Revise => new("sửa văn bản", "edit the text"),
        Act.Amend => new("sửa nơi nhận", "amend the recipients"),
        Act.Sign => new("ký", "sign"),
        Act.Issue => new("ban hành", "issue"),
        Act.Stop => new("dừng báo cáo", "stop the report"),
        _ => throw new ArgumentOutOfRangeException(nameof(act)),
    };
}
