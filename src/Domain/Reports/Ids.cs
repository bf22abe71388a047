using System.Text.Json.Serialization;

namespace Domain.Reports;

[JsonConverter(typeof(IdConverter<TemplateId>))]
public readonly record struct TemplateId(Guid Value) : IId<TemplateId>
{
    public static TemplateId Of(Guid value) => new(value);
}

[JsonConverter(typeof(IdConverter<ReportId>))]
public readonly record struct ReportId(Guid Value) : IId<ReportId>
{
    public static ReportId Of(Guid value) => new(value);
}

[JsonConverter(typeof(IdConverter<SectionId>))]
public readonly record struct SectionId(Guid Value) : IId<SectionId>
{
    public static SectionId Of(Guid value) => new(value);
}

[JsonConverter(typeof(IdConverter<ThreadId>))]
public readonly record struct ThreadId(Guid Value) : IId<ThreadId>
{
    public static ThreadId Of(Guid value) => new(value);
}

[JsonConverter(typeof(IdConverter<CommentId>))]
public readonly record struct CommentId(Guid Value) : IId<CommentId>
{
    public static CommentId Of(Guid value) => new(value);
}
