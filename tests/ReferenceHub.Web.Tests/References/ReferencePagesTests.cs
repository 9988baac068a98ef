using System.Net;
using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Testing;
using ReferenceHub.Testing.Scenes;
using ReferenceHub.Testing.Web;

namespace ReferenceHub.Web.Tests.References;

public sealed class ReferencePagesTests : IDisposable
{
    private static readonly string[] Tabs = ["overview", "contacts", "permissions", "usage", "requests", "content", "history"];
    private readonly WebApp app = new();

    [Theory]
    [InlineData(Roles.Rep)]
    [InlineData(Roles.Executive)]
    [InlineData(Roles.Administrator)]
    public async Task No_tab_shows_a_secret_to_others_than_the_program(Roles roles)
    {
        var guarded = await AddAsync(Tier.Standard);
        var html = await AllTabsAsync(guarded, await app.SignedInAsync(roles));
        GuardedCustomer.Secrets.ShouldAllBe(secret => !html.Contains(secret, StringComparison.OrdinalIgnoreCase));
        html.ShouldNotContain("data-secret");
        html.ShouldContain(GuardedCustomer.Name);
    }

    [Theory]
    [InlineData(Roles.Rep)]
    [InlineData(Roles.Executive)]
    public async Task No_tab_gives_a_confidential_name_away(Roles roles)
    {
        var guarded = await AddAsync(Tier.Confidential);
        var html = await AllTabsAsync(guarded, await app.SignedInAsync(roles));
        GuardedCustomer.Traces.ShouldAllBe(trace => !html.Contains(trace, StringComparison.OrdinalIgnoreCase));
        html.ShouldContain("DACH banking customer, 20k staff");
    }

    [Fact]
    public async Task The_manager_sees_the_secret_strip_and_reveals_a_contact_by_post_only()
    {
        var guarded = await AddAsync(Tier.Standard);
        var manager = await app.SignedInAsync(Roles.ProgramManager);
        var page = await manager.GetAsync(Address(guarded));
        page.Text("[data-secret]").ShouldContain(GuardedCustomer.Notes);
        page.Body.ShouldNotContain(GuardedCustomer.Phone);

        var details = await manager.SubmitAsync(page, "form[action$='/details']");
        details.Status.ShouldBe(HttpStatusCode.OK);
        details.Text("main").ShouldContain(GuardedCustomer.Phone);
        (await manager.OpenAsync($"{Address(guarded)}/contacts/{guarded.Contact.Id}/details")).Body.ShouldNotContain(GuardedCustomer.Phone);
        (await manager.GetAsync($"{Address(guarded)}?tab=history")).Text("main").ShouldContain("looked up how to reach");
    }

    [Fact]
    public async Task Two_people_who_edit_the_same_field_are_asked_to_choose()
    {
        var guarded = await AddAsync(Tier.Standard);
        var one = await app.SignedInAsync(Roles.ProgramManager);
        var other = await app.SignedInAsync(Roles.Marketing);
        var first = await one.GetAsync($"{Address(guarded)}/edit");
        var second = await other.GetAsync($"{Address(guarded)}/edit");
        (await one.SubmitAsync(first, "form[data-draft]", ("City", "Graz"))).Status.ShouldBe(HttpStatusCode.Redirect);

        var met = await other.SubmitAsync(second, "form[data-draft]", ("City", "Vienna"), ("Employees", "77"));
        met.Status.ShouldBe(HttpStatusCode.Conflict);
        met.Text("[data-conflict=City]").ShouldContain("Graz");
        met.Text("[data-conflict=City]").ShouldContain("Vienna");
        met.All("[data-conflict]").Count.ShouldBe(1);

        (await other.SubmitAsync(met, "form[data-draft]", ("Keep[City]", "theirs"))).Status.ShouldBe(HttpStatusCode.Redirect);
        var saved = await app.DataAsync(db => db.Customers.AsNoTracking().SingleAsync(customer => customer.Id == guarded.Customer.Id));
        saved.City.ShouldBe("Graz");
        saved.Employees.ShouldBe(77);
    }

    [Fact]
    public async Task What_is_too_long_or_wrong_comes_back_with_the_reason_and_what_was_typed()
    {
        var guarded = await AddAsync(Tier.Standard);
        var manager = await app.SignedInAsync(Roles.ProgramManager);
        var page = await manager.GetAsync($"{Address(guarded)}/edit");
        var name = new string('x', Customer.NameLength + 1);
        var again = await manager.SubmitAsync(page, "form[data-draft]", ("Name", name), ("Website", "javascript:alert(1)"), ("Employees", "many"));
        again.Status.ShouldBe(HttpStatusCode.OK);
        again.One("#Name").GetAttribute("value").ShouldBe(name);
        again.Text("#Name_error").ShouldContain("longer than 150");
        again.Text("#Website_error").ShouldContain("https://");
        again.Text("#Employees_error").ShouldNotBeEmpty();
        again.One("[data-error-summary] a[href='#Name']").ShouldNotBeNull();
    }

    [Fact]
    public async Task A_form_without_its_token_changes_nothing_and_says_so()
    {
        var guarded = await AddAsync(Tier.Standard);
        var manager = await app.SignedInAsync(Roles.ProgramManager);
        var answer = await manager.PostWithoutTokenAsync($"{Address(guarded)}/verification");
        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.Text("h1").ShouldContain("open too long");
        (await app.DataAsync(db => db.Customers.AsNoTracking().SingleAsync(customer => customer.Id == guarded.Customer.Id))).VerifiedAt.ShouldBeNull();
    }

    [Fact]
    public async Task An_unknown_customer_is_not_found()
    {
        var manager = await app.SignedInAsync(Roles.ProgramManager);
        var page = await manager.GetAsync($"/references/{Given.Id()}");
        page.Status.ShouldBe(HttpStatusCode.NotFound);
        page.Text("h1").ShouldBe("Not found");
        (await manager.GetAsync($"/references/{Given.Id()}/edit")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_wrong_scope_status_or_tier_is_refused()
    {
        var guarded = await AddAsync(Tier.Standard);
        var manager = await app.SignedInAsync(Roles.ProgramManager);
        (await manager.GetAsync($"{Address(guarded)}/permissions/telepathy")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await manager.GetAsync($"{Address(guarded)}/permissions/1")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await manager.PostAsync($"{Address(guarded)}/status", ("Status", "Sleeping"))).Status.ShouldBe(HttpStatusCode.OK);
        (await app.DataAsync(db => db.Customers.AsNoTracking().SingleAsync(customer => customer.Id == guarded.Customer.Id))).Status.ShouldBe(ReferenceStatus.Paused);
    }

    [Fact]
    public async Task A_manager_adds_a_customer_a_contact_a_product_and_a_permission()
    {
        var manager = await app.SignedInAsync(Roles.ProgramManager);
        var made = await manager.SubmitAsync(await manager.GetAsync("/references/new"), "form[data-draft]", ("Name", "Alpenbank AG"), ("City", "Munich"));
        var address = made.Location!;
        var atlas = await app.DataAsync(db => db.Terms.Where(term => term.Kind == TermKind.Product && term.Key == "atlas").Select(term => term.Id).SingleAsync());
        (await manager.SubmitAsync(await manager.GetAsync($"{address}/contacts/new"), "form[data-draft]", ("Name", "Dr. Anna Brandner"), ("Email", "anna@alpenbank.example"), ("Willing", "SalesCall")))
            .Status.ShouldBe(HttpStatusCode.Redirect);
        (await manager.SubmitAsync(await manager.GetAsync($"{address}/products/new"), "form[data-draft]", ("ProductId", atlas.ToString()), ("Edition", "Enterprise"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await manager.SubmitAsync(await manager.GetAsync($"{address}/permissions/salescall"), "form[data-draft]", ("Status", "Granted"), ("Evidence", "Mail of 3 Sep 2026")))
            .Status.ShouldBe(HttpStatusCode.Redirect);

        var profile = (await manager.GetAsync(address)).Text("main");
        profile.ShouldContain("Dr. Anna Brandner");
        profile.ShouldContain("Enterprise");
        profile.ShouldContain("Mail of 3 Sep 2026");
    }

    public void Dispose() => app.Dispose();

    private static string Address(GuardedCustomer guarded) => $"/references/{guarded.Customer.Id}";

    private static async Task<string> AllTabsAsync(GuardedCustomer guarded, Visitor visitor)
    {
        var html = "";
        foreach (var tab in Tabs)
        {
            html += (await visitor.GetAsync($"{Address(guarded)}?tab={tab}")).Body;
        }

        return html;
    }

    private async Task<GuardedCustomer> AddAsync(Tier tier)
    {
        var owner = Given.User();
        var terms = await app.DataAsync(db => db.Terms.AsNoTracking().Where(term => term.Key == "de" || term.Key == "banking" || term.Key == "atlas").ToListAsync());
        var guarded = new GuardedCustomer(
            tier, owner, terms.Single(term => term.Kind == TermKind.Region), terms.Single(term => term.Kind == TermKind.Industry), terms.Single(term => term.Kind == TermKind.Product));
        await app.AddAsync(owner, guarded.Customer);
        return guarded;
    }
}
