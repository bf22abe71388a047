using Domain;
using Domain.Reports;

namespace Workflows.Drafting;

/// <summary>Says what in a section's text cannot be printed, before it becomes a version.</summary>
public interface ITextCheck
{
    /// <summary>Empty where all is well. The text is Markdown in NFC.</summary>
    /// <param name="level">The level of the section that holds the text: its headings must lie below.</param>
    IReadOnlyList<Fault> Check(string text, OutlineLevel level);

    /// <summary>The hashes of the pictures that the text refers to.</summary>
    IReadOnlyList<string> ImagesOf(string text);
}
