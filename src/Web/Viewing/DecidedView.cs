using Domain;
using Domain.People;
using Domain.Reports;
using Domain.Routes;
using Microsoft.AspNetCore.Http.HttpResults;
using Workflows.Deciding;

namespace Web.Viewing;

/// <summary>A decision that stands, and where that leaves things.</summary>
/// <param name="OnBehalfOf">Whom its maker acted for, under a delegation.</param>
/// <param name="Stage">Where the section, or the report itself, is now; null while it waits and once it is through.</param>
/// <param name="Version">The version that its text has now.</param>
public sealed record DecidedView(
    DecisionId Id, Act Act, PersonId By, PersonId? OnBehalfOf, DateTimeOffset At, ReportState Report, StageKey? Stage, bool IsPassed, int? Version, IReadOnlyList<Assignment> Open)
{
    public static DecidedView Of(Decided decided)
    {
        ArgumentNullException.ThrowIfNull(decided);

        var (decision, moved) = (decided.Decision, decided.Section ?? decided.Report.Own);

        return new(decision.Id, decision.Act, decision.By, decision.OnBehalfOf, decision.At, decided.Report.State, moved.Current?.Key, moved.IsPassed, moved.Text?.Number, [.. moved.Open]);
    }
}

public static class DecidedAnswers
{
    extension(Outcome<Decided> decided)
    {
        public Results<Ok<DecidedView>, Problem> AsAnswer => decided.IsRefused ? decided.Refusal.AsProblem : TypedResults.Ok(DecidedView.Of(decided.Value));
    }
}
