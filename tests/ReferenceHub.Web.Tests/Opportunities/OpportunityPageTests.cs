using System.Net;
using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Deals;
using ReferenceHub.Core.People;
using ReferenceHub.Testing;
using ReferenceHub.Testing.Web;

namespace ReferenceHub.Web.Tests.Opportunities;

/// <summary>Deals in the browser, and who sees what of them.</summary>
public sealed class OpportunityPageTests : IDisposable
{
    private readonly WebApp app = new();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task A_rep_sees_own_and_unowned_deals_and_amounts_of_own_ones_only()
    {
        var rep = await app.SignedInAsync(Roles.Rep);
        var other = await app.PersonAsync(Roles.Rep, "Other Rep");
        var (mine, free, foreign) = (Given.Opportunity(rep.Person!.Id, "My deal"), Given.Opportunity(null, "Free deal"), Given.Opportunity(other.Id, "Foreign deal"));
        await app.AddAsync(mine, free, foreign);

        var list = await rep.GetAsync("/opportunities");
        list.Text("tbody").ShouldContain("My deal");
        list.Text("tbody").ShouldContain("Free deal");
        list.Text("tbody").ShouldNotContain("Foreign deal");
        list.All("tr[data-row]").Count(row => row.TextContent.Contains("100,000", StringComparison.Ordinal)).ShouldBe(1);
        (await rep.GetAsync($"/opportunities/{foreign.Id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await rep.GetAsync($"/opportunities/{free.Id}")).Body.ShouldNotContain("100,000");
        (await rep.GetAsync($"/opportunities/{mine.Id}")).Body.ShouldContain("100,000");
        (await rep.GetAsync($"/opportunities/{free.Id}/edit")).Status.ShouldBe(HttpStatusCode.Forbidden);

        await app.AddAsync(new DealAsk(foreign.Id, rep.Person.Id));
        var asked = await rep.GetAsync($"/opportunities/{foreign.Id}");
        asked.Status.ShouldBe(HttpStatusCode.OK);
        asked.Body.ShouldNotContain("100,000");
    }

    [Fact]
    public async Task A_duplicate_is_compared_merged_and_leads_to_the_deal_that_stays()
    {
        var manager = await app.SignedInAsync(Roles.ProgramManager);
        var (stays, goes) = (Given.Opportunity(null, "Fjord renewal"), Given.Opportunity(null, "Fjord renewal"));
        goes.Describe(stays.Facts);
        await app.AddAsync(stays, goes);

        (await manager.GetAsync($"/opportunities/{stays.Id}")).Text("main").ShouldContain("1 other deal looks the same");
        (await manager.GetAsync("/opportunities/duplicates")).Text("main").ShouldContain(goes.ExternalId);
        (await manager.GetAsync($"/opportunities/{stays.Id}/merge?q={goes.ExternalId}")).Text("main").ShouldContain("Compare");
        var compared = await manager.GetAsync($"/opportunities/{stays.Id}/merge?with={goes.Id}");
        (await manager.SubmitAsync(compared, "form[action$='/merge']")).Location.ShouldBe($"/opportunities/{stays.Id}");

        var signpost = await manager.GetAsync($"/opportunities/{goes.Id}");
        signpost.Location.ShouldBe($"/opportunities/{stays.Id}");
        (await manager.GetAsync($"/opportunities/{goes.Id}/edit")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await manager.GetAsync("/opportunities")).All("tr[data-row]").Count.ShouldBe(1);
        (await (await app.SignedInAsync(Roles.Rep)).GetAsync($"/opportunities/{stays.Id}")).All("a[href$='/merge']").ShouldBeEmpty();
    }

    [Fact]
    public async Task The_manager_arranges_stages_and_says_what_the_crm_calls_them()
    {
        var manager = await app.SignedInAsync(Roles.ProgramManager);
        var page = await manager.GetAsync("/admin/stages");

        (await manager.SubmitAsync(page, "form[action='/admin/stages']", ("Stages[4].Name", "Contract"), ("Stages[4].Place", "5"), ("Gate", "2"))).Location.ShouldBe("/admin/stages");
        (await manager.SubmitAsync(page, "form[action='/admin/stages/names']", ("Value", "Verbal"), ("Choice", "negotiate"))).Location.ShouldBe("/admin/stages#names");

        var saved = await manager.GetAsync("/admin/stages");
        saved.All("table.stages tbody tr").Count.ShouldBe(6);
        saved.Text("#names").ShouldContain("Verbal");
        (await manager.SubmitAsync(saved, "form[action='/admin/stages']", ("Stages[0].Name", ""))).Text("main").ShouldContain("Every stage needs a name");
        (await manager.GetAsync("/opportunities")).Text("select[name=stage]").ShouldContain("Contract");
    }

    [Fact]
    public async Task Stages_changed_meanwhile_are_shown_beside_what_was_typed_and_nothing_is_lost()
    {
        var manager = await app.SignedInAsync(Roles.ProgramManager);
        var form = await manager.GetAsync("/admin/stages");
        await manager.SubmitAsync(form, "form[action='/admin/stages']", ("Stages[4].Name", "Contract"), ("Stages[4].Place", "5"));

        var late = await manager.SubmitAsync(form, "form[action='/admin/stages']", ("Stages[0].Name", "Qualifying"), ("Stages[4].Name", "Legal"), ("Stages[4].Place", "6"));
        late.Status.ShouldBe(HttpStatusCode.Conflict);
        late.Text("main").ShouldContain("changed by somebody else");
        late.Text("table.stages").ShouldContain("Added meanwhile");
        late.All("table.stages input[name$='.Name']").Select(input => input.GetAttribute("value") ?? "").ShouldBe(["Qualifying", "Discover", "Proposal", "Negotiate", "Contract", "Legal"]);
        (await app.DataAsync(db => db.DealStages.CountAsync())).ShouldBe(5);

        (await manager.SubmitAsync(late, "form[action='/admin/stages']")).Location.ShouldBe("/admin/stages");
        (await app.DataAsync(db => db.DealStages.OrderBy(stage => stage.Place).Select(stage => stage.Name).ToListAsync()))
            .ShouldBe(["Qualifying", "Discover", "Proposal", "Negotiate", "Contract", "Legal"]);
    }

    [Fact]
    public async Task The_picker_offers_open_deals_that_fit_and_may_be_named()
    {
        var rep = await app.SignedInAsync(Roles.Rep);
        var other = await app.PersonAsync(Roles.Rep, "Other Rep");
        await app.AddAsync(Given.Opportunity(rep.Person!.Id, "Alpen core"), Given.Opportunity(other.Id, "Alpen foreign"), Given.Opportunity(null, "Alpen free"), Given.Opportunity(null, "Baltic"));

        var options = await rep.GetAsync("/opportunities/options?q=alpen");
        options.Text().ShouldContain("Alpen core");
        options.Text().ShouldContain("Alpen free");
        options.Text().ShouldNotContain("Alpen foreign");
        options.Text().ShouldNotContain("Baltic");
        var executive = await app.SignedInAsync(Roles.Executive, "Executive");
        (await executive.GetAsync("/opportunities/options")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_rep_adds_a_deal_that_is_their_own_whatever_the_form_says()
    {
        var rep = await app.SignedInAsync(Roles.Rep);
        var other = await app.PersonAsync(Roles.Rep, "Other Rep");
        var form = await rep.GetAsync("/opportunities/new");
        var answer = await rep.SubmitAsync(form, "form[action='/opportunities'][method='post']", ("Name", "Northwind core"), ("Amount", "1234.56"), ("Currency", "USD"), ("OwnerId", other.Id.ToString()));

        var page = await rep.FollowAsync(answer);
        page.Text("h1").ShouldBe("Northwind core");
        var deal = await app.DataAsync(db => db.Opportunities.SingleAsync());
        (deal.OwnerId, deal.AmountMinor, deal.Currency, deal.ExternalId).ShouldBe((rep.Person!.Id, 123_456, "USD", "D-1001"));
    }

    [Theory]
    [InlineData("Name", "")]
    [InlineData("Amount", "-1")]
    [InlineData("Amount", "0.001")]
    [InlineData("Stage", "nonsense")]
    [InlineData("Industry", "nonsense")]
    [InlineData("Currency", "XXX")]
    [InlineData("ClosesOn", "1200-01-01")]
    public async Task Bad_input_comes_back_with_the_reason_and_saves_nothing(string field, string value)
    {
        var rep = await app.SignedInAsync(Roles.Rep);
        (string Field, string? Value)[] sound = [("Name", "Deal"), ("Currency", "EUR"), ("Stage", "qualify")];
        var answer = await rep.PostAsync("/opportunities", [.. sound.Where(pair => pair.Field != field), (field, value)]);
        answer.All(".invalid-feedback").Count.ShouldBeGreaterThan(0);
        (await app.DataAsync(db => db.Opportunities.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task A_deal_changed_meanwhile_is_not_overwritten()
    {
        var manager = await app.SignedInAsync(Roles.ProgramManager);
        var deal = Given.Opportunity(null, "Old name");
        await app.AddAsync(deal);
        var form = await manager.GetAsync($"/opportunities/{deal.Id}/edit");
        await manager.SubmitAsync(form, "form[action$='/edit']", ("Name", "First name"));
        var second = await manager.GetAsync($"/opportunities/{deal.Id}/edit");
        second.One("#Name").GetAttribute("value").ShouldBe("First name");

        var late = await manager.SubmitAsync(form, "form[action$='/edit']", ("Name", "Second name"));
        late.Status.ShouldBe(HttpStatusCode.Conflict);
        (await manager.GetAsync($"/opportunities/{deal.Id}")).Text("main").ShouldContain("Name: Old name → First name");
    }

    [Fact]
    public async Task The_list_goes_on_by_key_in_every_order_without_losing_or_doubling_a_deal()
    {
        var manager = await app.SignedInAsync(Roles.ProgramManager);
        await app.AddAsync([.. Enumerable.Range(0, 120).Select(i => Given.Opportunity(null, $"Deal {i % 7}"))]);
        foreach (var sort in new[] { "name", "-name", "close", "-close", "amount", "-amount" })
        {
            var seen = new List<string>();
            for (string? address = $"/opportunities?sort={sort}"; address is not null;)
            {
                var page = await manager.GetAsync(address);
                seen.AddRange(page.All("a[data-row-link]").Select(link => link.GetAttribute("href")!));
                address = page.Document.QuerySelector("a[rel='next']")?.GetAttribute("href");
            }

            seen.Count.ShouldBe(120, sort);
            seen.Distinct().Count().ShouldBe(120, sort);
        }
    }
}
