using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace ReferenceHub.EndToEndTests.Harness;

/// <summary>A mail as its reader's program shows it.</summary>
/// <param name="To">Address of the reader.</param>
/// <param name="Subject">Subject.</param>
/// <param name="Text">The plain text.</param>
/// <param name="Calendar">The calendar entry, its folded lines joined; null when there is none.</param>
public sealed partial record Mail(string To, string Subject, string Text, string? Calendar)
{
    /// <summary>Path of the signed link in it; empty when there is none.</summary>
    public string Link => LinkPath().Match(Text).Value;

    /// <summary>Reads an .eml file as the product writes it.</summary>
    public static Mail Read(string file)
    {
        var headers = Unfolded(file[..Math.Max(0, BlankLine().Match(file).Index)]);
        return new Mail(
            Header(headers, "X-Receiver"),
            EncodedWord().Replace(Header(headers, "Subject"), word => Encoding.UTF8.GetString(Decoded(word.Groups[2].Value.Replace('_', ' '), word.Groups[1].Value))),
            Part(file, "plain") ?? "",
            Part(file, "calendar") is { } calendar ? Unfolded(calendar) : null);
    }

    /// <summary>Value of a property of the calendar entry, "UID" for example.</summary>
    public string Of(string property)
    {
        Calendar.ShouldNotBeNull($"'{Subject}' has no calendar entry");
        var line = Calendar.Split("\r\n").SingleOrDefault(each => each.StartsWith(property, StringComparison.Ordinal) && each[property.Length] is ':' or ';');
        line.ShouldNotBeNull($"no {property} in\n{Calendar}");
        return line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..];
    }

    private static string Header(string headers, string name) =>
        headers.Split("\r\n").First(line => line.StartsWith(name + ": ", StringComparison.OrdinalIgnoreCase))[(name.Length + 2)..];

    private static string? Part(string file, string type)
    {
        var part = Regex.Match(file, $@"Content-Type: text/{type}\b(.*?)\r?\n\r?\n(.*?)(?:\r?\n----boundary|\z)", RegexOptions.Singleline);
        return part.Success ? Encoding.UTF8.GetString(Decoded(part.Groups[2].Value, part.Groups[1].Value.Contains("base64", StringComparison.Ordinal) ? "B" : "Q")) : null;
    }

    private static byte[] Decoded(string text, string encoding)
    {
        if (encoding is "B")
        {
            return Convert.FromBase64String(text);
        }

        var bytes = new List<byte>();
        var whole = SoftBreak().Replace(text, "");
        for (var at = 0; at < whole.Length; at++)
        {
            if (whole[at] == '=')
            {
                bytes.Add(byte.Parse(whole.AsSpan(at + 1, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
                at += 2;
            }
            else
            {
                bytes.Add((byte)whole[at]);
            }
        }

        return [.. bytes];
    }

    private static string Unfolded(string text) => Fold().Replace(text, "");

    [GeneratedRegex("/l/[A-Za-z0-9_-]{43}")]
    private static partial Regex LinkPath();

    [GeneratedRegex(@"=\?utf-8\?(?<way>[BQ])\?(?<words>[^?]*)\?=\s*", RegexOptions.IgnoreCase)]
    private static partial Regex EncodedWord();

    [GeneratedRegex("=\r?\n")]
    private static partial Regex SoftBreak();

    [GeneratedRegex("\r\n[ \t]")]
    private static partial Regex Fold();

    [GeneratedRegex("\r?\n\r?\n")]
    private static partial Regex BlankLine();
}
