using Documents.Consolidating;
using Documents.Merging;
using Domain.People;
using Domain.Reports;
using Domain.Routes;
using Workflows.Consolidating;
using Workflows.Drafting;
using Workflows.Recording;
using Workflows.Viewing;

namespace Web.Consolidating;

/// <summary>What one unit gave to a section, with its words.</summary>
public sealed record Source(UnitId Unit, int Version, DateTimeOffset At, string Text);

/// <summary>What the Office had made of a section before units gave anew and all was put together again.</summary>
/// <param name="Version">The version of the section's text that holds it.</param>
/// <param name="From">What the units had given by then.</param>
public sealed record Earlier(int Version, string Text, IReadOnlyList<Source> From);

/// <summary>What a section's text is made of, and where each part of it came from.</summary>
public sealed class Sources(IRecord record, IViews views, Texts texts, ITextJoiner joiner)
{
    private const int VersionRows = 200;

    /// <summary>What the units have given by now, in the order in which it is joined.</summary>
    public async Task<IReadOnlyList<Source>> OfAsync(Circulation section, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(section);

        var sources = new List<Source>();
        foreach (var contribution in section.Contributions)
        {
            if (contribution.Text is { } given) sources.Add(new(contribution.Unit, given.Number, given.At, await texts.ReadAsync(given.Sha256, cancellationToken)));
        }

        return sources;
    }

    /// <summary>What the units had given when a version of the section's text was made; a unit may have given more since.</summary>
    public async Task<IReadOnlyList<Source>> AsOfAsync(Circulation section, DateTimeOffset at, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(section);

        var sources = new List<Source>();
        foreach (var contribution in section.Contributions)
        {
            if (contribution.Text is not { } given) continue;

            if (given.At <= at)
            {
                sources.Add(new(contribution.Unit, given.Number, given.At, await texts.ReadAsync(given.Sha256, cancellationToken)));
                continue;
            }

            var earlier = await views.VersionsAsync(section.Report, new(section.Section, contribution.Unit), new(1, VersionRows), cancellationToken);
            if (earlier.Rows.FirstOrDefault(version => version.At <= at) is { } then)
                sources.Add(new(contribution.Unit, then.Number, then.At, await texts.ReadAsync(then.Sha256, cancellationToken)));
        }

        return sources;
    }

    /// <summary>The text that the Office works on: its working copy, or before its first save the section's text.</summary>
    public async Task<WorkingCopy> WorkingCopyAsync(Circulation section, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(section);

        var of = new TextId(section.Section, null);

        return await record.WorkingCopyAsync(section.Report, of, cancellationToken)
            ?? new() { Report = section.Report, Of = of, Text = section.Text is { } text ? await texts.ReadAsync(text.Sha256, cancellationToken) : "" };
    }

    /// <summary>Null where the section's text is not simply what the units gave, or the Office had changed nothing in it before.</summary>
    public async Task<Earlier?> EarlierAsync(Circulation section, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(section);

        if (section.Text is not { Number: > 1 } text || await record.VersionAsync(section.Report, new(section.Section, null), text.Number - 1, cancellationToken) is not { } before) return null;
        if (await texts.ReadAsync(text.Sha256, cancellationToken) != Joined(await OfAsync(section, cancellationToken))) return null;

        var from = await AsOfAsync(section, before.At, cancellationToken);
        var made = await texts.ReadAsync(before.Sha256, cancellationToken);

        return from.Count < section.Contributions.Count || made == Joined(from) ? null : new(before.Number, made, from);
    }

    /// <summary>What the units gave, one after the other.</summary>
    public string Joined(IReadOnlyList<Source> sources)
    {
        ArgumentNullException.ThrowIfNull(sources);

        return sources is [var only] ? only.Text : joiner.Join([.. sources.Select(source => source.Text)]);
    }

    /// <summary>What the Office had made, with what the units changed since. Where both changed a paragraph both stand, for the Office to choose.</summary>
    public string Merged(Earlier earlier, IReadOnlyList<Source> sources)
    {
        ArgumentNullException.ThrowIfNull(earlier);

        var merge = TextMerge.Of(Written(Joined(earlier.From)), theirs: Written(Joined(sources)), mine: Written(earlier.Text));

        return Written(merge.TextWith([.. Enumerable.Repeat(MergeChoice.Both, merge.Conflicts)]));
    }

    // Blank lines and the places of footnotes are no changes.
    private static string Written(string text) => SectionText.Read(text).Write();

    /// <summary>The version in which what the units gave was put together, before the Office changed it; null where it is too long ago.</summary>
    public async Task<int?> JoinedVersionAsync(Circulation section, TextVersion text, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(section);
        ArgumentNullException.ThrowIfNull(text);

        // It is made in the moment in which the last unit submits.
        var given = section.Contributions.Select(contribution => contribution.Text?.At).Where(at => at <= text.At).Max();
        var versions = await views.VersionsAsync(section.Report, new(section.Section, null), new(1, VersionRows), cancellationToken);

        return versions.Rows.LastOrDefault(version => version.At >= given && version.Number < text.Number)?.Number;
    }

    public static TextOrigins Trace(string text, IReadOnlyList<Source> sources, OutlineLevel level) => TextOrigins.Of(text, [.. sources.Select(source => source.Text)], level);
}
