using System.Net;
using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Deals;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Requests;
using ReferenceHub.Core.Usage;
using ReferenceHub.Testing;
using ReferenceHub.Testing.Scenes;
using ReferenceHub.Testing.Web;

namespace ReferenceHub.Web.Tests.Sight;

/// <summary>A confidential customer stands in a request, a deal, the ledger and the history; nothing on any page gives it away.</summary>
public sealed class BlindPagesTests : IAsyncLifetime, IDisposable
{
    private static readonly string[] Starts =
    [
        "/", "/today", "/references", "/references?sort=name", "/references?sort=verified", "/references?q=canaryname", "/references?q=canarycity", "/references?q=canarysite.example",
        "/references?region=de", "/requests", "/opportunities", "/opportunities?q=canary", "/usage", "/metrics", "/content", "/content?q=canary", "/references/nominations",
        "/references/verification", "/references/nominations/export?format=csv", "/references/verification/export?format=csv", "/palette", "/palette?q=canaryname", "/palette?q=canarynmae", "/palette?q=canary", "/palette?q=bank", "/references/export?format=csv", "/opportunities/export?format=csv", "/content/export?format=csv", "/references/reveals",
    ];

    // What was typed into a search stands in the answer again; that tells nothing.
    private static readonly string[] Typed = ["canaryname", "canarynmae", "canarycity", "canarysite", "canary"];

    private readonly WebApp app = new();
    private GuardedCustomer guarded = null!;
    private Visitor rep = null!;
    private Opportunity deal = null!;

    [Fact]
    public async Task No_page_a_rep_can_reach_gives_it_away()
    {
        var pages = await Walk.EverywhereAsync(rep, [.. Starts, $"/references/{guarded.Customer.Id}", $"/references/{guarded.Customer.Id}?tab=requests", "/requests/new?industry=banking", $"/opportunities/{deal.Id}"]);

        pages.Count.ShouldBeGreaterThan(40);
        MustBeClean(pages);
        MustBeThere(pages);
        (await rep.GetAsync($"/references/{guarded.Customer.Id}")).Text("main").ShouldNotContain("Olga");
        pages.ShouldContain(page => page.Text().Contains("DACH banking customer, 20k staff", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Roles.Executive)]
    [InlineData(Roles.Administrator)]
    [InlineData(Roles.None)]
    public async Task No_page_of_others_gives_it_away(Roles roles)
    {
        var pages = await Walk.EverywhereAsync(await app.SignedInAsync(roles), [.. Starts, $"/references/{guarded.Customer.Id}", $"/references/{guarded.Customer.Id}?tab=usage"]);
        MustBeClean(pages);
        MustBeThere(pages);
    }

    [Fact]
    public async Task A_refusal_says_no_more_than_for_any_other_customer()
    {
        var plain = Given.Customer("Plain Works");
        await app.AddAsync(plain);
        foreach (var rest in new[]
        {
            "/edit", "/status", "/contacts/new", "/products/new", "/permissions/salescall", $"/contacts/{guarded.Contact.Id}/edit", "?tab=history", "?tab=contacts", "?tab=content", "?tab=nonsense",
        })
        {
            var blind = await rep.GetAsync($"/references/{guarded.Customer.Id}{rest}");
            var open = await rep.GetAsync($"/references/{plain.Id}{rest.Replace(guarded.Contact.Id.ToString(), plain.Contacts[0].Id.ToString(), StringComparison.Ordinal)}");
            blind.Status.ShouldBe(open.Status, rest);
            MustBeClean([blind]);
        }

        (await rep.PostAsync($"/references/{guarded.Customer.Id}/contacts/{guarded.Contact.Id}/details")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task An_executive_sees_of_a_single_customer_neither_availability_nor_last_use()
    {
        var plain = Given.Customer("Plain Works");
        await app.AddAsync(plain);
        await LogAsync(plain.Id, new DateOnly(2026, 11, 1));
        var executive = await app.SignedInAsync(Roles.Executive);

        foreach (var address in new[] { "/references", "/references?sort=rested", "/references?availability=closed", "/references?view=free" })
        {
            var list = await executive.GetAsync(address);
            list.All("[data-row]").Count.ShouldBe(2, address);
            list.Text("[data-row]").ShouldNotContain("used", Case.Insensitive);
            list.Text("[data-row]").ShouldNotContain("Closed", Case.Insensitive);
        }

        var profile = await executive.GetAsync($"/references/{plain.Id}");
        profile.Text("main").ShouldNotContain("Nearly used");
        profile.Text("main").ShouldNotContain("Last used");
        profile.Text("main").ShouldNotContain("free on");
        (await (await app.SignedInAsync(Roles.Rep)).GetAsync($"/references/{plain.Id}")).Text("main").ShouldContain("Last used");
    }

    [Fact]
    public async Task A_deal_whose_account_is_called_like_it_tells_nothing()
    {
        var facts = deal.Facts with { AccountName = "canaryname", Name = "Their deal" };
        var same = new Opportunity(app.NextId(), "D-same", facts, app.Clock.Now);
        var none = new Opportunity(app.NextId(), "D-none", facts with { AccountName = "nobodyname" }, app.Clock.Now);
        await app.AddAsync(same, none);

        var (one, other) = (await rep.GetAsync($"/opportunities/{same.Id}"), await rep.GetAsync($"/opportunities/{none.Id}"));
        Told(one, same).ShouldBe(Told(other, none));

        static string Told(Page page, Opportunity deal) => page.Text("main")
            .Replace(deal.AccountName!, "", StringComparison.OrdinalIgnoreCase).Replace(deal.ExternalId, "", StringComparison.Ordinal);
    }

    public async Task InitializeAsync()
    {
        var owner = await app.PersonAsync(Roles.Rep, "Olga Ordinary");
        rep = await app.SignedInAsync(Roles.Rep, "Rita Rep");
        var manager = (await app.PersonAsync(Roles.ProgramManager)).AsViewer();
        var terms = await app.DataAsync(db => db.Terms.AsNoTracking().ToListAsync());
        guarded = new GuardedCustomer(
            Tier.Confidential, owner, terms.Single(term => term is { Kind: TermKind.Region, Key: "de" }), terms.Single(term => term is { Kind: TermKind.Industry, Key: "banking" }),
            terms.Single(term => term is { Kind: TermKind.Product, Key: "atlas" }));
        guarded.Customer.Activate();
        deal = Given.Opportunity(rep.Person!.Id, "Rita's deal");
        await app.AddAsync(guarded.Customer, deal);
        await LogAsync(guarded.Customer.Id, new DateOnly(2026, 3, 3));
        await AskAsync(rep.Viewer, manager, deal.Id);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => app.Dispose();

    private async Task AskAsync(Viewer requester, Viewer manager, Guid dealId)
    {
        var need = new RequestNeed { ActivityKey = ActivityKeys.SalesCall, OpportunityId = dealId, Text = "A call about migration", NeededBy = new DateOnly(2026, 12, 18) };
        var number = (await app.AskAsync<RequestDrafting, Outcome<int>>(drafting => drafting.SubmitAsync(null, need, requester, CancellationToken.None))).Value;
        (await app.AskAsync<RequestTriage, Outcome>(triage => triage.AssignAsync(number, null, manager, CancellationToken.None))).Refusal.ShouldBeNull();
        (await app.AskAsync<CandidateAsks, Outcome>(asks => asks.ProposeAsync(number, guarded.Customer.Id, guarded.Contact.Id, manager, CancellationToken.None))).Refusal.ShouldBeNull();
        var candidate = await app.DataAsync(db => db.Set<Candidate>().Select(row => row.Id).SingleAsync());
        (await app.AskAsync<CandidateAsks, Outcome>(asks => asks.AskAsync(number, candidate, null, manager, CancellationToken.None))).Refusal.ShouldBeNull();
    }

    private async Task LogAsync(Guid customerId, DateOnly on)
    {
        var log = new LogUse(customerId, null, ActivityKeys.Analyst, on, 30, "canarynote of a use");
        (await app.AskAsync<LedgerService, Outcome>(ledger => ledger.LogAsync(log, Given.Viewer(Roles.ProgramManager), CancellationToken.None))).Refusal.ShouldBeNull();
    }

    private static void MustBeClean(IEnumerable<Page> pages)
    {
        foreach (var page in pages)
        {
            var asked = page.Response.RequestMessage!.RequestUri!.PathAndQuery;
            var body = page.Body.Replace("Atlantic/Canary", "", StringComparison.Ordinal);
            foreach (var typed in Typed.Where(typed => Uri.UnescapeDataString(Uri.UnescapeDataString(asked)).Contains(typed, StringComparison.Ordinal)))
            {
                body = body.Replace(typed, "", StringComparison.OrdinalIgnoreCase);
            }

            foreach (var trace in new[] { "canary", "21,400", "21400", "7654321" })
            {
                body.Contains(trace, StringComparison.OrdinalIgnoreCase).ShouldBeFalse($"{asked} tells “{trace}”: {Around(body, trace)}");
            }
        }
    }

    // A page that is not there tells nothing: that would pass for discretion. What a role may not see says so.
    private static void MustBeThere(IEnumerable<Page> pages)
    {
        var elsewhere = pages.Where(page => page.Status is not (HttpStatusCode.OK or HttpStatusCode.Redirect))
            .Select(page => (Path: page.Response.RequestMessage!.RequestUri!.PathAndQuery, page.Status))
            .Where(page => page.Status != HttpStatusCode.Forbidden || !Starts.Contains(page.Path, StringComparer.Ordinal))
            .Select(page => $"{page.Path}: {page.Status}");
        elsewhere.ShouldBeEmpty();
    }

    private static string Around(string body, string trace)
    {
        var at = body.IndexOf(trace, StringComparison.OrdinalIgnoreCase);
        return at < 0 ? "" : body[Math.Max(0, at - 120)..Math.Min(body.Length, at + 60)];
    }
}
