using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Import;
using ReferenceHub.Core.Import.Fields;
using ReferenceHub.Core.Import.Planning;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Usage;
using ReferenceHub.Testing.Databases;
using ReferenceHub.Testing.Scenes;

namespace ReferenceHub.Core.Tests.Import;

/// <summary>Each kind of rows that a program moves in with; importing the same file again changes nothing.</summary>
public sealed class MoveInTests : IDisposable
{
    private readonly TestDatabase database = TestDatabase.Create();

    public void Dispose() => database.Dispose();

    [Theory]
    [InlineData("account,sector,year_established", ImportKind.Customers)]
    [InlineData("opportunity_id,account,deal_stage", ImportKind.Opportunities)]
    [InlineData("Account Name,First Name,Last Name,Email,Title", ImportKind.Contacts)]
    [InlineData("Customer,Product,Live since", ImportKind.ProductUses)]
    [InlineData("Customer,Activity type,Used on,Contact", ImportKind.PastUses)]
    [InlineData("Customer,For what,Answer,Valid until", ImportKind.Permissions)]
    [InlineData("product,series,sales_price", ImportKind.Products)]
    public void The_headings_tell_what_the_rows_are(string headings, ImportKind kind) => ColumnGuess.KindOf(headings.Split(',')).ShouldBe(kind);

    [Fact]
    public async Task A_customer_comes_with_its_whole_record()
    {
        var scene = await ImportScene.MakeAsync(database);
        const string file = "Name,Reference status,Tier,Platforms,Languages,Health,NPS,Renewal on,Listed for RFPs,Notes\n" +
            "Acme,Active,confidential,azure; AWS,German; English,80,9,2027-01-31,yes,Careful\n";

        (await scene.ImportAsync(file)).Counts.ShouldBe(new ImportCounts(1, 0, 0, 0));

        await using var db = database.Context();
        var acme = await db.Customers.Include(customer => customer.Attributes).ThenInclude(attribute => attribute.Term).SingleAsync();
        (acme.Status, acme.Tier, acme.Health, acme.Nps, acme.RfpListed, acme.Notes, acme.RenewalOn).ShouldBe((ReferenceStatus.Active, Tier.Confidential, 80, 9, true, "Careful", new DateOnly(2027, 1, 31)));
        acme.Attributes.Select(attribute => attribute.Term!.Key).ShouldBe(["azure", "aws", "de", "en"], ignoreOrder: true);
        (await scene.ImportAsync(file)).Counts.ShouldBe(new ImportCounts(0, 0, 1, 0));
        (await scene.ImportAsync("Name,Platforms\nAcme,azure\n")).Counts.Changed.ShouldBe(1);
        (await database.Read(db => db.Set<CustomerAttribute>().CountAsync())).ShouldBe(3, "a cell replaces the words of its own taxonomy only");
    }

    [Fact]
    public async Task Contacts_are_found_again_by_id_mail_or_name_and_their_customer_by_id_domain_or_name()
    {
        var scene = await ImportScene.MakeAsync(database);
        await scene.ImportAsync("Name,CRM id,Website\nAlpenbank AG,A-1,https://www.alpenbank.example\nBeta GmbH,,\n");
        const string file = "Customer,Customer's CRM id,First name,Name,E-mail,Willing to do,Languages\n" +
            ",A-1,Ada,Lang,ada@alpenbank.example,call; case study,English\n" +
            ",,Ben,Kurz,ben@mail.alpenbank.example,,\n" +
            "BETA gmbh,,Cleo,Mai,,,\n";
        var review = await scene.ReviewAsync(await scene.StagedAsync(file));
        review.Plan.Problems.ShouldHaveSingleItem().Line.ShouldBe(3, "a mail host below the company's domain is not its domain");

        (await scene.ImportAsync(file.Replace("mail.alpenbank", "alpenbank", StringComparison.Ordinal))).Counts.ShouldBe(new ImportCounts(3, 0, 0, 0));

        await using var db = database.Context();
        var ada = await db.Contacts.SingleAsync(contact => contact.Email == "ada@alpenbank.example");
        (ada.Name, string.Join(',', ada.Languages)).ShouldBe(("Ada Lang", "en"));
        ada.Willing.ShouldBe([PermissionScope.SalesCall, PermissionScope.Story]);
        var again = await scene.ImportAsync("Customer,Name,E-mail,Job title\nAlpenbank AG,Ada Lang-Neu,ada@alpenbank.example,CIO\nBeta GmbH,cleo mai,,CFO\n");
        again.Counts.ShouldBe(new ImportCounts(0, 2, 0, 0));
        (await database.Read(db => db.Contacts.CountAsync())).ShouldBe(3);
    }

    [Fact]
    public async Task Product_uses_name_products_by_name_or_alias_once_a_customer()
    {
        var scene = await ImportScene.MakeAsync(database);
        await scene.ImportAsync("account\nAcme\n");
        await scene.ImportAsync("product,other names\nGTX Pro,GTX Professional\n");
        const string file = "Customer,Product,Live since,Replaced\nAcme,GTXPro,31.12.2024,Rival\nAcme,Brand New,,\n";
        var id = await scene.StagedAsync(file);
        var choices = (await scene.ReviewAsync(id)).Choices;
        choices.Single(choice => choice.Value == "GTXPro").Choice.ShouldBe("term:gtx-pro");
        choices.Single(choice => choice.Value == "Brand New").Choice.ShouldBe(ImportSettings.NewTerm);

        (await scene.RunAsync(id)).IsDone.ShouldBeTrue();
        (await scene.ImportAsync(file)).Counts.ShouldBe(new ImportCounts(0, 0, 2, 0));
        await using var db = database.Context();
        var use = await db.ProductUses.SingleAsync(use => use.Product!.Key == "gtx-pro");
        (use.LiveSince, use.Replaced).ShouldBe((new DateOnly(2024, 12, 31), "Rival"));
        (await db.Terms.SingleAsync(term => term.Key == "gtx-pro")).Aliases.ShouldBe(["GTX Professional", "GTXPro"]);
        var twice = await scene.ReviewAsync(await scene.StagedAsync("Customer,Product\nAcme,GTXPro\nAcme,GTX Professional\n"));
        twice.Plan.Problems.ShouldHaveSingleItem().Text.ShouldContain("stands in row 2 already");
    }

    [Fact]
    public async Task Past_uses_count_are_marked_and_come_once()
    {
        var scene = await ImportScene.MakeAsync(database);
        await scene.ImportAsync("account\nAcme\n");
        await scene.ImportAsync("Customer,Name,E-mail,Has left\nAcme,Ada Lang,ada@acme.example,yes\n");
        const string file = "Customer,Activity type,Used on,Contact,Minutes,Number of uses,What it was\n" +
            "Acme,reference call,2026-11-02,ada@acme.example,25,,Northwind\n" +
            "Acme,reference call,2026-11-02,ada@acme.example,25,,Northwind\n" +
            "Acme,Site visit,2026-10-05,Nobody,,2,\n";

        (await scene.ImportAsync(file)).Notices.ShouldBe(
            ["One use names a contact who is not known at the customer: it counts for the customer only. Import contacts first to count their minutes too.", "One row says the same as an earlier one; each counts."]);
        (await scene.ImportAsync(file)).Counts.ShouldBe(new ImportCounts(0, 0, 3, 0));

        await using var db = database.Context();
        var entries = await db.LedgerEntries.ToListAsync();
        entries.Count.ShouldBe(4);
        entries.ShouldAllBe(entry => entry.Source == UseSource.Import && entry.Kind == LedgerKind.Logged && entry.State == UseState.Done);
        entries.Where(entry => entry.ActivityKey == ActivityKeys.SalesCall).ShouldAllBe(entry => entry.Minutes == 25 && entry.ContactId != null && entry.Note == "Northwind");
        entries.Sum(entry => entry.Units).ShouldBe(2 + 2 * 3, "no limit refuses them");
        (await db.CustomerLedgers.SingleAsync()).Entries.ShouldBe(4);
        var future = await scene.ReviewAsync(await scene.StagedAsync("Customer,Activity type,Used on\nAcme,Press,2030-01-01\n"));
        future.Plan.Problems.ShouldHaveSingleItem().Text.ShouldContain("still to come");
    }

    [Fact]
    public async Task A_yes_says_where_it_comes_from_and_a_new_answer_starts_afresh()
    {
        var scene = await ImportScene.MakeAsync(database);
        await scene.ImportAsync("account\nAcme\n");
        const string file = "Customer,For what,Answer,Valid until,Evidence,Regions,Channels\nAcme,reference calls,yes,2027-06-30,,Germany,web; print\nAcme,logo,no,,,,\n";
        (await scene.ReviewAsync(await scene.StagedAsync(file))).Plan.Problems.ShouldHaveSingleItem().Text.ShouldContain("A yes says where it comes from");

        (await scene.ImportAsync(file, settings => settings with { Evidence = "Forms of 2025" })).Counts.Created.ShouldBe(2);
        (await scene.ImportAsync(file)).Counts.ShouldBe(new ImportCounts(0, 0, 2, 0));
        await using (var db = database.Context())
        {
            var call = await db.Permissions.SingleAsync(permission => permission.Scope == PermissionScope.SalesCall);
            (call.Status, call.ValidUntil, call.Evidence, call.RecordedById).ShouldBe((PermissionStatus.Granted, new DateOnly(2027, 6, 30), "Forms of 2025", scene.Manager.UserId));
            (string.Join(',', call.Regions), string.Join(',', call.Channels)).ShouldBe(("de", "Website,Print"));
        }

        await scene.ImportAsync("Customer,For what,Answer\nAcme,call,refused\n");
        var no = await database.Read(db => db.Permissions.SingleAsync(permission => permission.Scope == PermissionScope.SalesCall));
        (no.Status, no.ValidUntil, no.Regions.Count).ShouldBe((PermissionStatus.Denied, null, 0));
    }

    [Fact]
    public async Task Merged_customers_are_found_as_what_they_became_and_archived_ones_not_written_to()
    {
        var scene = await ImportScene.MakeAsync(database);
        await scene.ImportAsync("account,id\nAcme,1\nOld Acme,2\nGone,3\n");
        await database.Change(async db =>
        {
            var acme = await db.Customers.SingleAsync(customer => customer.ExternalId == "1");
            (await db.Customers.SingleAsync(customer => customer.ExternalId == "2")).MergeInto(acme.Id, null, database.Clock.Now);
            (await db.Customers.SingleAsync(customer => customer.ExternalId == "3")).Archive(null, database.Clock.Now);
        });

        await scene.ImportAsync("Customer's CRM id,Name\n2,Ada Lang\n");
        (await database.Read(db => db.Contacts.Where(contact => db.Customers.Any(customer => customer.Id == contact.CustomerId && customer.ExternalId == "1")).CountAsync())).ShouldBe(1);
        (await scene.ReviewAsync(await scene.StagedAsync("account,city\nGone,Bonn\n"))).Plan.Problems.ShouldHaveSingleItem().Text.ShouldContain("is archived");
    }

    [Fact]
    public async Task Hostile_cells_are_errors_of_their_row_and_column_or_plain_text()
    {
        var scene = await ImportScene.MakeAsync(database);
        await scene.ImportAsync("account\nAcme\n");
        var id = await scene.StagedAsync(
            "Customer,Name,E-mail,Time zone,Willing to do,Has left\n" +
            "Acme,<script>alert(1)</script>,a@acme.example,,,\n" +
            "Acme,\"=HYPERLINK(\"\"http://x.example\"\")\",b@acme.example,,,\n" +
            $"Acme,{new string('x', 1_000_000)},c@acme.example,,,\n" +
            "Acme,Bell\a,not mail,Mars/Olympus,,perhaps\n" +
            "'; DROP TABLE Contacts; --,Eve,,,,\n");
        var review = await scene.ReviewAsync(id);

        review.Plan.Problems.Select(problem => $"{problem.Line} {problem.Column}").ShouldBe(["4 Name", "5 Name"]);
        review.Plan.Blockers.ShouldBe(["Decide who “'; DROP TABLE Contacts; --” is."]);
        review.Plan.Result.Notices.ShouldContain(notice => notice.Contains("like a spreadsheet formula", StringComparison.Ordinal));
        var settings = review.Batch.Settings with { LeaveOutBadRows = true, Undecided = Undecided.LeaveOut };
        await database.Do<ImportService>(service => service.UnderstandAsync(id, settings, scene.Manager, CancellationToken.None));
        (await scene.RunAsync(id)).IsDone.ShouldBeTrue();
        (await database.Read(db => db.Contacts.OrderBy(contact => contact.Email).Select(contact => contact.Name).ToListAsync()))
            .ShouldBe(["<script>alert(1)</script>", "=HYPERLINK(\"http://x.example\")"]);
        (await scene.ReviewAsync(await scene.StagedAsync("Customer,Name,E-mail,Time zone,Has left\nAcme,Ada,not mail,Mars/Olympus,perhaps\n")))
            .Plan.Problems.Select(problem => problem.Column).ShouldBe(["E-mail", "Time zone", "Has left"], ignoreOrder: true);
    }

    [Fact]
    public async Task The_preview_shows_what_each_field_was_and_will_be()
    {
        var scene = await ImportScene.MakeAsync(database);
        await scene.ImportAsync("account,city,sector\nAcme,Bonn,retail\nBmce,Köln,\n");
        var preview = (await scene.ReviewAsync(await scene.StagedAsync("account,city,sector\nAcme,Berlin,Banking\nBmce,,\nNew One,Graz,\n"))).Plan.Preview;

        preview.Select(row => (row.Line, row.Fate, row.Title)).ShouldBe([(4, RowFate.Created, "New One"), (2, RowFate.Changed, "Acme"), (3, RowFate.Unchanged, "Bmce")]);
        preview.Single(row => row.Fate == RowFate.Changed).Changes.Select(change => $"{change.Field}: {change.Before} → {change.After}").ShouldBe(["Industry: Retail → Banking", "Headquarters: Bonn → Berlin"]);
    }
}
