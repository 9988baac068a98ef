using System.Net;
using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.History;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
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
