using System.Text;
using System.Text.RegularExpressions;
using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.Messaging;

/// <summary>Fills the places of a text, {{customer}}, so that no value can pass for Markdown.</summary>
public static partial class Places
{
    /// <summary>Places whose values are Markdown themselves, written by the program.</summary>
    private static readonly HashSet<string> OfMarkdown = new(StringComparer.Ordinal) { "expect", "items" };

    /// <summary>Places whose values are addresses.</summary>
    private static readonly HashSet<string> OfAddresses = new(StringComparer.Ordinal) { "link", "address" };

    /// <summary>Names that stand in a text.</summary>
    public static IReadOnlyList<string> In(string text) => [.. Place().Matches(text).Select(match => match.Groups[1].Value).Distinct(StringComparer.Ordinal)];

    /// <summary>Braces that open a place and do not make one, such as "{{customer}"; null when there are none.</summary>
    public static string? Unclosed(string text)
    {
        var rest = Place().Replace(text, "");
        var at = rest.IndexOf("{{", StringComparison.Ordinal);
        at = at < 0 ? rest.IndexOf("}}", StringComparison.Ordinal) : at;
        return at < 0 ? null : rest.Substring(at, Math.Min(20, rest.Length - at)).Split('\n')[0];
    }

    /// <summary>The text of one line, such as a subject: values as they are, line breaks as blanks.</summary>
    public static string FillLine(string text, IReadOnlyDictionary<string, string?> values) =>
        Blanks().Replace(Place().Replace(text, match => values.GetValueOrDefault(match.Groups[1].Value) ?? ""), " ").Trim();

    /// <summary>The Markdown of a body; lines whose places are all empty are left out.</summary>
    public static string FillMarkdown(string text, IReadOnlyDictionary<string, string?> values)
    {
        var filled = new StringBuilder();
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            var places = In(line);
            if (places.Count == 0 || places.Any(place => !string.IsNullOrWhiteSpace(values.GetValueOrDefault(place))))
            {
                filled.Append(Place().Replace(line, match => Value(line, match, values))).Append('\n');
            }
        }

        return filled.ToString();
    }

    /// <summary>Plain text as Markdown that says the same.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length * 2);
        foreach (var letter in LineBreaks().Replace(text.Trim().ReplaceLineEndings("\n"), "\n"))
        {
            if (letter == '\n')
            {
                escaped.Append("\\\n");
            }
            else
            {
                escaped.Append(char.IsAscii(letter) && (char.IsPunctuation(letter) || char.IsSymbol(letter)) ? $"\\{letter}" : letter);
            }
        }

        return escaped.ToString();
    }

    private static string Value(string line, Match match, IReadOnlyDictionary<string, string?> values)
    {
        var place = match.Groups[1].Value;
        var value = values.GetValueOrDefault(place)?.Trim() ?? "";
        if (OfMarkdown.Contains(place))
        {
            return value;
        }

        var isTarget = match.Index > 1 && line[match.Index - 1] == '(' && line[match.Index - 2] == ']';
        return OfAddresses.Contains(place) && !isTarget && value.Length > 0 ? $"<{value}>" : Escape(value);
    }

    [GeneratedRegex(@"\{\{\s*([A-Za-z0-9_-]{1,40})\s*\}\}")]
    private static partial Regex Place();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"\s*\n\s*")]
    private static partial Regex LineBreaks();
}
