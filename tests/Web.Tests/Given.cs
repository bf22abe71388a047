using System.Security.Cryptography;
using System.Text;
using Domain.People;
using Domain.Reports;
using Domain.Routes;

namespace Web.Tests;

/// <summary>The cast: a district whose people are known by their work, and a stranger from the next one.</summary>
internal static class Given
{
    public const string Password = "mật khẩu đủ dài";

    public static readonly DateTimeOffset Monday = new(2026, 9, 7, 1, 0, 0, TimeSpan.Zero);

    public static readonly AgencyId Agency = new(Id("agency"));
    public static readonly AgencyId OtherAgency = new(Id("other agency"));

    public static readonly UnitId Leadership = new(Id("leadership"));
    public static readonly UnitId Office = new(Id("office"));
    public static readonly UnitId Finance = new(Id("finance"));
    public static readonly UnitId Health = new(Id("health"));

    public static readonly FieldId Economy = new(Id("economy"));

    public static readonly PersonId Chairman = new(Id("chairman"));
    public static readonly PersonId Vice = new(Id("vice"));
    public static readonly PersonId Consolidator = new(Id("consolidator"));
    public static readonly PersonId Clerk = new(Id("clerk"));
    public static readonly PersonId Administrator = new(Id("administrator"));
    public static readonly PersonId FinanceHead = new(Id("finance-head"));
    public static readonly PersonId FinanceDrafter = new(Id("finance-drafter"));
    public static readonly PersonId HealthHead = new(Id("health-head"));
    public static readonly PersonId Gone = new(Id("gone"));
    public static readonly PersonId Stranger = new(Id("stranger"));

    public static readonly RouteId Route = new(Id("route"));
    public static readonly TemplateId Template = new(Id("template"));

    /// <summary>The template's leaves: Finance alone writes the first, Finance and Health the second.</summary>
    public static readonly SectionId Budget = new(Id("budget"));
    public static readonly SectionId Society = new(Id("society"));

    public static Guid Id(string name) => new(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16));

    public static string EmailOf(PersonId person) => $"{person.Value:N}@tanthu.example";

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
        [
            Person(Chairman, "Nguyễn Văn Chủ", new(Leadership, Role.Chairman, "Chủ tịch")),
            Person(Vice, "Trần Thị Phó", new(Leadership, Role.ViceChair, "Phó Chủ tịch")),
            Person(Consolidator, "Lê Văn Tổng", new(Office, Role.Consolidator, "Chuyên viên")),
            Person(Clerk, "Phạm Thị Thư", new(Office, Role.Clerk, "Văn thư")),
            Person(Administrator, "Đỗ Văn Quản", new(Office, Role.Administrator, "Quản trị")),
            Person(FinanceHead, "Hoàng Văn Tài", new(Finance, Role.Head, "Trưởng phòng")),
            Person(FinanceDrafter, "Vũ Thị Chính", new(Finance, Role.Drafter, "Chuyên viên")),
            Person(HealthHead, "Bùi Thị Y", new(Health, Role.Head, "Trưởng phòng")),
            Person(Gone, "Đã Nghỉ", new(Health, Role.Drafter, "Chuyên viên")) with { IsActive = false },
        ],
        [new(Economy, "Kinh tế", Vice)],
        []);

    public static Roster OtherRoster()
    {
        var unit = new UnitId(Id("other office"));

        return new(
            new() { Id = OtherAgency, Name = "Ủy ban nhân dân huyện Bên", NameLines = ["Ủy ban nhân dân", "Huyện Bên"], Place = "Bên", Abbreviation = "UBND" },
            [new(unit, "Văn phòng", "VP", null)],
            [Person(Stranger, "Người Lạ", new(unit, Role.Consolidator, "Chuyên viên"), new(unit, Role.Administrator, "Quản trị"))],
            [],
            []);
    }

    public static ReportTemplate Outline() => new()
    {
        Id = Template,
        Agency = Agency,
        Name = "Báo cáo tháng",
        TypeName = "Báo cáo",
        TypeSymbol = "BC",
        Abstract = "Tình hình kinh tế - xã hội tháng 9 năm 2026",
        Recipients = ["Như trên", "Lưu: VT, VP"],
        Route = Route,
        Sections =
        [
            new() { Id = new(Id("heading")), Level = OutlineLevel.Heading, Heading = "Kết quả đạt được" },
            new() { Id = Budget, Level = OutlineLevel.Clause, Heading = "Thu, chi ngân sách", Units = [Finance], Field = Economy },
            new() { Id = Society, Level = OutlineLevel.Clause, Heading = "Văn hóa, xã hội", Units = [Finance, Health], Field = Economy },
        ],
    };

    private static Person Person(PersonId id, string name, Position position, Position? other = null) =>
        new() { Id = id, Name = name, Email = EmailOf(id), Positions = other is null ? [position] : [position, other] };
}
