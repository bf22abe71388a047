using System.Collections.Concurrent;
using Domain.People;
using Domain.Reports;

namespace Web.Drafting;

/// <summary>A text of a report that can be written in.</summary>
public readonly record struct OpenText(ReportId Report, TextId Text);

/// <summary>Who was heard to have a text open, and when last.</summary>
public readonly record struct OpenBy(PersonId Person, DateTimeOffset At);

/// <summary>
/// Who has which text open. A courtesy, not a lock: it lives in this process only, and whoever is not heard of for a minute is gone.
/// Several nodes behind a balancer each know of their own; what two people write there is merged all the same.
/// </summary>
public sealed class Presence(TimeProvider clock)
{
    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<OpenText, ConcurrentDictionary<PersonId, DateTimeOffset>> open = new();

    /// <returns>Who else has it open.</returns>
    public IReadOnlyList<OpenBy> Open(OpenText text, PersonId by)
    {
        var now = clock.GetUtcNow();
        open.GetOrAdd(text, _ => new())[by] = now;

        // Whoever comes sweeps up behind those who went.
        foreach (var (one, people) in open)
        {
            foreach (var (person, at) in people.Where(person => now - person.Value >= Lasts)) people.TryRemove(new(person, at));
            if (people.IsEmpty) open.TryRemove(one, out _);
        }

        return [.. (open.GetValueOrDefault(text) ?? new()).Where(person => person.Key != by).Select(person => new OpenBy(person.Key, person.Value)).OrderBy(other => other.At)];
    }
}
