using Domain.People;

namespace Domain.Reports;

/// <summary>The register of outgoing documents (sổ đăng ký văn bản đi): one series for each agency, kind of series and year, from 01, without gaps (Decree 30/2020/NĐ-CP, article 15).</summary>
/// <param name="Series">Which document types count together: the agency says; "BC" where reports have a series of their own.</param>
/// <param name="Last">The number last given; 0 before the first.</param>
public sealed record Register(AgencyId Agency, string Series, int Year, int Last)
{
    public Register Next() => this with { Last = Last + 1 };
}

/// <summary>A number as it was given.</summary>
public sealed record RegisterEntry(AgencyId Agency, string Series, int Year, int Number, ReportId Report, string Symbol, DateOnly On, string Abstract, string Signer)
{
    /// <summary>Null unless the document was recalled; its number stays where it is.</summary>
    public Recall? Recall { get; init; }
}
