namespace ReferenceHub.Core.Import.Reading;

/// <summary>Tells by its first bytes what a file is, whatever its name says.</summary>
internal static class FileSignature
{
    private static readonly byte[] Zip = [0x50, 0x4B, 0x03, 0x04];
    private static readonly byte[] EmptyZip = [0x50, 0x4B, 0x05, 0x06];
    private static readonly byte[] Compound = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
    private static readonly byte[] Encrypted = System.Text.Encoding.Unicode.GetBytes("EncryptedPackage");

    private static readonly (byte[] Magic, string Refusal)[] OtherTypes =
    [
        ("%PDF"u8.ToArray(), "This is a PDF. Export the list as CSV or XLSX and upload that."),
        ([0x89, 0x50, 0x4E, 0x47], "This is a picture. Export the list as CSV or XLSX and upload that."),
        ([0xFF, 0xD8, 0xFF], "This is a picture. Export the list as CSV or XLSX and upload that."),
        ([0x1F, 0x8B], "This file is compressed. Unpack it and upload the table inside."),
        ("Rar!"u8.ToArray(), "This file is compressed. Unpack it and upload the table inside."),
        ([0x37, 0x7A, 0xBC, 0xAF], "This file is compressed. Unpack it and upload the table inside."),
        ("{\\rtf"u8.ToArray(), "This is a text document. Export the list as CSV or XLSX and upload that."),
        ("MZ"u8.ToArray(), "This is a program. Export the list as CSV or XLSX and upload that."),
    ];

    /// <summary>Whether it may be a workbook: a ZIP file, which is looked into next.</summary>
    public static bool IsZip(byte[] content) => content.AsSpan().StartsWith(Zip) || content.AsSpan().StartsWith(EmptyZip);

    /// <summary>Why a file of this kind is not read; null when it may be text.</summary>
    public static string? RefusalOf(byte[] content)
    {
        if (!content.AsSpan().StartsWith(Compound))
        {
            // A program's two letters may begin a text, but no text goes on with its NUL bytes.
            return Array.Find(OtherTypes, type => content.AsSpan().StartsWith(type.Magic) && (type.Magic.Length > 2 || content.AsSpan(0, Math.Min(content.Length, 64)).Contains((byte)0) || type.Magic[0] == 0x1F)).Refusal;
        }

        return content.AsSpan().IndexOf(Encrypted) >= 0
            ? "This workbook is protected with a password. Save it without one and upload that."
            : "This is an old Excel workbook (.xls). Open it, save it as .xlsx or CSV and upload that.";
    }
}
