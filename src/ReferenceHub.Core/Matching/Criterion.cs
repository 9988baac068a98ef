namespace ReferenceHub.Core.Matching;

/// <summary>One thing asked for: a term of a facet, as a must (filters) or preferred (ranks).</summary>
public readonly record struct Criterion(Facet Facet, string Key, bool Must)
{
    /// <summary>Longest key, in characters.</summary>
    public const int KeyLength = 60;

    /// <summary>Whether a text can be a key: lower-case letters, digits and hyphens.</summary>
    public static bool IsKey(string? text) =>
        text is { Length: > 0 and <= KeyLength } && text.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-');
}
