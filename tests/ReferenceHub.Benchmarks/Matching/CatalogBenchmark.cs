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
    public static async Task RunAsync(int customers)
    {
        var file = Path.Combine(Path.GetTempPath(), $"referencehub-bench-{customers}.db");
        if (!File.Exists(file))
        {
            await Filler.FillAsync(file, customers);
        }

        await using var services = Filler.Services(file);
        var catalog = services.GetRequiredService<CatalogCache>();
        var start = Stopwatch.GetTimestamp();
        var snapshot = await catalog.GetAsync(default);
        Say(customers, "cold build", start);

        start = Stopwatch.GetTimestamp();
        await SearchAsync(services);
        Say(customers, "first search (loads usage)", start);

        start = Stopwatch.GetTimestamp();
        await SearchAsync(services);
        Say(customers, "second search", start);

        await using (var scope = services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<ReferenceHubDbContext>();
            (await db.Customers.FirstAsync()).ListForRfps(true);
            await db.SaveChangesAsync();
        }

        start = Stopwatch.GetTimestamp();
        await catalog.GetAsync(default);
        Say(customers, "patch after one change", start);

        start = Stopwatch.GetTimestamp();
        GC.KeepAlive(snapshot.Merged());
        Say(customers, "merge", start);
        SqliteConnection.ClearAllPools();
    }

    private static async Task SearchAsync(ServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var viewer = new Viewer(Guid.Empty, "Bench", Roles.Rep);
        await scope.ServiceProvider.GetRequiredService<MatchQueries>().SearchAsync(new CatalogAsk(Criteria.Parse("industry=finance&region=dach&product=atlas")), viewer, default);
    }

    private static void Say(int customers, string what, long start) =>
        Console.WriteLine(FormattableString.Invariant($"| {customers:N0} | {what} | {Stopwatch.GetElapsedTime(start).TotalMilliseconds:N1} ms |"));
}
