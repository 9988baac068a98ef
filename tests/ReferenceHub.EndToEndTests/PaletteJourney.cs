using Microsoft.Playwright;
using ReferenceHub.EndToEndTests.Harness;
using ReferenceHub.Testing.Browsers;
using static Microsoft.Playwright.Assertions;

namespace ReferenceHub.EndToEndTests;

/// <summary>The palette by keyboard alone, and weights that show what they do while they are typed.</summary>
[Collection(WithRealApp.Name)]
public sealed class PaletteJourney(RealApp app)
{
    [BrowserFact]
    public async Task A_rep_goes_by_keyboard_and_gets_the_focus_back()
    {
        await using var rep = await Desk.SignedInAsync(app, "rep");
        await rep.GoAsync("/content");
        var page = rep.Page;
        var opener = page.Locator("header [data-palette-open]");
        await opener.FocusAsync();
        await page.Keyboard.PressAsync("Control+k");
        var box = page.GetByRole(AriaRole.Combobox, new() { Name = "Go to or find" });
        var options = page.Locator("#palette [role=option]");
        await Expect(box).ToBeFocusedAsync();
        await Expect(options.First).ToHaveAttributeAsync("aria-selected", "true");

        await page.Keyboard.TypeAsync("bank in DACH");
        await Expect(page.Locator("#palette")).ToContainTextAsync("References that fit");
        (await Axe.BarriersAsync(page)).ShouldBeEmpty();
        (await Axe.BarriersInTheDarkAsync(page)).ShouldBeEmpty();

        await page.Keyboard.PressAsync("ArrowDown");
        await Expect(options.Nth(1)).ToHaveAttributeAsync("aria-selected", "true");
        await Expect(box).ToHaveAttributeAsync("aria-activedescendant", await options.Nth(1).GetAttributeAsync("id") ?? "");
        await page.Keyboard.PressAsync("ArrowUp");
        await page.Keyboard.PressAsync("ArrowUp");
        await Expect(options.Last).ToHaveAttributeAsync("aria-selected", "true");
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.Locator("#palette")).Not.ToBeVisibleAsync();
        await Expect(opener).ToBeFocusedAsync();

        // Enter at once means what will be found for these words, not what still stands there.
        await page.Keyboard.PressAsync("Control+k");
        await page.Keyboard.TypeAsync("opportunities");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/opportunities**");
        rep.ShouldBeClean();
    }

    [BrowserFact]
    public async Task A_manager_sees_what_weights_do_before_they_are_saved()
    {
        await using var manager = await Desk.SignedInAsync(app, "manager");
        await manager.GoAsync("/admin/matching");
        var page = manager.Page;
        await Expect(page.Locator("#trial")).ToContainTextAsync("weights as in force");

        await page.FillAsync("#Fit", "10");
        await page.PressAsync("#Fit", "Tab");
        await Expect(page.Locator("#Parts_sum")).ToHaveTextAsync("Together 50 of 100: 50 to give");
        await Expect(page.Locator("#trial")).ToContainTextAsync("These are no weights yet");
        await page.FillAsync("#Freshness", "60");
        await page.PressAsync("#Freshness", "Tab");
        await Expect(page.Locator("#trial [role=status]")).ToContainTextAsync("change");
        (await Axe.BarriersAsync(page)).ShouldBeEmpty();

        await page.GetByRole(AriaRole.Button, new() { Name = "Back to the shipped ones" }).ClickAsync();
        await Expect(page.Locator("#Fit")).ToHaveValueAsync("60");
        await page.FillAsync("#Fit", "61");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(page.Locator("#Parts_error")).ToContainTextAsync("these make 101");
        await manager.GoAsync("/admin/matching");
        await Expect(page.Locator("#trial")).ToContainTextAsync("weights as in force");
        manager.ShouldBeClean();
    }
}
