using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using ReferenceHub.Core.Import.Reading;
using ReferenceHub.Testing.Imports;

namespace ReferenceHub.Core.Tests.Import;

/// <summary>Workbooks made to harm are refused in words, without filling the memory.</summary>
public sealed class HostileWorkbookTests
{
    private const int MostMegabytes = 512;

    [Fact]
    public void A_bomb_is_refused_by_what_it_says_it_unpacks_to() => Refusal(new Workbook().Bomb(410).Bytes()).ShouldContain("unpacks to more");

    [Fact]
    public void A_bomb_that_lies_about_its_size_is_refused_too()
    {
        var file = new Workbook().Bomb(60).Bytes();
        var name = Encoding.ASCII.GetBytes("xl/worksheets/sheet1.xml");
        var place = file.AsSpan().LastIndexOf(name);
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(place - 46 + 24), 5_000_000);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Refusal(file).ShouldNotBeEmpty();
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(MostMegabytes * 1024L * 1024);
    }

    public static TheoryData<string, string> Sheets => new()
    {
        { "endless attribute", $"<row a=\"{new string('x', 6_000_000)}\"/>" },
        { "endless depth", string.Concat(Enumerable.Repeat("<a>", 200_000)) },
        { "endless names", string.Concat(Enumerable.Range(0, 200_000).Select(i => $"<n{i}/>")) },
        { "a column beyond the last", "<row><c r=\"ZZZZZZ1\"><v>1</v></c></row>" },
        { "cells without end in one row", $"<row>{string.Concat(Enumerable.Repeat("<c r=\"A1\"><v>1</v></c>", 40_000))}</row>" },
        { "broken XML", "<row><c></row>" },
        { "an entity", "<row><c t=\"inlineStr\"><is><t>&secret;</t></is></c></row>" },
    };

    [Theory]
    [MemberData(nameof(Sheets))]
    public void A_sheet_no_spreadsheet_program_writes_is_refused(string what, string rows) =>
        Refusal(Workbook.Of(rows)).ShouldNotBeEmpty(what);

    [Fact]
    public void An_outside_entity_is_never_fetched()
    {
        var file = new Workbook().Sheet("Sheet1", Workbook.Row("a") + "<row><c t=\"s\"><v>0</v></c></row>")
            .Part("xl/sharedStrings.xml", "<!DOCTYPE sst [<!ENTITY file SYSTEM \"file:///etc/passwd\">]><sst><si><t>&file;</t></si></sst>").Bytes();
        Refusal(file).ShouldContain("damaged");
    }

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("/etc/passwd")]
    [InlineData("xl\\evil.xml")]
    [InlineData("C:evil.xml")]
    [InlineData("xl/workbook.xml")]
    public void Unsafe_or_doubled_names_of_parts_are_refused(string name) =>
        Refusal(new Workbook().Sheet("Sheet1", Workbook.Row("a") + Workbook.Row("1")).Part(name, "x").Bytes()).ShouldContain("unsafe names");

    [Fact]
    public void Thousands_of_parts_are_refused()
    {
        var book = new Workbook().Sheet("Sheet1", Workbook.Row("a") + Workbook.Row("1"));
        for (var i = 0; i < 2000; i++)
        {
            book.Part($"xl/media/{i}.png", "");
        }

        Refusal(book.Bytes()).ShouldContain("unpacks to more");
    }

    [Theory]
    [InlineData("xl/workbook.bin", ".xlsb")]
    [InlineData("word/document.xml", "document")]
    [InlineData("readme.txt", "ZIP")]
    public void Other_ZIP_files_are_told_apart(string part, string word)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            zip.CreateEntry(part);
        }

        Refusal(file.ToArray()).ShouldContain(word);
    }

    [Fact]
    public void Half_a_workbook_is_refused()
    {
        var file = Workbook.Of(Workbook.Row("a") + Workbook.Row("1"));
        Refusal(file[..(file.Length / 2)]).ShouldContain("damaged");
        for (var i = 0; i < file.Length; i += 7)
        {
            var broken = file.ToArray();
            broken[i] ^= 0xFF;
            Should.NotThrow(() => TableReader.Read(broken));
        }
    }

    [Fact]
    public void A_cell_of_a_megabyte_is_cut_and_one_of_ten_refused()
    {
        TableReader.Read(Workbook.Of(Workbook.Row("a") + Workbook.Row(new string('x', 1024 * 1024)))).Table!.Rows[0].Cells[0].Length.ShouldBe(100_000);
        Refusal(Workbook.Of(Workbook.Row("a") + Workbook.Row(new string('x', 10 * 1024 * 1024)))).ShouldContain("4 MB");
    }

    [Fact]
    public void Too_many_columns_or_rows_are_refused_and_a_far_row_costs_nothing()
    {
        Refusal(Workbook.Of(Workbook.Row([.. Enumerable.Range(0, 201).Select(i => $"c{i}")]) + Workbook.Row("1"))).ShouldContain("200 columns");
        Refusal(Workbook.Of(Workbook.Row("a") + string.Concat(Enumerable.Repeat("<row><c><v>1</v></c></row>", TableReader.MostRows + 1)))).ShouldContain("200,000 rows");
        TableReader.Read(Workbook.Of(Workbook.Row("a") + "<row r=\"2000000000\"><c r=\"A2000000000\"><v>1</v></c></row>")).Table!.Rows.ShouldHaveSingleItem();
    }

    private static string Refusal(byte[] file)
    {
        var read = TableReader.Read(file);
        read.Table.ShouldBeNull();
        return read.Refusal.ShouldNotBeNull();
    }
}
