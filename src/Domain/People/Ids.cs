namespace Domain.People;

public readonly record struct AgencyId(Guid Value);

public readonly record struct UnitId(Guid Value);

public readonly record struct PersonId(Guid Value);

public readonly record struct FieldId(Guid Value);

public readonly record struct DelegationId(Guid Value);
