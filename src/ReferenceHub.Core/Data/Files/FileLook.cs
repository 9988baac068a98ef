using System.IO.Compression;
using System.Text;

namespace ReferenceHub.Core.Data;

/// <summary>Tells what a file is by its bytes; what the sender calls it decides only between kinds that look alike.</summary>
public static class FileLook
{
    private const int HeadBytes = 4096;
    private const int MostEntries = 20_000;
    private static readonly byte[] OldOffice = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
    private static readonly string[] Markup = ["<!doctype", "<html", "<svg", "<?xml", "<script", "<body", "<head", "<iframe", "<!--"];
    private static readonly string[] MailHeads = ["from:", "to:", "received:", "return-path:", "delivered-to:", "mime-version:", "date:", "subject:", "message-id:", "x-"];

    /// <summary>The kind of a seekable stream, left at its start; null when it is none the program knows.</summary>
    public static async Task<FileKind?> OfAsync(Stream content, string name, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(name);
        content.Position = 0;
        var head = new byte[HeadBytes];
        var length = await content.ReadAtLeastAsync(head, HeadBytes, throwOnEndOfStream: false, ct);
        content.Position = 0;
        var kind = OfHead(head.AsSpan(0, length), content, name);
        content.Position = 0;
        return kind is null || (kind == FileKind.Text || kind == FileKind.Mail) && !await IsTextAsync(content, ct) ? null : kind;
    }

    private static FileKind? OfHead(ReadOnlySpan<byte> head, Stream content, string name) => head switch
    {
        [(byte)'%', (byte)'P', (byte)'D', (byte)'F', (byte)'-', ..] => FileKind.Pdf,
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => FileKind.Png,
        [0xFF, 0xD8, 0xFF, ..] => FileKind.Jpeg,
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => FileKind.Webp,
        [(byte)'P', (byte)'K', 3, 4, ..] => OfZip(content),
        _ when head.StartsWith(OldOffice) => EndsWith(name, ".msg") ? FileKind.OutlookMail : null,
        [] => null,
        _ => OfText(head, name),
    };

    private static FileKind? OfZip(Stream content)
    {
        try
        {
            using var zip = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            if (zip.Entries.Count > MostEntries || zip.Entries.Any(entry => entry.FullName.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)))
            {
                return null;
            }

            return zip.GetEntry("[Content_Types].xml") is null ? null
                : zip.GetEntry("word/document.xml") is not null ? FileKind.Docx
                : zip.GetEntry("xl/workbook.xml") is not null ? FileKind.Xlsx
                : zip.GetEntry("ppt/presentation.xml") is not null ? FileKind.Pptx
                : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static FileKind? OfText(ReadOnlySpan<byte> head, string name)
    {
        var start = Encoding.UTF8.GetString(head[..Math.Min(head.Length, 1024)]).TrimStart('\uFEFF', ' ', '\t', '\r', '\n').ToLowerInvariant();
        if (Markup.Any(mark => start.StartsWith(mark, StringComparison.Ordinal)))
        {
            return null;
        }

        if (EndsWith(name, ".eml"))
        {
            return MailHeads.Any(mark => start.StartsWith(mark, StringComparison.Ordinal)) ? FileKind.Mail : null;
        }

        return EndsWith(name, ".txt") ? FileKind.Text : null;
    }

    private static async Task<bool> IsTextAsync(Stream content, CancellationToken ct)
    {
        var buffer = new byte[64 * 1024];
        int read;
        while ((read = await content.ReadAsync(buffer, ct)) > 0)
        {
            if (buffer.AsSpan(0, read).Contains((byte)0))
            {
                return false;
            }
        }

        return true;
    }

    private static bool EndsWith(string name, string extension) => name.EndsWith(extension, StringComparison.OrdinalIgnoreCase);
}
