using System.Security.Cryptography;
using System.Text;
using Domain.People;
using Domain.Reports;
using Domain.Routes;

namespace Browser.Tests;

/// <summary>The cast: a small district, each of whose people is known by their work.</summary>
internal static class Given
{
    public const string Password = "mật khẩu đủ dài";

    public static readonly DateTimeOffset Monday = new(2026, 9, 7, 1, 0, 0, TimeSpan.Zero);

    public static readonly AgencyId Agency = new(Id("agency"));
    public static readonly TemplateId Template = new(Id("template"));
    public static readonly RouteId RouteId = new(Id("route"));
    public static readonly UnitId Leadership = new(Id("leadership"));
    public static readonly UnitId Office = new(Id("office"));
    public static readonly UnitId Finance = new(Id("finance"));
    public static readonly UnitId Health = new(Id("health"));
    public static readonly FieldId Economy = new(Id("economy"));

    public static readonly Person Chairman = Person("chairman", "Nguyễn Văn Chủ", new(Leadership, Role.Chairman, "Chủ tịch"));
    public static readonly Person Vice = Person("vice", "Trần Thị Phó", new(Leadership, Role.ViceChair, "Phó Chủ tịch"));
    public static readonly Person Consolidator = Person("consolidator", "Lê Văn Tổng", new(Office, Role.Consolidator, "Chuyên viên tổng hợp"));
    public static readonly Person Clerk = Person("clerk", "Phạm Thị Thư", new(Office, Role.Clerk, "Văn thư"));
    public static readonly Person FinanceHead = Person("finance-head", "Hoàng Văn Tài", new(Finance, Role.Head, "Trưởng phòng"));
    public static readonly Person FinanceDrafter = Person("finance-drafter", "Vũ Thị Chính", new(Finance, Role.Drafter, "Chuyên viên"));
    public static readonly Person HealthHead = Person("health-head", "Bùi Thị Y", new(Health, Role.Head, "Trưởng phòng"));
    public static readonly Person Gone = Person("gone", "Đã Nghỉ", new(Health, Role.Drafter, "Chuyên viên")) with { IsActive = false };

    /// <summary>The outline's leaf, which Finance and Health draft together.</summary>
    public static readonly SectionId Budget = new(Id("budget"));

    public static Guid Id(string name) => new(SHA256.HashData(Encoding.UTF8.GetBytes($"browser {name}")).AsSpan(0, 16));

    public static Roster Roster() => new(
        new()
        {
            Id = Agency,
            Name = "Ủy ban nhân dân huyện Tân Thử",
            NameLines = ["Ủy ban nhân dân", "Huyện Tân Thử"],
            Place = "Tân Thử",
            Abbreviation = "UBND",
            Collective = "Ủy ban nhân dân",
        },
        [
            new(Leadership, "Lãnh đạo", "LĐ", null),
            new(Office, "Văn phòng", "VP", null),
            new(Finance, "Phòng Tài chính", "TC", null),
            new(Health, "Phòng Y tế", "YT", null),
        ],
        [Chairman, Vice, Consolidator, Clerk, FinanceHead, FinanceDrafter, HealthHead, Gone],
        [new(Economy, "Kinh tế", Vice.Id)],
        []);

    public static Route Route() => Domain.Routes.Route.Default(RouteId);

    public static ReportTemplate Outline() => new()
    {
        Id = Template,
        Agency = Agency,
        Name = "Báo cáo tháng",
        TypeName = "Báo cáo",
        TypeSymbol = "BC",
        Abstract = "Tình hình kinh tế - xã hội tháng 9 năm 2026",
        Recipients = ["Như trên", "Lưu: VT, VP"],
        Route = RouteId,
        Sections =
        [
            new() { Id = new(Id("heading")), Level = OutlineLevel.Heading, Heading = "Kết quả đạt được" },
            new() { Id = Budget, Level = OutlineLevel.Clause, Heading = "Thu, chi ngân sách", Guidance = "Nêu số thu, số chi, so với dự toán.", Units = [Finance, Health], Field = Economy },
        ],
    };

    private static Person Person(string key, string name, Position position) =>
        new() { Id = new(Id(key)), Name = name, Email = $"{key}@tanthu.example", Positions = [position] };
}
