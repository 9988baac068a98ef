using System.Net;
using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Testing;
using ReferenceHub.Testing.Web;

namespace ReferenceHub.Web.Tests.Taxonomy;

public sealed class TaxonomyPageTests : IDisposable
{
    private readonly WebApp app = new();

    [Fact]
    public async Task A_term_added_in_the_browser_is_searched_by_at_once()
    {
        var manager = await app.SignedInAsync(Roles.ProgramManager);
        await manager.GetAsync("/references");
        var form = await manager.GetAsync("/admin/taxonomies/industry/new");
        (await manager.SubmitAsync(form, "form[action='/admin/taxonomies/industry']", ("Name", "Space travel"), ("Aliases", "rockets\nlaunchers"))).Status.ShouldBe(HttpStatusCode.Redirect);

        var term = await TermAsync("space-travel");
        var customer = Given.Customer("Orbit AG");
        customer.Describe(customer.CompanyFacts with { IndustryId = term.Id });
        await app.AddAsync(customer);
        (await manager.GetAsync("/references?q=rockets")).Text("main").ShouldContain("Orbit AG");
        (await manager.GetAsync($"/admin/taxonomies/industry/{term.Id}")).Text("main").ShouldContain("1 customer");
    }

    [Fact]
    public async Task A_merge_shows_what_moves_then_moves_it_and_old_bookmarks_work()
    {
        var (from, into) = (await TermAsync("banking"), await TermAsync("insurance"));
        var customer = Given.Customer("Alder");
        customer.Describe(customer.CompanyFacts with { IndustryId = from.Id });
        await app.AddAsync(customer);
        var manager = await app.SignedInAsync(Roles.ProgramManager);

        var preview = await manager.GetAsync($"/admin/taxonomies/industry/{from.Id}/merge?into={into.Id}");
        preview.Text("main").ShouldContain("1 customer");
        var done = await manager.FollowAsync(await manager.SubmitAsync(preview, "main form[method=post]"));
        done.Text("main").ShouldContain("Took over Banking");

        (await manager.GetAsync("/references?industry=banking")).Text("main").ShouldContain("Alder");
        (await manager.GetAsync($"/admin/taxonomies/industry/{from.Id}")).Text("main").ShouldContain("was merged into Insurance");
    }

    [Fact]
    public async Task A_merge_looked_at_before_somebody_edited_the_term_is_refused_clearly()
    {
        var (from, into) = (await TermAsync("banking"), await TermAsync("insurance"));
        var one = await app.SignedInAsync(Roles.ProgramManager);
        var preview = await one.GetAsync($"/admin/taxonomies/industry/{from.Id}/merge?into={into.Id}");
        var other = await app.SignedInAsync(Roles.Administrator);
        await other.SubmitAsync(await other.GetAsync($"/admin/taxonomies/industry/{from.Id}"), "form[data-draft]", ("Name", "Banks"));

        var refused = await one.SubmitAsync(preview, "main form[method=post]");
        refused.Status.ShouldBe(HttpStatusCode.Conflict);
        refused.Text("main").ShouldContain("changed by somebody else");
    }

    [Fact]
    public async Task Editions_of_a_product_are_offered_where_a_use_is_entered()
    {
        var atlas = await app.DataAsync(db => db.Terms.SingleAsync(term => term.Kind == TermKind.Product && term.Key == "atlas"));
        var customer = Given.Customer();
        await app.AddAsync(customer);
        var manager = await app.SignedInAsync(Roles.ProgramManager);
        await manager.SubmitAsync(await manager.GetAsync($"/admin/taxonomies/product/{atlas.Id}"), "form[data-draft]", ("Editions", "Galaxy\nNebula"));
        var form = await manager.GetAsync($"/references/{customer.Id}/products/new");
        form.All("datalist option").Select(option => option.GetAttribute("value")).ShouldBe(["Galaxy", "Nebula"]);
    }

    [Fact]
    public async Task A_form_does_not_lose_a_retired_term_that_the_record_has()
    {
        var banking = await TermAsync("banking");
        var customer = Given.Customer();
        customer.Describe(customer.CompanyFacts with { IndustryId = banking.Id });
        await app.AddAsync(customer);
        var manager = await app.SignedInAsync(Roles.ProgramManager);
        await manager.SubmitAsync(await manager.GetAsync($"/admin/taxonomies/industry/{banking.Id}"), "form[action$='/retirement']");

        var form = await manager.GetAsync($"/references/{customer.Id}/edit");
        form.Text("#IndustryId option[selected]").ShouldBe("Banking (retired)");
        await manager.SubmitAsync(form, "form[data-draft]", ("City", "Graz"));
        (await app.DataAsync(db => db.Customers.Select(row => new { row.City, row.IndustryId }).SingleAsync())).ShouldBe(new { City = (string?)"Graz", IndustryId = (Guid?)banking.Id });
        (await manager.GetAsync("/references/new")).All("#IndustryId option").ShouldAllBe(option => !option.TextContent.Contains("Banking"));
    }

    public void Dispose() => app.Dispose();

    private Task<Term> TermAsync(string key) => app.DataAsync(db => db.Terms.SingleAsync(term => term.Kind == TermKind.Industry && term.Key == key));
}
