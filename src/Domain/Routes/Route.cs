using Domain.People;

namespace Domain.Routes;

/// <summary>The ordered stages that each section, and then the report, passes (quy trình). Data: an administrator adds stages without code.</summary>
public sealed record Route
{
    public required RouteId Id { get; init; }

    /// <summary>From 1. A running report keeps the version that it started with.</summary>
    public required int Version { get; init; }

    public required string Name { get; init; }

    public required IReadOnlyList<Stage> SectionStages { get; init; }

    public required IReadOnlyList<Stage> ReportStages { get; init; }

    /// <summary>Draft, Consolidate, Review by the vice-chair in charge, Sign, Issue: the way that Decree 30/2020/NĐ-CP, articles 10–15 describes.</summary>
    public static Route Default(RouteId id) => new()
    {
        Id = id,
        Version = 1,
        Name = "Quy trình chuẩn",
        SectionStages =
        [
            new() { Key = new("draft"), Name = new("Soạn thảo", "Draft"), Kind = StageKind.Draft, Selector = new Selector.DraftingUnits(), WorkingDays = 5 },
            new() { Key = new("consolidate"), Name = new("Tổng hợp", "Consolidate"), Kind = StageKind.Consolidate, Selector = new Selector.UnitHolding(Role.Consolidator), WorkingDays = 2 },
            new() { Key = new("review"), Name = new("Duyệt nội dung", "Review"), Kind = StageKind.Review, Selector = new Selector.InChargeOfField(), WorkingDays = 2 },
        ],
        ReportStages =
        [
            new() { Key = new("sign"), Name = new("Ký", "Sign"), Kind = StageKind.Sign, Selector = new Selector.Holding(Role.Chairman), Quorum = Quorum.Any, WorkingDays = 1 },
            new() { Key = new("issue"), Name = new("Ban hành", "Issue"), Kind = StageKind.Issue, Selector = new Selector.UnitHolding(Role.Clerk), WorkingDays = 1 },
        ],
    };

    /// <summary>The route, or what keeps it from carrying a report to its end.</summary>
    public static Outcome<Route> Make(Route route)
    {
        ArgumentNullException.ThrowIfNull(route);

        var stages = route.SectionStages.Concat(route.ReportStages).ToList();
        var section = route.SectionStages.Select(stage => stage.Kind).ToList();
        var report = route.ReportStages.Select(stage => stage.Kind).ToList();

        if (string.IsNullOrWhiteSpace(route.Name)) return RouteRefusals.WithoutName;
        if (stages.Any(stage => string.IsNullOrWhiteSpace(stage.Key.Value)) || stages.DistinctBy(stage => stage.Key).Count() != stages.Count) return RouteRefusals.KeysNotUnique;
        if (section is not [StageKind.Draft, ..] || section.Skip(1).Any(kind => kind is not (StageKind.Consolidate or StageKind.Review))) return RouteRefusals.SectionStages;
        if (report is not [.., StageKind.Sign, StageKind.Issue] || report.SkipLast(2).Any(kind => kind != StageKind.Review)) return RouteRefusals.ReportStages;
        if (stages.Any(stage => stage.WorkingDays < 1)) return RouteRefusals.Days;
        if (stages.Any(stage => stage.Quorum.AtLeast < 1)) return RouteRefusals.QuorumTooSmall;

        // A unit's contribution is nobody else's to give, so Draft asks every drafting unit, and no other stage does.
        if (stages.Any(stage => (stage.Kind == StageKind.Draft) != (stage.Selector is Selector.DraftingUnits))) return RouteRefusals.DraftSelector;
        if (stages.Any(stage => stage.Kind == StageKind.Draft && stage.Quorum != Quorum.All)) return RouteRefusals.DraftSelector;
        if (route.ReportStages.Any(stage => stage.Selector is Selector.InChargeOfField)) return RouteRefusals.FieldOfReport;

        foreach (var stage in stages)
        {
            var earlier = stages.TakeWhile(one => one.Key != stage.Key).Select(one => one.Key).ToHashSet();
            if (stage.ReturnsTo is { } targets && targets.Any(target => !earlier.Contains(target))) return RouteRefusals.ReturnsForward(stage);
        }

        return route;
    }
}

public static class RouteRefusals
{
    public static Refusal WithoutName { get; } = new(RefusalKind.Invalid, "route-without-name",
        new("Hãy đặt tên cho quy trình.", "Give the route a name."));

    public static Refusal ChangedMeanwhile { get; } = new(RefusalKind.Conflict, "route-changed-meanwhile",
        new("Người khác vừa sửa quy trình này. Hãy tải lại rồi sửa tiếp.", "Somebody else changed this route. Load it again, then go on."));

    public static Refusal KeysNotUnique { get; } = new(RefusalKind.Invalid, "route-keys",
        new("Mỗi bước của quy trình phải có một mã riêng, không để trống.", "Each stage of a route needs a key of its own."));

    public static Refusal SectionStages { get; } = new(RefusalKind.Invalid, "route-section-stages",
        new("Các bước của mục phải bắt đầu bằng bước soạn thảo; sau đó chỉ là bước tổng hợp hoặc duyệt.",
            "A section's stages begin with one draft stage; only consolidating and reviewing follow it."));

    public static Refusal ReportStages { get; } = new(RefusalKind.Invalid, "route-report-stages",
        new("Các bước của cả báo cáo phải kết thúc bằng bước ký rồi bước ban hành; trước đó chỉ là bước duyệt.",
            "The report's stages end with signing and then issuing; only reviewing comes before them."));

    public static Refusal Days { get; } = new(RefusalKind.Invalid, "route-days",
        new("Mỗi bước phải có ít nhất 1 ngày làm việc.", "Each stage needs at least one working day."));

    public static Refusal QuorumTooSmall { get; } = new(RefusalKind.Invalid, "route-quorum",
        new("Số người phải đồng ý ít nhất là 1.", "At least one person must agree."));

    public static Refusal DraftSelector { get; } = new(RefusalKind.Invalid, "route-draft",
        new("Bước soạn thảo giao cho tất cả các đơn vị soạn thảo của mục; chỉ bước này mới giao như vậy.",
            "The draft stage asks all the drafting units of a section, and no other stage asks them."));

    public static Refusal FieldOfReport { get; } = new(RefusalKind.Invalid, "route-field",
        new("Bước của cả báo cáo không thể giao theo lĩnh vực, vì báo cáo có nhiều lĩnh vực.",
            "A stage of the whole report cannot ask by field: a report has many."));

    public static Refusal ReturnsForward(Stage stage) => new(RefusalKind.Invalid, "route-returns",
        new($"Bước “{stage.Name.Vi}” chỉ được trả lại về bước trước nó.", $"The stage “{stage.Name.En}” may only return to stages before it."));
}
