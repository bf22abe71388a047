namespace Web.Tests.Permitting;

/// <summary>With the accounts that the product keeps itself.</summary>
public sealed class TheMatrix(Cast cast) : AMatrix(cast, "matrix"), IClassFixture<Cast>;
