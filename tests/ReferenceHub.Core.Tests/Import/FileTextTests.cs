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
        FileText.Of("a,b\nx\0y,z\n"u8.ToArray()).Refusal!.ShouldContain("NUL");
        FileText.Of([0, 1, 2, 3, 0, 0, 0, 7, 9, 0]).Refusal!.ShouldContain("NUL");
    }

    [Theory]
    [InlineData(FileEncoding.Utf8)]
    [InlineData(FileEncoding.Utf16)]
    [InlineData(FileEncoding.Windows1252)]
    public void The_encoding_can_be_corrected(FileEncoding encoding) =>
        FileText.Of("name\nMüller\n"u8.ToArray(), encoding).Encoding.ShouldBe(encoding);

    [Fact]
    public void A_file_taken_for_western_reads_right_once_it_is_said_to_be()
    {
        // Short and by chance valid UTF-8: "Ã¼" of Windows-1252 are the two bytes of "ü".
        byte[] bytes = [.. "name\n"u8, 0xC3, 0xBC, (byte)'\n'];
        FileText.Of(bytes).Text.ShouldBe("name\nü\n");
        FileText.Of(bytes, FileEncoding.Windows1252).Text.ShouldBe("name\nÃ¼\n");
    }
}
