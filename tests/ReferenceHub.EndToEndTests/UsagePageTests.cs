using ReferenceHub.EndToEndTests.Harness;
using ReferenceHub.Testing.Browsers;
using static Microsoft.Playwright.Assertions;

namespace ReferenceHub.EndToEndTests;

/// <summary>Pages of usage that no list of the demo program leads to by itself: a draft of the policies, its replays, a planned use to be moved.</summary>
[Collection(WithRealApp.Name)]
public sealed class UsagePageTests(RealApp app)
{
    [BrowserFact]
    public async Task The_pages_of_a_draft_and_of_its_replays_have_no_barriers_and_fit_a_phone()
    {
        await using var desk = await Desk.SignedInAsync(app, "manager");
        var page = desk.Page;
        await desk.GoAsync("/usage/policies");
        await page.Locator("#versions").GetByLabel("What it is about").FillAsync("Pages of a draft");
        await page.Locator("#versions").GetByText("Make a draft", new() { Exact = true }).ClickAsync();
        await Expect(page.Locator("h1")).ToContainTextAsync("Pages of a draft");
        var version = new Uri(page.Url).AbsolutePath;
        await desk.ShouldSuitEverybodyAsync("a draft of the policies");

        await desk.GoAsync($"{version}/what-if");
        await desk.ShouldSuitEverybodyAsync("the form of a replay, without replays");
        await page.GetByText("Last quarter").ClickAsync();
        await Expect(page.Locator("#figures")).ToContainTextAsync("Fulfilment");
        await desk.ShouldSuitEverybodyAsync("the figures of a replay");

        await desk.GoAsync($"{version}/what-if");
        await Expect(page.Locator("main tbody tr")).ToHaveCountAsync(1);
        await desk.ShouldSuitEverybodyAsync("the form of a replay, with one");
    }

    [BrowserFact]
    public async Task The_page_to_move_a_planned_use_has_no_barriers_and_fits_a_phone()
    {
        await using var desk = await Desk.SignedInAsync(app, "manager");
        await desk.GoAsync("/usage");
        await desk.GoAsync((await desk.Page.Locator("main a.use[href*='/move']").First.GetAttributeAsync("href"))!);
        await Expect(desk.Page.Locator("main .move-use")).ToBeVisibleAsync();
        await desk.ShouldSuitEverybodyAsync("a planned use to be moved");
    }
}
