namespace Storage.Tests.Databases;

/// <summary>What every suite begins with: a database in which the agency is known.</summary>
public abstract class OnADatabase(TestDatabase database) : IAsyncLifetime
{
    private StorageSettings? settings;
    private Stored? stored;

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    private protected Stored Stored => stored ?? throw new InvalidOperationException("The test has not begun.");

    /// <summary>What was asked of the database so far.</summary>
    private protected SaidToTheDatabase Said { get; } = new();

    private protected Office Office => field ??= new(Stored);

    public async ValueTask InitializeAsync()
    {
        settings = await database.CreateAsync();
        stored = OpenAnother();

        await Stored.Agencies.SaveAsync(Given.Roster(), Token);
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();

    /// <summary>The same database as another process sees it.</summary>
    private protected Stored OpenAnother() => database.Open(settings ?? throw new InvalidOperationException("The test has not begun."), Said);
}
