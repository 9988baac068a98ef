using ReferenceHub.EndToEndTests.Harness;
using ReferenceHub.Testing.Browsers;
using static Microsoft.Playwright.Assertions;

namespace ReferenceHub.EndToEndTests;

/// <summary>Pages of a request that only a request of one's own leads to, light, dark and narrow: no barrier, no error, no sideways scrolling.</summary>
[Collection(OnWorkdays.Name)]
public sealed class RequestPageTests(WorkdayApp app)
{
    [BrowserFact]
    public async Task A_list_of_requirements_its_cover_table_and_merging_have_no_barriers()
    {
        var (first, second) = (Asks.NewProspect(), Asks.NewProspect());
        await using var rep = await Desk.SignedInAsync(app, "rep");
        var one = await rep.AskAsync(app, first, "rfp", "Atlas in production\nA bank or an insurer\nMore than 1000 staff", async () =>
        {
            await Expect(rep.Page.Locator("#cover-table")).ToContainTextAsync("Atlas in production");
            await rep.JudgeAsync();
            await rep.Page.SetViewportSizeAsync(1280, 900);
        });
        var other = await rep.AskAsync(app, second, "rfp");
        rep.ShouldBeClean();

        await using var manager = await Desk.SignedInAsync(app, "manager");
        await manager.GoAsync($"/requests/{one}/requirements");
        await Expect(manager.Page.Locator("#cover-table")).ToContainTextAsync("A bank or an insurer");
        await manager.JudgeAsync();
        await manager.Page.SetViewportSizeAsync(1280, 900);
        await manager.GoAsync($"/requests/{one}");
        await manager.JudgeAsync();
        await manager.Page.SetViewportSizeAsync(1280, 900);
        await manager.GoAsync($"/requests/{one}?open=merge");
        var menu = manager.Page.Locator(".menu-form:has([name=Duplicate])");
        await Expect(menu.Locator("[name=Duplicate]").First).ToBeVisibleAsync();
        (await Axe.BarriersAsync(menu)).ShouldBeEmpty("the menu");
        await manager.Page.Locator($"form[action$='/merge'] [name=Duplicate][value='{other}']").CheckAsync();
        await manager.Page.Locator("form[action$='/merge'] button").ClickAsync();
        await manager.Page.Locator("dialog[open] button.btn-danger, dialog[open] .btn-primary").First.ClickAsync();
        await Expect(manager.Page.Locator("#flash")).Not.ToBeEmptyAsync();
        await manager.GoAsync($"/requests/{other}");
        await Expect(manager.Page.Locator("main")).ToContainTextAsync($"#{one}");
        await manager.JudgeAsync();
        manager.ShouldBeClean();
    }
}
