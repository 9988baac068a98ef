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

    private static readonly (byte[] Magic, string Refusal)[] OtherTypes =
    [
        ([0x50, 0x4B, 0x03, 0x04], "This is an Excel workbook or a ZIP file. Save the sheet as CSV and upload that."),
        ([0xD0, 0xCF, 0x11, 0xE0], "This is an old Excel workbook. Save the sheet as CSV and upload that."),
        ("%PDF"u8.ToArray(), "This is a PDF. Export the list as CSV and upload that."),
        ([0x89, 0x50, 0x4E, 0x47], "This is a picture. Export the list as CSV and upload that."),
        ([0xFF, 0xD8, 0xFF], "This is a picture. Export the list as CSV and upload that."),
        ([0x1F, 0x8B], "This file is compressed. Unpack it and upload the CSV inside."),
    ];

    /// <summary>Reads bytes as text, in the encoding that they show.</summary>
    public static FileText Of(byte[] bytes)
    {
        if (bytes.Length == 0)
        {
            return Refuse("This file is empty.");
        }

        if (Array.Find(OtherTypes, type => bytes.AsSpan().StartsWith(type.Magic)).Refusal is { } other)
        {
            return Refuse(other);
        }

        var (encoding, decoder, skip) = Detect(bytes);
        var text = decoder.GetString(bytes, skip, bytes.Length - skip);
        if (text.Contains('\0'))
        {
            return Refuse("This file holds NUL bytes, so it is not a plain text file. Save it as CSV (UTF-8) and upload it again.");
        }

        return string.IsNullOrWhiteSpace(text) ? Refuse("This file is empty.") : new FileText(text, encoding, null);
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
