using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Testing;
using ReferenceHub.Testing.Web;

namespace ReferenceHub.Web.Tests.References;

public sealed class BulkPageTests : IDisposable
{
    private readonly WebApp app = new();

    [Fact]
    public async Task Ticked_customers_are_chosen_looked_at_and_changed()
    {
        var (one, two) = (Given.Customer("Alder"), Given.Customer("Birch", tier: Tier.Lighthouse));
        await app.AddAsync(one, two);
        var manager = await app.SignedInAsync(Roles.ProgramManager);

        var choice = await manager.GetAsync($"/references/bulk?id={one.Id}&id={two.Id}");
        var preview = await manager.SubmitAsync(choice, "form[action$='/preview']", ("Tier", "Lighthouse"));
        preview.Text("h1").ShouldBe("1 customer would change");
        preview.Text("main").ShouldContain("Tier: Lighthouse already");
        (await TierAsync(one)).ShouldBe(Tier.Standard);

        var done = await manager.FollowAsync(await manager.SubmitAsync(preview, "form[action='/references/bulk']"));
        done.Text(".flash, .alert").ShouldContain("Changed 1 customer.");
        (await TierAsync(one)).ShouldBe(Tier.Lighthouse);
    }

    [Fact]
    public async Task All_that_a_filter_finds_are_changed_by_the_filter()
    {
        await app.AddAsync(Given.Customer(), Given.Customer(), Given.Customer());
        var manager = await app.SignedInAsync(Roles.ProgramManager);
        var choice = await manager.GetAsync("/references/bulk?filter=view%3Dall");
        choice.Text("h1").ShouldBe("Change 3 customers");

        var preview = await manager.SubmitAsync(choice, "form[action$='/preview']", ("RfpListed", "True"));
        await manager.SubmitAsync(preview, "form[action='/references/bulk']");
        (await app.DataAsync(db => db.Customers.CountAsync(customer => customer.RfpListed))).ShouldBe(3);
    }

    [Fact]
    public async Task A_rep_is_offered_no_change_and_makes_none()
    {
        var customer = Given.Customer();
        await app.AddAsync(customer);
        var rep = await app.SignedInAsync(Roles.Rep);
        (await rep.GetAsync("/references")).Body.ShouldNotContain("/references/bulk");
        var choice = await rep.GetAsync($"/references/bulk?id={customer.Id}");
        choice.All("[name=Tier], [name=OwnerId], [name=RfpListed]").ShouldBeEmpty();

        var preview = await rep.SubmitAsync(choice, "form[action$='/preview']", ("Status", "Retired"));
        preview.Text("main").ShouldContain("you may not change this record");
        preview.All("form[action='/references/bulk'] button").ShouldBeEmpty();
    }

    public void Dispose() => app.Dispose();

    private Task<Tier> TierAsync(Customer customer) => app.DataAsync(db => db.Customers.Where(row => row.Id == customer.Id).Select(row => row.Tier).SingleAsync());
}
