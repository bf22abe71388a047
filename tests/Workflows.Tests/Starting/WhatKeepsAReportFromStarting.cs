using Domain.Reports;
using Domain.Routes;

namespace Workflows.Tests.Starting;

public class WhatKeepsAReportFromStarting
{
    private static readonly ReportPlan plan = Given.Plan();

    private static readonly ReportPlan withoutField = plan with { Sections = [.. plan.Sections.Select(section => section.Heading == "clinics" ? section with { Field = null } : section)] };

    [Fact]
    public void A_section_that_nobody_could_ever_review() => Assert.Equal("section-without-field", withoutField.Check()?.Code);

    [Fact]
    public void Not_a_field_whose_leader_is_still_to_be_named() => Assert.Null(plan.Check());

    [Fact]
    public void Not_a_section_without_a_field_where_its_route_asks_for_none()
    {
        var route = plan.Route with { SectionStages = [.. plan.Route.SectionStages.Where(stage => stage.Selector is not Selector.InChargeOfField)] };

        Assert.Null((withoutField with { Route = route }).Check());
    }
}
