using System.Net;
using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Testing;
using ReferenceHub.Testing.Scenes;
using ReferenceHub.Testing.Web;

namespace ReferenceHub.Web.Tests.References;

public sealed class UpkeepPagesTests : IDisposable
{
    private readonly WebApp app = new();

    [Fact]
    public async Task An_owner_confirms_in_one_click_from_the_list_from_today_and_from_home()
    {
        var owner = await app.PersonAsync(Roles.Rep);
        await app.AddAsync(Given.Customer("Alpha", owner.Id), Given.Customer("Beta", owner.Id), Given.Customer("Gamma", owner.Id));
        var visitor = await app.SignedInAsync(owner);
        foreach (var path in new[] { "/", "/today", "/references/verification" })
        {
            var page = await visitor.GetAsync(path);
            var form = path == "/references/verification" ? null : "form[action$='/verification']";
            var done = form is null
                ? await visitor.SendFormAsync(HttpMethod.Post, path, ("ids", (await app.DataAsync(db => db.Customers.Where(row => row.VerifiedAt == null).Select(row => row.Id).SingleAsync())).ToString()))
                : await visitor.SubmitAsync(page, form);
            done.Status.ShouldBe(HttpStatusCode.Redirect, path);
            done.Location.ShouldBe(path);
        }

        (await app.DataAsync(db => db.Customers.CountAsync(row => row.VerifiedAt == null))).ShouldBe(0);
        (await visitor.GetAsync("/references/verification")).Text("main").ShouldContain("Nothing overdue");
    }

    [Fact]
    public async Task A_rep_proposes_the_owner_answers_and_the_profile_shows_it()
    {
        var owner = await app.PersonAsync(Roles.Rep, "Jonas Weber");
        var customer = Given.Customer("Alpha", owner.Id);
        await app.AddAsync(customer);
        var rep = await app.SignedInAsync(Roles.Rep, "Rita Sommer");
        var form = await rep.GetAsync($"/references/{customer.Id}/proposals/new");
        form.Text("main").ShouldNotContain("Not shown to sales");
        var sent = await rep.SubmitAsync(form, "main form[method=post]", ("City", "Graz"), ("Comment", "On their site"));
        sent.Status.ShouldBe(HttpStatusCode.Redirect);

        var visitor = await app.SignedInAsync(owner);
        (await visitor.GetAsync($"/references/{customer.Id}")).Text("main").ShouldContain("Rita Sommer");
        (await visitor.GetAsync("/today")).Text("main").ShouldContain("Rita Sommer proposes: Headquarters");
        var proposal = await visitor.GetAsync(sent.Location!);
        proposal.Text("main").ShouldContain("On their site");
        (await visitor.SubmitAsync(proposal, "form[action$='/answers']", ("Answer[City]", "yes"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await visitor.GetAsync($"/references/{customer.Id}?tab=history&field=Headquarters")).Text("main").ShouldContain("Rita Sommer proposed for Headquarters");
        (await rep.GetAsync(sent.Location!)).Text("main").ShouldContain("Accepted");
    }

    [Fact]
    public async Task A_proposal_form_of_a_guarded_customer_leaks_nothing()
    {
        var owner = Given.User();
        var terms = await app.DataAsync(db => db.Terms.ToListAsync());
        Term Of(TermKind kind, string key) => terms.Single(term => term.Kind == kind && term.Key == key);
        var guarded = new GuardedCustomer(Tier.Standard, owner, Of(TermKind.Region, "de"), Of(TermKind.Industry, "banking"), terms.First(term => term.Kind == TermKind.Product));
        await app.AddAsync(owner);
        await app.AddAsync(guarded.Customer);
        var rep = await app.SignedInAsync(Roles.Rep);
        var html = (await rep.GetAsync($"/references/{guarded.Customer.Id}/proposals/new")).Body;
        html.ShouldContain(GuardedCustomer.Name);
        GuardedCustomer.Secrets.ShouldAllBe(secret => !html.Contains(secret, StringComparison.OrdinalIgnoreCase));

        await app.DataAsync(async db =>
        {
            (await db.Customers.SingleAsync(row => row.Id == guarded.Customer.Id)).MoveToTier(Tier.Confidential);
            return await db.SaveChangesAsync();
        });
        (await rep.GetAsync($"/references/{guarded.Customer.Id}/proposals/new")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_merge_is_read_before_it_is_done_and_the_old_address_leads_on()
    {
        var (stays, goes) = (Given.Customer("Alpenbank AG"), Given.Customer("Alpenbank"));
        await app.AddAsync(stays, goes);
        var manager = await app.SignedInAsync(Roles.ProgramManager);
        (await manager.GetAsync("/references/duplicates")).Text("main").ShouldContain("Alpenbank AG");
        var compare = await manager.GetAsync($"/references/{stays.Id}/merge?with={goes.Id}");
        var confirm = await manager.SubmitAsync(compare, "main form[method=post]", ("Side[Name]", "Other"));
        confirm.Text("main").ShouldContain("This will happen, all of it or nothing");
        (await app.DataAsync(db => db.Customers.CountAsync(row => row.MergedIntoId != null))).ShouldBe(0);

        (await manager.SubmitAsync(confirm, "main form[method=post]")).Status.ShouldBe(HttpStatusCode.Redirect);
        (await app.DataAsync(db => db.Customers.SingleAsync(row => row.Id == stays.Id))).Name.ShouldBe("Alpenbank");
        var rep = await app.SignedInAsync(Roles.Rep);
        var moved = await rep.GetAsync($"/references/{goes.Id}?tab=usage");
        (moved.Status, moved.Location).ShouldBe((HttpStatusCode.Redirect, $"/references/{stays.Id}?tab=usage"));

        var late = await manager.SubmitAsync(confirm, "main form[method=post]");
        late.Text("main").ShouldContain("was merged into");
    }

    [Fact]
    public async Task An_archived_customer_is_found_in_the_archive_only()
    {
        var customer = Given.Customer("Alpha");
        await app.AddAsync(customer);
        var manager = await app.SignedInAsync(Roles.ProgramManager);
        var form = await manager.GetAsync($"/references/{customer.Id}/archiving");
        (await manager.SubmitAsync(form, "main form[method=post]", ("Reason", "Company closed"))).Location.ShouldBe("/references/archive");
        (await manager.GetAsync("/references")).Body.ShouldNotContain($"/references/{customer.Id}");
        (await (await app.SignedInAsync(Roles.Rep)).GetAsync($"/references/{customer.Id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        var archive = await manager.GetAsync("/references/archive?q=alp");
        archive.Text("main").ShouldContain("Company closed");
        await manager.SubmitAsync(archive, "form[action$='/restoration']");
        (await manager.GetAsync("/references")).Body.ShouldContain($"/references/{customer.Id}");
    }

    [Fact]
    public async Task The_list_of_records_to_confirm_is_exported_as_filtered_and_an_owner_gets_the_own_ones()
    {
        var owner = await app.PersonAsync(Roles.Rep);
        await app.AddAsync(Given.Customer("Alpha", owner.Id), Given.Customer("=Beta"));
        var mine = await (await app.SignedInAsync(owner)).GetAsync("/references/verification/export?format=csv");
        mine.Body.ShouldContain("Alpha");
        mine.Body.ShouldNotContain("Beta");
        var all = await (await app.SignedInAsync(Roles.ProgramManager)).GetAsync("/references/verification/export?format=csv&owner=nobody");
        all.Body.ShouldContain("'=Beta");
        all.Body.ShouldNotContain("Alpha");
    }

    public void Dispose() => app.Dispose();
}
