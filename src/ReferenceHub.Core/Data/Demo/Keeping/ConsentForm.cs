using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ReferenceHub.Core.Data.Demo;

/// <summary>The signed form that stands behind the demo program's permissions: a small PDF of one page, kept once.</summary>
internal static class ConsentForm
{
    /// <summary>The bytes of the page.</summary>
    public static byte[] Bytes { get; } = Encoding.ASCII.GetBytes(Page());

    /// <summary>The kept file and its one part.</summary>
    public static (StoredFile File, StoredFilePart Part) Kept(DateTime now)
    {
        var file = new StoredFile(Convert.ToHexString(SHA256.HashData(Bytes)), Bytes.Length, FileKind.Pdf.ContentType, now);
        return (file, new StoredFilePart(file.Hash, 0, Bytes));
    }

    private static string Page()
    {
        string[] lines = ["Consent to act as a reference", "We agree that Meridian Software may name us as said in the program's record.", "Signed: (demo program)"];
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
