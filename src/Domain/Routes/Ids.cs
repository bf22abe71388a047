using System.Text.Json.Serialization;

namespace Domain.Routes;

[JsonConverter(typeof(IdConverter<RouteId>))]
public readonly record struct RouteId(Guid Value) : IId<RouteId>
{
    public static RouteId Of(Guid value) => new(value);
}

[JsonConverter(typeof(IdConverter<DecisionId>))]
public readonly record struct DecisionId(Guid Value) : IId<DecisionId>
{
    public static DecisionId Of(Guid value) => new(value);
}

[JsonConverter(typeof(IdConverter<AssignmentId>))]
public readonly record struct AssignmentId(Guid Value) : IId<AssignmentId>
{
    public static AssignmentId Of(Guid value) => new(value);
}
