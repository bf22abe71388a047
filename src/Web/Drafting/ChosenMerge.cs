using Documents.Merging;
using Microsoft.Extensions.Primitives;
using Web.Layout;

namespace Web.Drafting;

/// <summary>A merged text as its form brings it back: the passages in their order, and what was chosen where both had written.</summary>
public static class ChosenMerge
{
    public static string Read(IFormCollection form)
    {
        ArgumentNullException.ThrowIfNull(form);

        var typed = new Typed(form);
        var parts = new List<MergePart>();
        var choices = new List<MergeChoice>();

        for (var place = 0; form.ContainsKey($"kept-{place}") || form.ContainsKey($"mine-{place}"); place++)
        {
            if (form.ContainsKey($"kept-{place}"))
            {
                parts.Add(new MergeKept(typed.Text($"kept-{place}")));
                continue;
            }

            parts.Add(new MergeConflict("", typed.Text($"theirs-{place}"), typed.Text($"mine-{place}")));
            choices.Add(Enum.TryParse<MergeChoice>(form[$"choice-{place}"], out var choice) && Enum.IsDefined(choice)
                ? choice
                : throw new BadHttpRequestException($"The form's choice-{place} cannot be read."));
        }

        return new TextMerge(parts).TextWith(choices);
    }

    /// <summary>The form as if the text had been typed into it: somebody may have saved again meanwhile.</summary>
    public static Typed AsTyped(IFormCollection form, string text)
    {
        ArgumentNullException.ThrowIfNull(form);

        return new(new FormCollection(new Dictionary<string, StringValues>(form) { ["text"] = text }));
    }
}
