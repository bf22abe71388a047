using System.Text.Json.Serialization;

namespace Domain.People;

[JsonConverter(typeof(IdConverter<AgencyId>))]
public readonly record struct AgencyId(Guid Value) : IId<AgencyId>
{
    public static AgencyId Of(Guid value) => new(value);
}

[JsonConverter(typeof(IdConverter<UnitId>))]
public readonly record struct UnitId(Guid Value) : IId<UnitId>
{
    public static UnitId Of(Guid value) => new(value);
}

[JsonConverter(typeof(IdConverter<PersonId>))]
public readonly record struct PersonId(Guid Value) : IId<PersonId>
{
    public static PersonId Of(Guid value) => new(value);
}

[JsonConverter(typeof(IdConverter<FieldId>))]
public readonly record struct FieldId(Guid Value) : IId<FieldId>
{
    public static FieldId Of(Guid value) => new(value);
}

[JsonConverter(typeof(IdConverter<DelegationId>))]
public readonly record struct DelegationId(Guid Value) : IId<DelegationId>
{
    public static DelegationId Of(Guid value) => new(value);
}

[JsonConverter(typeof(IdConverter<AbsenceId>))]
public readonly record struct AbsenceId(Guid Value) : IId<AbsenceId>
{
    public static AbsenceId Of(Guid value) => new(value);
}
