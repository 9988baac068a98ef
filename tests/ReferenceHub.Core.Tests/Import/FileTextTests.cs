using System.Text;
using ReferenceHub.Core.Import.Reading;

namespace ReferenceHub.Core.Tests.Import;

/// <summary>Bytes as text, whatever program wrote them.</summary>
public sealed class FileTextTests
{
    private const string Text = "account;Straße\nMüller & Söhne;Köln\n";

    public static TheoryData<string> Encodings => ["utf-8", "utf-8-bom", "utf-16", "utf-16-be", "utf-16-bare", "1252"];

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Every_usual_encoding_is_told_from_the_bytes(string encoding)
    {
        var bytes = encoding switch
        {
            "utf-8" => new UTF8Encoding(false).GetBytes(Text),
            "utf-8-bom" => [0xEF, 0xBB, 0xBF, .. new UTF8Encoding(false).GetBytes(Text)],
            "utf-16" => [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Text)],
            "utf-16-be" => [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(Text)],
            "utf-16-bare" => Encoding.Unicode.GetBytes(Text),
            _ => CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(Text),
        };

        var read = FileText.Of(bytes);

        read.Refusal.ShouldBeNull();
        read.Text.ShouldBe(Text);
    }

    [Fact]
    public void What_is_no_text_is_refused_in_words()
    {
        FileText.Of([]).Refusal.ShouldBe("This file is empty.");
        FileText.Of("  \n "u8.ToArray()).Refusal.ShouldBe("This file is empty.");
        FileText.Of([0x50, 0x4B, 0x03, 0x04, 1, 2, 3]).Refusal!.ShouldContain("Excel workbook");
        FileText.Of([0xD0, 0xCF, 0x11, 0xE0, 1, 2, 3]).Refusal!.ShouldContain("old Excel workbook");
        FileText.Of("%PDF-1.7"u8.ToArray()).Refusal!.ShouldContain("PDF");
        FileText.Of("a,b\nx\0y,z\n"u8.ToArray()).Refusal!.ShouldContain("NUL");
        FileText.Of([0, 1, 2, 3, 0, 0, 0, 7, 9, 0]).Refusal!.ShouldContain("NUL");
    }
}
