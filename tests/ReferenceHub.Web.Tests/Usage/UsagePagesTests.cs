using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Usage;
using ReferenceHub.Testing;
using ReferenceHub.Testing.Web;

namespace ReferenceHub.Web.Tests.Usage;

public sealed class UsagePagesTests : IDisposable
{
    private static readonly DateOnly Today = new(2026, 11, 23);
    private readonly WebApp app = new();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task The_load_calendar_shows_marks_closed_stretches_and_who_is_idle()
    {
        var manager = await app.SignedInAsync(Roles.ProgramManager);
        var used = await CustomerAsync("Nordmark Energie");
        await CustomerAsync("Wiener Handelsbank");
        await ReserveAsync(used, Today.AddDays(10));

        var page = await manager.GetAsync("/usage");

        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Text(".load tbody tr:first-child").ShouldContain("Nordmark Energie");
        page.Text(".load tbody tr:first-child").ShouldContain("1 pending");
        page.Text(".load tbody tr:first-child .shut b").ShouldContain("free 3 Mar");
        page.Text("main").ShouldContain("1 of 8");
        page.All("a").ShouldContain(link => link.TextContent == "Wiener Handelsbank");
    }

    [Fact]
    public async Task A_calendar_of_another_region_or_an_unknown_one_shows_nobody()
    {
        var manager = await app.SignedInAsync(Roles.ProgramManager);
        await CustomerAsync("Nordmark Energie");

        (await manager.GetAsync("/usage?region=nowhere")).Text("main").ShouldContain("No active customer here");
        (await manager.GetAsync("/usage?from=not-a-day&sort=nonsense&page=-4")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_manager_changes_a_limit_and_the_change_is_on_record()
    {
        var manager = await app.SignedInAsync(Roles.ProgramManager, "Maria Berg");
        var policy = await CallPolicyAsync();

        var page = await manager.GetAsync($"/usage/policies/{policy.Id}");
        var answer = await manager.SubmitAsync(page, "form[action*='/usage/policies/']", ("Amount", "2"), ("Days", "60"));

        answer.Location.ShouldBe("/usage/policies");
        var list = await manager.OpenAsync("/usage/policies");
        list.Text("tbody").ShouldContain("Limit of 2 sales call, analyst or press uses per customer in 60 days");
        list.Text("main").ShouldContain("Maria Berg");
        (await app.DataAsync(db => db.PolicySets.SingleAsync())).Version.ShouldBe(2);
    }

    [Fact]
    public async Task A_stale_or_impossible_policy_changes_nothing()
    {
        var manager = await app.SignedInAsync(Roles.ProgramManager);
        var policy = await CallPolicyAsync();
        var address = $"/usage/policies/{policy.Id}";

        Task<Page> Send(params (string, string?)[] fields) => manager.PostAsync(address, [("Kind", "Limit"), ("Window", "Rolling"), ("Enabled", "true"), .. fields]);

        (await Send(("Amount", "2"), ("Days", "60"), ("Version", "7"))).Status.ShouldBe(HttpStatusCode.Conflict);
        (await Send(("Amount", "-2"), ("Days", "60"), ("Version", "1"))).Text("#Amount_error").ShouldContain("The limit is a number from 0");
        (await Send(("Amount", "2"), ("Days", "0"), ("Version", "1"))).Text("#Days_error").ShouldContain("Days are a number from 1");
        (await manager.GetAsync($"/usage/policies/{app.NextId()}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await CallPolicyAsync()).Terms.ShouldBe(policy.Terms);
    }

    [Fact]
    public async Task The_ledger_tells_each_entry_and_an_override_for_ever()
    {
        var manager = await app.SignedInAsync(Roles.ProgramManager, "Maria Berg");
        var customer = await CustomerAsync("Nordmark Energie");
        await ReserveAsync(customer, Today);
        await ReserveAsync(customer, Today.AddDays(3), new OverrideMark("Vera Sponsor", "Largest deal of the year"), manager.Viewer, contact: 1);

        var page = await manager.GetAsync($"/usage/customers/{customer.Id}");

        page.All(".ledger tbody tr").Count.ShouldBe(2);
        page.Text(".ledger tbody tr:first-child").ShouldContain("Sponsor Vera Sponsor: Largest deal of the year");
        page.Text("main").ShouldContain("0 used, 2 reserved of 4 units");
    }

    [Fact]
    public async Task An_owner_logs_a_use_of_an_own_customer_and_others_see_no_ledger()
    {
        var owner = await app.SignedInAsync(Roles.Rep);
        var other = await app.SignedInAsync(Roles.Rep);
        var customer = await CustomerAsync("Nordmark Energie", owner.Viewer.UserId);
        var secret = await CustomerAsync("Hidden Bank", tier: Tier.Confidential);
        var address = $"/usage/customers/{customer.Id}";

        var answer = await owner.SubmitAsync(
            await owner.GetAsync(address + "/uses/new"), "form[action$='/uses']", ("Activity", "sales-call"), ("On", "2026-11-20"), ("Note", "Called by the <b>director</b>"));

        answer.Location.ShouldBe(address);
        var page = await owner.GetAsync(address);
        page.Text(".ledger").ShouldContain("Logged sales call");
        page.Text(".ledger").ShouldContain("Called by the <b>director</b>");
        (await other.GetAsync(address)).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await other.PostAsync(address + "/uses", ("Activity", "press"), ("On", "2026-11-20"), ("Note", "x"))).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await other.GetAsync($"/usage/customers/{secret.Id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await other.GetAsync($"/usage/customers/{app.NextId()}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_use_far_ahead_an_unknown_type_or_a_foreign_contact_is_not_logged()
    {
        var manager = await app.SignedInAsync(Roles.ProgramManager);
        var customer = await CustomerAsync("Nordmark Energie");
        var stranger = await CustomerAsync("Bergland Maschinen");
        var address = $"/usage/customers/{customer.Id}/uses";

        (await manager.PostAsync(address, ("Activity", "sales-call"), ("On", "2028-11-24"), ("Note", "x"))).Text("main").ShouldContain("within a year");
        (await manager.PostAsync(address, ("Activity", "sales-call"), ("On", "2026-11-20"), ("Note", ""))).Text("main").ShouldContain("Say in a few words");
        (await manager.PostAsync(address, ("Activity", "dinner"), ("On", "2026-11-20"), ("Note", "x"))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await manager.PostAsync(address, ("Activity", "sales-call"), ("On", "2026-11-20"), ("Note", "x"), ("ContactId", stranger.Contacts[0].Id.ToString()))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await app.DataAsync(db => db.LedgerEntries.CountAsync())).ShouldBe(0);
    }

    private async Task<Customer> CustomerAsync(string name, Guid? ownerId = null, Tier tier = Tier.Standard)
    {
        var customer = Given.Customer(name, ownerId, tier);
        customer.Contacts.Add(Given.Contact(customer));
        await app.AddAsync(customer);
        return customer;
    }

    private async Task ReserveAsync(Customer customer, DateOnly on, OverrideMark? mark = null, Viewer? by = null, int contact = 0)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ReferenceHubDbContext>();
        var service = scope.ServiceProvider.GetRequiredService<ReservationService>();
        var outcome = await db.WriteAsync(async ct =>
        {
            var ask = new ReserveUse(customer.Id, customer.Contacts[contact].Id, ActivityKeys.SalesCall, on, UseSource.Request, app.NextId(), mark);
            var answer = await service.ReserveAsync(ask, by ?? Given.Viewer(), ct);
            await db.SaveChangesAsync(ct);
            return answer.Outcome;
        });
        outcome.IsDone.ShouldBeTrue(outcome.Refusal);
    }

    private Task<UsagePolicy> CallPolicyAsync() => app.DataAsync(async db =>
        (await db.UsagePolicies.AsNoTracking().ToListAsync()).Single(policy => policy.ActivityKeys.Contains(ActivityKeys.SalesCall)));
}
