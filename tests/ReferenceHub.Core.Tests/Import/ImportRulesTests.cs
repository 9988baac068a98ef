using System.Text;
using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Deals;
using ReferenceHub.Core.History;
using ReferenceHub.Core.Import;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Testing;
using ReferenceHub.Testing.Databases;
using ReferenceHub.Testing.Scenes;

namespace ReferenceHub.Core.Tests.Import;

/// <summary>What an import takes, refuses and leaves alone.</summary>
public sealed class ImportRulesTests : IDisposable
{
    private readonly TestDatabase database = TestDatabase.Create();

    public void Dispose() => database.Dispose();

    [Fact]
    public async Task Errors_name_row_column_and_reason()
    {
        var scene = await ImportScene.MakeAsync(database);
        var id = await scene.StagedAsync(
            "account,employees,year_established,revenue,website\n" +
            "Acme,many,1990,1.5,acme.example\n" +
            ",5,1990,1.5,\n" +
            "Bmce,5,3021,-1,not an address\n" +
            "acme,5,1990,1.5,\n" +
            new string('x', 151) + ",5,1990,1.5,\n" +
            "Bell\a,5,1990,1.5,\n");

        var review = await scene.ReviewAsync(id);

        review.Plan.Problems.Select(problem => $"{problem.Line} {problem.Column}").ShouldBe(
            ["2 employees", "3 account", "4 revenue", "4 year_established", "4 website", "5 account", "6 account", "7 account"], ignoreOrder: true);
        review.Plan.Problems.ShouldContain(problem => problem.Line == 5 && problem.Text == "The same customer stands in row 2 already.");
        review.Plan.Problems.ShouldContain(problem => problem.Line == 6 && problem.Text.StartsWith("This text has 151 characters", StringComparison.Ordinal));
        (await scene.RunAsync(id)).Refusal!.ShouldContain("rows have errors");
        (await database.Read(db => db.Customers.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task The_same_id_twice_in_a_file_is_an_error_of_the_second_row()
    {
        var scene = await ImportScene.MakeAsync(database);
        var review = await scene.ReviewAsync(await scene.StagedAsync("opportunity_id,account\nA1,Acme\nA2,Acme\nA1,Bmce\n"));
        review.Plan.Problems.ShouldHaveSingleItem().Text.ShouldBe("The same deal stands in row 2 already.");
    }

    [Fact]
    public async Task Records_are_found_by_crm_id_then_by_folded_name_and_blank_cells_change_nothing()
    {
        var scene = await ImportScene.MakeAsync(database);
        await scene.ImportAsync("name,id,employees,city\nMüller AG,,500,Köln\nBmce,B-1,10,\n");

        var result = await scene.ImportAsync("name,id,employees,city\nMULLER  ag,M-1,,\nBmce renamed,B-1,11,Bonn\nBmce,B-2,12,\n");

        result.Counts.ShouldBe(new ImportCounts(1, 2, 0, 0));
        await using var db = database.Context();
        var muller = await db.Customers.SingleAsync(customer => customer.ExternalId == "M-1");
        (muller.Employees, muller.City).ShouldBe((500, "Köln"));
        (await db.Customers.SingleAsync(customer => customer.ExternalId == "B-1")).Name.ShouldBe("Bmce renamed");
        (await db.Customers.CountAsync()).ShouldBe(3, "the same name under another CRM id is another company");
    }

    [Fact]
    public async Task A_name_that_two_customers_have_is_not_guessed()
    {
        await database.Add(Given.Customer("Acme"), Given.Customer("Acme"));
        var scene = await ImportScene.MakeAsync(database);
        var review = await scene.ReviewAsync(await scene.StagedAsync("account,employees\nAcme,5\n"));
        review.Plan.Problems.ShouldHaveSingleItem().Text.ShouldContain("2 customers here have this name");
    }

    [Fact]
    public async Task Imported_customers_wait_as_candidates_unless_they_act_already_and_nobody_is_woken()
    {
        var resting = Given.Customer("Resting");
        resting.Pause(new DateOnly(2027, 1, 1), null);
        await database.Add(resting);
        var scene = await ImportScene.MakeAsync(database);
        await scene.ImportAsync("account,city\nFirst,Bonn\n");
        await scene.ImportAsync("account,city\nSecond,Bonn\nResting,Bonn\nFirst,Bonn\n", settings => settings with { Activate = true });

        await using var db = database.Context();
        (await db.Customers.ToDictionaryAsync(customer => customer.Name, customer => customer.Status))
            .ShouldBe(new Dictionary<string, ReferenceStatus> { ["First"] = ReferenceStatus.Active, ["Second"] = ReferenceStatus.Active, ["Resting"] = ReferenceStatus.Paused }, ignoreOrder: true);
    }

    [Fact]
    public async Task A_deal_takes_from_its_account_what_the_file_does_not_say_but_nothing_of_a_confidential_one()
    {
        var scene = await ImportScene.MakeAsync(database);
        await scene.ImportAsync("account,sector,office_location,employees\nAcme,retail,Germany,500\nSecret,retail,Germany,500\n");
        await database.Change(async db => (await db.Customers.SingleAsync(customer => customer.Name == "Secret")).MoveToTier(Tier.Confidential));
        await scene.ImportAsync("opportunity_id,account\nA1,ACME\nA2,Secret\n");

        await using var db = database.Context();
        var open = await db.Opportunities.SingleAsync(deal => deal.ExternalId == "A1");
        (open.IndustryKey, open.RegionKey, open.Employees).ShouldBe(("retail", "de", 500));
        var secret = await db.Opportunities.SingleAsync(deal => deal.ExternalId == "A2");
        (secret.IndustryKey, secret.RegionKey, secret.Employees).ShouldBe((null, null, null));
    }

    [Fact]
    public async Task Amounts_are_exact_in_their_own_currency()
    {
        var scene = await ImportScene.MakeAsync(database);
        var id = await scene.StagedAsync("opportunity_id;close_value;currency\nA;1.234,56;EUR\nB;1.234;JPY\nC;0,001;EUR\nD;5;XYZ\n");
        var review = await scene.ReviewAsync(id);
        review.Batch.Settings.CommaDecimals.ShouldBeTrue();
        review.Plan.Problems.Select(problem => problem.Text).ShouldBe(["“0,001” has more decimals than EUR has (2).", "“XYZ” is not a currency code such as EUR or USD."]);

        var again = await scene.StagedAsync("opportunity_id;close_value;currency\nA;1.234,56;EUR\nB;1.234;JPY\n");
        (await scene.RunAsync(again)).IsDone.ShouldBeTrue();
        (await database.Read(db => db.Opportunities.ToDictionaryAsync(deal => deal.ExternalId, deal => deal.AmountMinor)))
            .ShouldBe(new Dictionary<string, long?> { ["A"] = 123_456, ["B"] = 1234 }, ignoreOrder: true);
    }

    [Fact]
    public async Task Deals_without_a_crm_id_are_found_by_name_and_get_a_number_of_ours()
    {
        var scene = await ImportScene.MakeAsync(database);
        (await scene.ImportAsync("deal name,stage\nCore platform,Proposal\nPayments,Won\n")).Counts.Created.ShouldBe(2);
        (await scene.ImportAsync("deal name,stage\nCORE platform,Proposal\nPayments,Won\n")).Counts.ShouldBe(new ImportCounts(0, 0, 2, 0));
        (await database.Read(db => db.Opportunities.Select(deal => deal.ExternalId).OrderBy(key => key).ToListAsync())).ShouldBe(["D-1001", "D-1002"]);
    }

    [Fact]
    public async Task A_stage_that_nobody_knows_holds_the_file_back_until_it_is_chosen()
    {
        var scene = await ImportScene.MakeAsync(database);
        var id = await scene.StagedAsync("opportunity_id,deal_stage\nA,Xyz\n");
        (await scene.RunAsync(id)).Refusal.ShouldBe("Choose what the stage “Xyz” means.");

        var settings = (await scene.ReviewAsync(id)).Batch.Settings with { Choices = new() { [ImportSettings.ChoiceKey("stage", "xyz")] = "stage:proposal" } };
        await database.Do<ImportService>(service => service.UnderstandAsync(id, settings, scene.Manager, CancellationToken.None));
        (await scene.RunAsync(id)).IsDone.ShouldBeTrue();
        (await database.Read(db => db.Opportunities.SingleAsync())).HighestStage.ShouldBe(3);
    }

    [Fact]
    public async Task An_import_leaves_one_line_in_its_history_and_one_with_each_record()
    {
        var scene = await ImportScene.MakeAsync(database);
        await scene.ImportAsync("account\nAcme\nBmce\n");
        await using var db = database.Context();
        (await db.HistoryEvents.SingleAsync(line => line.Subject == SubjectKind.Import)).Summary.ShouldBe("Import 1001: file.csv, 2 new");
        (await db.HistoryEvents.CountAsync(line => line.Subject == SubjectKind.Customer && line.ActorId == scene.Manager.UserId)).ShouldBe(2);
    }

    [Fact]
    public async Task A_file_is_kept_for_two_weeks_and_larger_ones_are_refused()
    {
        var scene = await ImportScene.MakeAsync(database);
        var old = await scene.StagedAsync("account\nAcme\n");
        database.Clock.Advance(TimeSpan.FromDays(15));
        await scene.StagedAsync("account\nBmce\n");
        await Should.ThrowAsync<MissingException>(() => scene.ReviewAsync(old));

        var large = new byte[ImportBatch.MostBytes + 1];
        Array.Fill(large, (byte)'a');
        (await scene.UploadAsync(large)).Refusal!.ShouldContain("25 MB");
    }

    [Fact]
    public async Task Only_those_who_may_import_do()
    {
        var rep = Given.Viewer(Roles.Rep | Roles.Marketing | Roles.Administrator);
        await Should.ThrowAsync<ForbiddenException>(() =>
            database.Ask<ImportService, Outcome<Guid>>(service => service.StageAsync("file.csv", Encoding.UTF8.GetBytes("account\nAcme\n"), rep, CancellationToken.None)));
    }

    [Fact]
    public async Task A_fault_in_the_middle_writes_nothing_and_the_file_waits_again()
    {
        var scene = await ImportScene.MakeAsync(database);
        var id = await scene.StagedAsync("account\n" + string.Concat(Enumerable.Range(0, 1500).Select(i => $"Acme {i}\n")));
        await database.Do<ImportService>(service => service.StartAsync(id, scene.Manager, CancellationToken.None));
        await database.Change(db => db.Database.ExecuteSqlRawAsync("CREATE TRIGGER Fault BEFORE INSERT ON Customers WHEN NEW.Name = 'Acme 1400' BEGIN SELECT RAISE(ABORT, 'fault'); END"));

        await Should.ThrowAsync<Exception>(() => database.Ask<ImportService, Outcome>(service => service.RunAsync(id, scene.Manager, CancellationToken.None)));

        (await database.Read(db => db.Customers.CountAsync())).ShouldBe(0);
        (await database.Read(db => db.HistoryEvents.CountAsync())).ShouldBe(0);
        var batch = await scene.BatchAsync(id);
        (batch.State, batch.Failure).ShouldBe((ImportState.Staged, "Something went wrong on our side. Nothing was written; try again."));
    }
}
