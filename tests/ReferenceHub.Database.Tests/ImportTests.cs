using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Deals;
using ReferenceHub.Core.Import;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Testing;
using ReferenceHub.Testing.Databases;
using ReferenceHub.Testing.Imports;
using ReferenceHub.Testing.Scenes;
using ReferenceHub.Web.Infrastructure.Database;

namespace ReferenceHub.Database.Tests;

/// <summary>Exports of a CRM, taken as they are, with counts and sums held against the file.</summary>
public abstract class ImportTests(DatabaseProvider provider)
{
    [DatabaseFact]
    public async Task A_dirty_export_is_taken_as_it_is_and_changes_nothing_the_second_time()
    {
        using var database = TestDatabase.Create(provider);
        await database.Add(Given.User(Roles.Rep, "Zoë Müller"));
        var scene = await ImportScene.MakeAsync(database);
        var export = DirtyExport.Make();

        (await scene.ImportAsync(export.Accounts)).Counts.ShouldBe(new ImportCounts(export.AccountCount, 0, 0, 0));
        (await scene.ImportAsync(export.Pipeline)).Counts.ShouldBe(new ImportCounts(export.DealCount, 0, 0, 0));

        await using var db = database.Context();
        (await db.Customers.CountAsync()).ShouldBe(export.AccountCount);
        (await db.Customers.SumAsync(customer => customer.Employees)).ShouldBe((int)export.Employees);
        (await db.Customers.SumAsync(customer => customer.RevenueThousands)).ShouldBe((long)(export.Revenue * 1000));
        (await db.Customers.CountAsync(customer => customer.Industry!.Key == "technology")).ShouldBeGreaterThan(0);
        (await db.Customers.CountAsync(customer => customer.Region!.Key == "ph")).ShouldBe(export.AccountCount / 5);
        foreach (var outcome in Enum.GetValues<DealOutcome>())
        {
            var (rows, value, without) = export.Of(outcome.ToString());
            var deals = db.Opportunities.Where(deal => deal.Outcome == outcome);
            (await deals.CountAsync()).ShouldBe(rows);
            (await deals.SumAsync(deal => deal.AmountMinor ?? 0)).ShouldBe(value * 100);
            (await deals.CountAsync(deal => deal.AmountMinor == null)).ShouldBe(without);
        }

        (await db.Opportunities.CountAsync(deal => deal.AccountName == null)).ShouldBe(export.WithoutAccount);
        (await db.Opportunities.CountAsync(deal => deal.Owner!.Name == "Zoë Müller")).ShouldBe(export.OfZoe);
        (await db.ImportFiles.CountAsync()).ShouldBe(0);

        (await scene.ImportAsync(export.Accounts)).Counts.ShouldBe(new ImportCounts(0, 0, export.AccountCount, 0));
        (await scene.ImportAsync(export.Pipeline)).Counts.ShouldBe(new ImportCounts(0, 0, export.DealCount, 0));
    }

    [DatabaseFact]
    public async Task Two_imports_of_the_same_customers_at_once_make_each_customer_once()
    {
        using var database = TestDatabase.Create(provider);
        var scene = await ImportScene.MakeAsync(database);
        var export = DirtyExport.Make(deals: 1);
        var batches = new[] { await scene.StagedAsync(export.Accounts), await scene.StagedAsync(export.Accounts) };

        var outcomes = await Task.WhenAll(batches.Select(id => Task.Run(() => scene.RunAsync(id))));

        outcomes.ShouldAllBe(outcome => outcome.IsDone);
        (await database.Read(db => db.Customers.CountAsync())).ShouldBe(export.AccountCount);
    }

    [DatabaseFact]
    public async Task A_changed_export_changes_what_changed_and_says_so_in_the_history()
    {
        using var database = TestDatabase.Create(provider);
        var scene = await ImportScene.MakeAsync(database);
        await scene.ImportAsync("opportunity_id,account,deal_stage,close_value\nA1,Acme,Engaging,\nA2,Bmce,Engaging,100.50\n");

        var result = await scene.ImportAsync("opportunity_id,account,deal_stage,close_value\nA1,Acme,Won,999.99\nA2,Bmce,Engaging,\n");

        result.Counts.ShouldBe(new ImportCounts(0, 1, 1, 0));
        await using var db = database.Context();
        var won = await db.Opportunities.SingleAsync(deal => deal.ExternalId == "A1");
        (won.Outcome, won.AmountMinor, won.HighestStage).ShouldBe((DealOutcome.Won, 99_999, 2));
        (await db.Opportunities.SingleAsync(deal => deal.ExternalId == "A2")).AmountMinor.ShouldBe(100_50);
        var lines = await db.HistoryEvents.Where(line => line.SubjectId == won.Id).OrderBy(line => line.At).ToListAsync();
        lines[^1].Changes.ShouldContain(change => change.Field == "Outcome" && change.After == "Won");
    }

    [DatabaseTestDataFact]
    public async Task The_crm_sales_files_are_taken_as_they_are()
    {
        var accounts = await File.ReadAllTextAsync(TestData.File("crm-sales", "accounts.csv"));
        var pipeline = await File.ReadAllTextAsync(TestData.File("crm-sales", "sales_pipeline.csv"));
        var deals = pipeline.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.TrimEnd('\r').Split(',')).ToList();
        var companies = accounts.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.TrimEnd('\r').Split(',')).ToList();
        using var database = TestDatabase.Create(provider);
        var scene = await ImportScene.MakeAsync(database);

        await scene.ImportAsync(accounts, settings => settings with { Activate = true });
        await scene.ImportAsync(pipeline);

        await using var db = database.Context();
        (await db.Customers.CountAsync()).ShouldBe(85);
        (await db.Customers.CountAsync(customer => customer.Status == ReferenceStatus.Active)).ShouldBe(85);
        (await db.Customers.SumAsync(customer => customer.RevenueThousands))
            .ShouldBe((long)(companies.Sum(company => decimal.Parse(company[3], CultureInfo.InvariantCulture)) * 1000));
        (await db.Customers.CountAsync(customer => customer.Industry!.Key == "technology")).ShouldBe(companies.Count(company => company[1] == "technolgy"));
        (await db.Customers.CountAsync(customer => customer.Industry == null || customer.Region == null)).ShouldBe(0);
        (await db.Opportunities.CountAsync()).ShouldBe(8800);
        (await db.Opportunities.CountAsync(deal => deal.Outcome == DealOutcome.Won)).ShouldBe(deals.Count(deal => deal[4] == "Won"));
        (await db.Opportunities.CountAsync(deal => deal.Outcome == DealOutcome.Lost)).ShouldBe(deals.Count(deal => deal[4] == "Lost"));
        (await db.Opportunities.CountAsync(deal => deal.AccountName == null)).ShouldBe(deals.Count(deal => deal[3].Length == 0));
        (await db.Opportunities.CountAsync(deal => deal.ClosesOn == null)).ShouldBe(deals.Count(deal => deal[6].Length == 0));
        (await db.Opportunities.SumAsync(deal => deal.AmountMinor ?? 0)).ShouldBe(deals.Sum(deal => deal[7].Length == 0 ? 0 : long.Parse(deal[7], CultureInfo.InvariantCulture) * 100));
        (await db.Opportunities.SingleAsync(deal => deal.ExternalId == "1C1I7A6R")).ClosesOn.ShouldBe(new DateOnly(2017, 3, 1));
        (await scene.ImportAsync(pipeline)).Counts.ShouldBe(new ImportCounts(0, 0, 8800, 0));
    }
}

[RunsOn(DatabaseProvider.Sqlite)]
public sealed class ImportsOnSqlite() : ImportTests(DatabaseProvider.Sqlite);

[RunsOn(DatabaseProvider.PostgreSql)]
public sealed class ImportsOnPostgreSql() : ImportTests(DatabaseProvider.PostgreSql);

[RunsOn(DatabaseProvider.SqlServer)]
public sealed class ImportsOnSqlServer() : ImportTests(DatabaseProvider.SqlServer);
