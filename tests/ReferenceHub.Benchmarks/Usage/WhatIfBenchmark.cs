using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ReferenceHub.Benchmarks.Matching;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Requests;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Benchmarks.Usage;

/// <summary>A replay of 24 months by the shipped policies and by a stricter draft, from SQLite and back: what somebody waits for.</summary>
internal static class WhatIfBenchmark
{
    private const int Times = 5;

    public static async Task RunAsync(int uses, IEnumerable<int> sizes)
    {
        Console.WriteLine("| customers | asks | read from SQLite, ms | both replays, ms | in all, best ms | in all, median ms | in all, worst ms | refused in force, draft | of others in force, draft |");
        Console.WriteLine("| --- | --- | --- | --- | --- | --- | --- | --- | --- |");
        foreach (var customers in sizes)
        {
            await MeasureAsync(await PastProgram.FileAsync(customers, uses), customers);
            SqliteConnection.ClearAllPools();
        }
    }

    private static async Task MeasureAsync(string file, int customers)
    {
        await using var services = Filler.Services(file);
        var (manager, draft) = await DraftAsync(services);
        var to = DateOnly.FromDateTime(DateTime.UtcNow).AddDays(-1);
        var taken = new List<(double Read, double All)>();
        WhatIfRun? last = null;
        for (var round = 0; round <= Times; round++)
        {
            await using var scope = services.CreateAsyncScope();
            var begun = await scope.ServiceProvider.GetRequiredService<WhatIfService>().BeginAsync(draft, to.AddMonths(-24), to, manager, default);
            await using var own = services.CreateAsyncScope();
            var start = Stopwatch.GetTimestamp();
            await own.ServiceProvider.GetRequiredService<WhatIfService>().RunAsync(begun.Value, null, default);
            var all = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            await using var reading = services.CreateAsyncScope();
            start = Stopwatch.GetTimestamp();
            await reading.ServiceProvider.GetRequiredService<PastAsks>().ReadAsync(to.AddMonths(-24), to, reach: 365, default);
            taken.Add((Stopwatch.GetElapsedTime(start).TotalMilliseconds, all));
            last = await reading.ServiceProvider.GetRequiredService<ReferenceHubDbContext>().WhatIfRuns.SingleAsync(run => run.Id == begun.Value);
        }

        // The first warms runtime and model up.
        var reads = taken.Skip(1).Select(each => each.Read).Order().ToList();
        var alls = taken.Skip(1).Select(each => each.All).Order().ToList();
        Console.WriteLine(FormattableString.Invariant(
            $"| {customers:N0} | {last!.Today.Asks:N0} | {reads[Times / 2]:N0} | {alls[Times / 2] - reads[Times / 2]:N0} | {alls[0]:N0} | {alls[Times / 2]:N0} | {alls[^1]:N0} | {last.Today.Refused:N0}, {last.Draft.Refused:N0} | {last.Today.Moved:N0}, {last.Draft.Moved:N0} |"));
        Console.WriteLine(FormattableString.Invariant($"| {customers:N0} | the first, cold | | | {taken[0].All:N0} | | | | |"));
    }

    private static async Task<(Viewer Manager, Guid Draft)> DraftAsync(ServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ReferenceHubDbContext>();
        await scope.ServiceProvider.GetRequiredService<FirstEdition>().RunAsync(default);
        var manager = (await db.Users.FirstAsync(user => user.Email == "manager@bench.example")).AsViewer();
        var draft = (await scope.ServiceProvider.GetRequiredService<EditionService>().DraftAsync("Stricter", null, manager, default)).Value;
        foreach (var terms in new[] { new PolicyTerms(PolicyMeasure.Units, 3, LimitWindow.Rolling(DefaultPolicies.Quarter)), new PolicyTerms(PolicyMeasure.Uses, 0, LimitWindow.Rest(21)) })
        {
            await scope.ServiceProvider.GetRequiredService<PolicyService>().AddAsync(new PolicySpec { Terms = terms }, draft, manager, default);
        }

        return (manager, draft);
    }
}
