using Domain.Reports;
using Domain.Routes;
using Storage.Databases;
using Workflows.Engine;

namespace Storage.Recording;

/// <summary>A turn that an engine beside the record has not followed yet. It goes when it was.</summary>
internal sealed class TurnRow
{
    public required ReportId Report { get; init; }

    public required int Number { get; init; }

    public required DecisionId Decision { get; init; }

    public required string Moves { get; init; }

    public static TurnRow Of(Turn turn) => new() { Report = turn.Report, Number = turn.Number, Decision = turn.Decision, Moves = Json.Write(turn.Moves) };

    public Turn Read() => new(Report, Number, Decision, Json.Read<IReadOnlyList<Moved>>(Moves));
}
