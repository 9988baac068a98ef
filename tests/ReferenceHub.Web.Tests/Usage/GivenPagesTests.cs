using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Testing;
using ReferenceHub.Testing.Web;

namespace ReferenceHub.Web.Tests.Usage;

/// <summary>Give and take in the browser.</summary>
public sealed class GivenPagesTests : IDisposable
{
    private readonly WebApp app = new();

    [Fact]
    public async Task What_was_given_is_written_down_counted_and_taken_back()
    {
        var manager = await app.SignedInAsync(Roles.ProgramManager);
        var customer = await CustomerAsync("Nordmark Energie");
        var address = $"/usage/customers/{customer.Id}/given";
        (await manager.GetAsync(address)).Text("main").ShouldContain("Nothing yet");

        var sent = await manager.PostAsync(address, ("Kind", "EventSeat"), ("On", "2026-11-02"), ("ContactId", customer.Contacts[0].Id.ToString()), ("Note", "Two seats at the summit"));
        sent.Location.ShouldBe(address);
        var page = await manager.GetAsync(address);
        page.Text("main").ShouldContain("Two seats at the summit");
        page.Text("main").ShouldContain("2units in 365 days");
        (await manager.GetAsync($"/usage/customers/{customer.Id}")).Text("main").ShouldContain("Give and take");

        var line = await app.DataAsync(db => db.GivenValues.SingleAsync());
        (await manager.PostAsync($"{address}/{line.Id}/withdrawal", ("Reason", "Another company"))).Location.ShouldBe(address);
        (await manager.GetAsync(address)).Text("main").ShouldContain("taken back Another company");
    }

    [Fact]
    public async Task A_gift_beyond_the_rule_is_refused_beside_its_field_and_nothing_typed_is_lost()
    {
        var manager = await app.SignedInAsync(Roles.ProgramManager);
        var customer = await CustomerAsync("Nordmark Energie");
        (await manager.PostAsync("/usage/given/limit", ("Most", "50"), ("Version", (await app.DataAsync(db => db.PolicySets.SingleAsync())).Version.ToString(CultureInfo.InvariantCulture)))).Location.ShouldBe("/usage/given");

        var refused = await manager.PostAsync(
            $"/usage/customers/{customer.Id}/given",
            ("Kind", "Gift"), ("On", "2026-11-02"), ("ContactId", customer.Contacts[0].Id.ToString()), ("Worth", "50.01"), ("Note", "A basket of fruit"));
        refused.Status.ShouldBe(HttpStatusCode.OK);
        refused.Text("main").ShouldContain("Gifts to one person are worth EUR 50.00 at most in 365 days");
        refused.Body.ShouldContain("A basket of fruit");
        (await app.DataAsync(db => db.GivenValues.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Whose_ledger_somebody_may_not_see_is_not_told_what_they_got()
    {
        var customer = await CustomerAsync("Nordmark Energie");
        var rep = await app.SignedInAsync(Roles.Rep);
        (await rep.GetAsync($"/usage/customers/{customer.Id}/given")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await rep.GetAsync($"/references/{customer.Id}")).Text("main").ShouldNotContain("Give and take");
    }

    public void Dispose() => app.Dispose();

    private async Task<Customer> CustomerAsync(string name)
    {
        var customer = Given.Customer(name);
        await app.AddAsync(customer);
        return customer;
    }
}
