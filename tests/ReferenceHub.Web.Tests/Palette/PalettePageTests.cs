using System.Net;
using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Requests;
using ReferenceHub.Core.Usage;
using ReferenceHub.Testing;
using ReferenceHub.Testing.Web;

namespace ReferenceHub.Web.Tests.Palette;

/// <summary>The palette goes where this person may go and finds what they may see.</summary>
public sealed class PalettePageTests : IDisposable
{
    private readonly WebApp app = new();

    public void Dispose() => app.Dispose();

    [Theory]
    [InlineData(Roles.Rep)]
    [InlineData(Roles.ProgramManager)]
    [InlineData(Roles.Marketing)]
    [InlineData(Roles.Executive)]
    [InlineData(Roles.Administrator)]
    public async Task Everywhere_it_offers_to_go_can_be_gone_to(Roles roles)
    {
        var visitor = await app.SignedInAsync(roles);
        var offered = (await visitor.GetAsync("/palette")).All("a.palette-item").Select(link => link.GetAttribute("href")!).ToList();

        offered.Count.ShouldBeGreaterThan(6);
        foreach (var address in offered)
        {
            (await visitor.GetAsync(address)).Status.ShouldBe(HttpStatusCode.OK, $"{address} as {roles}");
        }
    }

    [Fact]
    public async Task A_page_that_is_only_nearly_called_so_gives_way_to_what_is_called_so()
    {
        var manager = await app.SignedInAsync(Roles.ProgramManager);
        (await manager.GetAsync("/palette?q=polcies")).Text("main").ShouldContain("Policies");
        await app.AddAsync(Given.Customer("Polcies Versicherung"));
        (await manager.GetAsync("/palette?q=polcies")).All("a.palette-item").Select(link => link.GetAttribute("href")).ShouldNotContain("/usage/policies");
    }

    [Theory]
    [InlineData("queue", "/requests/queue")]
    [InlineData("quue", null)]
    [InlineData("taxonmies", "/admin/taxonomies")]
    [InlineData("limits", "/usage/policies")]
    [InlineData("add cust", "/references/new")]
    [InlineData("weights", "/admin/matching")]
    [InlineData("inbox", "/account/inbox")]
    [InlineData("notification", "/account/notifications")]
    [InlineData("away", "/account/absence")]
    [InlineData("leavers", "/references/owners")]
    [InlineData("holidays", "/admin/calendars")]
    [InlineData("content", "/content")]
    [InlineData("permit", null)]
    [InlineData("contract", null)]
    [InlineData("polcies", "/usage/policies")]
    public async Task Pages_are_found_by_the_beginnings_of_their_words(string words, string? address)
    {
        var manager = await app.SignedInAsync(Roles.ProgramManager);
        (await manager.GetAsync($"/palette?q={words}")).All("a.palette-item").Select(link => link.GetAttribute("href")).FirstOrDefault().ShouldBe(address);
    }

    [Fact]
    public async Task What_a_role_may_not_open_is_not_offered()
    {
        var rep = await app.SignedInAsync(Roles.Rep);
        (await rep.GetAsync("/palette?q=queue")).Text("main").ShouldContain("Nothing found");
        (await rep.GetAsync("/palette")).All("a[href^='/admin']").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_part_that_is_switched_off_is_not_offered()
    {
        await app.DataAsync(async db =>
        {
            var organisation = await db.Organisations.SingleAsync();
            organisation.Switch(organisation.Modules & ~(Modules.Usage | Modules.Opportunities));
            return await db.SaveChangesAsync();
        });
        var deal = Given.Opportunity(name: "Zeppelin works");
        await app.AddAsync(deal);
        var manager = await app.SignedInAsync(Roles.ProgramManager);
        (await manager.GetAsync("/palette")).All("a[href^='/usage'], a[href^='/opportunities']").ShouldBeEmpty();
        (await manager.GetAsync("/palette?q=zeppelin")).Text("main").ShouldNotContain("Zeppelin works");
    }

    [Fact]
    public async Task Words_find_customers_references_requests_deals_and_content_each_under_its_word()
    {
        var manager = await app.SignedInAsync(Roles.ProgramManager);
        var customer = Given.Customer("Bank of Atlantis");
        var banking = await app.DataAsync(db => db.Terms.AsNoTracking().SingleAsync(term => term.Kind == TermKind.Industry && term.Key == "banking"));
        customer.Reclassify(banking.Id, null);
        var deal = Given.Opportunity(manager.Person!.Id, "Banking on it");
        await app.AddAsync(customer, deal);
        var need = new RequestNeed { ActivityKey = ActivityKeys.SalesCall, OpportunityId = deal.Id, Text = "Somebody to talk to", ProspectName = "Bankhaus Sand", NeededBy = DateOnly.FromDateTime(app.Clock.Now).AddDays(14) };
        var number = (await app.AskAsync<RequestDrafting, Outcome<int>>(desk => desk.SubmitAsync(null, need, manager.Viewer, default))).Value;
        var story = new Asset(Given.Id(), customer.Id, AssetKind.Story, "How the bank moved", "en", DateOnly.FromDateTime(app.Clock.Now).AddDays(-5));
        await app.AddAsync(story);

        var page = await manager.GetAsync("/palette?q=bank");
        page.All("main h2").Select(title => title.TextContent).ShouldBe(["Customers", "References that fit", "Requests", "Deals", "Content"]);
        page.One($"a[href='/requests/{number}']").TextContent.ShouldContain("Bankhaus Sand");
        page.One($"a[href='/content/{story.Id}']").TextContent.ShouldContain("How the bank moved");
        page.One($"a[href='/opportunities/{deal.Id}']").TextContent.ShouldContain("Banking on it");
        page.One("a[href='/references?q=bank']").TextContent.ShouldContain("The one that fits");
        page.All("svg.score").Count.ShouldBe(1);
        page.One("a.palette-item:has(svg.score)").TextContent.ShouldMatch(@"Fit \d+ of 60 · availability \d+ of 20 · freshness \d+ of 10 · past quality \d+ of 10");
    }

    [Fact]
    public async Task Who_gives_roles_finds_people_by_what_happens_to_them() =>
        (await (await app.SignedInAsync(Roles.Administrator)).GetAsync("/palette?q=leavers")).One("a.palette-item").GetAttribute("href").ShouldBe("/admin/users");

    [Fact]
    public async Task References_that_are_closed_say_so_and_come_after_those_that_can_be_asked()
    {
        var banking = await app.DataAsync(db => db.Terms.AsNoTracking().SingleAsync(term => term.Kind == TermKind.Industry && term.Key == "banking"));
        foreach (var (name, paused) in new[] { ("Anton Bank", true), ("Berta Bank", false) })
        {
            var customer = Given.Customer(name);
            customer.Reclassify(banking.Id, null);
            if (paused)
            {
                customer.Pause(DateOnly.FromDateTime(app.Clock.Now).AddDays(30), "Busy");
            }

            await app.AddAsync(customer);
        }

        var found = (await (await app.SignedInAsync(Roles.ProgramManager)).GetAsync("/palette?q=banking")).All("a.palette-item:has(svg.score)");
        found.Select(item => (item.QuerySelector(".palette-text")!.TextContent, item.QuerySelector(".badge")?.TextContent.Trim())).ShouldBe([("Berta Bank", null), ("Anton Bank", "Closed")]);
    }

    [Fact]
    public async Task For_the_dialog_it_answers_with_options_alone()
    {
        var manager = await app.SignedInAsync(Roles.ProgramManager);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/palette?q=queue");
        request.Headers.Add("HX-Request", "true");
        var answer = await Page.ReadAsync(await manager.Client.SendAsync(request));

        answer.All("main").ShouldBeEmpty();
        answer.One("[data-palette-for]").GetAttribute("data-palette-for").ShouldBe("queue");
        answer.One("[role=group] a[role=option]").GetAttribute("href").ShouldBe("/requests/queue");
        answer.Response.Headers.Vary.ShouldContain("HX-Request");
    }

    [Fact]
    public async Task Every_page_opens_it_by_a_link_that_works_without_script()
    {
        var rep = await app.SignedInAsync(Roles.Rep);
        (await rep.GetAsync("/references")).All("a[href='/palette'][data-palette-open]").Count.ShouldBe(2);
    }
}
