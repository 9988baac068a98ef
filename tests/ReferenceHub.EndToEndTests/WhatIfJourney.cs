using ReferenceHub.EndToEndTests.Harness;
using ReferenceHub.Testing.Browsers;
using static Microsoft.Playwright.Assertions;

namespace ReferenceHub.EndToEndTests;

/// <summary>A draft of the policies: a limit changed, tried on the past, given a day. Over the demo program.</summary>
[Collection(WithRealApp.Name)]
public sealed class WhatIfJourney(RealApp app)
{
    private const string Name = "Two units a quarter";

    [BrowserFact]
    public async Task A_manager_drafts_changes_a_limit_tries_it_on_the_past_and_gives_it_a_day()
    {
        await using var desk = await Desk.SignedInAsync(app, "manager");
        var page = desk.Page;
        await desk.GoAsync("/usage/policies");
        await page.Locator("#versions").GetByLabel("What it is about").FillAsync(Name);
        await page.Locator("#versions").GetByText("Make a draft", new() { Exact = true }).ClickAsync();
        await Expect(page.Locator("h1")).ToContainTextAsync(Name);
        var version = new Uri(page.Url).AbsolutePath;

        await page.GetByLabel("Change: Limit of 4 units").First.ClickAsync();
        await page.FillAsync("#Amount", "2");
        await page.ClickAsync("main form[action^='/usage/policies/'] button.btn-primary");
        await Expect(page.Locator("main")).ToContainTextAsync("Limit of 2 units per customer in 90 days");

        await desk.GoAsync(version);
        await page.GetByText("What if", new() { Exact = true }).ClickAsync();
        await page.GetByText("Last year").ClickAsync();
        await Expect(page.Locator("#figures")).ToContainTextAsync("Fulfilment");
        await Expect(page.Locator("main")).ToContainTextAsync("Limit of 2 units per customer in 90 days");
        await Expect(page.Locator("#changed tbody tr").First).ToContainTextAsync("differs");
        (await Axe.BarriersAsync(page)).ShouldBeEmpty("light");
        (await Axe.BarriersInTheDarkAsync(page)).ShouldBeEmpty("dark");
        await page.SetViewportSizeAsync(375, 800);
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(375);
        await page.SetViewportSizeAsync(1280, 900);

        await page.GetByText("Save with a start date").ClickAsync();
        await page.GetByLabel("First day").FillAsync(DateOnly.FromDateTime(app.Now).AddDays(200).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        await page.GetByText("Put in force from this day").ClickAsync();
        await Expect(page.Locator("main")).ToContainTextAsync("Call it off");
        await page.GetByText("Call it off", new() { Exact = true }).ClickAsync();
        await Expect(page.Locator("main")).ToContainTextAsync("It is a draft again");
        desk.ShouldBeClean();
    }
}
