namespace ReferenceHub.Core.References;

/// <summary>One field of a form over an entity: how it reads as text, and how to take it over from another edit.</summary>
/// <param name="Key">Name in the form.</param>
/// <param name="Label">Name for people and history.</param>
/// <param name="Text">Its value as text; keys of terms and people stay keys.</param>
/// <param name="Take">The first edit with this field of the second.</param>
/// <param name="Secret">Whether sales must not see it.</param>
/// <param name="Taxonomy">The taxonomy whose terms the text names by their keys; null when it names none so.</param>
public sealed record EditField<T>(string Key, string Label, Func<T, string?> Text, Func<T, T, T> Take, bool Secret = false, TermKind? Taxonomy = null)
{
    /// <summary>Its value in words.</summary>
    public string? Words(T edit, EditNames names)
    {
        ArgumentNullException.ThrowIfNull(names);
        return names.Words(Text(edit), Taxonomy);
    }
}

/// <summary>A field that two people changed differently.</summary>
/// <param name="Key">Name in the form.</param>
/// <param name="Label">Name for people.</param>
/// <param name="Was">What it was when the form was opened, in words.</param>
/// <param name="Mine">What this person typed, in words.</param>
/// <param name="Theirs">What was saved meanwhile, in words.</param>
public sealed record EditConflict(string Key, string Label, string? Was, string? Mine, string? Theirs);

/// <summary>What a form knew when it was opened, and what its person chose where two edits met.</summary>
/// <param name="Version">Version of the record the form shows.</param>
/// <param name="Was">The fields as they were then.</param>
/// <param name="KeepTheirs">Keys of the fields in which the saved value wins.</param>
public sealed record EditMark<T>(int Version, T Was, IReadOnlySet<string> KeepTheirs);
