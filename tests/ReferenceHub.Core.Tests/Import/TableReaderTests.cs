using System.Text;
using ReferenceHub.Core.Import.Reading;

namespace ReferenceHub.Core.Tests.Import;

/// <summary>Text as headings and rows.</summary>
public sealed class TableReaderTests
{
    [Theory]
    [InlineData("name,city\nA,B\n", ',')]
    [InlineData("name;city\nA;\"1,5\"\n", ';')]
    [InlineData("name\tcity\nA, B\tC\n", '\t')]
    [InlineData("name|city\nA|B\n", '|')]
    [InlineData("sep=;\nname;city\nA;B\n", ';')]
    [InlineData("name\nA\n", ',')]
    public void The_separator_is_told_from_the_first_lines(string text, char delimiter)
    {
        var table = Read(text);
        table.Delimiter.ShouldBe(delimiter);
        table.Headings[0].ShouldBe("name");
        table.Rows.ShouldHaveSingleItem();
        table.Problems.ShouldBeEmpty();
    }

    [Fact]
    public void Quotation_marks_keep_separators_line_breaks_and_marks_of_their_own()
    {
        var table = Read("name,note\r\n\"Müller, \"\"Best\"\" & Co\",\"first\r\nsecond\"\r\nPlain 5\" disk,x\r\n");
        table.Rows[0].Cells.ShouldBe(["Müller, \"Best\" & Co", "first\r\nsecond"], StringComparer.Ordinal);
        table.Rows[1].Cells.ShouldBe(["Plain 5\" disk", "x"]);
        table.Rows.Select(row => row.Line).ShouldBe([2, 4]);
    }

    [Fact]
    public void Blank_lines_are_passed_over_and_doubled_or_missing_headings_get_names()
    {
        var table = Read("\n\nname,name,,\nA,B,C,\n\n,,,\nD,E,F,\n");
        table.Headings.ShouldBe(["name", "name (2)"]);
        table.Rows.Select(row => row.Line).ShouldBe([4, 7]);
        table.Problems.Count.ShouldBe(2, "a third cell stands below no heading");
        Read("name,,city\nA,B,C\n").Headings.ShouldBe(["name", "Column 2", "city"]);
    }

    [Fact]
    public void Broken_rows_are_named_by_their_line()
    {
        Read("a,b\n1,2\n1,2,3\n1\n").Problems.Select(problem => problem.Line).ShouldBe([3, 4]);
        Read("a,b\n1,2\n\"open,2\n3,4\n").Problems.ShouldHaveSingleItem().Text.ShouldContain("never closed");
    }

    [Fact]
    public void A_file_of_headings_alone_or_of_too_many_columns_or_rows_is_refused()
    {
        Refusal("a,b\n").ShouldContain("no rows");
        Refusal(string.Join(',', Enumerable.Range(0, 201)) + "\n1\n").ShouldContain("200 columns");
        Refusal("a\n" + string.Concat(Enumerable.Repeat("1\n", TableReader.MostRows + 1))).ShouldContain("200,000 rows");
    }

    [Fact]
    public void The_separator_can_be_corrected()
    {
        var bytes = "a,b;c\n1,2;3\n"u8.ToArray();
        TableReader.Read(bytes, new ReadingChoice(Delimiter: ';')).Table!.Headings.ShouldBe(["a,b", "c"]);
        TableReader.Read(bytes, new ReadingChoice(Delimiter: 'x')).Table!.Delimiter.ShouldBe(',', "an unknown separator is left to detection");
    }

    [Fact]
    public void The_apostrophe_that_an_export_puts_before_a_formula_is_taken_off()
    {
        Read("a,b,c\n'=1+1,'+49 89 1,it's\n").Rows[0].Cells.ShouldBe(["=1+1", "+49 89 1", "it's"]);
        Read("a,b\n''=1,'\n").Rows[0].Cells.ShouldBe(["'=1", "'"], "one was there before");
    }

    [Fact]
    public void A_cell_of_a_megabyte_is_read_like_any_other()
    {
        var cell = new string('x', 1024 * 1024);
        Read($"a,b\n{cell},2\n").Rows[0].Cells[0].Length.ShouldBe(cell.Length);
    }

    public static TheoryData<byte[], string> OtherFiles => new()
    {
        { [], "empty" },
        { [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 1, 2, 3], "old Excel workbook" },
        { [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, .. Encoding.Unicode.GetBytes("EncryptedPackage")], "password" },
        { "%PDF-1.7"u8.ToArray(), "PDF" },
        { [0x89, 0x50, 0x4E, 0x47, 13, 10], "picture" },
        { [0x1F, 0x8B, 8, 0], "compressed" },
        { "MZ\0\0"u8.ToArray(), "program" },
    };

    [Theory]
    [MemberData(nameof(OtherFiles))]
    public void What_is_no_table_is_told_by_its_bytes_and_refused_in_words(byte[] content, string word) =>
        TableReader.Read(content).Refusal.ShouldNotBeNull().ShouldContain(word);

    [Fact]
    public void A_column_named_MZ_is_no_program() => Read("MZ,city\nA,B\n").Headings[0].ShouldBe("MZ");

    private static ImportTable Read(string text) => TableReader.Read(Encoding.UTF8.GetBytes(text)).Table.ShouldNotBeNull();

    private static string Refusal(string text) => TableReader.Read(Encoding.UTF8.GetBytes(text)).Refusal.ShouldNotBeNull();
}
