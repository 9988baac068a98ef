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
        var file = await Filler.FileAsync(customers);

        // Once before, so that the runtime and the model are warm.
        await using (var warm = Filler.Services(file))
        {
            await SearchAsync(warm);
        }

        Console.WriteLine("| customers | what | ms |\n| --- | --- | --- |");
        await using var services = Filler.Services(file);
        var catalog = services.GetRequiredService<CatalogCache>();
        var start = Stopwatch.GetTimestamp();
        var snapshot = await catalog.GetAsync(default);
        Say(customers, "cold build", start);

        start = Stopwatch.GetTimestamp();
        await SearchAsync(services);
        Say(customers, "first search (loads usage)", start);

        await SayAsync(customers, "words read, searched, page of 25", 300, () => SearchAsync(services));
        await SayAsync(customers, "customers called so", 100, () => CalledAsync(services, "alpen"));
        await SayAsync(customers, "customers called so, with a slip", 60, () => CalledAsync(services, "alpenbakn"));
        await PatchAsync(services, catalog, customers);
        start = Stopwatch.GetTimestamp();
        GC.KeepAlive(snapshot.Merged());
        Say(customers, "merge", start);
        SqliteConnection.ClearAllPools();
    }

    private static async Task PatchAsync(ServiceProvider services, CatalogCache catalog, int customers)
    {
        var taken = new List<double>();
        for (var edit = 0; edit < 60; edit++)
        {
            await using (var scope = services.CreateAsyncScope())
            {
                var db = scope.ServiceProvider.GetRequiredService<ReferenceHubDbContext>();
                var customer = await db.Customers.OrderBy(one => one.Id).Skip(edit).FirstAsync();
                customer.ListForRfps(!customer.RfpListed);
                await db.SaveChangesAsync();
            }

            var start = Stopwatch.GetTimestamp();
            await catalog.GetAsync(default);
            taken.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        Say(customers, $"patch after one edit, read from the database (the first {taken[0]:0.0} ms)", taken);
    }

    private static async Task SearchAsync(ServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var viewer = new Viewer(Guid.Empty, "Bench", Roles.Rep);
        var matches = scope.ServiceProvider.GetRequiredService<MatchQueries>();
        var read = await matches.ReadWordsAsync(Criteria.None.WithText(Need), viewer, default);
        await matches.SearchAsync(new CatalogAsk(read.Criteria), viewer, default);
    }

    private static async Task CalledAsync(ServiceProvider services, string name)
    {
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<MatchQueries>().CalledAsync(name, 8, new Viewer(Guid.Empty, "Bench", Roles.Rep), default);
    }

    private static async Task SayAsync(int customers, string what, int times, Func<Task> work)
    {
        var taken = new List<double>();
        for (var run = -(times / 4); run < times; run++)
        {
            var start = Stopwatch.GetTimestamp();
            await work();
            if (run >= 0)
            {
                taken.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
        }

        Say(customers, what, taken);
    }

    private static void Say(int customers, string what, List<double> taken)
    {
        taken.Sort();
        Console.WriteLine(FormattableString.Invariant($"| {customers:N0} | {what}: median, P99 | {taken[taken.Count / 2]:N1}, {taken[taken.Count * 99 / 100]:N1} |"));
    }

    private static void Say(int customers, string what, long start) =>
        Console.WriteLine(FormattableString.Invariant($"| {customers:N0} | {what} | {Stopwatch.GetElapsedTime(start).TotalMilliseconds:N1} |"));
}
