using System.Globalization;

namespace ReferenceHub.Benchmarks.Matching;

/// <summary>Everything about matching that docs/performance.md states, in one run, with the machine's load before each part.</summary>
internal static class Targets
{
    public static async Task RunAsync()
    {
        Say("Matching in memory");
        MatchingBenchmark.Run([10_000, 100_000, 1_000_000]);
        Say("The catalog of a node");
        await CatalogBenchmark.RunAsync(100_000);
        Say("The search page over HTTP");
        await PageBenchmark.RunAsync(100_000, times: 60);
        Say("Two nodes");
        await NodesBenchmark.RunAsync(10_000, edits: 25);
        Say("The same need as SQL");
        SqlBenchmark.Run(100_000);
    }

    private static void Say(string part) => Console.WriteLine($"\n## {part}\nLoad before: {Load()}\n");

    /// <summary>The machine's load over the last minute, and its cores.</summary>
    public static string Load() => File.Exists("/proc/loadavg")
        ? string.Create(CultureInfo.InvariantCulture, $"{File.ReadAllText("/proc/loadavg").Split(' ')[0]} on {Environment.ProcessorCount} cores")
        : "not known here";
}
