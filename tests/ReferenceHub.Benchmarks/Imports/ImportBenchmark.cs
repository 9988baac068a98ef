using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ReferenceHub.Benchmarks.Matching;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Import;
using ReferenceHub.Core.People;

namespace ReferenceHub.Benchmarks.Imports;

/// <summary>Moves a long file in, over SQLite: seconds, rows a second and the peak of the process's memory at each step.</summary>
internal static class ImportBenchmark
{
    private static readonly string[] Industries = ["Banking", "retail", "technolgy", "Insurance", "medical", "Energy and utilities"];
    private static readonly string[] Countries = ["Germany", "Austria", "United States", "Philipines", "France"];
    private static readonly string[] Syllables = ["al", "pen", "nor", "ver", "tek", "so", "lu", "mar", "dex", "bri", "can", "fol", "gra", "hum", "ister", "jo"];

    public static async Task RunAsync(int rows)
    {
        var file = Path.Combine(Path.GetTempPath(), $"import-benchmark-{Environment.ProcessId}.db");
        try
        {
            await using var services = Filler.Services(file);
            var by = await Filler.BeginAsync(services);
            var content = Encoding.UTF8.GetBytes(Customers(rows));
            Console.WriteLine($"{rows:N0} rows, {content.Length / 1048576.0:0.0} MB, SQLite, GC {(System.Runtime.GCSettings.IsServerGC ? "server" : "workstation")}");
            Console.WriteLine("| step | seconds | rows a second | peak working set, MB |\n| --- | --- | --- | --- |");
            var first = await MoveInAsync(services, content, rows, by, "import");
            await MoveInAsync(services, content, rows, by, "again, unchanged");
            await StepAsync("take back", rows, () => AskAsync<ImportUndo, UndoAnswer>(services, undo => undo.UndoAsync(first, by, default)));
        }
        finally
        {
            foreach (var part in new[] { file, file + "-wal", file + "-shm" })
            {
                File.Delete(part);
            }
        }
    }

    private static async Task<Guid> MoveInAsync(ServiceProvider services, byte[] content, int rows, Viewer by, string what)
    {
        var id = (await StepAsync($"{what}: upload and guess", rows, () => AskAsync<ImportService, Outcome<Guid>>(services, imports => imports.StageAsync("customers.csv", content, by, default)))).Value;
        await StepAsync($"{what}: check page", rows, () => AskAsync<ImportService, int>(services, async imports => (await imports.ReviewAsync(id, by, default)).Plan.Result.Counts.Created));
        await StepAsync($"{what}: write", rows, async () =>
        {
            await AskAsync<ImportService, Outcome>(services, imports => imports.StartAsync(id, by, default));
            return await AskAsync<ImportService, Outcome>(services, imports => imports.RunAsync(id, by, default));
        });
        var batch = await AskAsync<ImportQueries, ImportBatch>(services, queries => queries.OneAsync(id, by, default));
        Console.WriteLine($"| ({batch.State}: {ImportWords.Of(batch.Result.Counts)}) | | | |");
        return id;
    }

    private static async Task<T> StepAsync<T>(string what, int rows, Func<Task<T>> step)
    {
        var watch = Stopwatch.StartNew();
        var answer = await step();
        var seconds = watch.Elapsed.TotalSeconds;
        using var process = Process.GetCurrentProcess();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {what} | {seconds:0.0} | {rows / seconds:N0} | {process.PeakWorkingSet64 / 1048576} |"));
        return answer;
    }

    private static async Task<T> AskAsync<TService, T>(ServiceProvider services, Func<TService, Task<T>> question)
        where TService : notnull
    {
        await using var scope = services.CreateAsyncScope();
        return await question(scope.ServiceProvider.GetRequiredService<TService>());
    }

    private static string Customers(int rows)
    {
        var random = new Random(7);
        var text = new StringBuilder("account,crm id,sector,office_location,city,employees,revenue,year_established,subsidiary_of,website\n");
        for (var i = 0; i < rows; i++)
        {
            var name = string.Concat(Enumerable.Range(0, 4).Select(_ => Syllables[random.Next(Syllables.Length)]));
            text.Append(CultureInfo.InvariantCulture, $"{char.ToUpperInvariant(name[0])}{name[1..]} {i} AG,A-{i},{Industries[i % 6]},{Countries[i % 5]},Town {i % 900},{10 + i % 5000},{i % 700}.5,{1950 + i % 70},,https://c{i}.example\n");
        }

        return text.ToString();
    }
}
