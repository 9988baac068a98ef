using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using ReferenceHub.Benchmarks.Matching;
using ReferenceHub.Core.Export;
using ReferenceHub.Core.Export.Lists;
using ReferenceHub.Core.Export.Writing;
using ReferenceHub.Core.Matching;
using ReferenceHub.Core.People;

namespace ReferenceHub.Benchmarks.Tables;

/// <summary>What it costs to export every reference of a program from SQLite: until the first row leaves, and in all.</summary>
internal static class ExportBenchmark
{
    public static async Task RunAsync(int customers, ExportFormat format)
    {
        var file = await Filler.FileAsync(customers);

        await using var services = Filler.Services(file);
        await services.GetRequiredService<CatalogCache>().GetAsync(default);
        var viewer = new Viewer(Guid.Empty, "Bench", Roles.ProgramManager);
        for (var run = 1; run <= 3; run++)
        {
            await using var scope = services.CreateAsyncScope();
            var start = Stopwatch.GetTimestamp();
            var table = await scope.ServiceProvider.GetRequiredService<ReferenceExport>().ReadAsync(new CatalogAsk(Criteria.None, Sort: MatchSort.Name), viewer, default);
            var first = Stopwatch.GetElapsedTime(start);
            await ExportWriter.WriteAsync(table, format, Stream.Null, default);
            var all = Stopwatch.GetElapsedTime(start);
            using var process = Process.GetCurrentProcess();
            Console.WriteLine(FormattableString.Invariant(
                $"| {customers:N0} | {format} | run {run} | {first.TotalMilliseconds:N0} | {all.TotalMilliseconds:N0} | {table.Total / all.TotalSeconds:N0} | {process.PeakWorkingSet64 / 1048576.0:N0} |"));
        }

        SqliteConnection.ClearAllPools();
    }
}
