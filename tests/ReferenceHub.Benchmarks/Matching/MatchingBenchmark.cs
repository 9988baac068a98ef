using System.Diagnostics;
using ReferenceHub.Core.Matching;
using ReferenceHub.Testing.Matching;

namespace ReferenceHub.Benchmarks.Matching;

/// <summary>What a search costs in memory, all facets, relaxations and the first page included.</summary>
internal static class MatchingBenchmark
{
    private static readonly (string Name, string Criteria)[] Searches =
    [
        ("no criteria", ""),
        ("three facets", "industry=finance&region=dach&product=atlas"),
        ("nine criteria", "industry=banking&industry=insurance&region=dach&product=atlas&product=beacon&prefer=platform:azure&prefer=size:2000-10000&prefer=language:de&prefer=live:12"),
        ("words", "q=bank"),
        ("preferences only", "prefer=platform:azure&prefer=language:de&prefer=size:2000-10000"),
    ];

    public static void Run(IEnumerable<int> sizes)
    {
        Console.WriteLine("| customers | search | fit | median ms | P90 ms | kB allocated |\n| --- | --- | --- | --- | --- | --- |");
        foreach (var size in sizes)
        {
            var before = GC.GetTotalMemory(forceFullCollection: true);
            var catalog = CatalogSnapshot.Of(Catalogs.Terms, Catalogs.Random(42, size));
            var bytes = (GC.GetTotalMemory(forceFullCollection: true) - before) / size;
            var usage = Catalogs.Usage();
            foreach (var (name, criteria) in Searches)
            {
                var query = Catalogs.Query(criteria, usage);
                var found = Matcher.Match(catalog, query).Total;
                var (median, high, allocated) = Measure(() => Matcher.Match(catalog, query), size > 50_000 ? 60 : 300);
                Console.WriteLine(FormattableString.Invariant($"| {size:N0} | {name} | {found:N0} | {median:0.00} | {high:0.00} | {allocated / 1024.0:N0} |"));
            }

            Console.WriteLine(FormattableString.Invariant($"| {size:N0} | catalog in memory | | | | {bytes} bytes a customer |"));
            GC.KeepAlive(catalog);
        }
    }

    internal static (double Median, double High, long Allocated) Measure(Action action, int times)
    {
        for (var warm = 0; warm < times / 2; warm++)
        {
            action();
        }

        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var taken = new double[times];
        for (var run = 0; run < times; run++)
        {
            var start = Stopwatch.GetTimestamp();
            action();
            taken[run] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        allocated = (GC.GetAllocatedBytesForCurrentThread() - allocated) / times;
        Array.Sort(taken);
        return (taken[times / 2], taken[times * 9 / 10], allocated);
    }
}
