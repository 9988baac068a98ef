using System.Text;
using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.Processes;

/// <summary>Keys of processes, stages and steps: small letters and digits with single hyphens between.</summary>
public static class ProcessKey
{
    /// <summary>Whether a text is a key of at most so many characters.</summary>
    public static bool Is(string? text, int max) =>
        text is { Length: > 0 } && text.Length <= max && text[0] != '-' && text[^1] != '-' && !text.Contains("--", StringComparison.Ordinal)
        && text.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-');

    /// <summary>A key made of a name, that none of the others is.</summary>
    public static string Of(string name, int max, IReadOnlyCollection<string> taken)
    {
        ArgumentNullException.ThrowIfNull(taken);
        var key = new StringBuilder();
        foreach (var letter in TextKey.Of(name).ToLowerInvariant())
        {
            if (char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter))
            {
                key.Append(letter);
            }
            else if (key.Length > 0 && key[^1] != '-')
            {
                key.Append('-');
            }
        }

        var start = Guard.Cut(key.ToString().Trim('-'), max - 4).Trim('-');
        start = start.Length == 0 ? "step" : start;
        for (var number = 1; ; number++)
        {
            var one = number == 1 ? start : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{start}-{number}");
            if (!taken.Contains(one))
            {
                return one;
            }
        }
    }
}
