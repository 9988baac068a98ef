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

/// <summary>Ledgers, corrections, overrides and the comparison in the browser.</summary>
public sealed class LedgerPagesTests : IDisposable
{
    private static readonly DateOnly Today = new(2026, 11, 23);
    private readonly WebApp app = new();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task The_ledger_says_how_full_each_limit_was_after_an_entry_and_when_it_lets_something_through()
    {
        var manager = await app.SignedInAsync(Roles.ProgramManager);
        var customer = await CustomerAsync("Nordmark Energie");
        await ReserveAsync(customer, Today.AddDays(10));

        var page = await manager.GetAsync($"/usage/customers/{customer.Id}");

        page.Text(".ledger .balances").ShouldContain("1 of 4 units, 30 of 120 minutes");
        page.Text(".ledger .balances").ShouldContain("in the 90 days around 3 Dec");
        page.Text("main").ShouldContain("Lets a sales call through from 3 Mar 2027");
        page.Text("main").ShouldContain("Lets a sales call through today");
    }

    [Fact]
    public async Task A_contact_has_a_ledger_of_their_own_with_their_limits_only()
    {
        var manager = await app.SignedInAsync(Roles.ProgramManager);
        var owner = await app.SignedInAsync(Roles.Rep);
        var customer = await CustomerAsync("Nordmark Energie", owner.Viewer.UserId);
        var (first, second) = (customer.Contacts[0], customer.Contacts[1]);
        await ReserveAsync(customer, Today.AddDays(10));
        var address = $"/usage/customers/{customer.Id}/contacts";

        var page = await manager.GetAsync($"{address}/{first.Id}");
        page.Text("h1").ShouldContain(first.Name);
        page.Text(".ledger .balances").ShouldContain($"30 of 120 minutes of {first.Name}");
        page.Text(".ledger .balances").ShouldNotContain("units");
        (await owner.GetAsync($"{address}/{second.Id}")).Text("main").ShouldContain("Not used yet");
        (await manager.GetAsync($"{address}/{app.NextId()}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await (await app.SignedInAsync(Roles.Rep)).GetAsync($"{address}/{first.Id}")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await manager.GetAsync($"/references/{customer.Id}")).All($"a[href='{address}/{first.Id}']").ShouldNotBeEmpty();
        (await manager.GetAsync($"/usage/customers/{customer.Id}")).All($".ledger a[href='{address}/{first.Id}']").ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Entries_are_filtered_by_kind_and_year_and_the_export_holds_the_same()
    {
        var manager = await app.SignedInAsync(Roles.ProgramManager);
        var customer = await CustomerAsync("Nordmark Energie");
        var address = $"/usage/customers/{customer.Id}";
        await ReserveAsync(customer, Today.AddDays(10));
        await manager.PostAsync(address + "/uses", ("Activity", "press"), ("On", "2025-02-03"), ("Note", "Before the program"));

        (await manager.GetAsync(address)).All(".ledger tbody tr").Count.ShouldBe(2);
        (await manager.GetAsync(address + "?year=2025")).Text(".ledger tbody").ShouldContain("Before the program");
        (await manager.GetAsync(address + "?kind=reserved")).All(".ledger tbody tr").Count.ShouldBe(1);
        (await manager.GetAsync(address + "?kind=released")).Text("main").ShouldContain("No such entry");
        (await manager.GetAsync(address + "?kind=nonsense&year=x&page=-3")).All(".ledger tbody tr").Count.ShouldBe(2);
        var csv = await (await manager.Client.GetAsync(address + "/export?format=csv&year=2025")).Content.ReadAsStringAsync();
        csv.ShouldContain("Outside the product");
        csv.ShouldContain("1 of 4 units in 90 days");
        csv.ShouldNotContain("Reserved");
        var his = await (await manager.Client.GetAsync($"{address}/contacts/{customer.Contacts[0].Id}/export?format=csv")).Content.ReadAsStringAsync();
        his.ShouldContain("Reserved");
        his.ShouldNotContain("Before the program");
    }

    [Fact]
    public async Task A_manager_corrects_day_minutes_units_and_contact_and_the_entry_before_stays()
    {
        var manager = await app.SignedInAsync(Roles.ProgramManager);
        var customer = await CustomerAsync("Nordmark Energie");
        var address = $"/usage/customers/{customer.Id}";
        await manager.PostAsync(address + "/uses", ("Activity", "sales-call"), ("On", "2026-11-20"), ("Note", "A call"));
        var correction = (await manager.GetAsync(address)).All(".ledger a[href$='/correction']").Single().GetAttribute("href")!;

        var form = await manager.GetAsync(correction);
        var wrong = await manager.SubmitAsync(form, "form[action$='/correction']", ("Minutes", "7500"), ("Reason", ""));
        wrong.Text("main").ShouldContain("Minutes are a number from 0");
        wrong.Text("main").ShouldContain("A correction needs a reason");
        var answer = await manager.SubmitAsync(
            wrong, "form[action$='/correction']", ("Minutes", "75"), ("Units", "2"), ("On", "2026-11-18"), ("ContactId", customer.Contacts[1].Id.ToString()), ("Reason", "It took longer"));

        answer.Location.ShouldBe(address, answer.Text("main"));
        var corrected = await manager.GetAsync(address);
        corrected.All(".ledger tbody tr").Count.ShouldBe(2);
        corrected.Text(".ledger tbody tr:first-child").ShouldContain("It took longer");
        corrected.Text(".ledger tbody tr:first-child").ShouldContain($"Day 20 Nov → 18 Nov, nobody in particular → {customer.Contacts[1].Name}, 1 → 2 units, 30 → 75 minutes");
        var foreign = await CustomerAsync("Bergland Maschinen");
        (await manager.GetAsync(correction.Replace(customer.Id.ToString(), foreign.Id.ToString(), StringComparison.Ordinal))).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Of_two_who_correct_at_once_the_second_sees_what_the_first_wrote_and_keeps_what_was_typed()
    {
        var manager = await app.SignedInAsync(Roles.ProgramManager, "Maria Berg");
        var customer = await CustomerAsync("Nordmark Energie");
        var address = $"/usage/customers/{customer.Id}";
        await manager.PostAsync(address + "/uses", ("Activity", "sales-call"), ("On", "2026-11-20"), ("Note", "A call"));
        var correction = (await manager.GetAsync(address)).All(".ledger a[href$='/correction']").Single().GetAttribute("href")!;
        var form = await manager.GetAsync(correction);
        await manager.SubmitAsync(form, "form[action$='/correction']", ("Minutes", "75"), ("Reason", "It took longer"));

        var late = await manager.SubmitAsync(form, "form[action$='/correction']", ("Minutes", "20"), ("Reason", "It was short"));
        late.Text("main").ShouldContain("Maria Berg wrote to this use meanwhile");
        late.Text("main").ShouldContain("It took longer");
        (await app.DataAsync(db => db.LedgerEntries.CountAsync())).ShouldBe(2);
        (await manager.SubmitAsync(late, "form[action$='/correction']")).Location.ShouldBe(address);
        (await app.DataAsync(db => db.LedgerEntries.OrderBy(entry => entry.Sequence).LastAsync())).Minutes.ShouldBe(20);
    }

    [Fact]
    public async Task Overrides_are_listed_with_all_that_was_said_and_counted_on_the_load_calendar()
    {
        var manager = await app.SignedInAsync(Roles.ProgramManager, "Maria Berg");
        var customer = await CustomerAsync("Nordmark Energie");
        await ReserveAsync(customer, Today);
        await ReserveAsync(customer, Today.AddDays(3), new OverrideMark("Vera Sponsor", "Largest deal of the year"), manager.Viewer, contact: 1);

        var page = await manager.GetAsync("/usage/overrides");

        var row = page.Text(".overrides tbody tr");
        foreach (var part in new[] { "Nordmark Energie", "Limit of 1 sales call", "Vera Sponsor", "Largest deal of the year", "Maria Berg", "Program manager", "now pending" })
        {
            row.ShouldContain(part);
        }

        page.Text("#override-figure").ShouldContain("of 2 uses reserved");
        (await manager.GetAsync("/usage/overrides?from=2020-01-01&to=2020-12-31")).Text("main").ShouldContain("No override");
        (await manager.GetAsync("/usage/overrides?from=nonsense&page=-1")).All(".overrides tbody tr").Count.ShouldBe(1);
        (await manager.GetAsync("/usage")).Text("main").ShouldContain("of 2 uses reserved");
        (await (await app.SignedInAsync(Roles.Executive)).GetAsync("/usage/overrides")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await (await app.SignedInAsync(Roles.Executive)).GetAsync("/")).Text("main").ShouldContain("limits overridden: 1 of 2 uses");
    }

    [Fact]
    public async Task Compare_now_shows_what_differs_with_links_and_what_to_do()
    {
        var manager = await app.SignedInAsync(Roles.ProgramManager);
        var marketing = await app.SignedInAsync(Roles.Marketing);
        var customer = await CustomerAsync("Nordmark Energie");
        await ReserveAsync(customer, Today);

        var before = await manager.GetAsync("/usage/comparison");
        before.Text("main").ShouldContain("Not compared yet");
        (await manager.SubmitAsync(before, "form[action='/usage/comparison']")).Location.ShouldBe("/usage/comparison");

        var page = await manager.GetAsync("/usage/comparison");
        page.Text(".findings").ShouldContain("Capacity is held for a request that is not there.");
        page.All($".findings a[href='/usage/customers/{customer.Id}']").ShouldNotBeEmpty();
        page.Text("main").ShouldContain("1 difference");
        (await marketing.GetAsync("/usage/comparison")).All("form[action='/usage/comparison']").ShouldBeEmpty();
        (await manager.GetAsync("/account/inbox")).Text("main").ShouldContain("A ledger differs from what it stands for");

        var release = page.All("form[action$='/release']").ShouldHaveSingleItem().GetAttribute("action")!;
        await manager.PostAsync(release, ("Reason", " "));
        (await manager.GetAsync("/usage/comparison")).Text("main").ShouldContain("1 difference");
        (await manager.PostAsync(release, ("Reason", "The request was deleted"))).Location.ShouldBe("/usage/comparison");
        (await manager.GetAsync("/usage/comparison")).Text("main").ShouldContain("Cleared up");
        (await manager.GetAsync($"/usage/customers/{customer.Id}")).Text(".ledger").ShouldContain("The request was deleted");
    }

    [Fact]
    public async Task The_figure_of_overrides_leads_to_the_same_overrides()
    {
        var manager = await app.SignedInAsync(Roles.ProgramManager);
        var (one, other) = (await CustomerAsync("Nordmark Energie"), await CustomerAsync("Alpenbank AG"));
        var mark = new OverrideMark("Vera Sponsor", "Largest deal of the year");
        await ReserveAsync(one, Today.AddDays(10));
        await ReserveAsync(one, Today.AddDays(12), mark, manager.Viewer, contact: 1);
        await ReserveAsync(other, Today.AddDays(10));

        var calendar = await manager.GetAsync("/usage?q=nordmark&sort=name");
        calendar.Text("main").ShouldContain("of 2 uses reserved");
        var address = calendar.All("a.text-reset[href^='/usage/overrides']").ShouldHaveSingleItem().GetAttribute("href")!;
        address.ShouldBe("/usage/overrides?q=nordmark");
        var list = await manager.GetAsync(address);
        list.Text("#override-figure").ShouldContain("of 2 uses reserved");
        list.Text("#narrowed").ShouldContain("“nordmark”");
        (await manager.GetAsync("/usage/overrides?q=alpen")).Text("#override-figure").ShouldContain("of 1 use reserved");
        (await manager.GetAsync("/usage/overrides")).Text("#override-figure").ShouldContain("of 3 uses reserved");
    }

    [Fact]
    public async Task Who_owns_no_customer_is_told_who_logs_uses_instead_of_searching_in_vain()
    {
        var (rep, owner) = (await app.SignedInAsync(Roles.Rep), await app.SignedInAsync(Roles.Rep));
        await CustomerAsync("Nordmark Energie", owner.Viewer.UserId);

        var page = await rep.GetAsync("/usage/uses/new");
        page.Text("main").ShouldContain("You own no customer");
        page.All("main form[role='search']").ShouldBeEmpty();
        (await owner.GetAsync("/usage/uses/new")).Text("main").ShouldContain("Nordmark Energie");
        (await owner.GetAsync("/usage/uses/new?q=zzz")).Text("main").ShouldContain("No customer is called like this");
    }

    private async Task<Customer> CustomerAsync(string name, Guid? ownerId = null)
    {
        var customer = Given.Customer(name, ownerId);
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
}
