using Domain.People;
using Domain.Reports;
using Domain.Routes;

namespace Domain.Tests.Reports;

public class MakingATemplate
{
    private static readonly Unit Finance = new(new(Guid.NewGuid()), "Phòng Tài chính", "TC", null);
    private static readonly Route Route = Domain.Routes.Route.Default(new(Guid.NewGuid()));

    private static readonly Roster Roster = new(
        new() { Id = new(Guid.NewGuid()), Name = "Ủy ban nhân dân huyện Thử", NameLines = ["Ủy ban nhân dân", "Huyện Thử"], Place = "Thử", Abbreviation = "UBND" }, [Finance], [], [], []);

    private static readonly ReportTemplate Template = new()
    {
        Id = new(Guid.NewGuid()),
        Agency = Roster.Agency.Id,
        Name = "Báo cáo tháng",
        TypeName = "Báo cáo",
        TypeSymbol = "BC",
        Abstract = "Tình hình tháng 9 năm 2026",
        Sections = [new() { Id = new(Guid.NewGuid()), Level = OutlineLevel.Heading, Heading = "Thu, chi", Units = [Finance.Id] }],
        Route = Route.Id,
    };

    [Fact]
    public void It_takes_one_of_the_agencys_own_routes()
    {
        Assert.False(ReportTemplate.Make(Template, Roster, Route).IsRefused);
        Assert.Equal("template-route", ReportTemplate.Make(Template, Roster, null).Refusal?.Code);
        Assert.Equal("template-route", ReportTemplate.Make(Template, Roster, Route with { Id = new(Guid.NewGuid()) }).Refusal?.Code);
    }

    [Fact]
    public void A_section_names_units_of_the_agency()
    {
        var strange = Template with { Sections = [Template.Sections[0] with { Units = [new(Guid.NewGuid())] }] };

        Assert.Equal("template-units", ReportTemplate.Make(strange, Roster, Route).Refusal?.Code);
    }

    [Fact]
    public void It_names_no_text_that_its_section_did_not_have_before()
    {
        Assert.Null(Keep(Restricted, Restricted with { Sections = [Restricted.Sections[0] with { LastText = "another" }] }, mayReadAll: true));
        Assert.Null(Keep(null, Restricted, mayReadAll: true));
    }

    [Fact]
    public void A_restricted_text_goes_to_other_readers_only_by_whoever_may_read_it_all()
    {
        var opened = Restricted with { OnlyFor = null };
        var forAnother = Restricted with { Sections = [Restricted.Sections[0] with { Units = [Finance.Id] }] };

        Assert.Equal("text", Keep(Restricted, Restricted with { Name = "Báo cáo quý" }, mayReadAll: false));
        foreach (var changed in new[] { opened, forAnother })
        {
            Assert.Null(Keep(Restricted, changed, mayReadAll: false));
            Assert.Equal("text", Keep(Restricted, changed, mayReadAll: true));
        }

        Assert.Equal("text", Keep(opened, Restricted, mayReadAll: false));
    }

    private static ReportTemplate Restricted => Template with { OnlyFor = new([Finance.Id], []), Sections = [Template.Sections[0] with { Units = [], LastText = "text" }] };

    private static string? Keep(ReportTemplate? before, ReportTemplate after, bool mayReadAll) => after.WithTextsOf(before, mayReadAll).Sections[0].LastText;
}
