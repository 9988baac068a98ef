using System.Diagnostics;
using ReferenceHub.Core.Export;
using ReferenceHub.Core.Export.Writing;
using ReferenceHub.Core.Import.Reading;

namespace ReferenceHub.Benchmarks.Tables;

/// <summary>What it costs to write a table of customers and to read it back, by format: rate, and the most memory the process ever took.</summary>
internal static class TableBenchmark
{
    private static readonly string[] Headings =
        ["Name", "CRM id", "Industry", "Country or region", "City", "Employees", "Yearly revenue", "Founded in", "Parent company", "Website", "Customer since", "What makes it a good reference", "Owner", "Health"];

    public static async Task RunAsync(int rows, ExportFormat format)
    {
        Console.WriteLine("| rows | format | what | ms | rows a second | MB of file | peak MB of process |");
        Console.WriteLine("| --- | --- | --- | --- | --- | --- | --- |");
        var path = Path.Combine(Path.GetTempPath(), $"referencehub-bench-{rows}.{format}");
        var start = Stopwatch.GetTimestamp();
        await using (var file = File.Create(path))
        {
            await ExportWriter.WriteAsync(new ExportTable("References", [.. Headings.Select(heading => new ExportColumn(heading))], rows, Rows(rows)), format, file, default);
        }

        Say("write", start);
        var content = await File.ReadAllBytesAsync(path);
        start = Stopwatch.GetTimestamp();
        var read = TableReader.Read(content);
        Say("read", start);
        if (read.Table?.Rows.Count != rows)
        {
            throw new InvalidOperationException(read.Refusal ?? $"{read.Table?.Rows.Count} rows were read.");
        }

        File.Delete(path);

        void Say(string what, long since)
        {
            var took = Stopwatch.GetElapsedTime(since);
            using var process = Process.GetCurrentProcess();
            Console.WriteLine(FormattableString.Invariant(
                $"| {rows:N0} | {format} | {what} | {took.TotalMilliseconds:N0} | {rows / took.TotalSeconds:N0} | {new FileInfo(path).Length / 1048576.0:N1} | {process.PeakWorkingSet64 / 1048576.0:N0} |"));
        }
    }

    private static async IAsyncEnumerable<ExportCell[]> Rows(int rows)
    {
        for (var i = 0; i < rows; i++)
        {
            yield return
            [
                $"Company {i} {i * 7919L % 104729} AG", $"CRM-{100000 + i}", $"Industry {i % 40}", $"Country {i % 60}", $"City {i * 31L % 4001}", i * 37 % 50_000, i * 13L % 90_000 / 10m, 1900 + i % 120,
                i % 5 == 0 ? $"Parent {i / 50}" : null, $"https://company{i}.example", new DateOnly(2010, 1, 1).AddDays(i % 5000),
                $"Moved its core systems in {i % 40} weeks and says so; the team of {i % 300} is proud of what it did there.", $"owner{i % 90}@people.example", i % 101,
            ];
        }

        await Task.CompletedTask;
    }
}
