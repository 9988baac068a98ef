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
        (await manager.PostAsync("/usage/given/limit", ("Most", "50"), ("Currency", "EUR"), ("Version", await VersionAsync()))).Location.ShouldBe("/usage/given");

        var refused = await manager.PostAsync(
            $"/usage/customers/{customer.Id}/given",
            ("Kind", "Gift"), ("On", "2026-11-02"), ("ContactId", customer.Contacts[0].Id.ToString()), ("Worth", "50.01"), ("Note", "A basket of fruit"));
        refused.Status.ShouldBe(HttpStatusCode.OK);
        refused.Text("main").ShouldContain("Gifts to one person are worth EUR 50.00 at most in 365 days");
        refused.Body.ShouldContain("A basket of fruit");
        (await app.DataAsync(db => db.GivenValues.CountAsync())).ShouldBe(0);
    }

    [Theory]
    [InlineData("12,50", 12.50, null)]
    [InlineData("1.234,50", 1234.50, null)]
    [InlineData("1,234", 1234.0, null)]
    [InlineData("12,5,0", null, "This is not read as an amount. Write it as 1234.50 or 1,234.50, without a currency.")]
    [InlineData("€ 12", null, "This is not read as an amount.")]
    [InlineData("0.004", null, "EUR has 2 decimals; thousands are written as 12345 or 12,345.")]
    public async Task A_price_is_read_as_it_was_meant_or_the_field_says_why_not(string typed, double? worth, string? why)
    {
        var manager = await app.SignedInAsync(Roles.ProgramManager);
        var customer = await CustomerAsync("Nordmark Energie");
        var sent = await manager.PostAsync($"/usage/customers/{customer.Id}/given", ("Kind", "EventSeat"), ("On", "2026-11-02"), ("Worth", typed), ("Currency", "EUR"));
        var line = await app.DataAsync(db => db.GivenValues.SingleOrDefaultAsync());
        (line?.Worth, line?.Currency).ShouldBe(((decimal?)worth, worth is null ? null : "EUR"));
        if (why is not null)
        {
            sent.One("#Worth_error").TextContent.ShouldContain(why);
            sent.One("#Worth").GetAttribute("value").ShouldBe(typed);
        }
    }

    [Fact]
    public async Task The_limit_of_gifts_keeps_its_currency_until_it_is_set_in_another()
    {
        var manager = await app.SignedInAsync(Roles.ProgramManager);
        (await manager.PostAsync("/usage/given/limit", ("Most", "50"), ("Currency", "EUR"), ("Version", await VersionAsync()))).Location.ShouldBe("/usage/given");
        await app.DataAsync(async db =>
        {
            var organisation = await db.Organisations.SingleAsync();
            organisation.Edit(organisation.Name, organisation.ZoneId, "USD", organisation.FiscalYearStart);
            return await db.SaveChangesAsync();
        });

        var page = await manager.GetAsync("/usage/given");
        page.Text("main").ShouldContain("Gifts to one person are worth EUR 50.00 at most in any 365 days.");
        page.Text("main").ShouldContain("The program reports in USD now.");
        page.One("select[name=Currency] option[selected]").TextContent.ShouldBe("EUR");
        var refused = await manager.PostAsync("/usage/given/limit", ("Most", "60,5,5"), ("Currency", "USD"), ("Version", await VersionAsync()));
        refused.One("#Most_error").TextContent.ShouldContain("This is not read as an amount");
        (await manager.PostAsync("/usage/given/limit", ("Most", "60"), ("Currency", "USD"), ("Version", await VersionAsync()))).Location.ShouldBe("/usage/given");
        (await manager.GetAsync("/usage/given")).Text("main").ShouldContain("worth USD 60.00 at most");
        (await manager.GetAsync("/usage/given/limit")).Location.ShouldBe("/usage/given", "whoever loads the address of a refused form again finds the form");
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

    private async Task<string> VersionAsync() => (await app.DataAsync(db => db.PolicySets.SingleAsync())).Version.ToString(CultureInfo.InvariantCulture);

    private async Task<Customer> CustomerAsync(string name)
    {
        var customer = Given.Customer(name);
        await app.AddAsync(customer);
        return customer;
    }
}
