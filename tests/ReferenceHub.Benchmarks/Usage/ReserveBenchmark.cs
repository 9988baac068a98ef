using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using ReferenceHub.Benchmarks.Matching;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Usage;
using ReferenceHub.Testing;
using ReferenceHub.Testing.Databases;
using ReferenceHub.Web.Infrastructure.Database;

namespace ReferenceHub.Benchmarks.Usage;

/// <summary>
/// Reservations a second under the limits that ship, one transaction each, of one hot customer and of a thousand cold ones, beside one row that is
/// inserted by the same means in a transaction of its own. Turn by turn, so that all of them meet the same machine.
/// </summary>
internal static class ReserveBenchmark
{
    private const string Database = "reserve_bench";
    private const int Cold = 1000;
    private const int AtOnce = 8;
    private const int Rounds = 5;
    private const int Hot = 100;
    private static readonly DateOnly Today = DateOnly.FromDateTime(DateTime.UtcNow);
    private static readonly Viewer Manager = new(Guid.Empty, "Bench", Roles.ProgramManager);

    public static async Task RunAsync()
    {
        Console.WriteLine($"Load before: {Targets.Load()}\n");
        Console.WriteLine("| database | at once | what | a second | ratio to the insert |\n| --- | --- | --- | --- | --- |");
        var file = Path.Combine(Path.GetTempPath(), $"referencehub-bench-reserve-{Environment.ProcessId}.db");
        await OneAsync("SQLite", file, DatabaseProvider.Sqlite);
        SqliteConnection.ClearAllPools();
        foreach (var old in new[] { file, $"{file}-wal", $"{file}-shm" })
        {
            File.Delete(old);
        }

        PostgresServer.Execute($"drop database if exists {Database} with (force)");
        PostgresServer.Execute($"create database {Database}");
        await OneAsync("PostgreSQL", PostgresServer.Database(Database), DatabaseProvider.PostgreSql);
        NpgsqlConnection.ClearAllPools();
        Console.WriteLine($"\nLoad after: {Targets.Load()}");
    }

    private static async Task OneAsync(string name, string connection, DatabaseProvider provider)
    {
        await using var services = Filler.Services(connection, provider);
        await Filler.BeginAsync(services);
        await services.GetRequiredService<UsageOverlay>().EnsureLoadedAsync(default);
        foreach (var atOnce in new[] { 1, AtOnce })
        {
            var (insert, cold, hot) = (new List<double>(), new List<double>(), new List<double>());
            for (var round = -1; round < Rounds; round++)
            {
                var many = await CustomersAsync(services, Cold / Rounds);
                var one = (await CustomersAsync(services, 1))[0];
                var rates = (
                    await RateAsync(services, many.Count, atOnce, (db, _, each, ct) => InsertAsync(db, many[each], ct)),
                    await RateAsync(services, many.Count, atOnce, (db, reservations, each, ct) => ReserveAsync(db, reservations, many[each], Today.AddDays(7), ct)),
                    // Each 91 days after the other, so that every one of them is allowed.
                    await RateAsync(services, Hot, atOnce, (db, reservations, each, ct) => ReserveAsync(db, reservations, one, Today.AddDays(7 + (91 * each)), ct)));
                if (round >= 0)
                {
                    insert.Add(rates.Item1);
                    cold.Add(rates.Item2);
                    hot.Add(rates.Item3);
                }
            }

            Say(name, atOnce, "bare insert of one row", insert, insert);
            Say(name, atOnce, $"reserve, {Cold:N0} customers once each", cold, insert);
            Say(name, atOnce, $"reserve, one customer {Hot} times", hot, insert);
        }
    }

    private static void Say(string database, int atOnce, string what, List<double> rates, List<double> insert) => Console.WriteLine(FormattableString.Invariant(
        $"| {database} | {atOnce} | {what} | {Median(rates):N0} | {(rates == insert ? 1 : Median([.. rates.Zip(insert, (rate, bare) => rate / bare)])):0.00} |"));

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private static async Task<double> RateAsync(
        ServiceProvider services, int times, int atOnce, Func<ReferenceHubDbContext, ReservationService, int, CancellationToken, Task> command)
    {
        var next = -1;
        var start = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, atOnce).Select(_ => Task.Run(async () =>
        {
            for (var each = Interlocked.Increment(ref next); each < times; each = Interlocked.Increment(ref next))
            {
                await using var scope = services.CreateAsyncScope();
                var db = scope.ServiceProvider.GetRequiredService<ReferenceHubDbContext>();
                var reservations = scope.ServiceProvider.GetRequiredService<ReservationService>();
                var mine = each;
                await db.WriteAsync(async ct =>
                {
                    await command(db, reservations, mine, ct);
                    return await db.SaveChangesAsync(ct);
                });
            }
        })));
        return times / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static Task InsertAsync(ReferenceHubDbContext db, Guid customerId, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        db.UsageSignals.Add(UsageSignal.Declined(Given.Id(), customerId, null, Today, DateTime.UtcNow));
        return Task.CompletedTask;
    }

    private static async Task ReserveAsync(ReferenceHubDbContext db, ReservationService reservations, Guid customerId, DateOnly on, CancellationToken ct)
    {
        var contact = await db.Contacts.Where(contact => contact.CustomerId == customerId).Select(contact => contact.Id).FirstAsync(ct);
        var taken = await reservations.ReserveAsync(new ReserveUse(customerId, contact, ActivityKeys.SalesCall, on, UseSource.Request, Given.Id()), Manager, ct);
        if (!taken.Allowed)
        {
            throw new InvalidOperationException(taken.Refusal!.Sentence);
        }
    }

    private static async Task<List<Guid>> CustomersAsync(ServiceProvider services, int number)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ReferenceHubDbContext>();
        List<Customer> customers = [.. Enumerable.Range(0, number).Select(_ => Given.Customer())];
        db.AddRange(customers);
        await db.SaveChangesAsync();
        return [.. customers.Select(customer => customer.Id)];
    }
}
