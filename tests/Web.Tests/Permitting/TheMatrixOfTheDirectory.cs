namespace Web.Tests.Permitting;

/// <summary>With the accounts of the organisation's directory.</summary>
public sealed class TheMatrixOfTheDirectory(CastOfTheDirectory cast) : AMatrix(cast, "matrix.directory"), IClassFixture<CastOfTheDirectory>
{
    protected override IReadOnlyList<string> Expected
    {
        get
        {
            var own = Lines("matrix.directory.csv");
            var doors = own.Select(DoorOf).ToHashSet();

            return [.. Lines("matrix.csv").Where(line => !doors.Contains(DoorOf(line))), .. own];
        }
    }
}
