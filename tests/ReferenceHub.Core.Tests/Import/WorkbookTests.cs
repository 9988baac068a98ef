using ReferenceHub.Core.Import.Reading;
using ReferenceHub.Core.Import.Values;
using ReferenceHub.Testing.Imports;

namespace ReferenceHub.Core.Tests.Import;

/// <summary>Workbooks as headings and rows of plain text.</summary>
public sealed class WorkbookTests
{
    [Fact]
    public void Shared_inline_and_formula_texts_are_read()
    {
        var file = new Workbook()
            .Sheet("Accounts", """
                <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><t>Note</t></is></c></row>
                <row r="3"><c r="A3" t="s"><v>2</v></c><c r="C3" t="str"><f>A3&amp;"!"</f><v>Alpen Bank!</v></c></row>
                """)
            .Strings("<si><t>Name</t></si><si><t xml:space=\"preserve\"> City </t></si><si><r><t>Alpen</t></r><r><rPr><b/></rPr><t xml:space=\"preserve\"> Bank</t></r><rPh sb=\"0\" eb=\"1\"><t>アルペン</t></rPh></si>")
            .Bytes();

        var table = Read(file);

        table.Headings.ShouldBe(["Name", "City", "Note"]);
        table.Rows.ShouldHaveSingleItem().Line.ShouldBe(3);
        table.Rows[0].Cells.ShouldBe(["Alpen Bank", "", "Alpen Bank!"]);
        table.Problems.ShouldBeEmpty();
        table.Info.Format.ShouldBe(FileFormat.Xlsx);
        table.Info.Sheet.ShouldBe("Accounts");
    }

    [Theory]
    [InlineData("<c s=\"1\"><v>46022</v></c>", "2025-12-31")]
    [InlineData("<c s=\"1\"><v>46022.604166666664</v></c>", "2025-12-31 14:30:00")]
    [InlineData("<c s=\"1\"><v>1</v></c>", "1900-01-01")]
    [InlineData("<c s=\"1\"><v>61</v></c>", "1900-03-01")]
    [InlineData("<c s=\"1\"><v>-3</v></c>", "-3")]
    [InlineData("<c s=\"2\"><v>0.5</v></c>", "12:00:00")]
    [InlineData("<c s=\"3\"><v>46022</v></c>", "46022")]
    [InlineData("<c s=\"4\"><v>42</v></c>", "00042")]
    [InlineData("<c t=\"d\"><v>2025-12-31T00:00:00</v></c>", "2025-12-31")]
    [InlineData("<c t=\"b\"><v>1</v></c>", "true")]
    [InlineData("<c t=\"b\"><v>0</v></c>", "false")]
    [InlineData("<c><v>1234567.8899999999</v></c>", "1234567.89")]
    [InlineData("<c><v>1.5E-3</v></c>", "0.0015")]
    [InlineData("<c><v>9007199254740991</v></c>", "9007199254740990")]
    [InlineData("<c><v>1.234</v></c>", "1.2340")]
    [InlineData("<c><f>SUM(A1:A9)</f><v>7</v></c>", "7")]
    [InlineData("<c t=\"e\"><v>#REF!</v></c>", "#REF!")]
    [InlineData("<c t=\"inlineStr\"><is><t>a_x000D_&#10;b_x005F_x000D_</t></is></c>", "a\r\nb_x000D_")]
    public void A_cell_becomes_text_of_one_neutral_form(string cell, string text)
    {
        var file = new Workbook().Sheet("Sheet1", $"{Workbook.Row("value")}<row>{cell}</row>").Formats("dd/mm/yyyy", "[$-409]h:mm\\ AM/PM", "0.00\"days\"", "00000").Bytes();
        Read(file).Rows[0].Cells[0].ShouldBe(text);
    }

    [Fact]
    public void Days_of_old_macintosh_workbooks_are_counted_from_1904() =>
        Read(new Workbook().Sheet("Sheet1", Workbook.Row("day") + "<row><c s=\"1\"><v>44560</v></c></row>").Formats("d.m.yy").From1904().Bytes()).Rows[0].Cells[0].ShouldBe("2025-12-31");

    [Fact]
    public void Dates_and_numbers_of_cells_are_read_whatever_the_file_writes_in_text()
    {
        Dates.Read("2025-12-31", "d.M.yyyy").ShouldBe(new DateOnly(2025, 12, 31));
        Figures.Read("1234567.89", commaDecimals: true).ShouldBe(1234567.89m);
        Figures.Read("1.2340", commaDecimals: true).ShouldBe(1.234m);
        Figures.Read("1.234", commaDecimals: true).ShouldBe(1234m);
        CellText.ProblemOf("#REF!", 100)!.ShouldContain("error #REF!");
    }

    [Fact]
    public void The_first_visible_sheet_with_rows_is_taken_unless_another_is_chosen()
    {
        var file = new Workbook()
            .Sheet("Cover", "")
            .Sheet("Secret", Workbook.Row("a") + Workbook.Row("hidden"), "hidden")
            .Sheet("Data", Workbook.Row("a") + Workbook.Row("shown"), before: "<dimension ref=\"A1:B12\"/>")
            .Bytes();

        var read = TableReader.Read(file);

        read.Table!.Info.Sheet.ShouldBe("Data");
        read.Info!.Sheets.ShouldBe([new("Cover", null, null, false), new("Secret", null, null, true), new("Data", 12, 2, false)]);
        TableReader.Read(file, new ReadingChoice("secret")).Table!.Rows[0].Cells[0].ShouldBe("hidden");
        TableReader.Read(file, new ReadingChoice("Cover")).ShouldSatisfyAllConditions(
            cover => cover.Refusal.ShouldBe("This sheet is empty."),
            cover => cover.Info!.Sheets.Count.ShouldBe(3));
        TableReader.Read(file, new ReadingChoice("Gone")).Table!.Info.Sheet.ShouldBe("Data");
    }

    [Fact]
    public void A_value_below_no_heading_is_named_by_its_column()
    {
        var table = Read(Workbook.Of(Workbook.Row("a", "b") + "<row r=\"2\"><c r=\"A2\"><v>1</v></c><c r=\"AB2\"><v>5</v></c></row>"));
        table.Problems.ShouldHaveSingleItem().Text.ShouldContain("column AB");
    }

    [Fact]
    public void Doubled_and_missing_headings_get_names() =>
        Read(Workbook.Of(Workbook.Row("a", "", "A") + Workbook.Row("1", "2", "3"))).Headings.ShouldBe(["a", "Column 2", "A (2)"]);

    private static ImportTable Read(byte[] file)
    {
        var read = TableReader.Read(file);
        read.Refusal.ShouldBeNull();
        return read.Table!;
    }
}
