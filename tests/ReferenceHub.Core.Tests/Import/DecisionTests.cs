using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Import;
using ReferenceHub.Core.Import.Planning;
using ReferenceHub.Core.Import.Values;
using ReferenceHub.Core.References;
using ReferenceHub.Testing.Databases;
using ReferenceHub.Testing.Scenes;

namespace ReferenceHub.Core.Tests.Import;

/// <summary>What is put up for decision, once, and remembered.</summary>
public sealed class DecisionTests : IDisposable
{
    private readonly TestDatabase database = TestDatabase.Create();

    public void Dispose() => database.Dispose();

    [Theory]
    [InlineData("Alpenbank AG", "Alpen-Bank")]
    [InlineData("Müller & Co. KG", "Muller")]
    [InlineData("Acme Inc.", "ACME")]
    public void The_legal_form_does_not_tell_companies_apart(string one, string other) => CompanyCore.Of(one).ShouldBe(CompanyCore.Of(other));

    [Fact]
    public async Task A_name_near_a_known_one_holds_the_file_back_until_it_is_decided_and_is_then_remembered()
    {
        var scene = await ImportScene.MakeAsync(database);
        await scene.ImportAsync("account\nAlpenbank AG\nDepot 12\n");
        const string file = "account,city\nAlpenbnk,Graz\nDepot 13,Wien\n";
        var id = await scene.StagedAsync(file);

        (await scene.RunAsync(id)).Refusal.ShouldBe("Decide who “Alpenbnk” is.");
        var choice = (await scene.ReviewAsync(id)).Choices.Single(choice => choice.Field == "name");
        choice.Near.ShouldHaveSingleItem().Name.ShouldBe("Alpenbank AG");
        await DecideAsync(scene, id, choice.Key, ImportSettings.SameAs + choice.Near[0].Id);
        (await scene.RunAsync(id)).IsDone.ShouldBeTrue();

        await using var db = database.Context();
        var bank = await db.Customers.SingleAsync(customer => customer.City == "Graz");
        bank.Name.ShouldBe("Alpenbank AG", "another spelling does not rename");
        var again = await scene.ReviewAsync(await scene.StagedAsync("Customer,Name\nALPENBNK,Ada Lang\n"));
        again.Plan.Blockers.ShouldBeEmpty();
        again.Choices.ShouldHaveSingleItem().Remembered.ShouldBeTrue();
    }

    [Fact]
    public async Task A_near_name_may_be_another_company_or_left_out()
    {
        var scene = await ImportScene.MakeAsync(database);
        await scene.ImportAsync("account\nAcme Inc\nBetatech\n");
        var id = await scene.StagedAsync("account\nAcme GmbH\nBetatec\n");
        await DecideAsync(scene, id, ImportSettings.ChoiceKey("name", "Acme GmbH"), ImportSettings.NewTerm);
        await DecideAsync(scene, id, ImportSettings.ChoiceKey("name", "Betatec"), ImportSettings.Skip);

        (await scene.RunAsync(id)).IsDone.ShouldBeTrue();

        (await scene.BatchAsync(id)).Result.Counts.ShouldBe(new ImportCounts(1, 0, 0, 1));
        (await scene.ImportAsync("account\nAcme GmbH\nBetatec\nOther\n")).Counts.ShouldBe(new ImportCounts(1, 0, 1, 1));
    }

    [Fact]
    public async Task The_same_website_under_quite_another_name_is_asked_about_too()
    {
        var scene = await ImportScene.MakeAsync(database);
        await scene.ImportAsync("name,website\nAlpenbank,www.alpenbank.example\n");
        var review = await scene.ReviewAsync(await scene.StagedAsync("name,website\nVorsorge Leben,alpenbank.example\nAlpenbank AG,alpenbank.example\n"));

        var choice = review.Choices.ShouldHaveSingleItem();
        (choice.Value, choice.Near[0].Why).ShouldBe(("Vorsorge Leben", "same website alpenbank.example"));
    }

    [Fact]
    public async Task Customers_of_parts_that_are_not_known_are_decided_one_by_one_or_all_at_once()
    {
        var scene = await ImportScene.MakeAsync(database);
        const string file = "Customer,Name\nAcme,Ada\nAcme,Ben\nBmce,Cleo\n";
        (await scene.RunAsync(await scene.StagedAsync(file))).Refusal.ShouldBe("Decide who 2 customers are that are not known here.");

        var result = await scene.ImportAsync(file, settings => settings with { Undecided = Undecided.New });

        result.Counts.Created.ShouldBe(3);
        result.Notices.ShouldContain("2 customers that are not known here are added as candidates.");
        (await database.Read(db => db.Customers.CountAsync(customer => customer.Status == ReferenceStatus.Candidate))).ShouldBe(2);
        (await scene.ImportAsync(file)).Counts.ShouldBe(new ImportCounts(0, 0, 3, 0));
    }

    [Fact]
    public async Task Missing_parents_are_offered_once_and_remembered()
    {
        var scene = await ImportScene.MakeAsync(database);
        await scene.ImportAsync("account\nGolddex\n");
        const string file = "account,subsidiary_of\nAcme,Sonron\nBmce,Golddexx\nCmce,Acme\nDmce,Inity\nEmce,golddex\n";
        var id = await scene.StagedAsync(file);
        var parents = (await scene.ReviewAsync(id)).Choices.Where(choice => choice.Field == "parent").ToList();
        parents.Select(choice => choice.Value).ShouldBe(["Sonron", "Golddexx", "Inity"], "those in the file or here need no decision");
        parents.ShouldAllBe(choice => choice.Choice == ImportSettings.Empty);
        await DecideAsync(scene, id, parents[0].Key, ImportSettings.NewTerm);
        await DecideAsync(scene, id, parents[1].Key, ImportSettings.SameAs + parents[1].Near[0].Id);

        (await scene.RunAsync(id)).IsDone.ShouldBeTrue();

        await using var db = database.Context();
        (await db.Customers.ToDictionaryAsync(customer => customer.Name, customer => customer.ParentName)).ShouldBe(
            new Dictionary<string, string?> { ["Golddex"] = null, ["Sonron"] = null, ["Acme"] = "Sonron", ["Bmce"] = "Golddex", ["Cmce"] = "Acme", ["Dmce"] = "Inity", ["Emce"] = "golddex" }, ignoreOrder: true);
        var again = await scene.ReviewAsync(await scene.StagedAsync(file));
        again.Choices.Where(choice => choice.Field == "parent").ShouldAllBe(choice => choice.Remembered);
        again.Plan.Result.Counts.ShouldBe(new ImportCounts(0, 0, 5, 0));
    }

    [Fact]
    public async Task Columns_and_formats_are_remembered_for_the_same_headings()
    {
        var scene = await ImportScene.MakeAsync(database);
        await scene.ImportAsync("Wer,Wo,Seit\nAcme,Bonn,01/02/2020\n", settings => settings with { Columns = new() { ["name"] = 0, ["city"] = 1, ["customer-since"] = 2 }, DateFormat = "d/M/yyyy" });

        var next = (await scene.ReviewAsync(await scene.StagedAsync("WER,wo,Seit\nBmce,Köln,03/04/2021\n"))).Batch.Settings;
        (next.Recalled, next.Columns["name"], next.Columns["city"], next.DateFormat).ShouldBe((true, 0, 1, "d/M/yyyy"));
        var written = (await scene.ReviewAsync(await scene.StagedAsync("WER,wo,Seit\nBmce,Köln,24.03.2021\n"))).Batch.Settings;
        written.DateFormat.ShouldBe("d.M.yyyy", "a file that writes its dates otherwise is read as it is written");
        (await scene.ReviewAsync(await scene.StagedAsync("Wer,Was\nBmce,x\n"))).Batch.Settings.Recalled.ShouldBeFalse();
    }

    [Fact]
    public async Task A_decision_on_a_word_is_remembered_until_it_is_changed()
    {
        var scene = await ImportScene.MakeAsync(database);
        const string file = "opportunity_id,deal_stage\nA,Xyz\n";
        await scene.ImportAsync(file, settings => settings with { Choices = new() { [ImportSettings.ChoiceKey("stage", "Xyz")] = "stage:proposal" } });

        var id = await scene.StagedAsync(file);
        var known = (await scene.ReviewAsync(id)).Choices.ShouldHaveSingleItem();
        (known.Choice, known.Remembered).ShouldBe(("stage:proposal", true));
        await DecideAsync(scene, id, known.Key, "lost");
        await scene.RunAsync(id);
        (await scene.ReviewAsync(await scene.StagedAsync(file))).Choices.ShouldHaveSingleItem().Choice.ShouldBe("lost");
    }

    private async Task DecideAsync(ImportScene scene, Guid id, string key, string choice)
    {
        var settings = (await scene.ReviewAsync(id)).Batch.Settings;
        await database.Do<ImportService>(service => service.UnderstandAsync(id, settings with { Choices = new(settings.Choices) { [key] = choice } }, scene.Manager, CancellationToken.None));
    }
}
