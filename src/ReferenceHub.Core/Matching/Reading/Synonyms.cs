namespace ReferenceHub.Core.Matching;

/// <summary>Words that mean a term of a usual key beside those that its taxonomy lists, read from the text beside this file.</summary>
internal static class Synonyms
{
    private static readonly Lazy<ILookup<(Facet, string), string>> Read = new(() => EmbeddedText.Lines("Synonyms.txt")
        .Select(line => line.Split('=', 2, StringSplitOptions.TrimEntries))
        .SelectMany(line => line[1].Split(',', StringSplitOptions.TrimEntries), (line, word) => (Term: line[0].Split(':'), Word: word))
        .ToLookup(pair => (Facets.TryParse(pair.Term[0], out var facet) ? facet : throw new InvalidDataException(pair.Term[0]), pair.Term[1]), pair => pair.Word));

    /// <summary>The terms that have some.</summary>
    public static IEnumerable<(Facet Facet, string Key)> Keys => Read.Value.Select(words => words.Key);

    /// <summary>Other words for a term.</summary>
    public static IEnumerable<string> Of(Facet facet, string key) => Read.Value[(facet, key)];
}
