using System.Text;

namespace ReferenceHub.Core.Import.Reading;

/// <summary>How the text of an uploaded file is encoded.</summary>
public enum FileEncoding
{
    /// <summary>UTF-8, with or without a byte order mark.</summary>
    Utf8,

    /// <summary>UTF-16, little or big endian.</summary>
    Utf16,

    /// <summary>Windows-1252 (Western European), when it is neither.</summary>
    Windows1252,
}

/// <summary>The text of an uploaded file, or why it has none.</summary>
public sealed record FileText(string Text, FileEncoding Encoding, string? Refusal)
{
    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);
    private static readonly Encoding Text8 = new UTF8Encoding(false);
    private static readonly Encoding Little16 = new UnicodeEncoding(false, false);
    private static readonly Encoding Big16 = new UnicodeEncoding(true, false);
    private static readonly Encoding Western = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>Reads bytes as text, in the encoding that is chosen, else in the one that they show.</summary>
    public static FileText Of(byte[] bytes, FileEncoding? chosen = null)
    {
        if (bytes.Length == 0)
        {
            return Refuse("This file is empty.");
        }

        var (encoding, decoder, skip) = chosen is { } choice ? Chosen(bytes, choice) : Detect(bytes);
        var text = decoder.GetString(bytes, skip, bytes.Length - skip);
        if (text.Contains('\0'))
        {
            return Refuse("This file holds NUL bytes, so it is not a plain text file. Save it as CSV (UTF-8) and upload it again.");
        }

        return string.IsNullOrWhiteSpace(text) ? Refuse("This file is empty.") : new FileText(text, encoding, null);
    }

    // A mark of the same family is left out, and tells which byte of a pair comes first.
    private static (FileEncoding Kind, Encoding Decoder, int Skip) Chosen(byte[] bytes, FileEncoding choice)
    {
        var found = Detect(bytes);
        return found.Kind == choice ? found : choice switch
        {
            FileEncoding.Utf8 => (choice, Text8, 0),
            FileEncoding.Utf16 => (choice, HalfIsZero(bytes, odd: false) ? Big16 : Little16, 0),
            _ => (choice, Western, 0),
        };
    }

    private static (FileEncoding Kind, Encoding Decoder, int Skip) Detect(byte[] bytes)
    {
        if (bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
        {
            return (FileEncoding.Utf8, Text8, 3);
        }

        if (bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
        {
            return (FileEncoding.Utf16, Little16, 2);
        }

        if (bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            return (FileEncoding.Utf16, Big16, 2);
        }

        if (HalfIsZero(bytes, odd: true))
        {
            return (FileEncoding.Utf16, Little16, 0);
        }

        if (HalfIsZero(bytes, odd: false))
        {
            return (FileEncoding.Utf16, Big16, 0);
        }

        return IsUtf8(bytes) ? (FileEncoding.Utf8, Text8, 0) : (FileEncoding.Windows1252, Western, 0);
    }

    // UTF-16 without a mark: of mostly Latin text nearly every second byte is zero, and none of the others.
    private static bool HalfIsZero(byte[] bytes, bool odd)
    {
        var sample = Math.Min(bytes.Length, 4096) / 2;
        var (zeros, others) = (0, 0);
        for (var i = 0; i < sample; i++)
        {
            zeros += bytes[2 * i + (odd ? 1 : 0)] == 0 ? 1 : 0;
            others += bytes[2 * i + (odd ? 0 : 1)] == 0 ? 1 : 0;
        }

        return sample > 0 && others == 0 && zeros * 10 >= sample * 7;
    }

    private static bool IsUtf8(byte[] bytes)
    {
        try
        {
            _ = StrictUtf8.GetCharCount(bytes);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    private static FileText Refuse(string reason) => new("", FileEncoding.Utf8, reason);
}
