using Domain.Reports;
using Domain.Routes;
using Workflows.Templates;

namespace Workflows.Tests.Templates;

public class ReadingAFile
{
    private static readonly Route Standard = Route.Default(new(Given.Id("route")));

    private static readonly ReportTemplate Template = new()
    {
        Id = new(Given.Id("template")),
        Agency = Given.Agency,
        Name = "Báo cáo quý",
        TypeName = "Báo cáo",
        TypeSymbol = "BC",
        Abstract = "Công tác quý III năm 2026",
        Recipients = ["Như trên", "Lưu: VT"],
        Sections = [new() { Id = new(Given.Id("one")), Level = OutlineLevel.Heading, Heading = "Thu, chi", Guidance = "Nêu số liệu.", Units = [Given.Health, Given.Finance], Field = Given.Economy, Days = 3 }],
        Route = Standard.Id,
    };

    [Fact]
    public void A_template_comes_back_as_it_went_out_under_an_id_of_its_own()
    {
        var read = TemplateFile.Of(Template, Given.Roster(), Standard.Name).In(Given.Roster(), [Standard], new(Given.Id("copy"))).Value;

        Assert.Equal(new(Given.Id("copy")), read.Id);
        Assert.NotEqual(Template.Sections[0].Id, read.Sections[0].Id);
        Assert.Equal((Template.Name, Template.Abstract, Template.Route), (read.Name, read.Abstract, read.Route));
        Assert.Equal([Given.Health, Given.Finance], read.Sections[0].Units);
        Assert.Equal((Given.Economy, 3, "Nêu số liệu."), (read.Sections[0].Field, read.Sections[0].Days, read.Sections[0].Guidance));
        Assert.False(ReportTemplate.Make(read, Given.Roster(), Standard).IsRefused);
    }

    [Fact]
    public void Every_name_that_the_agency_does_not_have_is_told_with_its_place()
    {
        var file = TemplateFile.Of(Template, Given.Roster(), "Quy trình lạ");

        var refusal = (file with { Sections = [file.Sections[0] with { Units = ["Phòng Lạ"], Field = "Lĩnh vực lạ" }] }).In(Given.Roster(), [Standard], Template.Id).Refusal;

        Assert.Equal("file-names-unknown", refusal?.Code);
        Assert.Equal(
            ["Cơ quan không có quy trình “Quy trình lạ”.", "Mục thứ 1 “Thu, chi”: cơ quan không có đơn vị “Phòng Lạ”.", "Mục thứ 1 “Thu, chi”: cơ quan không có lĩnh vực “Lĩnh vực lạ”."],
            refusal?.Faults.Select(fault => fault.Message.Vi));
    }

    [Theory]
    [InlineData(TemplateFile.Kind, 2, "file-too-new")]
    [InlineData(RouteFile.Kind, 1, "file-of-another-kind")]
    public void A_file_that_is_not_understood_is_refused(string format, int version, string code) =>
        Assert.Equal(code, (TemplateFile.Of(Template, Given.Roster(), Standard.Name) with { Format = format, Version = version }).In(Given.Roster(), [Standard], Template.Id).Refusal?.Code);

    [Fact]
    public void A_route_comes_back_with_its_people_and_its_ways_back()
    {
        var route = Given.LongRoute();
        route = route with { SectionStages = [.. route.SectionStages.SkipLast(1), route.SectionStages[^1] with { ReturnsTo = [new("draft")] }] };

        var read = RouteFile.Of(route, Given.Roster()).In(Given.Roster(), new(Given.Id("copy"))).Value;

        Assert.Equal(1, read.Version);
        Assert.Equal([Given.JusticeHead, Given.OfficeHead, Given.OtherConsolidator], Assert.IsType<Selector.Named>(read.SectionStages[2].Selector).People);
        Assert.Equal(new(2), read.SectionStages[2].Quorum);
        Assert.Equal([new StageKey("draft")], read.SectionStages[3].ReturnsTo);
        Assert.Null(read.SectionStages[1].ReturnsTo);
        Assert.False(Route.Make(read).IsRefused);
    }

    [Fact]
    public void Somebody_whom_the_agency_does_not_have_is_named()
    {
        var file = RouteFile.Of(Given.LongRoute(), Given.Roster());
        var strange = file with { SectionStages = [.. file.SectionStages.Select(stage => stage.Who == "named" ? stage with { People = ["ai@noikhac.example"] } : stage)] };

        Assert.Contains(strange.In(Given.Roster(), new(Given.Id("copy"))).Refusal?.Faults ?? [], fault => fault.Message.Vi == "Bước “Thẩm định”: cơ quan không có người dùng “ai@noikhac.example”.");
    }
}
