using Domain.Routes;

namespace Workflows.Engine;

/// <summary>Says where a circulation goes next. The rules say what may be decided; the record says what was.</summary>
public interface IApprovalEngine
{
    /// <summary>The place in <paramref name="stages"/> that a move leads to from <paramref name="at"/>; see <see cref="Circulation.At"/>.</summary>
    /// <exception cref="InvalidOperationException">The route has no such way: a rule let something through.</exception>
    int PlaceAfter(IReadOnlyList<Stage> stages, int at, Move move);

    /// <summary>The route as a Mermaid state diagram, drawn from the definition that circulations move along.</summary>
    string Draw(Route route);
}
