using Domain;
using Domain.People;
using Domain.Reports;
using Domain.Routes;

namespace Workflows.Deciding;

/// <summary>One act as a page offers it to one person: it may be done, or it says why not and who can.</summary>
/// <param name="Unit">The drafting unit that it is done for; null where it is about the whole text.</param>
/// <param name="Refusal">Null where the person may.</param>
public sealed record Offer(Act Act, UnitId? Unit, Refusal? Refusal)
{
    public bool May => Refusal is null;
}

/// <summary>Asks the rules themselves what they would say, so that a page never has an opinion of its own.</summary>
public static class Offers
{
    /// <summary>What a person may do with a section, in the order in which a page shows it.</summary>
    public static IReadOnlyList<Offer> OnSection(Report report, Circulation section, PersonId person, Roster roster, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(section);

        var offers = new List<Offer>();

        if (section.Current?.Kind == StageKind.Draft)
            offers.AddRange(section.Contributions.Select(contribution => new Offer(Act.Submit, contribution.Unit, section.MaySubmit(person, roster, at, contribution.Unit))));
        else
            offers.Add(new(Act.Submit, null, section.MaySubmit(person, roster, at, null)));

        offers.Add(new(Act.Approve, null, section.MayApprove(person, roster, at)));
        offers.Add(new(Act.Return, null, section.MayReturn(person, roster, at)));
        offers.Add(new(Act.Revise, null, report.MayRevise(section, person, roster)));
        offers.Add(new(Act.Withdraw, null, section.MayWithdraw(person, report.HasActedOnSections).Refusal));

        return offers;
    }

    /// <summary>What a person may do with the report as a whole.</summary>
    public static IReadOnlyList<Offer> OnReport(Report report, PersonId person, Roster roster, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(report);

        return
        [
            new(Act.Approve, null, report.Own.MayApprove(person, roster, at)),
            new(Act.Sign, null, report.Own.MaySign(person, roster, at)),
            new(Act.Issue, null, report.Own.MayIssue(person, roster, at)),
            new(Act.Return, null, report.MayReturn(person, roster, at)),
            new(Act.Amend, null, report.MayAmend(person, roster)),
            new(Act.Withdraw, null, report.Own.MayWithdraw(person, nextHasActed: true).Refusal),
            new(Act.Stop, null, report.MayStop(person, roster)),
        ];
    }
}
