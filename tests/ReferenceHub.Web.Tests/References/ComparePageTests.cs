using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Testing;
using ReferenceHub.Testing.Scenes;
using ReferenceHub.Testing.Web;

namespace ReferenceHub.Web.Tests.References;

public sealed class ComparePageTests : IDisposable
{
    private readonly WebApp app = new();

    [Fact]
    public async Task Rows_that_differ_say_so_in_words()
    {
        var (one, two) = (Given.Customer("Alder"), Given.Customer("Birch", tier: Tier.Lighthouse));
        await app.AddAsync(one, two);
        var page = await (await app.SignedInAsync(Roles.ProgramManager)).GetAsync($"/references/compare?id={one.Id}&id={two.Id}");

        var rows = page.All(".compare tbody tr:not(.compare-section)");
        rows.Single(row => row.QuerySelector("th")!.TextContent.StartsWith("Tier", StringComparison.Ordinal)).TextContent.ShouldContain("differs");
        rows.Single(row => row.QuerySelector("th")!.TextContent.StartsWith("Reference status", StringComparison.Ordinal)).TextContent.ShouldNotContain("differs");
        var only = await (await app.SignedInAsync(Roles.ProgramManager)).GetAsync($"/references/compare?id={one.Id}&id={two.Id}&only=differences");
        only.All(".compare tbody tr:not(.compare-section)").ShouldAllBe(row => row.ClassName == "differs");
    }

    [Theory]
    [InlineData(Roles.Rep)]
    [InlineData(Roles.Executive)]
    [InlineData(Roles.Administrator)]
    public async Task Neither_comparison_nor_print_gives_a_confidential_name_or_a_secret_away(Roles roles)
    {
        var (blind, open) = ((await BlindAsync()).Customer, Given.Customer());
        await app.AddAsync(open);
        var visitor = await app.SignedInAsync(roles);
        foreach (var address in new[] { $"/references/compare?id={blind.Id}&id={open.Id}", $"/references/{blind.Id}/print" })
        {
            var html = (await visitor.GetAsync(address)).Body;
            GuardedCustomer.Traces.Concat(GuardedCustomer.Secrets).ShouldAllBe(trace => !html.Contains(trace, StringComparison.OrdinalIgnoreCase), address);
            html.ShouldContain("DACH banking customer, 20k staff");
        }
    }

    [Fact]
    public async Task The_print_says_who_printed_it_and_holds_no_controls_of_the_profile()
    {
        var customer = Given.Customer("Alder");
        await app.AddAsync(customer);
        var manager = await app.SignedInAsync(Roles.ProgramManager);
        var page = await manager.GetAsync($"/references/{customer.Id}/print");
        page.Text("article footer").ShouldContain($"Printed by {manager.Viewer.Name}");
        page.All("article form, article button, article a").ShouldBeEmpty();
        (await manager.GetAsync($"/references/{customer.Id}")).All($"a[href='/references/{customer.Id}/print']").Count.ShouldBe(1);
    }

    public void Dispose() => app.Dispose();

    private async Task<GuardedCustomer> BlindAsync()
    {
        var owner = Given.User();
        var terms = await app.DataAsync(db => db.Terms.AsNoTracking().Where(term => term.Key == "de" || term.Key == "banking" || term.Key == "atlas").ToListAsync());
        var guarded = new GuardedCustomer(
            Tier.Confidential, owner, terms.Single(term => term.Kind == TermKind.Region), terms.Single(term => term.Kind == TermKind.Industry), terms.Single(term => term.Kind == TermKind.Product));
        await app.AddAsync(owner, guarded.Customer);
        return guarded;
    }
}
