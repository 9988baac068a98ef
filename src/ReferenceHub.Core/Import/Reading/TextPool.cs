namespace ReferenceHub.Core.Import.Reading;

/// <summary>Keeps one copy of each short text of a file: columns of industries, countries and flags repeat few values many times.</summary>
internal sealed class TextPool
{
    private const int Longest = 60;
    private const int Most = 100_000;
    private readonly HashSet<string> known = new(StringComparer.Ordinal);

    /// <summary>The kept copy of a text.</summary>
    public string Of(string text)
    {
        if (text.Length is 0 or > Longest)
        {
            return text;
        }

        if (known.TryGetValue(text, out var kept))
        {
            return kept;
        }

        if (known.Count < Most)
        {
            known.Add(text);
        }

        return text;
    }
}
