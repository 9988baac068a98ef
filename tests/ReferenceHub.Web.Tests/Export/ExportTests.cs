using System.Net;
using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.History;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Requests;
using ReferenceHub.Core.Usage;
using ReferenceHub.Testing;
using ReferenceHub.Testing.Web;

namespace ReferenceHub.Web.Tests.Export;

/// <summary>Who takes which list along, how much of it, and that it is noted.</summary>
public sealed class ExportTests : IDisposable
{
    private readonly WebApp app = new();

    [Theory]
    [InlineData("csv", "text/csv")]
    [InlineData("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")]
    public async Task What_is_exported_is_what_is_filtered_in_its_order(string format, string type)
    {
        await CustomersAsync(3, "Alpha");
        await CustomersAsync(2, "Beta");
        var manager = await app.SignedInAsync(Roles.ProgramManager);

        var file = await Download.OfAsync(manager, $"/references/export?q=%22alpha%22&sort=name&format={format}");

        file.Column("Name").ShouldBe(["Alpha 1", "Alpha 2", "Alpha 3"]);
        file.Response.Content.Headers.ContentType!.MediaType.ShouldBe(type);
        file.Response.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        file.Response.Content.Headers.ContentDisposition.FileName.ShouldBe($"references-2026-11-23.{format}");
        file.Response.Headers.CacheControl!.NoStore.ShouldBeTrue();
    }

    [Fact]
    public async Task A_rep_exports_25_references_as_listed_and_no_contacts()
    {
        await CustomersAsync(27, "Ref");
        var rep = await app.SignedInAsync(Roles.Rep);

        var file = await Download.OfAsync(rep, "/references/export?format=csv&sort=name&page=2");

        file.Table.Rows.Count.ShouldBe(25);
        file.Table.Headings.ShouldBe(["Reference", "Industry", "Place", "Staff", "Can be asked", "Free on", "Last used", "Content", "Verified"]);
        file.Words.ShouldNotContain("@");
        foreach (var list in new[] { "contacts", "product-uses", "permissions", "past-uses" })
        {
            (await Download.OfAsync(rep, $"/references/{list}/export?format=csv")).Status.ShouldBe(HttpStatusCode.Forbidden, list);
        }

        (await rep.GetAsync("/references")).Text(".export-menu").ShouldContain("the first 25 of 27, without contacts");
    }

    [Fact]
    public async Task The_administrator_changes_how_much_reps_export_or_forbids_it()
    {
        await CustomersAsync(4, "Ref");
        var (rep, admin) = (await app.SignedInAsync(Roles.Rep), await app.SignedInAsync(Roles.Administrator));

        await SettingAsync(admin, "true", "3");
        (await Download.OfAsync(rep, "/references/export?format=xlsx")).Table.Rows.Count.ShouldBe(3);

        await SettingAsync(admin, "false", "3");
        (await Download.OfAsync(rep, "/references/export?format=xlsx")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await Download.OfAsync(rep, "/requests/export?format=xlsx")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await rep.GetAsync("/references")).All(".export-menu").ShouldBeEmpty();
        (await Download.OfAsync(await app.SignedInAsync(Roles.Marketing), "/references/export?format=xlsx")).Table.Rows.Count.ShouldBe(4);
    }

    [Fact]
    public async Task An_owner_exports_all_of_their_own_customers_and_only_those()
    {
        var owner = await app.SignedInAsync(Roles.Rep);
        await CustomersAsync(26, "Mine", owner.Person!.Id);
        await CustomersAsync(2, "Theirs");

        (await Download.OfAsync(owner, "/references/export?view=mine&format=csv")).Column("Name").ShouldAllBe(name => name.StartsWith("Mine", StringComparison.Ordinal));
        (await Download.OfAsync(owner, "/references/export?view=mine&format=csv")).Table.Rows.Count.ShouldBe(26);
        var contacts = await Download.OfAsync(owner, "/references/contacts/export?view=mine&format=xlsx");
        contacts.Table.Rows.Count.ShouldBe(26);
        contacts.Column("E-mail").ShouldAllBe(mail => mail.Contains('@'));
    }

    [Theory]
    [InlineData(Roles.Executive)]
    [InlineData(Roles.Administrator)]
    [InlineData(Roles.None)]
    public async Task Others_export_no_rows(Roles roles)
    {
        await CustomersAsync(1, "Ref");
        var visitor = await app.SignedInAsync(roles);
        foreach (var list in new[] { "references", "references/contacts", "references/permissions", "requests", "opportunities" })
        {
            (await Download.OfAsync(visitor, $"/{list}/export?format=csv")).Status.ShouldBe(HttpStatusCode.Forbidden, list);
        }

        (await visitor.GetAsync("/references")).All(".export-menu").ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_export_is_in_the_history_with_person_list_filter_and_rows()
    {
        await CustomersAsync(2, "Ref");
        var manager = await app.SignedInAsync(Roles.ProgramManager, "Mona Manager");

        await Download.OfAsync(manager, "/references/contacts/export?q=ref&format=xlsx");

        var line = await app.DataAsync(db => db.HistoryEvents.SingleAsync(line => line.Subject == SubjectKind.Export));
        line.ActorName.ShouldBe("Mona Manager");
        line.Verb.ShouldBe("exported-contacts");
        line.Summary.ShouldBe("Exported contacts: 2 rows, Excel");
        line.Changes.Single().After.ShouldBe("/references/contacts/export?q=ref");
    }

    [Fact]
    public async Task Who_decides_exports_every_nomination_and_who_nominates_their_own()
    {
        var (rep, manager) = (await app.SignedInAsync(Roles.Rep, "Rita Rep"), await app.SignedInAsync(Roles.ProgramManager));
        var own = Nominated("Harbour Works", rep.Person!.Id);
        var others = Nominated("Quay Works", manager.Person!.Id);
        var decided = Nominated("Dock Works", rep.Person.Id);
        decided.Refuse("Too early", manager.Person.Id, app.Clock.Now);
        await app.AddAsync(own, others, decided);

        (await Download.OfAsync(rep, "/references/nominations/export?format=csv")).Column("Company").ShouldBe(["Harbour Works", "Dock Works"], ignoreOrder: true);
        (await Download.OfAsync(rep, "/references/nominations/export?tab=waiting&format=csv")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await Download.OfAsync(manager, "/references/nominations/export?tab=waiting&format=xlsx")).Column("Company").ShouldBe(["Harbour Works", "Quay Works"], ignoreOrder: true);
        (await Download.OfAsync(manager, "/references/nominations/export?tab=decided&format=csv")).Column("Reason").ShouldBe(["Too early"]);
        foreach (var (visitor, tab) in new[] { (rep, "mine"), (manager, "waiting") })
        {
            (await visitor.GetAsync($"/references/nominations?tab={tab}")).One($".export-menu a[href*='format=csv']").GetAttribute("href").ShouldBe($"/references/nominations/export?tab={tab}&format=csv");
        }
    }

    [Fact]
    public async Task A_past_use_is_counted_and_exported_as_its_last_entry_says()
    {
        var (manager, customer) = (await app.SignedInAsync(Roles.ProgramManager), Given.Customer("Harbour Works"));
        await app.AddAsync(customer);
        foreach (var day in new[] { 1, 2, 3 })
        {
            var log = new LogUse(customer.Id, null, ActivityKeys.Analyst, new DateOnly(2026, 11, day), 30, $"Day {day}");
            (await app.AskAsync<LedgerService, Outcome>(ledger => ledger.LogAsync(log, manager.Viewer, CancellationToken.None))).Refusal.ShouldBeNull();
        }

        var gone = await app.DataAsync(db => db.LedgerEntries.Where(entry => entry.Note == "Day 2").Select(entry => entry.UseId).SingleAsync());
        await app.AskAsync<LedgerService, Outcome>(ledger => ledger.TakeBackAsync(customer.Id, gone, "It did not happen", manager.Viewer, CancellationToken.None));

        (await Download.OfAsync(manager, "/references/past-uses/export?format=csv")).Column("What it was").ShouldBe(["Day 1", "Day 3"]);
        (await app.DataAsync(db => db.HistoryEvents.SingleAsync(line => line.Subject == SubjectKind.Export))).Summary.ShouldBe("Exported past uses: 2 rows, CSV");
    }

    [Fact]
    public async Task Records_to_confirm_leave_in_the_order_of_the_page_however_many_there_are()
    {
        await CustomersAsync(405, "Ref");
        var manager = await app.SignedInAsync(Roles.ProgramManager);

        var file = await Download.OfAsync(manager, "/references/verification/export?view=overdue&format=csv");

        var sorted = await app.DataAsync(db => db.Customers.OrderBy(customer => customer.VerifyBy).ThenBy(customer => customer.NameKey).Select(customer => customer.Name).ToListAsync());
        sorted.Count.ShouldBe(405);
        file.Column("Customer").ShouldBe(sorted);
    }

    [Fact]
    public async Task Exports_are_limited_per_person()
    {
        using var limited = new WebApp(settings: new() { ["Limits:ExportPerMinute"] = "2" });
        var manager = await limited.SignedInAsync(Roles.ProgramManager);
        (await Download.OfAsync(manager, "/references/export?format=csv")).Status.ShouldBe(HttpStatusCode.OK);
        (await Download.OfAsync(manager, "/opportunities/export?format=csv")).Status.ShouldBe(HttpStatusCode.OK);
        var third = await Download.OfAsync(manager, "/references/export?format=csv");
        third.Status.ShouldBe(HttpStatusCode.TooManyRequests);
        third.Response.Headers.RetryAfter.ShouldNotBeNull();
    }

    public void Dispose() => app.Dispose();

    private Nomination Nominated(string company, Guid by) => new(app.NextId(), new NominationFacts { CompanyName = company, Why = "They tell everybody." }, null, by, isLead: false, app.Clock.Now);

    private async Task CustomersAsync(int count, string name, Guid? ownerId = null)
    {
        var customers = Enumerable.Range(1, count).Select(number => Given.Customer($"{name} {number}", ownerId)).ToArray();
        await app.AddAsync(customers);
    }

    private static async Task SettingAsync(Visitor admin, string allowed, string most)
    {
        var page = await admin.GetAsync("/admin/organisation");
        var saved = await admin.SubmitAsync(page, "form[action='/admin/organisation']", ("Name", "Meridian"), ("ZoneId", "Europe/Berlin"), ("Currency", "EUR"), ("RepsMayExport", allowed), ("RepExportMost", most));
        saved.Status.ShouldBe(HttpStatusCode.Redirect);
    }
}
