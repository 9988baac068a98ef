using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Matching;
using ReferenceHub.Core.People;

namespace ReferenceHub.Benchmarks.Matching;

/// <summary>What it costs to bring a catalog into memory, to follow one change, and to search over it as a page does.</summary>
internal static class CatalogBenchmark
{
    private const string Need = "bank or insurer in DACH, runs Atlas and Beacon on Azure, ~5000 employees, German speaking, live > 1 year";

    public static async Task RunAsync(int customers)
    {
        var file = Path.Combine(Path.GetTempPath(), $"referencehub-bench-{customers}.db");
        if (!File.Exists(file))
        {
            await Filler.FillAsync(file, customers);
        }

        // Once before, so that the runtime and the model are warm.
        await using (var warm = Filler.Services(file))
        {
            await SearchAsync(warm);
        }

        await using var services = Filler.Services(file);
        var catalog = services.GetRequiredService<CatalogCache>();
        var start = Stopwatch.GetTimestamp();
        var snapshot = await catalog.GetAsync(default);
        Say(customers, "cold build", start);

        start = Stopwatch.GetTimestamp();
        await SearchAsync(services);
        Say(customers, "first search (loads usage)", start);

        var taken = new List<double>();
        for (var search = 0; search < 300; search++)
        {
            start = Stopwatch.GetTimestamp();
            await SearchAsync(services);
            taken.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        taken.Sort();
        Console.WriteLine(FormattableString.Invariant($"| {customers:N0} | words read, searched, page of 25: median, P99 | {taken[150]:N1} ms, {taken[297]:N1} ms |"));

        await using (var scope = services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<ReferenceHubDbContext>();
            (await db.Customers.FirstAsync()).ListForRfps(true);
            await db.SaveChangesAsync();
        }

        start = Stopwatch.GetTimestamp();
        await catalog.GetAsync(default);
        Say(customers, "patch after one change, read from the database", start);

        start = Stopwatch.GetTimestamp();
        GC.KeepAlive(snapshot.Merged());
        Say(customers, "merge", start);
        SqliteConnection.ClearAllPools();
    }

    private static async Task SearchAsync(ServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var viewer = new Viewer(Guid.Empty, "Bench", Roles.Rep);
        var matches = scope.ServiceProvider.GetRequiredService<MatchQueries>();
        var read = await matches.ReadWordsAsync(Criteria.None.WithText(Need), viewer, default);
        await matches.SearchAsync(new CatalogAsk(read.Criteria), viewer, default);
    }

    private static void Say(int customers, string what, long start) =>
        Console.WriteLine(FormattableString.Invariant($"| {customers:N0} | {what} | {Stopwatch.GetElapsedTime(start).TotalMilliseconds:N1} ms |"));
}
