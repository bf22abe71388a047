namespace Workflows.Elsa;

public enum ElsaProvider
{
    Sqlite,
    Postgres,
}

/// <summary>Where Elsa keeps its instances.</summary>
public sealed record ElsaSettings
{
    public ElsaProvider Provider { get; init; }

    /// <summary>On PostgreSQL it may be the record's own database: Elsa's tables lie in a schema of theirs.</summary>
    public required string ConnectionString { get; init; }

    /// <summary>The folder of the files that hold an instance while a process works on it; on PostgreSQL the database does that, for all its nodes.</summary>
    public required string Locks { get; init; }
}
