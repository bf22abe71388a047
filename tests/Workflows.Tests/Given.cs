using System.Security.Cryptography;
using System.Text;
using Domain.Calendar;
using Domain.People;
using Domain.Reports;
using Domain.Routes;
using Workflows.Engine;

namespace Workflows.Tests;

/// <summary>The cast of these tests: a small agency whose people are known by their work.</summary>
internal static class Given
{
    public static readonly DateTimeOffset Monday = new(2026, 9, 7, 1, 0, 0, TimeSpan.Zero);

    public static readonly AgencyId Agency = new(Id("agency"));
    public static readonly UnitId Leadership = new(Id("leadership"));
    public static readonly UnitId Office = new(Id("office"));
    public static readonly UnitId Finance = new(Id("finance"));
    public static readonly UnitId Health = new(Id("health"));
    public static readonly UnitId Justice = new(Id("justice"));
    public static readonly FieldId Economy = new(Id("economy"));
    public static readonly FieldId Society = new(Id("society"));

    public static readonly PersonId Chairman = new(Id("chairman"));
    public static readonly PersonId ViceEconomy = new(Id("vice-economy"));
    public static readonly PersonId ViceSociety = new(Id("vice-society"));
    public static readonly PersonId OfficeHead = new(Id("office-head"));
    public static readonly PersonId Consolidator = new(Id("consolidator"));
    public static readonly PersonId OtherConsolidator = new(Id("other-consolidator"));
    public static readonly PersonId Clerk = new(Id("clerk"));
    public static readonly PersonId Administrator = new(Id("administrator"));
    public static readonly PersonId FinanceHead = new(Id("finance-head"));
    public static readonly PersonId FinanceDrafter = new(Id("finance-drafter"));
    public static readonly PersonId HealthHead = new(Id("health-head"));
    public static readonly PersonId HealthDrafter = new(Id("health-drafter"));
    public static readonly PersonId JusticeHead = new(Id("justice-head"));

    public static Guid Id(string name) => new(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16));

    public static Roster Roster(params IEnumerable<Delegation> delegations) => new(
        new()
        {
            Id = Agency,
            Name = "Ủy ban nhân dân huyện Thử",
            NameLines = ["Ủy ban nhân dân", "Huyện Thử"],
            Place = "Thử",
            Abbreviation = "UBND",
            Collective = "Ủy ban nhân dân",
        },
        [
            new(Leadership, "Lãnh đạo", "LĐ", null),
            new(Office, "Văn phòng", "VP", null),
            new(Finance, "Phòng Tài chính", "TC", null),
            new(Health, "Phòng Y tế", "YT", null),
            new(Justice, "Phòng Tư pháp", "TP", null),
        ],
        [
            Person(Chairman, "Chủ tịch", new(Leadership, Role.Chairman, "Chủ tịch")),
            Person(ViceEconomy, "Phó Kinh tế", new(Leadership, Role.ViceChair, "Phó Chủ tịch")),
            Person(ViceSociety, "Phó Xã hội", new(Leadership, Role.ViceChair, "Phó Chủ tịch")),
            Person(OfficeHead, "Chánh Văn phòng", new(Office, Role.Head, "Chánh Văn phòng")),
            Person(Consolidator, "Tổng hợp Một", new(Office, Role.Consolidator, "Chuyên viên")),
            Person(OtherConsolidator, "Tổng hợp Hai", new(Office, Role.Consolidator, "Chuyên viên")),
            Person(Clerk, "Văn thư", new(Office, Role.Clerk, "Văn thư")),
            Person(Administrator, "Quản trị", new(Office, Role.Administrator, "Quản trị")),
            Person(FinanceHead, "Trưởng Tài chính", new(Finance, Role.Head, "Trưởng phòng")),
            Person(FinanceDrafter, "Chuyên viên Tài chính", new(Finance, Role.Drafter, "Chuyên viên")),
            Person(HealthHead, "Trưởng Y tế", new(Health, Role.Head, "Trưởng phòng")),
            Person(HealthDrafter, "Chuyên viên Y tế", new(Health, Role.Drafter, "Chuyên viên")),
            Person(JusticeHead, "Trưởng Tư pháp", new(Justice, Role.Head, "Trưởng phòng")),
        ],
        [new(Economy, "Kinh tế", ViceEconomy), new(Society, "Văn hóa - Xã hội", ViceSociety)],
        delegations);

    public static Delegation Delegated(PersonId from, PersonId to, Capacity capacity = Capacity.Authorised) => new()
    {
        Id = new(Id($"{from}{to}")),
        From = from,
        To = to,
        Capacity = capacity,
        Kinds = Delegation.AllKinds,
        StartsAt = Monday.AddDays(-1),
        EndsAt = Monday.AddYears(1),
        Ground = "Đi công tác",
    };

    public static Section Section(string name, FieldId field, params UnitId[] units) =>
        new() { Id = new(Id(name)), Level = OutlineLevel.Heading, Heading = name, Units = units, Field = field };

    /// <summary>Two sections of one unit each, and one that two units draft together.</summary>
    public static ReportPlan Plan(Route? route = null, string name = "report") => new()
    {
        Id = new(Id(name)),
        Agency = Agency,
        TypeName = "Báo cáo",
        TypeSymbol = "BC",
        Abstract = "Tình hình thử nghiệm",
        Recipients = ["Lưu: VT."],
        Sections = [Section("budget", Economy, Finance), Section("clinics", Society, Health), Section("both", Society, Finance, Health)],
        Route = route ?? Route.Default(new(Id("route"))),
        DueOn = new(2026, 9, 25),
        StageDates = new Dictionary<StageKey, DateOnly>(),
        StartedBy = Consolidator,
        StartedAt = Monday,
    };

    /// <summary>A legal appraisal by two of three, and the vice-chairs' opinions of the whole before the signature.</summary>
    public static Route LongRoute()
    {
        var route = Route.Default(new(Id("long-route")));

        return route with
        {
            SectionStages =
            [
                .. route.SectionStages.Take(2),
                new()
                {
                    Key = new("appraise"),
                    Name = new("Thẩm định", "Appraise"),
                    Kind = StageKind.Review,
                    Selector = new Selector.Named([JusticeHead, OfficeHead, OtherConsolidator]),
                    Quorum = new(2),
                    WorkingDays = 2,
                },
                .. route.SectionStages.Skip(2),
            ],
            ReportStages =
            [
                new()
                {
                    Key = new("opinions"),
                    Name = new("Ý kiến thành viên", "Opinions"),
                    Kind = StageKind.Review,
                    Selector = new Selector.Holding(Role.ViceChair),
                    WorkingDays = 2,
                },
                .. route.ReportStages,
            ],
        };
    }

    public static Moment Moment(Roster roster, DateTimeOffset? at = null) =>
        new(at ?? Monday, roster, days => WorkingCalendar.Official.DueAt(at ?? Monday, days));

    private static Person Person(PersonId id, string name, Position position) =>
        new() { Id = id, Name = name, Email = $"{id.Value:n}@example.vn", Positions = [position] };
}
