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

        (await scene.ImportAsync(await File.ReadAllTextAsync(TestData.File("crm-sales", "products.csv")))).Counts.ShouldBe(new ImportCounts(7, 0, 0, 0));
        var first = await scene.StagedAsync(accounts, settings => settings with { Activate = true });
        (await OpenWordsAsync(scene, first)).ShouldBe(["technolgy", "Philipines"], ignoreOrder: true);
        (await scene.RunAsync(first)).IsDone.ShouldBeTrue();
        var second = await scene.StagedAsync(pipeline);
        (await OpenWordsAsync(scene, second)).ShouldBe(["GTXPro", "Won", "Lost", "Engaging", "Prospecting"], ignoreOrder: true);
        (await scene.RunAsync(second)).IsDone.ShouldBeTrue();

        // Decided once: nothing is asked again.
        (await OpenWordsAsync(scene, await scene.StagedAsync(accounts))).ShouldBeEmpty();
        (await OpenWordsAsync(scene, await scene.StagedAsync(pipeline))).ShouldBeEmpty();

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
        (await db.Opportunities.CountAsync(deal => deal.Product == "GTX Pro")).ShouldBe(deals.Count(deal => deal[2] == "GTXPro"));
        (await scene.ImportAsync(pipeline)).Counts.ShouldBe(new ImportCounts(0, 0, 8800, 0));
        (await scene.ImportAsync(accounts)).Counts.ShouldBe(new ImportCounts(0, 0, 85, 0));
    }

    [DatabaseFact]
    public async Task Every_kind_moves_in_once_and_is_taken_back_in_turn()
    {
        using var database = TestDatabase.Create(provider);
        var scene = await ImportScene.MakeAsync(database);
        string[] files =
        [
            "product,other names\nGTX Pro,GTXPro\n",
            "account,website,sector,platforms,subsidiary_of\nAcme AG,acme.example,retail,azure; aws,Sonron\nBetatech,,technolgy,,\n",
            "Customer,Name,E-mail,Willing to do\nAcme AG,Ada Lang,ada@acme.example,call; logo\n,Ben Kurz,ben@acme.example,\n",
            "Customer,Product,Live since\nAcme AG,GTXPro,2024-12-31\n",
            "Customer,For what,Answer,Evidence,Channels\nAcme AG,logo,yes,Form of 2025,web\n",
            "opportunity_id,account,product,deal_stage,close_value\nA1,Acme AG,GTXPro,Won,10.50\n",
            "Customer,Activity type,Used on,Contact\nBetatech,Sales call,2026-11-02,\n",
        ];
        var imports = new List<Guid>();
        foreach (var file in files)
        {
            imports.Add(await scene.ImportedAsync(file));
            var again = (await scene.ImportAsync(file)).Counts;
            (again.Created, again.Changed, again.LeftOut).ShouldBe((0, 0, 0), file);
        }

        var refused = await scene.UndoAsync(imports[1]);
        refused.Newer.ShouldContain("Acme AG: contact added since");
        (await database.Read(db => db.Customers.CountAsync())).ShouldBe(2);
        foreach (var id in imports.Skip(2).Reverse())
        {
            (await scene.UndoAsync(id)).Newer.ShouldBeEmpty();
        }

        await using var db = database.Context();
        (await db.Contacts.CountAsync(), await db.ProductUses.CountAsync(), await db.Permissions.CountAsync(), await db.Opportunities.CountAsync()).ShouldBe((0, 0, 0, 0));
        Core.Usage.UseFold.Current(await db.LedgerEntries.ToListAsync()).ShouldBeEmpty();
    }

    [DatabaseFact]
    public async Task Of_an_undo_and_a_newer_edit_at_once_one_gives_way()
    {
        using var database = TestDatabase.Create(provider);
        var scene = await ImportScene.MakeAsync(database);
        var first = await scene.ImportedAsync("account,city\nAcme,Bonn\n");

        var undo = Task.Run(() => scene.UndoAsync(first));
        var newer = Task.Run(() => scene.ImportAsync("account,city\nAcme,Graz\n"));
        await Task.WhenAll(undo, newer);

        // Either the import came first and refused the undo, or it found nothing and made the customer anew.
        (await database.Read(db => db.Customers.SingleAsync())).City.ShouldBe("Graz");
        (await undo).IsDone.ShouldBe((await newer).Counts.Created == 1);
    }

    private static async Task<IEnumerable<string>> OpenWordsAsync(ImportScene scene, Guid id) =>
        (await scene.ReviewAsync(id)).Choices.Where(choice => choice is { Certain: false, Remembered: false }).Select(choice => choice.Value);
}

[RunsOn(DatabaseProvider.Sqlite)]
public sealed class ImportsOnSqlite() : ImportTests(DatabaseProvider.Sqlite);

[RunsOn(DatabaseProvider.PostgreSql)]
public sealed class ImportsOnPostgreSql() : ImportTests(DatabaseProvider.PostgreSql);

[RunsOn(DatabaseProvider.SqlServer)]
public sealed class ImportsOnSqlServer() : ImportTests(DatabaseProvider.SqlServer);
