namespace Documents.Model;

/// <summary>Numbers the footnotes of a report in the order in which they are called.</summary>
internal sealed class NoteRegister
{
    private readonly List<Note> notes = [];
    private readonly Dictionary<object, Note> numbered = [];

    public IReadOnlyList<Note> Notes => notes;

    /// <param name="source">What the note was read from, by which a second call of it is known.</param>
    public NoteMark Call(object source, Func<IReadOnlyList<IReadOnlyList<Inline>>> read)
    {
        if (numbered.TryGetValue(source, out var known)) return new(known, IsRepeated: true);

        var note = new Note(notes.Count + 1, read());
        notes.Add(note);
        numbered.Add(source, note);

        return new(note, IsRepeated: false);
    }
}
