using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ReferenceHub.Core.Data.Demo;

/// <summary>A PDF of one page with some lines of text, small enough to keep in one part.</summary>
internal static class DemoPdf
{
    /// <summary>The kept file and its one part.</summary>
    public static (StoredFile File, StoredFilePart Part) Kept(DateTime now, params IReadOnlyList<string> lines)
    {
        var bytes = Encoding.ASCII.GetBytes(Page(lines));
        var file = new StoredFile(Convert.ToHexString(SHA256.HashData(bytes)), bytes.Length, FileKind.Pdf.ContentType, now);
        return (file, new StoredFilePart(file.Hash, 0, bytes));
    }

    private static string Page(IReadOnlyList<string> lines)
    {
        var text = new StringBuilder("BT /F1 14 Tf 72 760 Td 22 TL");
        foreach (var line in lines)
        {
            text.Append(CultureInfo.InvariantCulture, $" ({line.Replace("(", "\\(", StringComparison.Ordinal).Replace(")", "\\)", StringComparison.Ordinal)}) Tj T*");
        }

        text.Append(" ET");
        string[] objects =
        [
            "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
            $"<< /Length {text.Length} >>\nstream\n{text}\nendstream", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        ];
        var file = new StringBuilder("%PDF-1.4\n");
        var places = new List<int>();
        foreach (var (content, index) in objects.Select((content, index) => (content, index)))
        {
            places.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{index + 1} 0 obj\n{content}\nendobj\n");
        }

        var table = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        places.ForEach(place => file.Append(CultureInfo.InvariantCulture, $"{place:D10} 00000 n \n"));
        return file.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {objects.Length + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n").ToString();
    }
}
