using System.Net;
using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Deals;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Usage;
using ReferenceHub.Testing;
using ReferenceHub.Testing.Web;

namespace ReferenceHub.Web.Tests.Usage;

/// <summary>A use outside the product is logged with what it does to the limits said before; none refuses it.</summary>
public sealed class LogUseTests : IDisposable
{
    private readonly WebApp app = new();

    [Fact]
    public async Task The_page_says_what_it_does_to_the_limits_before_it_is_saved()
    {
        var manager = await app.SignedInAsync(Roles.ProgramManager);
        var customer = await CustomerAsync("Nordmark Energie");
        var address = $"/usage/customers/{customer.Id}";
        await LogAsync(manager, address, ("On", "2026-11-02"));

        var seen = await manager.GetAsync($"{address}/uses/new?Activity=sales-call&On=2026-11-20");
        seen.Text("#outlook").ShouldContain("goes beyond a limit");
        seen.Text("#outlook").ShouldContain("1 → 2 of 1");

        var first = await manager.PostAsync(address + "/uses", ("Activity", "sales-call"), ("On", "2026-11-20"), ("Note", "Another call"));
        first.Status.ShouldBe(HttpStatusCode.OK);
        first.Text("main").ShouldContain("Log it all the same");
        (await EntriesAsync()).Count.ShouldBe(1);

        (await manager.SubmitAsync(first, "form[action$='/uses']")).Location.ShouldBe(address);
        (await EntriesAsync()).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Within_the_limits_it_is_saved_at_once_and_marked()
    {
        var manager = await app.SignedInAsync(Roles.Marketing);
        var customer = await CustomerAsync("Nordmark Energie");
        var deal = Given.Opportunity(null, "Fjord renewal");
        await app.AddAsync(deal);
        var address = $"/usage/customers/{customer.Id}";

        await LogAsync(manager, address, ("On", "2026-11-02"), ("OpportunityId", deal.Id.ToString()), ("ContactId", customer.Contacts[0].Id.ToString()), ("Minutes", "45"));

        var entry = (await EntriesAsync()).ShouldHaveSingleItem();
        (entry.Kind, entry.Source, entry.SourceId, entry.Minutes, entry.ContactId).ShouldBe((LedgerKind.Logged, UseSource.Outside, deal.Id, 45, customer.Contacts[0].Id));
        (await manager.GetAsync(address)).Text(".ledger").ShouldContain("outside the product for Fjord renewal");
        (await manager.GetAsync($"/opportunities/{deal.Id}")).Text("main").ShouldContain("Nordmark Energie");
    }

    [Fact]
    public async Task A_use_agreed_for_a_day_ahead_counts_from_now_on_and_reads_as_used_from_its_day()
    {
        var manager = await app.SignedInAsync(Roles.ProgramManager);
        var rep = await app.SignedInAsync(Roles.Rep);
        var customer = await CustomerAsync("Nordmark Energie");
        await LogAsync(manager, $"/usage/customers/{customer.Id}", ("On", "2026-12-10"));

        (await rep.GetAsync($"/references/{customer.Id}")).Text("main").ShouldContain("Not used yet");
        (await rep.GetAsync($"/references/{customer.Id}")).Text("main").ShouldContain("Closed");
        (await manager.GetAsync($"/references/{customer.Id}?tab=usage")).Text("main").ShouldContain("Agreed");
        app.Clock.Advance(TimeSpan.FromDays(20));
        var later = await app.SignedInAsync(Roles.Rep);
        (await later.GetAsync($"/references/{customer.Id}")).Text("main").ShouldContain("Last used");
    }

    [Fact]
    public async Task What_was_logged_by_hand_can_be_taken_back_and_stays_in_the_ledger()
    {
        var owner = await app.SignedInAsync(Roles.Rep);
        var other = await app.SignedInAsync(Roles.Rep);
        var customer = await CustomerAsync("Nordmark Energie", owner.Viewer.UserId);
        var address = $"/usage/customers/{customer.Id}";
        await LogAsync(owner, address, ("On", "2026-11-02"));
        var use = (await EntriesAsync()).Single().UseId;

        (await other.PostAsync($"{address}/uses/{use}/withdrawal", ("Reason", "x"))).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await owner.SubmitAsync(await owner.GetAsync(address), "form[action$='/withdrawal']", ("Reason", "The call was called off"))).Location.ShouldBe(address);

        (await EntriesAsync()).Select(entry => entry.Kind).ShouldBe([LedgerKind.Logged, LedgerKind.Released], ignoreOrder: true);
        (await owner.GetAsync(address)).Text(".ledger").ShouldContain("The call was called off");
        (await owner.PostAsync($"{address}/uses/{use}/withdrawal", ("Reason", "x"))).Status.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task A_foreign_deal_is_refused_and_only_own_customers_are_offered()
    {
        var owner = await app.SignedInAsync(Roles.Rep);
        var customer = await CustomerAsync("Nordmark Energie", owner.Viewer.UserId);
        await CustomerAsync("Nordmark Hidden", tier: Tier.Confidential);
        var foreign = Given.Opportunity((await app.PersonAsync(Roles.Rep)).Id);
        await app.AddAsync(foreign);

        var refused = await owner.PostAsync(
            $"/usage/customers/{customer.Id}/uses", ("Activity", "sales-call"), ("On", "2026-11-02"), ("Note", "x"), ("OpportunityId", foreign.Id.ToString()));
        refused.Text("main").ShouldContain("Choose an opportunity from the list");
        (await EntriesAsync()).ShouldBeEmpty();

        var found = await owner.GetAsync("/usage/uses/new?q=nordmark");
        found.Text("main").ShouldContain("Nordmark Energie");
        found.Text("main").ShouldNotContain("Hidden");
        (await (await app.SignedInAsync(Roles.Executive)).GetAsync("/usage/uses/new")).Text("main").ShouldNotContain("Nordmark");
        (await (await app.SignedInAsync(Roles.ProgramManager)).GetAsync("/usage/uses/new?q=hidden")).Text("main").ShouldContain("Nordmark Hidden");
    }

    public void Dispose() => app.Dispose();

    private static async Task LogAsync(Visitor by, string address, params (string, string?)[] values)
    {
        var answer = await by.PostAsync(address + "/uses", [("Activity", "sales-call"), ("Note", "A call"), .. values]);
        answer.Location.ShouldBe(address, answer.Text("main"));
    }

    private Task<List<LedgerEntry>> EntriesAsync() => app.DataAsync(db => db.LedgerEntries.AsNoTracking().ToListAsync());

    private async Task<Customer> CustomerAsync(string name, Guid? ownerId = null, Tier tier = Tier.Standard)
    {
        var customer = Given.Customer(name, ownerId, tier);
        await app.AddAsync(customer);
        return customer;
    }
}
