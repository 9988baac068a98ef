using ReferenceHub.Core.Deals;
using ReferenceHub.Core.Usage;
using ReferenceHub.Testing;
using ReferenceHub.Testing.Web;

namespace ReferenceHub.Web.Tests.Requests;

/// <summary>Finding the opportunity of a request where no script runs: the hits stand below the box, and the only one is taken.</summary>
public sealed class OpportunityPickerTests(RequestDesk desk) : IClassFixture<RequestDesk>
{
    [Fact]
    public async Task What_is_found_stands_below_the_box_and_one_of_it_is_taken()
    {
        var (bank, insurer) = await DealsAsync("Kestrel");
        var found = await FindAsync("kestrel");
        Hits(found).ShouldBe([bank.Id.ToString(), insurer.Id.ToString()], ignoreOrder: true);
        Chosen(found).ShouldBeNull();

        var taken = await PressAsync(insurer.Id.ToString(), "kestrel");
        Chosen(taken).ShouldBe(insurer.Id.ToString());
        taken.ShouldSatisfyAllConditions(
            page => Hits(page).ShouldBeEmpty(), page => page.One("[name=opportunityQuery]").GetAttribute("value").ShouldBe(""), page => page.One("#Text").TextContent.ShouldContain("A bank"));
    }

    [Theory]
    [InlineData("/requests/new")]
    [InlineData("/requests/preview")]
    public async Task The_only_hit_is_taken_at_once(string where)
    {
        var (bank, _) = await DealsAsync($"Merlin {where.Length}");
        var page = await desk.Rep.PostAsync(where, ("find", "opportunity"), ("opportunityQuery", $"merlin {where.Length} bank"), ("Wanted", "1"));
        Chosen(page).ShouldBe(bank.Id.ToString());
        Hits(page).ShouldBeEmpty();
    }

    [Fact]
    public async Task Where_nothing_is_found_it_says_so()
    {
        var page = await FindAsync("wibblewobble");
        page.Text("[data-picker-hits]").ShouldContain("No open opportunity has “wibblewobble”.");
        (await desk.Rep.GetAsync("/opportunities/options?opportunityQuery=")).Text().Trim().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_deal_of_somebody_else_is_not_taken_by_its_key()
    {
        var foreign = Given.Opportunity(desk.OtherRep.Viewer.UserId, "Osprey foreign");
        await desk.App.AddAsync(foreign);
        var page = await desk.Rep.PostAsync("/requests/preview", ("find", foreign.Id.ToString()), ("Wanted", "1"));
        Chosen(page).ShouldBeNull();
        page.Body.ShouldNotContain("Osprey");
    }

    private static List<string?> Hits(Page page) => [.. page.All("[data-picker-hits] button[name=find]").Select(hit => hit.GetAttribute("value"))];

    private static string? Chosen(Page page) => page.All("#OpportunityId option[selected]").SingleOrDefault()?.GetAttribute("value");

    private Task<Page> FindAsync(string words) => PressAsync("opportunity", words);

    private Task<Page> PressAsync(string button, string words) =>
        desk.Rep.PostAsync("/requests/new", ("ActivityKey", ActivityKeys.SalesCall), ("find", button), ("opportunityQuery", words), ("OpportunityId", ""), ("Text", "A bank"), ("Wanted", "1"));

    private async Task<(Opportunity Bank, Opportunity Insurer)> DealsAsync(string name)
    {
        var (bank, insurer) = (Given.Opportunity(desk.Rep.Viewer.UserId, $"{name} bank"), Given.Opportunity(desk.Rep.Viewer.UserId, $"{name} insurer"));
        await desk.App.AddAsync(bank, insurer);
        return (bank, insurer);
    }
}
