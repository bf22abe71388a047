using Domain.People;
using Workflows.Drafting;

namespace Workflows.Searching;

/// <summary>
/// Reads what was written and puts its words into the index, after the fact, so that no decision waits for it.
/// The words of one entry: its agency and its kind as words of their own, then the text folded, then the text spelled.
/// </summary>
public sealed class Indexer(IFindables findables, Texts texts)
{
    private const int Batch = 100;

    // Beyond that it is no section of a report; and PostgreSQL keeps no more than a megabyte of words for one entry.
    private const int MaxWords = 60_000;

    /// <returns>How many things were read.</returns>
    public async Task<int> CatchUpAsync(CancellationToken cancellationToken)
    {
        var read = 0;

        while (await findables.UnreadAsync(Batch, cancellationToken) is { Count: > 0 } unread)
        {
            var words = new List<Indexed>();
            foreach (var one in unread)
            {
                foreach (var findable in one.Findables) words.Add(new(one.Key, findable, await WordsOfAsync(findable, cancellationToken)));
            }

            await findables.KeepAsync(words, cancellationToken);
            read += unread.Count;
        }

        return read;
    }

    internal static string WordOf(AgencyId agency) => $"a{agency.Value:N}";

    internal static string WordOf(FindableKind kind) => $"k{(int)kind}k";

    private async Task<string> WordsOfAsync(Findable findable, CancellationToken cancellationToken)
    {
        var text = (findable.Sha256 is { } sha256 ? await texts.FindAsync(sha256, cancellationToken) : findable.Text) ?? "";
        var words = Spelling.WordsOf(text).Take(MaxWords).ToList();

        return string.Join(' ', [WordOf(findable.Agency), WordOf(findable.Kind), .. words.Select(word => word.Folded), .. words.Select(word => word.Spelled)]);
    }
}
