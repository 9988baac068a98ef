using System.Diagnostics;
using Npgsql;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Matching;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Usage;
using ReferenceHub.Testing.Databases;
using ReferenceHub.Testing.Matching;
using ReferenceHub.Web.Infrastructure.Database;

namespace ReferenceHub.Benchmarks.Matching;

/// <summary>Two nodes over one PostgreSQL database: how long after an edit on one the searches of both show it.</summary>
internal static class NodesBenchmark
{
    private const string Database = "nodes_bench";
    private static readonly TimeSpan Tired = TimeSpan.FromSeconds(20);
    private static readonly Viewer Manager = new(Guid.Empty, "Bench", Roles.ProgramManager | Roles.Administrator);

    public static async Task RunAsync(int customers, int edits)
    {
        PostgresServer.Execute($"drop database if exists {Database} with (force)");
        PostgresServer.Execute($"create database {Database}");
        var connection = PostgresServer.Database(Database);
        await using (var empty = Filler.Services(connection, DatabaseProvider.PostgreSql))
        {
            await Filler.FillAsync(empty, customers);
        }

        await using var one = new Node(DatabaseProvider.PostgreSql, connection);
        await using var other = new Node(DatabaseProvider.PostgreSql, connection);
        await FoundAsync(one, "nobody");
        await FoundAsync(other, "nobody");

        Console.WriteLine("| customers | what changed | this node, median ms | other node, median ms | other node, most ms |\n| --- | --- | --- | --- | --- |");
        await SayAsync("a customer renamed: both searches find it", customers, edits, one, other, RenameAsync, (node, edit) => FoundAsync(node, Word(edit)));
        await SayAsync("notice of an activity type: both know it", customers, edits, one, other, NeedNoticeAsync, async (node, edit) => await NoticeAsync(node) == Days(edit));
        NpgsqlConnection.ClearAllPools();
    }

    private static async Task SayAsync(string what, int customers, int edits, Node one, Node other, Func<Node, int, Task> change, Func<Node, int, Task<bool>> shows)
    {
        var (own, far) = (new List<double>(), new List<double>());
        var random = new Random(7);
        for (var edit = 0; edit < edits; edit++)
        {
            // Anywhere between two looks at the change feed, which are a second apart.
            await Task.Delay(random.Next(1000));
            await change(one, edit);
            var saved = Stopwatch.GetTimestamp();
            var here = UntilAsync(() => shows(one, edit), saved);
            var there = UntilAsync(() => shows(other, edit), saved);
            own.Add(await here);
            far.Add(await there);
        }

        own.Sort();
        far.Sort();
        Console.WriteLine(FormattableString.Invariant($"| {customers:N0} | {what} | {own[edits / 2]:0.0} | {far[edits / 2]:N0} | {far[^1]:N0} |"));
    }

    private static async Task<double> UntilAsync(Func<Task<bool>> shows, long since)
    {
        while (!await shows())
        {
            if (Stopwatch.GetElapsedTime(since) > Tired)
            {
                throw new InvalidOperationException("A change was never seen.");
            }

            await Task.Delay(5);
        }

        return Stopwatch.GetElapsedTime(since).TotalMilliseconds;
    }

    private static Task RenameAsync(Node node, int edit) => node.AskAsync<ReferenceHubDbContext, int>(async db =>
    {
        var customer = await db.Customers.FindAsync(Catalogs.IdOf(edit)) ?? throw new MissingException("customer");
        customer.Describe(customer.CompanyFacts with { Name = Word(edit) });
        return await db.SaveChangesAsync();
    });

    private static Task NeedNoticeAsync(Node node, int edit) => node.AskAsync<ReferenceHubDbContext, int>(async db =>
    {
        var type = await db.ActivityTypes.FindAsync(ActivityKeys.SalesCall) ?? throw new MissingException("activity type");
        type.NeedNotice(Days(edit));
        return await db.SaveChangesAsync();
    });

    private static Task<bool> FoundAsync(Node node, string word) => node.AskAsync<MatchQueries, bool>(async matches =>
        (await matches.SearchAsync(new CatalogAsk(Criteria.None.WithText($"\"{word}\"")), Manager, default)).Result.Total == 1);

    private static Task<int> NoticeAsync(Node node) => node.AskAsync<ActivityTypeQueries, int>(async types => (await types.OneAsync(ActivityKeys.SalesCall, default)).NoticeDays);

    private static string Word(int edit) => FormattableString.Invariant($"Renamed{edit:000}");

    private static int Days(int edit) => 100 + edit;
}
