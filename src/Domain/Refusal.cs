using Domain.People;

namespace Domain;

/// <summary>What kind of "no" a refusal is, so that the edge can choose a status without knowing the rule.</summary>
public enum RefusalKind
{
    /// <summary>The input has no meaning here: it would be refused from anyone, at any time.</summary>
    Invalid,

    /// <summary>There is no such thing, or none that the person may see.</summary>
    NotFound,

    /// <summary>Somebody else may, this person may not.</summary>
    NotAllowed,

    /// <summary>Not in the present state: something changed, or has to happen first.</summary>
    Conflict,
}

/// <summary>A rule's answer that something is not to be done: a value, never an exception, and never a person's answer (that is a Return).</summary>
/// <param name="Code">Stable, lower-case words with hyphens; the last part of the problem type.</param>
/// <param name="Message">Says to the person who asked what is in the way and what to do next.</param>
public sealed record Refusal(RefusalKind Kind, string Code, Words Message)
{
    /// <summary>Those who could do it instead; empty where nobody can, or where it would not help to ask them.</summary>
    public IReadOnlyList<PersonId> WhoCan { get; init; } = [];

    /// <summary>The places in the input that are at fault, where there are several or they have a position.</summary>
    public IReadOnlyList<Fault> Faults { get; init; } = [];
}

/// <summary>One thing wrong with an input.</summary>
/// <param name="Code">Stable, lower-case words with hyphens.</param>
/// <param name="Line">From 1; null where the fault has no line.</param>
public sealed record Fault(string Code, int? Line, Words Message);
