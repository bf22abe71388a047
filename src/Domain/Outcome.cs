using System.Diagnostics.CodeAnalysis;

namespace Domain;

/// <summary>A value, or the refusal that stands in its place.</summary>
public sealed class Outcome<T>
    where T : notnull
{
    private readonly T? value;

    private Outcome(T? value, Refusal? refusal) => (this.value, Refusal) = (value, refusal);

    public Refusal? Refusal { get; }

    [MemberNotNullWhen(true, nameof(Refusal))]
    public bool IsRefused => Refusal is not null;

    /// <exception cref="InvalidOperationException">It was refused.</exception>
    public T Value => Refusal is null && value is not null
        ? value
        : throw new InvalidOperationException($"Refused: {Refusal?.Code}");

    public static implicit operator Outcome<T>(T value) => new(value, null);

    public static implicit operator Outcome<T>(Refusal refusal) => new(default, refusal);

    /// <summary>Goes on with the value, or passes the refusal along.</summary>
    public Outcome<TNext> Then<TNext>(Func<T, Outcome<TNext>> next)
        where TNext : notnull
    {
        ArgumentNullException.ThrowIfNull(next);

        return IsRefused ? Refusal : next(Value);
    }
}
