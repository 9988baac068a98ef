using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Usage;
using ReferenceHub.Testing;
using ReferenceHub.Testing.Databases;
using ReferenceHub.Web.Infrastructure.Database;

namespace ReferenceHub.Database.Tests;

/// <summary>A limit is never exceeded, however many ask at once.</summary>
public abstract class ParallelReservationTests(DatabaseProvider provider)
{
    private const int AtOnce = 50;

    [DatabaseFact]
    public async Task Of_fifty_who_ask_at_once_for_the_last_unit_one_gets_it()
    {
        using var database = TestDatabase.Create(provider);
        var customer = Given.Customer();
        await database.Add(customer);
        var on = DateOnly.FromDateTime(database.Clock.Now).AddDays(7);

        var start = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var asks = Enumerable.Range(0, AtOnce).Select(_ => AskAsync(database, customer.Id, on, start.Task)).ToList();
        start.SetResult();
        var answers = await Task.WhenAll(asks);

        answers.Count(answer => answer.Allowed).ShouldBe(1);
        var refusals = answers.Where(answer => !answer.Allowed).Select(answer => answer.Refusal!).ToList();
        refusals.Count.ShouldBe(AtOnce - 1);
        refusals.Select(refusal => refusal.Sentence).Distinct()
            .ShouldBe(["Limit of 1 sales call, analyst or press use per customer in 90 days, set by the program. Free on 28 Feb 2027."]);

        var entries = await database.Read(db => db.LedgerEntries.Where(entry => entry.CustomerId == customer.Id).ToListAsync());
        entries.ShouldHaveSingleItem().Kind.ShouldBe(LedgerKind.Reserved);
    }

    [DatabaseFact]
    public async Task Of_a_release_and_many_asks_at_once_no_more_than_the_limit_is_ever_held()
    {
        using var database = TestDatabase.Create(provider);
        var customer = Given.Customer();
        await database.Add(customer);
        var on = DateOnly.FromDateTime(database.Clock.Now).AddDays(7);
        var held = await AskAsync(database, customer.Id, on, Task.CompletedTask);

        var start = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var asks = Enumerable.Range(0, 10).Select(_ => AskAsync(database, customer.Id, on, start.Task)).ToList();
        var release = ReleaseAsync(database, held.UseId, start.Task);
        start.SetResult();
        var answers = await Task.WhenAll(asks);
        await release;

        answers.Count(answer => answer.Allowed).ShouldBeLessThanOrEqualTo(1);
        var uses = await database.Ask<UsageQueries, CustomerUsage>(queries => queries.CustomerAsync(customer.Id, CancellationToken.None));
        uses.Uses.Count(use => use.State == UseState.Pending).ShouldBe(answers.Count(answer => answer.Allowed));
    }

    private static async Task<Reservation> AskAsync(TestDatabase database, Guid customerId, DateOnly on, Task start)
    {
        await using var scope = database.Scope();
        var db = scope.ServiceProvider.GetRequiredService<ReferenceHubDbContext>();
        var reservations = scope.ServiceProvider.GetRequiredService<ReservationService>();
        var ask = new ReserveUse(customerId, null, ActivityKeys.SalesCall, on, UseSource.Request, Given.Id());
        await start;
        return await db.WriteAsync(async ct =>
        {
            var answer = await reservations.ReserveAsync(ask, Viewer.Product, ct);
            await db.SaveChangesAsync(ct);
            return answer;
        });
    }

    private static async Task ReleaseAsync(TestDatabase database, Guid useId, Task start)
    {
        await using var scope = database.Scope();
        var db = scope.ServiceProvider.GetRequiredService<ReferenceHubDbContext>();
        var reservations = scope.ServiceProvider.GetRequiredService<ReservationService>();
        await start;
        await db.WriteAsync(async ct =>
        {
            await reservations.ReleaseAsync(useId, Viewer.Product, ct);
            return await db.SaveChangesAsync(ct);
        });
    }
}

[RunsOn(DatabaseProvider.Sqlite)]
public sealed class ParallelReservationsOnSqlite() : ParallelReservationTests(DatabaseProvider.Sqlite);

[RunsOn(DatabaseProvider.PostgreSql)]
public sealed class ParallelReservationsOnPostgreSql() : ParallelReservationTests(DatabaseProvider.PostgreSql);

[RunsOn(DatabaseProvider.SqlServer)]
public sealed class ParallelReservationsOnSqlServer() : ParallelReservationTests(DatabaseProvider.SqlServer);
