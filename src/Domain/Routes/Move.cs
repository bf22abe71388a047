using Domain.People;

namespace Domain.Routes;

/// <summary>Where a decision sends a circulation. The rules say what is decided; the engine says where that leads.</summary>
public abstract record Move
{
    /// <summary>It stays: others still have to agree, or nothing was decided about the way.</summary>
    public sealed record Stay : Move;

    /// <summary>The stage is passed.</summary>
    public sealed record Forward : Move;

    /// <summary>To an earlier stage.</summary>
    /// <param name="Units">At Draft the units that write again; empty for all.</param>
    public sealed record Back(StageKey To, IReadOnlyList<UnitId> Units) : Move;

    /// <summary>A forward decision is taken back: the stage before goes on as it was.</summary>
    public sealed record Undo(StageKey To) : Move;

    /// <summary>A report leaves its own stages until its sections are cleared again.</summary>
    public sealed record Wait : Move;
}

/// <summary>A circulation in which a decision is recorded, and where that sends it.</summary>
public sealed record Ruling(Circulation Circulation, Decision Decision, Move Move);
