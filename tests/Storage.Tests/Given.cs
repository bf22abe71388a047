using System.Security.Cryptography;
using System.Text;
using Domain.People;
using Domain.Reports;
using Domain.Routes;

namespace Storage.Tests;

/// <summary>The cast: a district whose people are known by their work.</summary>
internal static class Given
{
    /// <summary>In whole milliseconds, as every store keeps times.</summary>
    public static readonly DateTimeOffset Monday = new(2026, 9, 7, 1, 0, 0, 123, TimeSpan.Zero);

    public static readonly AgencyId Agency = new(Id("agency"));

    public static readonly UnitId Leadership = new(Id("leadership"));
    public static readonly UnitId Office = new(Id("office"));
    public static readonly UnitId Finance = new(Id("finance"));
    public static readonly UnitId Health = new(Id("health"));
    public static readonly UnitId Farming = new(Id("farming"));

    public static readonly FieldId Economy = new(Id("economy"));
    public static readonly FieldId Society = new(Id("society"));

    public static readonly PersonId Chairman = new(Id("chairman"));
    public static readonly PersonId ViceEconomy = new(Id("vice-economy"));
    public static readonly PersonId ViceSociety = new(Id("vice-society"));
    public static readonly PersonId Consolidator = new(Id("consolidator"));
    public static readonly PersonId OtherConsolidator = new(Id("other-consolidator"));
    public static readonly PersonId Clerk = new(Id("clerk"));
    public static readonly PersonId Administrator = new(Id("administrator"));
    public static readonly PersonId FinanceHead = new(Id("finance-head"));
    public static readonly PersonId FinanceDrafter = new(Id("finance-drafter"));
    public static readonly PersonId HealthHead = new(Id("health-head"));
    public static readonly PersonId HealthDrafter = new(Id("health-drafter"));
    public static readonly PersonId FarmingHead = new(Id("farming-head"));
    public static readonly PersonId FarmingDrafter = new(Id("farming-drafter"));

    public static Guid Id(string name) => new(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16));

    public static string Sha256(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    public static SectionId Section(ReportId report, string name) => new(Id($"{report.Value} {name}"));

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
            new(Farming, "Phòng Nông nghiệp", "NN", null),
        ],
        [
            Person(Chairman, "Chủ tịch", new(Leadership, Role.Chairman, "Chủ tịch")),
            Person(ViceEconomy, "Phó Kinh tế", new(Leadership, Role.ViceChair, "Phó Chủ tịch")),
            Person(ViceSociety, "Phó Xã hội", new(Leadership, Role.ViceChair, "Phó Chủ tịch")),
            Person(Consolidator, "Tổng hợp Một", new(Office, Role.Consolidator, "Chuyên viên")),
            Person(OtherConsolidator, "Tổng hợp Hai", new(Office, Role.Consolidator, "Chuyên viên")),
            Person(Clerk, "Văn thư", new(Office, Role.Clerk, "Văn thư")),
            Person(Administrator, "Quản trị", new(Office, Role.Administrator, "Quản trị")),
            Person(FinanceHead, "Trưởng Tài chính", new(Finance, Role.Head, "Trưởng phòng")),
            Person(FinanceDrafter, "Chuyên viên Tài chính", new(Finance, Role.Drafter, "Chuyên viên")),
            Person(HealthHead, "Trưởng Y tế", new(Health, Role.Head, "Trưởng phòng")),
            Person(HealthDrafter, "Chuyên viên Y tế", new(Health, Role.Drafter, "Chuyên viên")),
            Person(FarmingHead, "Trưởng Nông nghiệp", new(Farming, Role.Head, "Trưởng phòng")),
            Person(FarmingDrafter, "Chuyên viên Nông nghiệp", new(Farming, Role.Drafter, "Chuyên viên")),
        ],
        [new(Economy, "Kinh tế", ViceEconomy), new(Society, "Văn hóa - Xã hội", ViceSociety)],
        delegations);

    public static Delegation Delegated(PersonId from, PersonId to) => new()
    {
        Id = new(Id($"{from} {to}")),
        From = from,
        To = to,
        Capacity = Capacity.Authorised,
        Kinds = Delegation.AllKinds,
        StartsAt = Monday.AddDays(-1),
        EndsAt = Monday.AddYears(1),
        Ground = "Đi công tác",
    };

    /// <summary>A heading over a section of one unit and one that two units draft together.</summary>
    public static ReportPlan Plan(string name = "report", DateOnly? dueOn = null)
    {
        var id = new ReportId(Id(name));

        return new()
        {
            Id = id,
            Agency = Agency,
            TypeName = "Báo cáo",
            TypeSymbol = "BC",
            Abstract = $"Tình hình thử nghiệm 𝔅 {name}",
            Recipients = ["Lưu: VT."],
            Sections =
            [
                new() { Id = Section(id, "part"), Level = OutlineLevel.Part, Heading = "Kết quả" },
                new() { Id = Section(id, "budget"), Level = OutlineLevel.Heading, Heading = "Ngân sách", Units = [Finance], Field = Economy, Days = 3 },
                new() { Id = Section(id, "clinics"), Level = OutlineLevel.Heading, Heading = "Trạm y tế", Units = [Health, Farming], Field = Society, LastText = Sha256("last") },
            ],
            Route = Route.Default(new(Id("route"))),
            DueOn = dueOn ?? new(2026, 9, 25),
            StageDates = new Dictionary<StageKey, DateOnly> { [new("draft")] = new(2026, 9, 14) },
            StartedBy = Consolidator,
            StartedAt = Monday,
        };
    }

    /// <summary>With so many sections that the Finance department drafts.</summary>
    public static ReportPlan PlanOf(int sections, string name, DateOnly? dueOn = null)
    {
        var plan = Plan(name, dueOn);

        return plan with
        {
            Sections = [.. Enumerable.Range(1, sections).Select(number => new Section { Id = Section(plan.Id, $"{number}"), Level = OutlineLevel.Heading, Heading = $"Mục {number}", Units = [Finance], Field = Economy })],
        };
    }

    public static ReportTemplate Template(string name) => new()
    {
        Id = new(Id(name)),
        Agency = Agency,
        Name = name,
        TypeName = "Báo cáo",
        TypeSymbol = "BC",
        Abstract = "Tình hình",
        Sections = Plan().Sections,
        Route = new(Id("route")),
    };

    private static Person Person(PersonId id, string name, Position position) => new() { Id = id, Name = name, Email = $"{id.Value:n}@example.vn", Positions = [position] };
}
