using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Deals;
using ReferenceHub.Core.Import;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Testing;
using ReferenceHub.Testing.Imports;
using ReferenceHub.Testing.Web;

namespace ReferenceHub.Web.Tests.Import;

/// <summary>A file's way into the program, as a manager goes it in the browser.</summary>
public sealed class ImportPageTests : IDisposable
{
    private readonly WebApp app = new();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task A_manager_uploads_checks_and_imports_customers_and_deals()
    {
        var manager = await app.SignedInAsync(Roles.ProgramManager);
        var export = DirtyExport.Make(deals: 200);

        var customers = await RunAsync(manager, await UploadedAsync(manager, export.Accounts, "accounts.csv"), ("activate", "true"));
        customers.Text("h1").ShouldBe("Customers imported");
        customers.Text("main").ShouldContain("60 new");
        var deals = await RunAsync(manager, await UploadedAsync(manager, export.Pipeline, "sales_pipeline.csv"));
        deals.Text("h1").ShouldBe("Deals imported");
        deals.Text("main").ShouldContain(export.Of("Won").Value.ToString("N0", CultureInfo.InvariantCulture));

        (await app.DataAsync(db => db.Customers.CountAsync(customer => customer.Status == ReferenceStatus.Active))).ShouldBe(60);
        (await app.DataAsync(db => db.Opportunities.CountAsync())).ShouldBe(200);
        var list = await manager.GetAsync("/opportunities?q=acme+0&outcome=won");
        list.All("tr[data-row]").Count.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task A_misspelt_industry_is_shown_with_the_term_it_probably_means()
    {
        var manager = await app.SignedInAsync(Roles.ProgramManager);
        var page = await UploadedAsync(manager, "account,sector\nAcme,technolgy\nBmce,Zeppelins\n");

        page.One("select[name='choice.industry:TECHNOLGY'] option[selected]").TextContent.ShouldBe("Technology");
        page.One("select[name='choice.industry:ZEPPELINS'] option[selected]").TextContent.ShouldBe("Add “Zeppelins”");

        var result = await RunAsync(manager, page, ("choice.industry:ZEPPELINS", "empty"));
        result.Text("h1").ShouldBe("Customers imported");
        (await app.DataAsync(db => db.Customers.Where(customer => customer.Name == "Acme").Select(customer => customer.Industry!.Key).SingleAsync())).ShouldBe("technology");
        (await app.DataAsync(db => db.Customers.Where(customer => customer.Name == "Bmce").Select(customer => customer.IndustryId).SingleAsync())).ShouldBeNull();
        (await app.DataAsync(db => db.Terms.SingleAsync(term => term.Kind == TermKind.Industry && term.Key == "technology"))).Aliases.ShouldContain("technolgy");
    }

    [Fact]
    public async Task Rows_with_errors_hold_the_file_back_until_they_are_left_out_by_choice()
    {
        var manager = await app.SignedInAsync(Roles.ProgramManager);
        var page = await UploadedAsync(manager, "opportunity_id,account,close_value,close_date\nA,Acme,100,2026-05-01\nB,Acme,lots,2026-13-01\n");

        page.Text("#problems").ShouldContain("“lots” is not a number");
        page.Text("#problems").ShouldContain("“2026-13-01” is not a date");
        page.All("button[formaction]").ShouldBeEmpty();
        var forced = await manager.PostAsync(page.Form("#import-review").ToRequest().RequestUri!.PathAndQuery + "/run", ("column.0", "external-id"), ("column.2", "amount"));
        (await manager.FollowAsync(forced)).Text("main").ShouldContain("Nothing was imported");
        (await app.DataAsync(db => db.Opportunities.CountAsync())).ShouldBe(0);

        var result = await RunAsync(manager, page, ("leaveOut", "true"));
        result.Text("main").ShouldContain("1 new, 1 left out");
        (await app.DataAsync(db => db.Opportunities.SingleAsync())).AmountMinor.ShouldBe(100_00);
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("PK\u0003\u0004 a workbook", "workbook is damaged")]
    [InlineData("account,sector\n", "no rows")]
    [InlineData("account\nA\0B\n", "NUL")]
    public async Task A_file_that_is_no_table_is_refused_with_the_reason(string content, string reason)
    {
        var manager = await app.SignedInAsync(Roles.ProgramManager);
        var page = await UploadAsync(manager, Encoding.UTF8.GetBytes(content), "file.csv");
        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        page.Text("form").ShouldContain(reason);
    }

    [Fact]
    public async Task A_file_larger_than_an_ordinary_form_is_taken()
    {
        var manager = await app.SignedInAsync(Roles.ProgramManager);
        var page = await UploadedAsync(manager, "account,story\n" + string.Concat(Enumerable.Range(0, 2000).Select(i => $"Acme {i},{new string('x', 900)}\n")));
        page.Text("main").ShouldContain("Import 2,000 customers");
    }

    [Fact]
    public async Task An_upload_without_a_file_says_so()
    {
        var manager = await app.SignedInAsync(Roles.ProgramManager);
        var page = await manager.PostAsync("/references/import");
        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        page.Text("form").ShouldContain("Choose a CSV or Excel file first.");
    }

    [Fact]
    public async Task A_formula_is_plain_text_on_the_page()
    {
        var manager = await app.SignedInAsync(Roles.ProgramManager);
        var page = await UploadedAsync(manager, "account\n\"=HYPERLINK(\"\"http://x.example\"\")\"\n<script>alert(1)</script>\n");
        page.Text("main").ShouldContain("looks like a spreadsheet formula");
        page.All("main script").ShouldBeEmpty();
    }

    [Fact]
    public async Task Somebody_elses_file_is_not_found_and_other_roles_may_not_import()
    {
        var manager = await app.SignedInAsync(Roles.ProgramManager);
        var address = (await UploadedAsync(manager, "account\nAcme\n")).One("#import-review").GetAttribute("action")!;
        var other = await app.SignedInAsync(Roles.ProgramManager, "Another manager");
        (await other.GetAsync(address)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await other.PostAsync(address + "/run")).Status.ShouldBe(HttpStatusCode.NotFound);

        var rep = await app.SignedInAsync(Roles.Rep | Roles.Marketing | Roles.Executive | Roles.Administrator, "Everything else");
        (await rep.GetAsync("/references/import")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await rep.GetAsync(address)).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_second_click_and_a_file_thrown_away_change_nothing()
    {
        var manager = await app.SignedInAsync(Roles.ProgramManager);
        var page = await UploadedAsync(manager, "account\nAcme\n");
        var address = page.One("#import-review").GetAttribute("action")!;
        await RunAsync(manager, page);
        (await manager.PostAsync(address + "/run", ("column.0", "name"))).Status.ShouldBe(HttpStatusCode.Conflict);
        (await manager.PostAsync(address + "/discard")).Status.ShouldBe(HttpStatusCode.Conflict);
        (await app.DataAsync(db => db.Customers.CountAsync())).ShouldBe(1);

        var unwanted = (await UploadedAsync(manager, "account\nBmce\n")).One("#import-review").GetAttribute("action")!;
        (await manager.PostAsync(unwanted + "/discard")).Location.ShouldBe("/references/import");
        (await manager.GetAsync(unwanted)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await app.DataAsync(db => db.ImportFiles.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Near_names_and_missing_parents_are_decided_on_the_page()
    {
        var manager = await app.SignedInAsync(Roles.ProgramManager);
        await RunAsync(manager, await UploadedAsync(manager, "account\nAlpenbank AG\nGolddex\n"));
        var page = await UploadedAsync(manager, "account,city,subsidiary_of\nAlpenbnk,Graz,Gold Dex Holding\nBmce,Wien,Sonron\n");
        page.Text("main").ShouldContain("Decide who “Alpenbnk” is.");
        page.All("button[formaction]").ShouldBeEmpty();
        var bank = page.One("select[name='choice.name:ALPENBNK'] option:not([value=''])");
        bank.TextContent.ShouldBe("The same as Alpenbank AG");

        var result = await RunAsync(manager, page, ("choice.name:ALPENBNK", bank.GetAttribute("value")), ("choice.parent:SONRON", "new"), ("other.parent:GOLD DEX HOLDING", "golddex"));

        result.Text("main").ShouldContain("2 new, 1 changed");
        (await app.DataAsync(db => db.Customers.OrderBy(customer => customer.NameKey).Select(customer => customer.Name).ToListAsync())).ShouldBe(["Alpenbank AG", "Bmce", "Golddex", "Sonron"]);
        (await app.DataAsync(db => db.Customers.SingleAsync(customer => customer.City == "Graz"))).ParentName.ShouldBe("Golddex");
        (await UploadedAsync(manager, "account,city,subsidiary_of\nAlpenbnk,Graz,Gold Dex Holding\n")).Text("#customers").ShouldContain("2 names were decided before");
    }

    [Fact]
    public async Task What_changes_is_shown_field_by_field_before_it_is_written()
    {
        var manager = await app.SignedInAsync(Roles.ProgramManager);
        await RunAsync(manager, await UploadedAsync(manager, "account,city\nAcme,Bonn\nBmce,Graz\n"));
        var page = await UploadedAsync(manager, "account,city\nAcme,Köln\nBmce,\nCmce,Wien\n");

        page.Text("#preview").ShouldContain("Headquarters: Bonn → Köln");
        page.Text("#preview").ShouldContain("Unchanged");
        page.Text("main").ShouldContain("Matched as the last time");
    }

    [Fact]
    public async Task Sheet_and_encoding_can_be_corrected()
    {
        var manager = await app.SignedInAsync(Roles.ProgramManager);
        var page = await manager.FollowAsync(await UploadAsync(manager, Encoding.Latin1.GetBytes("account,city\nMüller,Köln\n"), "file.csv"));
        page.One("#encoding option[selected]").TextContent.ShouldBe("Windows-1252");
        page.Text("main").ShouldContain("Müller");

        var form = page.Form("#import-review");
        form.Fill("kind", "Contacts");
        var changed = await manager.FollowAsync(await Page.ReadAsync(await manager.Client.SendAsync(form.ToRequest())));
        changed.One("#kind option[selected]").TextContent.ShouldBe("Rows are contacts");
        changed.Text("main").ShouldContain("Choose the column that holds the name of the contact.");
    }

    [Fact]
    public async Task An_import_is_taken_back_from_its_result_or_says_what_is_newer()
    {
        var manager = await app.SignedInAsync(Roles.ProgramManager);
        var page = await UploadedAsync(manager, "account\nAcme\nBmce\n");
        var address = page.One("#import-review").GetAttribute("action")!;
        var result = await RunAsync(manager, page);
        result.One("form[action$='/undo']").GetAttribute("data-confirm")!.ShouldContain("2 rows it made are removed");
        await RunAsync(manager, await UploadedAsync(manager, "Customer,Name,E-mail\nAcme,Ada Lang,ada@acme.example\n"));

        var refused = await manager.PostAsync(address + "/undo");
        refused.Status.ShouldBe(HttpStatusCode.Conflict);
        refused.Text("[role=alert]").ShouldContain("Acme: contact added since");
        var contacts = (await manager.GetAsync("/references/import")).One("form[action$='/undo']").GetAttribute("action")!;
        await manager.PostAsync(contacts);
        var taken = await manager.FollowAsync(await manager.PostAsync(address + "/undo"));

        taken.Text("h1").ShouldBe("Customers taken back");
        (await app.DataAsync(db => db.Customers.CountAsync())).ShouldBe(0);
        (await manager.PostAsync(address + "/undo")).Status.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task An_import_whose_machine_went_away_is_started_again_from_its_page()
    {
        var manager = await app.SignedInAsync(Roles.ProgramManager);
        var address = (await UploadedAsync(manager, "account\nAcme\n")).One("#import-review").GetAttribute("action")!;
        await app.DataAsync(async db =>
        {
            (await db.ImportBatches.SingleAsync()).Start(app.Clock.Now);
            return await db.SaveChangesAsync();
        });
        (await manager.GetAsync(address)).All("form[action$='/restart']").ShouldBeEmpty();

        app.Clock.Advance(TimeSpan.FromMinutes(ImportBatch.LostAfterMinutes));
        (await manager.GetAsync(address)).All("form[action$='/restart']").Count.ShouldBe(1);
        await manager.PostAsync(address + "/restart");
        (await manager.GetAsync(address)).Text("h1").ShouldBe("Customers imported");
    }

    private static async Task<Page> UploadAsync(Visitor visitor, byte[] bytes, string name)
    {
        var form = await visitor.GetAsync("/references/import");
        using var content = new MultipartFormDataContent
        {
            { new StringContent(form.One("form[enctype] input[name='__RequestVerificationToken']").GetAttribute("value")!), "__RequestVerificationToken" },
            { new ByteArrayContent(bytes), "file", name },
        };
        return await Page.ReadAsync(await visitor.Client.PostAsync("/references/import", content));
    }

    private static async Task<Page> UploadedAsync(Visitor visitor, string text, string name = "file.csv") =>
        await visitor.FollowAsync(await UploadAsync(visitor, Encoding.UTF8.GetBytes(text), name));

    private async Task<Page> RunAsync(Visitor visitor, Page page, params (string Field, string? Value)[] changes)
    {
        var id = Guid.Parse(page.One("#import-review").GetAttribute("action")!.Split('/')[^1]);
        var form = page.Form("#import-review");
        foreach (var (field, value) in changes)
        {
            form.Fill(field, value);
        }

        var request = form.ToRequest();
        request.RequestUri = new Uri(request.RequestUri + "/run");
        var answer = await visitor.FollowAsync(await Page.ReadAsync(await visitor.Client.SendAsync(request)));
        while (await app.DataAsync(db => db.ImportBatches.AnyAsync(batch => batch.Id == id && batch.State == ImportState.Running)))
        {
            answer = await visitor.GetAsync($"/references/import/{id}");
        }

        return answer.All("progress").Count > 0 ? await visitor.GetAsync($"/references/import/{id}") : answer;
    }
}
