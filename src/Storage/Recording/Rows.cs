using System.Linq.Expressions;
using Domain;
using Domain.Calendar;
using Domain.People;
using Domain.Reports;
using Domain.Routes;
using Domain.Trail;
using Storage.Databases;
using Workflows.Engine;

namespace Storage.Recording;

/// <summary>The head of a report: what changes of it. Whoever writes to the report holds this row.</summary>
internal sealed record ReportRow
{
    public required ReportId Id { get; init; }

    public required AgencyId Agency { get; init; }

    public required string TypeName { get; init; }

    public required string Abstract { get; init; }

    public ReportingPeriod? Period { get; init; }

    public required DateOnly DueOn { get; init; }

    /// <summary>How many sections carry text.</summary>
    public required int Sections { get; init; }

    public ReportState State { get; init; }

    /// <summary>Where it stands on the board: what is due next first, and after all that those with which nothing is to be done any more, the newest first.</summary>
    public int BoardPlace { get; init; }

    public int Cleared { get; init; }

    public StageKey? Stage { get; init; }

    public Words? StageName { get; init; }

    /// <summary>When the next of its open assignments is due; null where none is open.</summary>
    public DateTimeOffset? NextDueAt { get; init; }

    /// <summary>When it last moved.</summary>
    public DateTimeOffset ChangedAt { get; init; }

    public int? Number { get; init; }

    public DateOnly? IssuedOn { get; init; }

    public required int TrailCount { get; init; }

    public required string TrailHash { get; init; }

    /// <summary>How many comments there are: what the next one is numbered after.</summary>
    public int CommentCount { get; init; }

    public string Head { get; init; } = "";

    public static ReportRow Of(ReportPlan plan) => new()
    {
        Id = plan.Id,
        Agency = plan.Agency,
        TypeName = plan.TypeName,
        Abstract = plan.Abstract,
        Period = plan.Period,
        DueOn = plan.DueOn,
        Sections = plan.Leaves.Count(),
        TrailCount = TrailHead.Empty.Count,
        TrailHash = TrailHead.Empty.Hash,
    };

    public ReportRow With(Report report) => this with
    {
        State = report.State,
        BoardPlace = report.State.IsUnderWay ? PlaceUnderWay(report.Plan) : 2 * DateOnly.MaxValue.DayNumber - DueOn.DayNumber,
        Cleared = report.Cleared.Count,
        Stage = report.Own.Current?.Key,
        StageName = report.Own.Current?.Name,
        Number = report.Imprint?.Number,
        IssuedOn = report.Imprint?.On,
        Head = Json.Write(report),
    };

    /// <summary>Those of which something is still to be done: what the board's index has in front.</summary>
    public static Expression<Func<ReportRow, bool>> IsUnderWay { get; } = row => row.BoardPlace <= DateOnly.MaxValue.DayNumber;

    /// <summary>Its place on the board as long as something is to be done.</summary>
    public static int PlaceUnderWay(ReportPlan plan) => plan.DueOn.DayNumber;

    public static Report Read(string head, ReportPlan plan)
    {
        var report = Json.Read<Report>(head);

        return report with { Plan = plan, Own = report.Own with { Stages = plan.Route.ReportStages } };
    }
}

/// <summary>Written once. Beside the head, so that a decision does not write it again.</summary>
internal sealed class PlanRow
{
    public required ReportId Report { get; init; }

    public required string Content { get; init; }
}

internal sealed record CirculationRow
{
    public required ReportId Report { get; init; }

    public required SectionId Section { get; init; }

    public required string? Heading { get; init; }

    public StageKey? Stage { get; init; }

    public Words? StageName { get; init; }

    public int Round { get; init; }

    public bool IsCleared { get; init; }

    public DateTimeOffset? Since { get; init; }

    public DateTimeOffset? DueAt { get; init; }

    public int? Version { get; init; }

    public int OpenThreads { get; init; }

    public string State { get; init; } = "";

    public CirculationRow With(Circulation circulation)
    {
        var stage = circulation.Place;
        var open = circulation.Open.ToList();

        return this with
        {
            Stage = stage?.Key,
            StageName = stage?.Name,
            Round = stage is null ? 0 : circulation.VisitOf(stage.Key)?.Round ?? 0,
            IsCleared = circulation.IsPassed,
            Since = circulation.Assignments.Count == 0 ? null : circulation.Assignments.Min(assignment => assignment.OpenedAt),
            DueAt = open.Count == 0 ? null : open.Min(assignment => assignment.DueAt),
            Version = circulation.Text?.Number,
            OpenThreads = circulation.Threads.Count(thread => !thread.IsClosed),
            State = Json.Write(circulation),
        };
    }

    public static Circulation Read(string state, ReportPlan plan) => Json.Read<Circulation>(state) with { Stages = plan.Route.SectionStages };
}

internal sealed class AssignmentRow
{
    public required AssignmentId Id { get; init; }

    public required ReportId Report { get; init; }

    public required SectionId? Section { get; init; }

    /// <summary>On whose desk it lies; see <see cref="Desks"/>.</summary>
    public required string Desk { get; init; }

    public required StageKey Stage { get; init; }

    /// <summary>As the route of the report calls it.</summary>
    public required Words StageName { get; init; }

    public required StageKind Kind { get; init; }

    public required int Round { get; init; }

    public required UnitId? Unit { get; init; }

    public required Role? Role { get; init; }

    public required PersonId? Person { get; init; }

    public required DateTimeOffset OpenedAt { get; init; }

    public required DateTimeOffset DueAt { get; init; }

    public required DateTimeOffset? ClosedAt { get; init; }

    public required DecisionId? Answer { get; init; }

    /// <summary>Who made the decision that opened it; at the start of a report, who started that.</summary>
    public PersonId? SentBy { get; init; }

    /// <summary>That decision was a return.</summary>
    public bool IsReturned { get; init; }

    /// <summary>The due time that its people were told they had missed.</summary>
    public DateTimeOffset? LateToldFor { get; init; }

    public static AssignmentRow Of(Assignment assignment, Circulation circulation, PersonId? sentBy, bool isReturned, DateTimeOffset? lateToldFor = null) => new()
    {
        Id = assignment.Id,
        Report = circulation.Report,
        Section = circulation.Section,
        Desk = Desks.Of(assignment.Assignee),
        Stage = assignment.Stage,
        StageName = circulation.Stages.First(stage => stage.Key == assignment.Stage).Name,
        Kind = circulation.Stages.First(stage => stage.Key == assignment.Stage).Kind,
        Round = assignment.Round,
        Unit = assignment.Assignee.Unit,
        Role = assignment.Assignee.Role,
        Person = assignment.Assignee.Person,
        OpenedAt = assignment.OpenedAt,
        DueAt = assignment.DueAt,
        ClosedAt = assignment.ClosedAt,
        Answer = assignment.Answer,
        SentBy = sentBy,
        IsReturned = isReturned,
        LateToldFor = lateToldFor,
    };
}

/// <summary>What of one report lies on one desk. Kept beside the assignments, because the board asks for reports and one report has dozens of them.</summary>
internal sealed class HoldingRow
{
    public required ReportId Report { get; init; }

    public required string Desk { get; init; }

    /// <summary>All zeros where only a person is asked.</summary>
    public required UnitId Unit { get; init; }

    public required PersonId? Person { get; init; }

    public required AgencyId Agency { get; init; }

    /// <summary>That of the report.</summary>
    public required int BoardPlace { get; init; }

    /// <summary>That of the report.</summary>
    public required ReportingPeriod? Period { get; init; }

    public required int Open { get; init; }

    public required DateTimeOffset DueAt { get; init; }
}

/// <summary>One word for whom an assignment asks, so that one index finds what lies before a person.</summary>
internal static class Desks
{
    public static string Of(Assignee assignee) => assignee switch
    {
        { Person: { } person } => Of(person),
        { Unit: { } unit, Role: { } role } => Of(unit, role),
        _ => "nobody",
    };

    public static string Of(PersonId person) => person.Value.ToString();

    public static string Of(UnitId unit, Role role) => $"{role} {unit.Value}";

    /// <summary>The desks that a person may clear: their own, and, of the kinds of work that were handed over, those of whoever delegated to them.</summary>
    public static IReadOnlyList<Desk> Before(PersonId person, Roster roster, DateTimeOffset at)
    {
        if (roster.Find(person) is not { IsActive: true } self) return [];

        var lent = from delegation in roster.Received(person, at)
                   let away = roster.Find(delegation.From)
                   where away is { IsActive: true }
                   from name in Own(away)
                   select (Name: name, Claim: new Claim(delegation.From, delegation.Kinds));

        return [.. Own(self).Select(name => (Name: name, Claim: new Claim(null, Delegation.AllKinds))).Concat(lent).GroupBy(one => one.Name, one => one.Claim).Select(desk => new Desk(desk.Key, [.. desk]))];
    }

    private static IEnumerable<string> Own(Person person) => [Of(person.Id), .. person.Positions.Select(position => Of(position.Unit, position.Role))];
}

/// <summary>A desk that somebody may clear, wholly or in part.</summary>
internal sealed record Desk(string Name, IReadOnlyList<Claim> Claims)
{
    /// <summary>What of it they may clear; null for all of it.</summary>
    public IReadOnlyList<StageKind>? Kinds { get; } = Claims.SelectMany(claim => claim.Kinds).Distinct().Order().ToList() is var kinds && kinds.Count == Delegation.AllKinds.Count ? null : kinds;

    /// <summary>For whom they would act; null for themself.</summary>
    public PersonId? For(StageKind work) => Claims.First(claim => claim.Kinds.Contains(work)).For;

    public IQueryable<AssignmentRow> Open(IQueryable<AssignmentRow> assignments)
    {
        var open = assignments.Where(row => row.ClosedAt == null && row.Desk == Name);

        return Kinds is { } kinds ? open.Where(row => kinds.Contains(row.Kind)) : open;
    }
}

/// <summary>By what right somebody clears a desk.</summary>
/// <param name="For">Whoever delegated to them; null where the desk is their own.</param>
internal sealed record Claim(PersonId? For, IReadOnlyList<StageKind> Kinds);

internal sealed class DecisionRow
{
    public required DecisionId Id { get; init; }

    public required ReportId Report { get; init; }

    public required SectionId? Section { get; init; }

    public required PersonId By { get; init; }

    public required Act Act { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string Fingerprint { get; init; }

    public required string Content { get; init; }

    public static DecisionRow Of(Decision decision, ReportId report, SectionId? section, string fingerprint) => new()
    {
        Id = decision.Id,
        Report = report,
        Section = section,
        By = decision.By,
        Act = decision.Act,
        At = decision.At,
        Fingerprint = fingerprint,
        Content = Json.Write(decision),
    };
}

/// <summary>A text's two parts as they stand in a key, which knows no null: all zeros for none.</summary>
internal readonly record struct TextKey(SectionId Section, UnitId Unit)
{
    public static TextKey Of(TextId text) => new(text.Section ?? default, text.Unit ?? default);
}

internal sealed class VersionRow
{
    public required ReportId Report { get; init; }

    public required SectionId Section { get; init; }

    public required UnitId Unit { get; init; }

    public required int Number { get; init; }

    public required string Sha256 { get; init; }

    public required int Length { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string Hands { get; init; }

    public static VersionRow Of(ReportId report, KeptVersion kept)
    {
        var key = TextKey.Of(kept.Of);

        return new()
        {
            Report = report,
            Section = key.Section,
            Unit = key.Unit,
            Number = kept.Version.Number,
            Sha256 = kept.Version.Sha256,
            Length = kept.Version.Length,
            At = kept.Version.At,
            Hands = Json.Write(kept.Version.Hands),
        };
    }

    public TextVersion Read() => new() { Number = Number, Sha256 = Sha256, Length = Length, At = At, Hands = Json.Read<IReadOnlyList<PersonId>>(Hands) };
}

internal sealed record WorkingCopyRow
{
    public required ReportId Report { get; init; }

    public required SectionId Section { get; init; }

    public required UnitId Unit { get; init; }

    public int Revision { get; init; }

    public DateTimeOffset? SavedAt { get; init; }

    public string Writers { get; init; } = "";

    public string Text { get; init; } = "";

    public WorkingCopyRow With(WorkingCopy copy) => this with { Revision = copy.Revision, SavedAt = copy.SavedAt, Writers = Json.Write(copy.Writers), Text = copy.Text };

    public WorkingCopy Read(TextId of) => new() { Report = Report, Of = of, Revision = Revision, SavedAt = SavedAt, Writers = Json.Read<IReadOnlyList<PersonId>>(Writers), Text = Text };
}

internal sealed class CommentRow
{
    public required CommentId Id { get; init; }

    public required ReportId Report { get; init; }

    /// <summary>Its place among all comments of the report.</summary>
    public required int Number { get; init; }

    public required SectionId? Section { get; init; }

    public required ThreadId Thread { get; init; }

    public required CommentKind Kind { get; init; }

    public required PersonId By { get; init; }

    public required DateTimeOffset At { get; init; }

    public required int? Version { get; init; }

    public required UnitId? Unit { get; init; }

    public required string? Quote { get; init; }

    public required string? Prefix { get; init; }

    public required string? Suffix { get; init; }

    public required string Text { get; init; }

    public static CommentRow Of(Comment comment, int number) => new()
    {
        Id = comment.Id,
        Report = comment.Report,
        Number = number,
        Section = comment.Section,
        Thread = comment.Thread,
        Kind = comment.Kind,
        By = comment.By,
        At = comment.At,
        Version = comment.Version,
        Unit = comment.Unit,
        Quote = comment.Quote,
        Prefix = comment.Prefix,
        Suffix = comment.Suffix,
        Text = comment.Text,
    };

    public Comment Read() => new()
    {
        Id = Id,
        Report = Report,
        Section = Section,
        Thread = Thread,
        Kind = Kind,
        By = By,
        At = At,
        Version = Version,
        Unit = Unit,
        Quote = Quote,
        Prefix = Prefix,
        Suffix = Suffix,
        Text = Text,
    };
}

internal sealed class EntryRow
{
    public required ReportId Report { get; init; }

    public required int Number { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string What { get; init; }

    public required PersonId By { get; init; }

    public required PersonId? OnBehalfOf { get; init; }

    public required SectionId? Section { get; init; }

    public required UnitId? Unit { get; init; }

    public required StageKey? Stage { get; init; }

    public required int? Round { get; init; }

    public required int? Version { get; init; }

    public required string? Sha256 { get; init; }

    public required DecisionId? Decision { get; init; }

    public required string? Note { get; init; }

    public required string Previous { get; init; }

    public required string Hash { get; init; }

    public static EntryRow Of(Entry entry) => new()
    {
        Report = entry.Report,
        Number = entry.Number,
        At = entry.At,
        What = entry.What,
        By = entry.By,
        OnBehalfOf = entry.OnBehalfOf,
        Section = entry.Section,
        Unit = entry.Unit,
        Stage = entry.Stage,
        Round = entry.Round,
        Version = entry.Version,
        Sha256 = entry.Sha256,
        Decision = entry.Decision,
        Note = entry.Note,
        Previous = entry.Previous,
        Hash = entry.Hash,
    };

    public Entry Read() => new()
    {
        Report = Report,
        Number = Number,
        At = At,
        What = What,
        By = By,
        OnBehalfOf = OnBehalfOf,
        Section = Section,
        Unit = Unit,
        Stage = Stage,
        Round = Round,
        Version = Version,
        Sha256 = Sha256,
        Decision = Decision,
        Note = Note,
        Previous = Previous,
        Hash = Hash,
    };
}

internal sealed record RegisterRow
{
    public required AgencyId Agency { get; init; }

    public required string Series { get; init; }

    public required int Year { get; init; }

    public int Last { get; init; }

    /// <summary>The day of the last number; null before the first that was given here.</summary>
    public DateOnly? LastOn { get; init; }

    public Register Read() => new(Agency, Series, Year, Last);
}

internal sealed class NumberRow
{
    public required AgencyId Agency { get; init; }

    public required string Series { get; init; }

    public required int Year { get; init; }

    public required int Number { get; init; }

    public required ReportId Report { get; init; }

    public required DateOnly On { get; init; }

    public required string Symbol { get; init; }

    public required string Abstract { get; init; }

    public required string Signer { get; init; }

    public static NumberRow Of(RegisterEntry entry) => new()
    {
        Agency = entry.Agency,
        Series = entry.Series,
        Year = entry.Year,
        Number = entry.Number,
        Report = entry.Report,
        On = entry.On,
        Symbol = entry.Symbol,
        Abstract = entry.Abstract,
        Signer = entry.Signer,
    };

    public RegisterEntry Read() => new(Agency, Series, Year, Number, Report, Symbol, On, Abstract, Signer);
}
