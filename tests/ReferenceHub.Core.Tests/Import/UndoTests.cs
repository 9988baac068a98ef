using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.History;
using ReferenceHub.Core.Import;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Usage;
using ReferenceHub.Testing;
using ReferenceHub.Testing.Databases;
using ReferenceHub.Testing.Scenes;

namespace ReferenceHub.Core.Tests.Import;

/// <summary>An import is taken back as a whole while nothing newer touched its rows, else not at all.</summary>
public sealed class UndoTests : IDisposable
{
    private readonly TestDatabase database = TestDatabase.Create();

    public void Dispose() => database.Dispose();

    [Fact]
    public async Task What_it_made_goes_and_what_it_changed_is_as_before()
    {
        var scene = await ImportScene.MakeAsync(database);
        await scene.ImportAsync("account,city,platforms,status\nAcme,Bonn,azure,candidate\n");
        var before = await SnapshotAsync();
        var id = await scene.ImportedAsync("account,city,platforms,status,sector\nACME,Köln,aws,active,retail\nBmce,Graz,azure,active,retail\n");

        (await scene.UndoAsync(id)).IsDone.ShouldBeTrue();

        (await SnapshotAsync()).ShouldBe(before);
        var batch = await scene.BatchAsync(id);
        (batch.State, batch.UndoneById).ShouldBe((ImportState.Undone, scene.Manager.UserId));
        await using var db = database.Context();
        (await db.ImportTraces.CountAsync(trace => trace.BatchId == id)).ShouldBe(0);
        var acme = await db.Customers.SingleAsync();
        var last = await db.HistoryEvents.SingleAsync(line => line.SubjectId == acme.Id && line.Summary == "Import of file.csv taken back");
        last.Changes.ShouldContain(change => change.Field == "Headquarters" && change.Before == "Köln" && change.After == "Bonn");
        (await db.HistoryEvents.CountAsync(line => line.Subject == SubjectKind.Import && line.Verb == "undone")).ShouldBe(1);
        await Should.ThrowAsync<IllegalMoveException>(() => scene.UndoAsync(id));
    }

    [Fact]
    public async Task A_newer_change_refuses_it_and_is_named()
    {
        var scene = await ImportScene.MakeAsync(database);
        var id = await scene.ImportedAsync("account,city\nAcme,Bonn\nBmce,Graz\n");
        await database.Change(async db => (await db.Customers.SingleAsync(customer => customer.Name == "Bmce")).MoveToTier(Tier.Lighthouse));

        var answer = await scene.UndoAsync(id);

        answer.Newer.ShouldBe(["Bmce: changed or removed since"]);
        (await database.Read(db => db.Customers.CountAsync())).ShouldBe(2);
        (await scene.BatchAsync(id)).State.ShouldBe(ImportState.Done);
    }

    [Fact]
    public async Task Whatever_hangs_on_what_it_made_refuses_it_until_that_is_taken_back_first()
    {
        var scene = await ImportScene.MakeAsync(database);
        var customers = await scene.ImportedAsync("account\nAcme\n");
        var contacts = await scene.ImportedAsync("Customer,Name\nAcme,Ada Lang\n");
        var uses = await scene.ImportedAsync("Customer,Activity type,Used on,Contact\nAcme,Sales call,2026-11-02,Ada Lang\n");

        (await scene.UndoAsync(customers)).Newer.ShouldBe(["Acme: contact added since", "Acme: use added since"], ignoreOrder: true);
        (await scene.UndoAsync(contacts)).Newer.ShouldBe(["Ada Lang: use added since"]);
        (await scene.UndoAsync(uses)).IsDone.ShouldBeTrue();
        (await scene.UndoAsync(contacts)).IsDone.ShouldBeFalse("the ledger keeps its lines for ever");
    }

    [Fact]
    public async Task Two_imports_of_the_same_rows_are_taken_back_the_later_one_first()
    {
        var scene = await ImportScene.MakeAsync(database);
        var first = await scene.ImportedAsync("account,city\nAcme,Bonn\n");
        var second = await scene.ImportedAsync("account,city\nAcme,Köln\n");

        (await scene.UndoAsync(first)).IsDone.ShouldBeFalse();
        (await scene.UndoAsync(second)).IsDone.ShouldBeTrue();
        (await scene.UndoAsync(first)).IsDone.ShouldBeTrue();

        (await database.Read(db => db.Customers.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Past_uses_are_corrected_in_the_ledger_and_may_come_again()
    {
        var scene = await ImportScene.MakeAsync(database);
        await scene.ImportAsync("account\nAcme\n");
        const string file = "Customer,Activity type,Used on\nAcme,Sales call,2026-11-02\nAcme,Site visit,2026-10-02\n";
        var id = await scene.ImportedAsync(file);

        (await scene.UndoAsync(id)).IsDone.ShouldBeTrue();

        await using var db = database.Context();
        var entries = await db.LedgerEntries.ToListAsync();
        entries.Count.ShouldBe(4, "the ledger forgets nothing");
        UseFold.Current(entries).ShouldBeEmpty();
        (await scene.ImportAsync(file)).Counts.ShouldBe(new ImportCounts(2, 0, 0, 0));
        var again = await database.Read(db => db.LedgerEntries.ToListAsync());
        UseFold.Current(again).Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_corrected_use_refuses_it()
    {
        var scene = await ImportScene.MakeAsync(database);
        await scene.ImportAsync("account\nAcme\n");
        var id = await scene.ImportedAsync("Customer,Activity type,Used on\nAcme,Sales call,2026-11-02\n");
        var use = await database.Read(db => db.LedgerEntries.Select(entry => entry.UseId).SingleAsync());
        await using (var scope = database.Scope())
        {
            var db = (ReferenceHubDbContext)scope.ServiceProvider.GetService(typeof(ReferenceHubDbContext))!;
            var service = (ReservationService)scope.ServiceProvider.GetService(typeof(ReservationService))!;
            await service.CorrectAsync(use, new CorrectUse(null, 2, null), "It was two", scene.Manager, CancellationToken.None);
            await db.SaveChangesAsync();
        }

        (await scene.UndoAsync(id)).Newer.ShouldBe(["Acme: an imported use was corrected since"]);
    }

    [Fact]
    public async Task Contacts_permissions_products_and_deals_go_back_too()
    {
        var scene = await ImportScene.MakeAsync(database);
        await scene.ImportAsync("account\nAcme\n");
        await scene.ImportAsync("Customer,Name,Job title\nAcme,Ada Lang,CIO\n");
        await scene.ImportAsync("opportunity_id,account,deal_stage,close_value\nA1,Acme,Proposal,10\n");
        var before = await SnapshotAsync();
        Guid[] imports =
        [
            await scene.ImportedAsync("product\nGTX\n"),
            await scene.ImportedAsync("Customer,Name,Job title\nAcme,Ada Lang,CEO\nAcme,Ben Kurz,\n"),
            await scene.ImportedAsync("Customer,For what,Answer\nAcme,logo,no\n"),
            await scene.ImportedAsync("Customer,Product\nAcme,GTX\n"),
            await scene.ImportedAsync("opportunity_id,account,deal_stage,close_value\nA1,Acme,Won,99\nA2,Acme,Won,5\n"),
        ];

        (await scene.UndoAsync(imports[0])).Newer.ShouldBe(["GTX: product use added since"]);
        foreach (var id in imports.Reverse())
        {
            (await scene.UndoAsync(id)).Newer.ShouldBeEmpty();
        }

        (await SnapshotAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task Only_those_who_may_import_take_back()
    {
        var scene = await ImportScene.MakeAsync(database);
        var id = await scene.ImportedAsync("account\nAcme\n");
        await Should.ThrowAsync<ForbiddenException>(() => database.Ask<ImportUndo, UndoAnswer>(undo => undo.UndoAsync(id, Given.Viewer(Roles.Marketing), CancellationToken.None)));
    }

    // Everything that imports write, but versions and ids of rows.
    private async Task<string> SnapshotAsync()
    {
        await using var db = database.Context();
        var customers = await db.Customers.Include(customer => customer.Attributes).OrderBy(customer => customer.NameKey).ToListAsync();
        var contacts = await db.Contacts.OrderBy(contact => contact.Name).ToListAsync();
        var deals = await db.Opportunities.OrderBy(deal => deal.ExternalId).ToListAsync();
        return string.Join('\n', [
            .. customers.Select(customer => $"{System.Text.Json.JsonSerializer.Serialize(CustomerEdit.Of(customer))} {customer.NameKey} {customer.Status}"),
            .. contacts.Select(contact => System.Text.Json.JsonSerializer.Serialize(ContactEdit.Of(contact))),
            .. deals.Select(deal => $"{deal.Facts} {deal.HighestStage} {deal.SearchKey}"),
            $"{await db.Permissions.CountAsync()} {await db.ProductUses.CountAsync()} {await db.Terms.CountAsync(term => term.Kind == TermKind.Product)}",
        ]);
    }
}
