using ReferenceHub.EndToEndTests.Harness;
using ReferenceHub.Testing.Browsers;
using static Microsoft.Playwright.Assertions;

namespace ReferenceHub.EndToEndTests;

/// <summary>A process is drafted, put in another order by keyboard and by drag, and read again. Over the demo program.</summary>
[Collection(WithRealApp.Name)]
public sealed class ProcessJourney(RealApp app)
{
    [BrowserFact]
    public async Task A_manager_reorders_a_draft_by_keyboard_and_by_drag()
    {
        await using var desk = await Desk.SignedInAsync(app, "manager");
        var page = desk.Page;
        await desk.GoAsync("/processes");
        await page.GetByText("Customer video").ClickAsync();
        await page.GetByText("Draft a new version").ClickAsync();
        var steps = page.Locator("[data-steps=prepare] .edit-step");
        await Expect(steps.Nth(0)).ToContainTextAsync("Brief");

        // The arrow keeps the focus, so that pressing it again goes on: Script over Brief, then into the stage before.
        await page.GetByLabel("Move Script up").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(steps.Nth(0)).ToContainTextAsync("Script");
        await Expect(page.GetByLabel("Move Script up")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("[data-steps=recruit] .edit-step").Last).ToContainTextAsync("Script");
        await Expect(page.GetByLabel("Move Script up")).ToBeFocusedAsync();

        await page.Locator("#step-rehearsal [data-step-handle]").DragToAsync(page.Locator("#step-brief"), new() { TargetPosition = new() { X = 40, Y = 4 } });
        await Expect(steps.Nth(0)).ToContainTextAsync("Rehearsal call");
        await Expect(page.Locator("#step-rehearsal")).ToContainTextAsync("stands above a step that it comes after");

        (await Axe.BarriersAsync(page)).ShouldBeEmpty("light");
        (await Axe.BarriersInTheDarkAsync(page)).ShouldBeEmpty("dark");
        await page.SetViewportSizeAsync(375, 800);
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(375);
        await page.SetViewportSizeAsync(1280, 900);
        await page.GetByText("Compare", new() { Exact = true }).ClickAsync();
        await Expect(page.Locator("main")).ToContainTextAsync("Moved");
        (await Axe.BarriersAsync(page)).ShouldBeEmpty("light");
        desk.ShouldBeClean();
    }
}
