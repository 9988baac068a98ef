using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ReferenceHub.Benchmarks.Matching;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Deals;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Requests;
using ReferenceHub.Core.Usage;
using ReferenceHub.Web.Infrastructure.Database;

namespace ReferenceHub.Benchmarks.Requests;

/// <summary>The queue's page over HTTP with few and with many open requests, turn by turn so that both meet the same machine.</summary>
internal static class QueueBenchmark
{
    private const int Customers = 1000;
    private const int Batch = 500;

    private static readonly (string Name, string Path)[] Pages =
    [
        ("all open, soonest due", "/requests/queue"),
        ("unassigned", "/requests/queue?view=unassigned"),
        ("at risk", "/requests/queue?view=risk"),
        ("breached", "/requests/queue?view=breached"),
        ("found by a word", "/requests/queue?q=lindau"),
        ("by prospect", "/requests/queue?sort=prospect"),
    ];

    public static async Task RunAsync(int few, int many, int times)
    {
        int[] sizes = [few, many];
        var nodes = new List<(Node Node, HttpClient Client)>();
        foreach (var size in sizes)
        {
            var node = new Node(DatabaseProvider.Sqlite, $"Data Source={await FileAsync(size)}");
            var client = node.Client();
            await PageBenchmark.SignInAsync(client, "manager@bench.example");
            nodes.Add((node, client));
        }

        Console.WriteLine("| page | open requests | P10 ms | median ms | P90 ms | times the few |\n| --- | --- | --- | --- | --- | --- |");
        foreach (var (name, path) in Pages)
        {
            var taken = sizes.Select(_ => new List<double>()).ToArray();
            for (var round = -(times / 2); round < times; round++)
            {
                for (var size = 0; size < sizes.Length; size++)
                {
                    var start = Stopwatch.GetTimestamp();
                    _ = await nodes[size].Client.GetStringAsync(new Uri(path, UriKind.Relative));
                    if (round >= 0)
                    {
                        taken[size].Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                    }
                }
            }

            for (var size = 0; size < sizes.Length; size++)
            {
                taken[size].Sort();
                var ratio = size == 0 ? "" : FormattableString.Invariant($"{taken[size][times / 2] / taken[0][times / 2]:0.00}");
                Console.WriteLine(FormattableString.Invariant(
                    $"| {name} | {sizes[size]:N0} | {taken[size][times / 10]:0.0} | {taken[size][times / 2]:0.0} | {taken[size][times * 9 / 10]:0.0} | {ratio} |"));
            }
        }

        foreach (var (node, client) in nodes)
        {
            client.Dispose();
            await node.DisposeAsync();
        }

        SqliteConnection.ClearAllPools();
    }

    // Due times lie around now, so the file is made anew for each run.
    private static async Task<string> FileAsync(int open)
    {
        var program = await Filler.FileAsync(Customers);
        SqliteConnection.ClearAllPools();
        var file = Path.Combine(Path.GetTempPath(), $"referencehub-bench-queue-{open}.db");
        foreach (var old in new[] { file, $"{file}-wal", $"{file}-shm" })
        {
            File.Delete(old);
        }

        File.Copy(program, file);
        await using var services = Filler.Services(file);
        await using var scope = services.CreateAsyncScope();
        var calendars = await scope.ServiceProvider.GetRequiredService<CalendarQueries>().BookAsync(default);
        for (var made = 0; made < open; made += Batch)
        {
            await using var batch = services.CreateAsyncScope();
            await AddAsync(batch.ServiceProvider, calendars, made, Math.Min(Batch, open - made));
        }

        return file;
    }

    private static async Task AddAsync(IServiceProvider services, CalendarBook calendars, int from, int count)
    {
        var db = services.GetRequiredService<ReferenceHubDbContext>();
        var ids = services.GetRequiredService<IIds>();
        var rep = (await db.Users.FirstAsync(user => user.Email == "rep@bench.example")).AsViewer();
        var manager = (await db.Users.FirstAsync(user => user.Email == "manager@bench.example")).AsViewer();
        var customers = await db.Customers.OrderBy(customer => customer.Id).Select(customer => customer.Id).Take(200).ToListAsync();
        var random = new Random(from + 1);
        var now = DateTime.UtcNow;
        for (var each = 0; each < count; each++)
        {
            var sent = now.AddMinutes(-random.Next(60, 6 * 24 * 60));
            var deal = new Opportunity(ids.Next(), $"OPP-{from + each}", new DealFacts { Name = $"Deal {from + each}", Currency = "EUR", StageKey = "proposal", OwnerId = rep.UserId, AmountMinor = random.Next(1, 900) * 100_000L }, sent);
            var need = new RequestNeed
            {
                ActivityKey = ActivityKeys.SalesCall,
                OpportunityId = deal.Id,
                Text = "A bank that moved its core platform within a year and would talk about what it took",
                ProspectName = $"{(each % 200 == 0 ? "Lindau" : "Northwind")} {from + each}",
                NeededBy = DateOnly.FromDateTime(now).AddDays(random.Next(-2, 40)),
            };
            db.Opportunities.Add(deal);
            db.Requests.Add(Made(new ReferenceRequest(ids.Next(), 1_000_000 + from + each, rep.UserId, need, sent), sent, calendars, customers[random.Next(customers.Count)], random.Next(10), rep, manager, ids));
        }

        await db.SaveChangesAsync();
    }

    // Of ten: three nobody took, two taken, two with the owner, one with the customer, two that said yes.
    private static ReferenceRequest Made(ReferenceRequest request, DateTime sent, CalendarBook calendars, Guid customerId, int kind, Viewer rep, Viewer manager, IIds ids)
    {
        var time = calendars.Default;
        request.Submit(new Moment(rep, sent, time, ids), new Promise(time.AddDays(sent, 2), 2, calendars.DefaultId));
        if (kind < 3)
        {
            return request;
        }

        var moment = new Moment(manager, sent.AddMinutes(30), time, ids);
        request.Assign(moment, manager.UserId, manager.Name);
        if (kind >= 5)
        {
            var candidate = request.Propose(moment, ids.Next(), customerId, null);
            request.Ask(moment, candidate.Id, kind < 7 ? Party.Owner : Party.Customer, ids.Next(), time.AddMinutes(moment.Now, 240));
            if (kind >= 8)
            {
                request.Accept(moment, candidate.Id, candidate.UseId!.Value);
            }
        }

        return request;
    }
}
