using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using FsCheck;
using FsCheck.Fluent;
using ReferenceHub.Core.Export;
using ReferenceHub.Core.Export.Writing;
using ReferenceHub.Core.Import.Reading;
using ReferenceHub.Testing.Imports;

namespace ReferenceHub.Core.Tests.Export;

/// <summary>Files that leave the product: safe in a spreadsheet, valid, typed, and read back as they were.</summary>
public sealed class ExportFileTests
{
    private static readonly string[] Nasty =
    [
        "=HYPERLINK(\"http://evil.example\")", "+49 89 1234", "-5 %", "@SUM(1)", "'=1", "''@x", "a,b;c|d", "say \"hi\"", "two\r\nlines", "two\nlines", "Ünïcödé 漢字 😀", "<b>&amp;</b>", "_x000D_ as text",
        "＝1+1", "'", "it's", "true", "007", "1.5", "2026-01-01",
    ];

    public static TheoryData<ExportFormat> Formats => [ExportFormat.Csv, ExportFormat.Xlsx];

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task What_is_written_is_read_back(ExportFormat format)
    {
        var table = Exported.Table(["Text", "Number", "Day", "Moment", "Listed", "Blank"], [.. Nasty.Select(text => (ExportCell[])
            [text, 1234.56m, new DateOnly(2026, 12, 31), ExportCell.Moment(new DateTime(2026, 12, 31, 14, 30, 0, DateTimeKind.Unspecified)), true, (string?)null])]);

        var read = TableReader.Read(await Exported.BytesAsync(table, format)).Table.ShouldNotBeNull();

        read.Headings.ShouldBe(["Text", "Number", "Day", "Moment", "Listed", "Blank"]);
        read.Rows.Select(row => row.Cells[0]).ShouldBe(Nasty);
        read.Rows.ShouldAllBe(row => row.Cells[1] == "1234.56" && row.Cells[2] == "2026-12-31" && row.Cells[3].StartsWith("2026-12-31 14:30") && row.Cells[4] == "yes" && row.Cells[5].Length == 0);
        read.Problems.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Any_text_survives(ExportFormat format) => Prop.ForAll<NonEmptyString[]>(texts =>
    {
        var rows = texts.Select(text => Clean(text.Get)).Prepend("first").ToArray();
        var file = Exported.BytesAsync(Exported.Table(["Key", "Text"], [.. rows.Select(text => (ExportCell[])["x", text])]), format).GetAwaiter().GetResult();
        TableReader.Read(file).Table!.Rows.Select(row => row.Cells[1]).ShouldBe(rows);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public async Task Text_that_a_spreadsheet_would_run_is_neutral_in_CSV_and_numbers_and_dates_stay_what_they_are()
    {
        var table = Exported.Table(["=cmd", "n", "d"], ["=1+1", -5m, new DateOnly(2026, 1, 2)], ["+x", 0.5m, (DateOnly?)null], ["-", (decimal?)null, (DateOnly?)null]);
        var text = Encoding.UTF8.GetString((await Exported.BytesAsync(table, ExportFormat.Csv)).AsSpan(3));
        text.ShouldBe("'=cmd,n,d\r\n'=1+1,-5,2026-01-02\r\n'+x,0.5,\r\n'-,,\r\n");
    }

    [Fact]
    public async Task The_workbook_passes_the_validator_and_holds_no_formula()
    {
        var table = Exported.Table(["Text", "Number", "Day", "Moment"], [.. Nasty.Select(text => (ExportCell[])
            [text, -1.5m, new DateOnly(1900, 1, 31), ExportCell.Moment(new DateTime(2026, 2, 28, 23, 59, 0, DateTimeKind.Unspecified))])]);
        using var file = new MemoryStream(await Exported.BytesAsync(table with { Title = "A title: with [signs] and far more letters than fit" }, ExportFormat.Xlsx));
        using var book = SpreadsheetDocument.Open(file, false);

        new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(book).Select(error => $"{error.Path?.XPath}: {error.Description}").ShouldBeEmpty();
        book.WorkbookPart!.WorksheetParts.Single().Worksheet.Descendants<DocumentFormat.OpenXml.Spreadsheet.CellFormula>().ShouldBeEmpty();
    }

    [Fact]
    public async Task An_export_without_rows_is_a_valid_file_of_headings()
    {
        using var file = new MemoryStream(await Exported.BytesAsync(Exported.Table(["A", "B"]), ExportFormat.Xlsx));
        using var book = SpreadsheetDocument.Open(file, false);
        new OpenXmlValidator().Validate(book).ShouldBeEmpty();
        (await Exported.BytesAsync(Exported.Table(["A", "B"]), ExportFormat.Csv)).Length.ShouldBe(8);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task Rows_are_written_as_they_are_read(ExportFormat format)
    {
        var read = 0;
        var written = new Counter();
        var table = new ExportTable("Things", [new("A"), new("B")], 100_000, Rows());

        await ExportWriter.WriteAsync(table, format, written, CancellationToken.None);

        written.Length.ShouldBeGreaterThan(100_000);

        async IAsyncEnumerable<ExportCell[]> Rows()
        {
            for (; read < 100_000; read++)
            {
                if (read == 50_000)
                {
                    written.Length.ShouldBeGreaterThan(20_000, "half of it has left already");
                }

                yield return [$"text {read} {read * 7919L % 104729}", read];
            }

            await Task.CompletedTask;
        }
    }

    // What an export never holds: blanks around a text, control characters, halves of letters.
    private static string Clean(string text) =>
        string.Concat(text.EnumerateRunes().Where(rune => rune != Rune.ReplacementChar && !Rune.IsControl(rune))).Trim() is { Length: > 0 } some ? some : "x";

    /// <summary>A stream that cannot look back, as a response.</summary>
    private sealed class Counter : Stream
    {
        private long length;

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => length;

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override void Flush() => throw new InvalidOperationException("Servers refuse synchronous writing.");

        public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            length += buffer.Length;
            return ValueTask.CompletedTask;
        }

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override void Write(byte[] buffer, int offset, int count) => throw new InvalidOperationException("Servers refuse synchronous writing.");

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
