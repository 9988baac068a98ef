namespace ReferenceHub.Core.Matching;

/// <summary>One thing asked for: a term of a facet, as a must (filters), preferred (ranks) or not wanted (filters out; a must as well).</summary>
public readonly record struct Criterion(Facet Facet, string Key, bool Must, bool Not = false)
{
    /// <summary>Longest key, in characters.</summary>
    public const int KeyLength = 60;

    /// <summary>The name of preferences in an address: <c>prefer=platform:azure</c>.</summary>
    public const string PreferName = "prefer";

    /// <summary>The name of what is not wanted in an address: <c>not=industry:retail</c>.</summary>
    public const string NotName = "not";

    /// <summary>Whether a text can be a key: lower-case letters, digits and hyphens.</summary>
    public static bool IsKey(string? text) =>
        text is { Length: > 0 and <= KeyLength } && text.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-');

    /// <summary>What must not be so.</summary>
    public static Criterion Without(Facet facet, string key) => new(facet, key, Must: true, Not: true);

    /// <summary>Asked for the other way: a must as a preference, or as not wanted where it is no wish; all else as a must.</summary>
    public Criterion Switched() => this switch
    {
        { Must: true, Not: false } when Facet.MayBePreferred() => this with { Must = false },
        { Must: true, Not: false } => Without(Facet, Key),
        _ => this with { Must = true, Not = false },
    };

    /// <summary>The pair of an address: <c>industry=banking</c>, <c>prefer=platform:azure</c>, <c>not=industry:retail</c>.</summary>
    public KeyValuePair<string, string> Pair => this switch
    {
        { Not: true } => new(NotName, $"{Facet.Name()}:{Key}"),
        { Must: true } => new(Facet.Name(), Key),
        _ => new(PreferName, $"{Facet.Name()}:{Key}"),
    };
}
