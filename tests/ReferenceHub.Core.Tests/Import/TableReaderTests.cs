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

    private static ImportTable Read(string text) => TableReader.Read(FileText.Of(Encoding.UTF8.GetBytes(text))).Table.ShouldNotBeNull();

    private static string Refusal(string text) => TableReader.Read(FileText.Of(Encoding.UTF8.GetBytes(text))).Refusal.ShouldNotBeNull();
}
