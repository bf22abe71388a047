using Domain.Calendar;
using Domain.People;
using Domain.Routes;

namespace Domain.Reports;

/// <summary>An outline with all that a report of its kind needs to be started (mẫu đề cương).</summary>
public sealed record ReportTemplate
{
    public required TemplateId Id { get; init; }

    public required AgencyId Agency { get; init; }

    public required string Name { get; init; }

    /// <summary>Counts the times it was saved.</summary>
    public int Revision { get; init; }

    public required string TypeName { get; init; }

    /// <summary>"BC"; see <see cref="ReportPlan.TypeSymbol"/>.</summary>
    public required string TypeSymbol { get; init; }

    public required string Abstract { get; init; }

    public string AbstractNotes { get; init; } = "";

    public IReadOnlyList<string> Addressees { get; init; } = [];

    public IReadOnlyList<string> Basis { get; init; } = [];

    public IReadOnlyList<string> Recipients { get; init; } = [];

    public required IReadOnlyList<Section> Sections { get; init; }

    /// <summary>Which period the last texts of its sections tell of; null where that is not known.</summary>
    public ReportingPeriod? LastPeriod { get; init; }

    /// <summary>See <see cref="ReportPlan.OnlyFor"/>.</summary>
    public Audience? OnlyFor { get; init; }

    public required RouteId Route { get; init; }

    /// <summary>
    /// The template with no other texts than its sections had before. What was restricted goes to other readers only by whoever may read it all:
    /// keeping templates opens nothing to oneself.
    /// </summary>
    public ReportTemplate WithTextsOf(ReportTemplate? before, bool mayReadAll) => this with
    {
        Sections =
        [
            .. from section in Sections
               let was = before?.Sections.FirstOrDefault(one => one.Id == section.Id)
               let isOpen = before?.OnlyFor is null && was?.OnlyFor is null
               let isForTheSame = IsSame(before?.OnlyFor, OnlyFor) && IsSame(was?.OnlyFor, section.OnlyFor) && section.Field == was?.Field && section.Units.All(unit => was?.Units.Contains(unit) == true)
               select section.LastText == was?.LastText && (mayReadAll || isOpen || isForTheSame) ? section : section with { LastText = null },
        ],
    };

    private static bool IsSame(Audience? before, Audience? after) => before?.IsSameAs(after) ?? after is null;

    /// <summary>The template, or what keeps a report from being started from it.</summary>
    /// <param name="route">The agency's route that the template names; null where the agency has none of that id.</param>
    public static Outcome<ReportTemplate> Make(ReportTemplate template, Roster roster, Route? route)
    {
        ArgumentNullException.ThrowIfNull(template);
        ArgumentNullException.ThrowIfNull(roster);

        if (string.IsNullOrWhiteSpace(template.Name)) return TemplateRefusals.WithoutName;
        if (string.IsNullOrWhiteSpace(template.TypeName) || string.IsNullOrWhiteSpace(template.TypeSymbol) || string.IsNullOrWhiteSpace(template.Abstract)) return TemplateRefusals.WithoutTitle;
        if (route is null || route.Id != template.Route) return TemplateRefusals.RouteOfAnotherAgency;
        if (!template.Sections.Any(section => section.IsLeaf)) return TemplateRefusals.WithoutSections;
        if (template.Sections.DistinctBy(section => section.Id).Count() != template.Sections.Count) return TemplateRefusals.SectionIds;

        foreach (var section in template.Sections)
        {
            if (section.Level == OutlineLevel.Plain != string.IsNullOrWhiteSpace(section.Heading)) return TemplateRefusals.Heading(section);
            if (section.Units.Any(unit => roster.Find(unit) is null) || section.Units.Distinct().Count() != section.Units.Count) return TemplateRefusals.Units(section);
            if (section.Field is { } field && roster.Find(field) is null) return TemplateRefusals.Field(section);
            if (section.Days < 1) return TemplateRefusals.Days(section);
            if (section.OnlyFor?.Check(roster) is { } audience) return audience;
        }

        if (template.OnlyFor?.Check(roster) is { } unknown) return unknown;

        return Outline.LevelLeftOut(template.Sections) is { } deep ? TemplateRefusals.Level(deep) : template;
    }
}

public static class TemplateRefusals
{
    public static Refusal WithoutName { get; } = new(RefusalKind.Invalid, "template-without-name",
        new("Hãy đặt tên cho mẫu đề cương.", "Give the template a name."));

    public static Refusal WithoutTitle { get; } = new(RefusalKind.Invalid, "template-without-title",
        new("Hãy ghi tên loại, ký hiệu loại và trích yếu của báo cáo.", "State the type, its symbol and the abstract of the report."));

    public static Refusal RouteOfAnotherAgency { get; } = new(RefusalKind.Invalid, "template-route",
        new("Quy trình của mẫu đề cương không có trong cơ quan. Hãy chọn một quy trình của cơ quan.", "The agency does not have the template's route. Choose one of the agency's own."));

    public static Refusal WithoutSections { get; } = new(RefusalKind.Invalid, "template-without-sections",
        new("Đề cương chưa có mục nào giao cho đơn vị soạn thảo.", "No section of the outline is given to a drafting unit yet."));

    public static Refusal SectionIds { get; } = new(RefusalKind.Invalid, "template-section-ids",
        new("Mỗi mục phải có một mã riêng.", "Each section needs an id of its own."));

    public static Refusal Heading(Section section) => About(section, "template-heading",
        "Mục có cấp phải có tiêu đề; đoạn mở đầu và kết thúc thì không.", "A numbered section needs a heading; an opening or closing paragraph has none.");

    public static Refusal Level(Section section) => About(section, "template-level",
        "Cấp của mục bỏ qua một bậc so với mục trước.", "The section's level leaves one out.");

    public static Refusal Units(Section section) => About(section, "template-units",
        "Đơn vị soạn thảo không có trong cơ quan hoặc bị lặp.", "A drafting unit is not in the agency, or is named twice.");

    public static Refusal Field(Section section) => About(section, "template-field",
        "Lĩnh vực không có trong cơ quan.", "The field is not in the agency.");

    public static Refusal Days(Section section) => About(section, "template-days",
        "Số ngày soạn thảo ít nhất là 1.", "Drafting needs at least one day.");

    private static Refusal About(Section section, string code, string vi, string en)
    {
        var name = string.IsNullOrWhiteSpace(section.Heading) ? "…" : section.Heading;

        return new(RefusalKind.Invalid, code, new($"Mục “{name}”: {vi}", $"Section “{name}”: {en}"));
    }
}
