using System.Security.Cryptography;
using System.Text;
using Domain.People;
using Domain.Routes;

namespace Domain.Reports;

public enum ReportState
{
    /// <summary>Some section is still on its way.</summary>
    InSections,

    /// <summary>All sections are cleared; the report itself is on its way to the signature.</summary>
    Complete,

    /// <summary>Signed, not yet numbered.</summary>
    Signed,

    Issued,

    /// <summary>Issued, and called back since.</summary>
    Recalled,

    /// <summary>Given up before its signature.</summary>
    Stopped,
}

public static class ReportStates
{
    extension(ReportState state)
    {
        /// <summary>Something is still to be done.</summary>
        public bool IsUnderWay => state is ReportState.InSections or ReportState.Complete or ReportState.Signed;
    }
}

/// <summary>One document being produced (báo cáo): which of its sections are cleared, and the circulation of the whole.</summary>
public sealed partial record Report
{
    public required ReportPlan Plan { get; init; }

    /// <summary>Nơi nhận, each without its closing mark. The Office may amend them until the signature.</summary>
    public required IReadOnlyList<string> Recipients { get; init; }

    /// <summary>The cleared sections with the versions that were cleared.</summary>
    public IReadOnlyDictionary<SectionId, TextVersion> Cleared { get; init; } = new Dictionary<SectionId, TextVersion>();

    /// <summary>The report's own circulation; it waits until every section is cleared.</summary>
    public required Circulation Own { get; init; }

    /// <summary>The last signature; it counts only while <see cref="IsSigned"/>.</summary>
    public Signature? Signature { get; init; }

    /// <summary>Null until it is issued.</summary>
    public Imprint? Imprint { get; init; }

    public ReportId Id => Plan.Id;

    public bool IsComplete => Plan.Leaves.All(section => Cleared.ContainsKey(section.Id));

    /// <summary>The signature stands for the present version.</summary>
    public bool IsSigned => Signature is { } signature && Own.Approvals.Any(approval => approval.Decision == signature.Decision && approval.Version == Own.Text?.Number);

    public ReportState State => this switch
    {
        { Stopped: not null } => ReportState.Stopped,
        { Recall: not null } => ReportState.Recalled,
        { Imprint: not null } => ReportState.Issued,
        { IsSigned: true } => ReportState.Signed,
        { Own.IsWaiting: true } => ReportState.InSections,
        _ => ReportState.Complete,
    };

    /// <summary>The report's symbol: "BC-UBND".</summary>
    public string SymbolIn(Agency agency)
    {
        ArgumentNullException.ThrowIfNull(agency);

        return $"{Plan.TypeSymbol}-{agency.Abbreviation}";
    }

    public static Report Start(ReportPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);

        return new() { Plan = plan, Recipients = plan.Recipients, Own = new() { Report = plan.Id, Stages = plan.Route.ReportStages, At = Circulation.Waiting }, Restrictions = [.. plan.Restrictions] };
    }

    /// <summary>Whether the stage that follows the sections has acted, so that no clearing can be withdrawn any more.</summary>
    public bool HasActedOnSections => !Own.IsWaiting && (Own.At > 0 || Own.Assignments.Any(assignment => assignment.Answer is not null));

    /// <summary>Takes note of where a section stands now.</summary>
    public Report With(Circulation section)
    {
        ArgumentNullException.ThrowIfNull(section);

        // Whoever is given work on something restricted may read it from then on.
        var restrictions = Restrictions.Count == 0 ? Restrictions : [.. Restrictions.Select(restriction => restriction.Calling(section))];
        if (section.Section is not { } id) return this with { Own = section, Restrictions = restrictions };

        var cleared = Cleared.Where(pair => pair.Key != id).ToDictionary();
        if (section is { IsPassed: true, Text: { } text }) cleared.Add(id, text);

        return this with { Cleared = cleared, Restrictions = restrictions };
    }

    /// <summary>What the whole report says, by the names of its texts: the bytes of its own version.</summary>
    public string Manifest()
    {
        var text = new StringBuilder();
        text.Append("report ").Append(Id.Value).Append('\n');
        text.Append("abstract ").Append(Plan.Abstract).Append('\n');
        foreach (var recipient in Recipients) text.Append("recipient ").Append(recipient).Append('\n');
        foreach (var section in Plan.Leaves)
        {
            if (Cleared.TryGetValue(section.Id, out var version))
                text.Append("section ").Append(section.Id.Value).Append(" version ").Append(version.Number).Append(" sha256 ").Append(version.Sha256).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>The version of the whole that its cleared sections make up.</summary>
    public TextVersion Assembled(DateTimeOffset at)
    {
        var bytes = Encoding.UTF8.GetBytes(Manifest());

        return new()
        {
            Number = (Own.Text?.Number ?? 0) + 1,
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes)),
            Length = bytes.Length,
            Hands = [.. Cleared.Values.SelectMany(text => text.Hands).Distinct()],
            At = at,
        };
    }

    /// <summary>What keeps this person from editing a section's text; null where nothing does. The signature is for the texts as they are: after it, only a return leads back.</summary>
    public Refusal? MayRevise(Circulation section, PersonId person, Roster roster)
    {
        ArgumentNullException.ThrowIfNull(section);

        return section.MayRevise(person, roster) ?? (State is ReportState.Signed or ReportState.Issued or ReportState.Recalled ? ReportRefusals.AlreadySigned : null);
    }

    /// <summary>What keeps this person from amending the recipients; null where nothing does.</summary>
    public Refusal? MayAmend(PersonId person, Roster roster) => State switch
    {
        ReportState.Issued or ReportState.Recalled or ReportState.Stopped => CirculationRefusals.WrongStage(Own, Act.Amend),
        ReportState.Signed => ReportRefusals.AlreadySigned,
        _ => Circulation.MayCoordinate(person, roster),
    };

    /// <summary>The recipients as the Office wants them. Where the report was complete already, it is another version now, and who approved it is asked again.</summary>
    public Outcome<Amended> Decide(Amend amend, Roster roster)
    {
        ArgumentNullException.ThrowIfNull(amend);

        if (MayAmend(amend.By, roster) is { } refusal) return refusal;
        if (amend.Recipients.Count == 0 || amend.Recipients.Any(string.IsNullOrWhiteSpace)) return ReportRefusals.WithoutRecipients;
        if (amend.Recipients.SequenceEqual(Recipients)) return CirculationRefusals.NothingChanged;

        var report = this with { Recipients = amend.Recipients };
        if (Own.IsWaiting) return new Amended(report, new(Own, amend, new Move.Stay()));

        var own = Own with { Text = report.Assembled(amend.At), Approvals = [], CameFrom = null };

        return new Amended(report, Own.At == 0
            ? new(own.AskedAgain(), amend, new Move.Stay())
            : new(own.Closed(amend.At), amend, new Move.Back(Own.Stages[0].Key, [])));
    }

    /// <summary>What keeps this person from returning sections, or the whole, from the report's stage; null where nothing does.</summary>
    public Refusal? MayReturn(PersonId person, Roster roster, DateTimeOffset at) => Own.IsPassed
        ? CirculationRefusals.WrongStage(Own, Act.Return)
        : Own.MayReturn(person, roster, at);

    /// <summary>The stages to which the report's current stage may return a section.</summary>
    public IReadOnlyList<Stage> SectionReturnTargets => Own.Current is { } stage
        ? [.. Plan.Route.SectionStages.Where(target => stage.ReturnsTo is not { } allowed || allowed.Contains(target.Key))]
        : [];

    /// <summary>Sends chosen sections back; all others stay cleared.</summary>
    /// <param name="sections">The circulations of the sections that the targets name.</param>
    public Outcome<SectionsReturned> ReturnSections(Return back, IReadOnlyList<Circulation> sections, Roster roster)
    {
        ArgumentNullException.ThrowIfNull(back);

        if (MayReturn(back.By, roster, back.At) is { } refusal) return refusal;
        if (Own.Text is not { } text || Own.SeatOf(back.By, roster, back.At) is not { } seat) return CirculationRefusals.NotYours(Own, back.By, roster, back.At);
        if (back.Version != text.Number) return CirculationRefusals.Stale(text.Number);
        if (back.Remarks.Count == 0) return CirculationRefusals.WithoutReason;
        if (back.Targets.Count == 0 || back.Targets.DistinctBy(target => target.Section).Count() != back.Targets.Count) return CirculationRefusals.NoSuchTarget;
        if (back.Remarks.Any(remark => !back.Targets.Any(target => target.Section == remark.Section))) return CirculationRefusals.RemarkToNobody;

        var rulings = new List<Ruling>();
        foreach (var target in back.Targets)
        {
            if (sections.FirstOrDefault(section => section.Section == target.Section) is not { } section) return CirculationRefusals.NoSuchTarget;
            if (!SectionReturnTargets.Any(stage => stage.Key == target.Stage)) return CirculationRefusals.NoSuchTarget;

            var sent = section.SendBack(target, [.. back.Remarks.Where(remark => remark.Section == target.Section)], back.By);
            if (sent.IsRefused) return sent.Refusal;

            rulings.Add(new(sent.Value, back, new Move.Back(target.Stage, target.Units)));
        }

        var made = back with { OnBehalfOf = seat.OnBehalfOf };

        return new SectionsReturned(new(Own.Without(seat, made), made, new Move.Wait()), rulings);
    }
}

/// <summary>The report waits again, and each of the chosen sections goes back.</summary>
public sealed record SectionsReturned(Ruling Own, IReadOnlyList<Ruling> Sections);

/// <summary>The report with other recipients, and what that means for its own way.</summary>
public sealed record Amended(Report Report, Ruling Own);

public static class ReportRefusals
{
    public static Refusal AlreadySigned { get; } = new(RefusalKind.Conflict, "already-signed",
        new("Báo cáo đã ký nên không sửa được nữa. Người ký hoặc văn thư có thể trả lại.",
            "The report is signed, so it can no longer be edited. The signer or the clerk may return it."));

    public static Refusal WithoutRecipients { get; } = new(RefusalKind.Invalid, "without-recipients",
        new("Hãy ghi nơi nhận; mỗi nơi nhận một dòng, không để dòng trống.", "State the recipients, one a line, none empty."));

    public static Refusal WithoutField(Section section, Stage stage)
    {
        var (vi, en) = string.IsNullOrWhiteSpace(section.Heading) ? ("Đoạn mở đầu hoặc kết thúc", "The opening or closing paragraph") : ($"Mục “{section.Heading}”", $"Section “{section.Heading}”");

        return new(RefusalKind.Invalid, "section-without-field",
            new($"{vi} chưa ghi lĩnh vực, nên sẽ không bao giờ có người ở bước “{stage.Name.Vi}”. Hãy ghi lĩnh vực cho mục ấy trong mẫu đề cương rồi mở báo cáo.",
                $"{en} names no field, so nobody could ever be asked at “{stage.Name.En}”. Name its field in the template, then start the report."));
    }
}

/// <summary>The recorded act of signing: who, in which capacity, and what exactly (its files, number and day blank).</summary>
public sealed record Signature(DecisionId Decision, PersonId By, PersonId? OnBehalfOf, DateTimeOffset At, IReadOnlyList<string> Lines, string Name, string Pdf, string Docx);

/// <summary>What makes a signed report an issued one.</summary>
public sealed record Imprint(int Number, DateOnly On, PersonId By, DateTimeOffset At, string Pdf, string Docx);
