using ReferenceHub.EndToEndTests.Harness;
using ReferenceHub.Testing.Browsers;
using static Microsoft.Playwright.Assertions;

namespace ReferenceHub.EndToEndTests;

/// <summary>A rep in a hurry finds the opportunity of a request by keyboard alone.</summary>
[Collection(WithRealApp.Name)]
public sealed class PickerJourney(RealApp app)
{
    [BrowserFact]
    public async Task Typing_shows_the_hits_and_enter_takes_the_only_one()
    {
        await using var rep = await Desk.SignedInAsync(app, "rep");
        await rep.GoAsync("/requests/new?type=sales-call");
        var page = rep.Page;
        var (box, hits, choice) = (page.Locator("[name=opportunityQuery]"), page.Locator("[data-picker-label]"), page.Locator("#OpportunityId"));
        var deals = page.Locator("#OpportunityId option:not([value=''])");
        var (key, label) = (await deals.First.GetAttributeAsync("value") ?? "", await deals.First.TextContentAsync() ?? "");

        await box.FocusAsync();
        await page.Keyboard.TypeAsync(label[..3]);
        await Expect(hits.First).ToBeVisibleAsync();
        await Expect(page.Locator("[data-picker-status]")).ToContainTextAsync("found");
        (await Axe.BarriersAsync(page)).ShouldBeEmpty();
        (await Axe.BarriersInTheDarkAsync(page)).ShouldBeEmpty();
        await page.Keyboard.PressAsync("ArrowDown");
        await Expect(hits.First).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(box).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(hits).ToHaveCountAsync(0);

        // Enter at once means what will be found for these words.
        await page.Keyboard.TypeAsync(label[(label.IndexOf('(', StringComparison.Ordinal) + 1)..label.IndexOf(')', StringComparison.Ordinal)]);
        await page.Keyboard.PressAsync("Enter");
        await Expect(choice).ToHaveValueAsync(key);
        await Expect(choice).ToBeFocusedAsync();
        await Expect(hits).ToHaveCountAsync(0);
        await Expect(box).ToHaveValueAsync("");
        rep.ShouldBeClean();
    }
}
