namespace Workflows.Consolidating;

/// <summary>Makes one text of several contributions.</summary>
public interface ITextJoiner
{
    /// <summary>The texts one after the other; footnotes that bear the same name in two of them stay apart.</summary>
    string Join(IReadOnlyList<string> texts);
}
