using Domain.People;
using Domain.Reports;
using Microsoft.EntityFrameworkCore;
using Storage.Databases;
using Storage.People;

namespace Storage.Restricting;

/// <summary>
/// What of an agency's reports is kept from one reader. Where nothing is, as in most agencies on most days, there is none of this
/// and no list pays for it but with one look into an empty index.
/// </summary>
internal sealed class Sight
{
    private readonly IQueryable<RestrictionRow> withheld;

    private Sight(IQueryable<RestrictionRow> withheld) => this.withheld = withheld;

    /// <summary>Null where nothing is withheld from them.</summary>
    public static async Task<Sight?> OfAsync(ApprovalContext context, AgencyId agency, IReadOnlyList<string> badges, CancellationToken cancellationToken)
    {
        var withheld = context.Restrictions.Where(row => row.Agency == agency
            && !context.Admissions.Any(admission => admission.Report == row.Report && admission.Section == row.Section && badges.Contains(admission.Badge)));

        return await withheld.AnyAsync(cancellationToken) ? new(withheld) : null;
    }

    public static async Task<Sight?> OfAsync(ApprovalContext context, AgencyBooks books, AgencyId agency, PersonId reader, DateTimeOffset at, CancellationToken cancellationToken) =>
        // Badges cost a look at the roster; most agencies keep nothing from anybody.
        await context.Restrictions.AnyAsync(row => row.Agency == agency, cancellationToken)
            ? await OfAsync(context, agency, await books.FindAsync(context, agency, cancellationToken) is { } book ? Badges.Of(reader, book.Roster, at) : [], cancellationToken)
            : null;

    /// <summary>The reports that the reader may not find.</summary>
    public IQueryable<ReportId> Reports => withheld.Where(row => row.Section == RestrictionRow.Whole).Select(row => row.Report);

    /// <summary>The sections that the reader may not find, of whatever report.</summary>
    public IQueryable<RestrictionRow> Sections => withheld.Where(row => row.Section != RestrictionRow.Whole);

    /// <summary>Both: what is about a report or a section is withheld where one of these is of the report, and of the whole or that section.</summary>
    public IQueryable<RestrictionRow> All => withheld;
}
