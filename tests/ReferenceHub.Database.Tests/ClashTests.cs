using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.References;
using ReferenceHub.Testing;
using ReferenceHub.Testing.Databases;
using ReferenceHub.Web.Infrastructure.Database;

namespace ReferenceHub.Database.Tests;

/// <summary>A command is tried again when others were in the way, and for nothing else.</summary>
public abstract class ClashTests(DatabaseProvider provider)
{
    private const int Tries = 4;

    [DatabaseFact]
    public async Task What_the_database_refuses_for_good_is_tried_once()
    {
        using var database = TestDatabase.Create(provider);
        await database.Add(Given.Customer());
        var error = await FailAsync<DbUpdateException>(database, times: 1, async db =>
        {
            var customer = await db.Customers.SingleAsync();
            db.Entry(customer).Property(row => row.Name).CurrentValue = null!;
            await db.SaveChangesAsync();
        });
        error.InnerException.ShouldBeAssignableTo<DbException>();
    }

    [DatabaseFact]
    public async Task So_is_a_statement_that_would_empty_what_must_be_filled()
    {
        using var database = TestDatabase.Create(provider);
        await database.Add(Given.Customer());
        await FailAsync<DbException>(database, times: 1, db => db.Customers.ExecuteUpdateAsync(set => set.SetProperty(row => row.Name, (string?)null!)));
    }

    [DatabaseFact]
    public async Task A_place_that_is_taken_is_tried_again_for_it_may_have_been_taken_meanwhile()
    {
        using var database = TestDatabase.Create(provider);
        await FailAsync<DbException>(database, times: Tries, db => db.Terms.Where(term => term.Kind == TermKind.Industry).ExecuteUpdateAsync(set => set.SetProperty(row => row.Key, "same")));
    }

    [DatabaseFact]
    public async Task A_row_that_names_one_that_is_gone_gets_a_second_look_and_no_third()
    {
        using var database = TestDatabase.Create(provider);
        await FailAsync<DbException>(database, times: 2, db => db.Terms.ExecuteUpdateAsync(set => set.SetProperty(row => row.ParentId, Given.Id())));
    }

    [DatabaseFact]
    public async Task A_mistake_in_the_command_itself_is_thrown_at_once()
    {
        using var database = TestDatabase.Create(provider);
        await FailAsync<InvalidOperationException>(database, times: 1, _ => throw new InvalidOperationException("A mistake."));
    }

    private static async Task<TError> FailAsync<TError>(TestDatabase database, int times, Func<ReferenceHubDbContext, Task> command)
        where TError : Exception
    {
        await using var db = database.Context();
        var tried = 0;
        var error = await Should.ThrowAsync<TError>(() => db.WriteAsync<bool>(
            async _ =>
            {
                tried++;
                await command(db);
                return true;
            },
            Tries,
            default));
        tried.ShouldBe(times);
        return error;
    }
}

[RunsOn(DatabaseProvider.Sqlite)]
public sealed class ClashesOnSqlite() : ClashTests(DatabaseProvider.Sqlite);

[RunsOn(DatabaseProvider.PostgreSql)]
public sealed class ClashesOnPostgreSql() : ClashTests(DatabaseProvider.PostgreSql);

[RunsOn(DatabaseProvider.SqlServer)]
public sealed class ClashesOnSqlServer() : ClashTests(DatabaseProvider.SqlServer);
