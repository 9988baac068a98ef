using System.Net;
using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Deals;
using ReferenceHub.Core.People;
using ReferenceHub.Testing;
using ReferenceHub.Testing.Web;

namespace ReferenceHub.Web.Tests.References;

/// <summary>When nobody can be asked: told when somebody can, and the need recorded against a deal.</summary>
public sealed class DemandPagesTests : IDisposable
{
    private const string Search = "/references?industry=banking&prefer=platform:azure";
    private readonly WebApp app = new();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task A_rep_records_an_unmet_need_from_the_search_and_takes_it_back_there()
    {
        var (rep, deal) = await RepWithDealAsync();
        var search = await rep.GetAsync(Search);

        var recorded = await rep.SubmitAsync(search, "form[action='/references/unmet']", ("OpportunityId", deal.Id.ToString()));

        recorded.Location.ShouldBe(Search);
        var again = await rep.FollowAsync(recorded);
        again.Text("#found").ShouldContain($"Recorded as unmet demand of {deal.Name}");
        var list = await rep.GetAsync("/references/unmet");
        list.Text("[data-row]").ShouldContain("Banking · preferably Azure");
        list.Text("[data-row]").ShouldContain("€ 100k");
        list.Text("[data-row]").ShouldContain("nobody fits");
        var back = await rep.SubmitAsync(again, "form[action$='/removal']");
        Uri.UnescapeDataString(back.Location!).ShouldBe(Search);
        (await rep.GetAsync("/references/unmet")).Text(".card").ShouldContain("No unmet demand");
    }

    [Fact]
    public async Task Without_a_deal_nothing_is_recorded_and_nothing_is_lost()
    {
        var (rep, deal) = await RepWithDealAsync();
        var search = await rep.GetAsync(Search);

        var refused = await rep.SubmitAsync(search, "form[action='/references/unmet']");

        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        refused.Text("form.card").ShouldContain("Choose the deal that needs a reference.");
        refused.Text("form.card").ShouldContain("Banking · preferably Azure");
        var found = await rep.SubmitAsync(refused, "form[action='/references/unmet']", ("find", "opportunity"), ("opportunityQuery", deal.Name));
        found.All("#OpportunityId option").Count.ShouldBe(2);
        (await rep.SubmitAsync(found, "form[action='/references/unmet']", ("OpportunityId", deal.Id.ToString()))).Location.ShouldBe(Search);
    }

    [Fact]
    public async Task Who_may_not_see_it_is_told_who_may_and_where_to_go()
    {
        var page = await (await app.SignedInAsync(Roles.Administrator)).GetAsync("/references/unmet");
        page.Status.ShouldBe(HttpStatusCode.Forbidden);
        page.Text("main").ShouldContain("This is for people with the role rep, program manager or marketing. Your role: administrator.");
        page.All("main a.btn").Select(link => link.GetAttribute("href")).ShouldBe(["/", "/admin/users", "/references"]);

        var rep = await (await app.SignedInAsync(Roles.Rep)).GetAsync("/requests/queue");
        rep.Text("main").ShouldContain("with the role program manager. Your role: rep. If it should be yours, ask an administrator for the role.");
        rep.All("main a[href='/admin/users']").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_rep_waits_until_one_is_free_and_calls_it_off_among_saved_views()
    {
        var (rep, _) = await RepWithDealAsync();

        var waiting = await rep.FollowAsync(await rep.SubmitAsync(await rep.GetAsync(Search), "form[action='/references/alerts']"));

        waiting.Text("#found").ShouldContain("You are told when one is free");
        var views = await rep.GetAsync("/views");
        views.Text("#alerts").ShouldContain("Banking · preferably Azure");
        await rep.SubmitAsync(views, "#alerts form");
        (await rep.GetAsync("/views")).All("#alerts").ShouldBeEmpty();
        (await rep.GetAsync(Search)).All("form[action='/references/alerts']").Count.ShouldBe(1);
    }

    [Fact]
    public async Task Nothing_of_it_is_offered_while_somebody_can_be_asked_or_to_who_does_not_ask()
    {
        await app.AddAsync(Given.Customer("Alpenbank"));

        (await (await app.SignedInAsync(Roles.Rep)).GetAsync("/references?q=alpenbank")).All("form[action='/references/unmet'], form[action='/references/alerts']").ShouldBeEmpty();
        (await (await app.SignedInAsync(Roles.Executive)).GetAsync(Search)).All("form[action='/references/unmet'], form[action='/references/alerts']").ShouldBeEmpty();
    }

    [Fact]
    public async Task Nothing_of_it_is_offered_where_nothing_was_understood()
    {
        await app.AddAsync(Given.Customer("Alpenbank"));

        var page = await (await app.SignedInAsync(Roles.Rep)).GetAsync("/references?q=asdf");

        page.Text("#found").ShouldContain("Nothing of this was understood");
        page.All("form[action='/references/unmet'], form[action='/references/alerts']").ShouldBeEmpty();
    }

    [Fact]
    public async Task Leading_back_elsewhere_is_refused()
    {
        var (rep, deal) = await RepWithDealAsync();
        await rep.SubmitAsync(await rep.GetAsync(Search), "form[action='/references/unmet']", ("OpportunityId", deal.Id.ToString()));
        var need = await app.DataAsync(db => db.UnmetNeeds.SingleAsync());

        (await rep.PostAsync($"/references/unmet/{need.Id}/removal", ("Back", "https://elsewhere.example/"))).Location.ShouldBe("/references/unmet");
    }

    private async Task<(Visitor Rep, Opportunity Deal)> RepWithDealAsync()
    {
        var rep = await app.SignedInAsync(Roles.Rep);
        var deal = Given.Opportunity(rep.Person!.Id);
        await app.AddAsync(deal);
        return (rep, deal);
    }
}
