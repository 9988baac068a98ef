using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ReferenceHub.Core.Consent;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Usage;
using ReferenceHub.Testing;
using ReferenceHub.Testing.Databases;
using ReferenceHub.Web.Infrastructure.Database;

namespace ReferenceHub.Database.Tests;

/// <summary>Of a customer who withdrew nothing stays reserved, whoever asks at the same time.</summary>
public abstract class ConsentRaceTests(DatabaseProvider provider)
{
    private const int Customers = 12;
    private static readonly Viewer Manager = Given.Viewer(name: "Paula Meier");

    [DatabaseFact]
    public async Task An_ask_and_a_withdrawal_at_once_never_leave_a_reserved_use()
    {
        using var database = TestDatabase.Create(provider);
        var today = DateOnly.FromDateTime(database.Clock.Now);
        var customers = Enumerable.Range(0, Customers).Select(_ => Given.Customer()).ToList();
        await database.Add([.. customers]);
        var start = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var work = new List<Task>();
        foreach (var customer in customers)
        {
            var plan = await database.Ask<WithdrawalQueries, WithdrawalPlan>(queries => queries.PlanAsync(customer.Id, [PermissionScope.SalesCall], Manager, default));
            work.Add(AskAsync(database, customer.Id, today.AddDays(7), start.Task));
            work.Add(WithdrawAsync(database, customer.Id, new Withdrawal(plan.Scopes, today, "A call", null, plan.Mark), start.Task));
        }

        start.SetResult();
        await Task.WhenAll(work);

        var refused = await database.Read(db => db.Permissions.Where(row => row.Scope == PermissionScope.SalesCall && row.Status == PermissionStatus.Denied).Select(row => row.CustomerId).ToListAsync());
        var reserved = await database.Read(db => db.LedgerEntries.Where(entry => entry.Kind == LedgerKind.Reserved).Select(entry => entry.CustomerId).ToListAsync());
        refused.Intersect(reserved).ShouldBeEmpty();
        (refused.Count + reserved.Count).ShouldBe(Customers, "each time one of the two comes first, and the other is refused");
    }

    private static async Task AskAsync(TestDatabase database, Guid customerId, DateOnly on, Task start)
    {
        await using var scope = database.Scope();
        var db = scope.ServiceProvider.GetRequiredService<ReferenceHubDbContext>();
        var reservations = scope.ServiceProvider.GetRequiredService<ReservationService>();
        var ask = new ReserveUse(customerId, null, ActivityKeys.SalesCall, on, UseSource.Outside, Given.Id());
        await start;
        await db.WriteAsync(async ct =>
        {
            await db.HoldLedgerAsync(customerId, ct);
            if (await db.Permissions.AnyAsync(row => row.CustomerId == customerId && row.Scope == PermissionScope.SalesCall && row.Status == PermissionStatus.Denied, ct))
            {
                return false;
            }

            await reservations.ReserveAsync(ask, Viewer.Product, ct);
            await db.SaveChangesAsync(ct);
            return true;
        });
    }

    private static async Task WithdrawAsync(TestDatabase database, Guid customerId, Withdrawal withdrawal, Task start)
    {
        await start;
        await database.Ask<ConsentWithdrawal, Outcome<WithdrawalResult>>(service => service.WithdrawAsync(customerId, withdrawal, Manager, default));
    }
}

[RunsOn(DatabaseProvider.Sqlite)]
public sealed class ConsentRacesOnSqlite() : ConsentRaceTests(DatabaseProvider.Sqlite);

[RunsOn(DatabaseProvider.PostgreSql)]
public sealed class ConsentRacesOnPostgreSql() : ConsentRaceTests(DatabaseProvider.PostgreSql);

[RunsOn(DatabaseProvider.SqlServer)]
public sealed class ConsentRacesOnSqlServer() : ConsentRaceTests(DatabaseProvider.SqlServer);
