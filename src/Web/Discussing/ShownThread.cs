using Documents.Html;
using Domain.Reports;
using Domain.Routes;
using ThreadState = Domain.Routes.ThreadState;

namespace Web.Discussing;

/// <summary>A thread as a section's page shows it.</summary>
/// <param name="State">Null for one that the rules no longer know.</param>
/// <param name="Sign">The number by which its words in the text are marked; null where none are.</param>
/// <param name="Words">Where its words stand in the text that is shown; null where they do not.</param>
/// <param name="IsLost">Its words were looked for and are gone.</param>
public sealed record ShownThread(IReadOnlyList<Comment> Comments, ThreadState? State, int? Sign, AnchoredWords? Words, bool IsLost)
{
    public Comment First => Comments[0];

    public ThreadId Id => First.Thread;

    public bool IsClosed => State is not { IsClosed: false };

    public string MarkId => $"words-{Id.Value}";

    public string Address => $"#thread-{Id.Value}";

    /// <summary>Open ones by their words' order in the text, those about the whole after them; closed ones last.</summary>
    /// <param name="text">What is read on the page; null where the text is not shown there.</param>
    public static IReadOnlyList<ShownThread> Of(IEnumerable<Comment> comments, Circulation circulation, string? text)
    {
        ArgumentNullException.ThrowIfNull(comments);
        ArgumentNullException.ThrowIfNull(circulation);

        var sign = 0;

        return
        [
            .. comments.GroupBy(comment => comment.Thread)
                .Select(thread => Of([.. thread], circulation.Threads.FirstOrDefault(state => state.Id == thread.Key), text))
                .OrderBy(thread => thread.IsClosed).ThenBy(thread => thread.Words?.Start ?? int.MaxValue)
                .Select(thread => thread.Words is null ? thread : thread with { Sign = ++sign }),
        ];
    }

    /// <summary>The text with the words of these threads marked, each with a link to its thread.</summary>
    /// <param name="page">The address of the page that has the threads; empty where the text stands beside them.</param>
    public static string Mark(MarkedHtml text, IEnumerable<ShownThread> threads, string page, Func<ShownThread, string> nameOf)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(threads);
        ArgumentNullException.ThrowIfNull(nameOf);

        var marks = new List<Marking>();
        foreach (var thread in threads)
        {
            if (thread.Words is { } words) marks.Add(new(words, thread.MarkId, $"{page}{thread.Address}", $"{thread.Sign}", nameOf(thread)));
        }

        return text.Write(marks);
    }

    // The words of a closed thread need no more looking for: the text stays calm.
    private static ShownThread Of(IReadOnlyList<Comment> comments, ThreadState? state, string? text)
    {
        if (text is null || state is not { IsClosed: false } || comments[0].Anchor is not { } anchor) return new(comments, state, null, null, false);

        var words = anchor.FindIn(text);

        return new(comments, state, null, words, words is null);
    }
}
