using System.Text;
using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.Content;

/// <summary>Texts as folded words: letters and digits only, without accents, upper case, alike on every database.</summary>
public static class SearchWords
{
    /// <summary>Longest word, in characters; longer ones are cut.</summary>
    public const int WordLength = 40;

    /// <summary>Most words of a question that count.</summary>
    public const int MostAsked = 6;

    /// <summary>All words of a text in their order.</summary>
    public static IEnumerable<string> Of(string? text)
    {
        var word = new StringBuilder();
        foreach (var letter in TextKey.Of(text))
        {
            if (char.IsLetterOrDigit(letter) || char.IsSurrogate(letter))
            {
                word.Append(letter);
            }
            else if (word.Length > 0)
            {
                yield return Cut(word);
                word.Clear();
            }
        }

        if (word.Length > 0)
        {
            yield return Cut(word);
        }
    }

    /// <summary>The words of a question, each once.</summary>
    public static IReadOnlyList<string> Asked(string? question) => [.. Of(question).Distinct(StringComparer.Ordinal).Take(MostAsked)];

    private static string Cut(StringBuilder word)
    {
        var length = Math.Min(word.Length, WordLength);
        return word.ToString(0, length < word.Length && char.IsHighSurrogate(word[length - 1]) ? length - 1 : length);
    }
}
