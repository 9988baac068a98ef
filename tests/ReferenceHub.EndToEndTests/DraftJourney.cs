using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using ReferenceHub.EndToEndTests.Harness;
using ReferenceHub.Testing.Browsers;
using static Microsoft.Playwright.Assertions;

namespace ReferenceHub.EndToEndTests;

/// <summary>What is typed into the request form is kept while it is typed, and never lost or sent by halves.</summary>
[Collection(WithRealApp.Name)]
public sealed partial class DraftJourney(RealApp app)
{
    [BrowserFact]
    public async Task A_draft_is_gone_on_with_and_sent_while_a_save_is_on_its_way()
    {
        await using var rep = await Desk.SignedInAsync(app, "rep");
        await rep.GoAsync("/requests/new?type=sales-call");
        var page = rep.Page;
        await page.FillAsync("#Text", "Somebody who moved within a year");
        await KeptAsync(page);
        var draft = page.Url;
        DraftAddress().IsMatch(draft).ShouldBeTrue(draft);

        await rep.GoAsync("/references");
        await rep.GoAsync("/requests/new");
        await page.Locator($"#drafts a[href='{new Uri(draft).AbsolutePath}']").ClickAsync();
        await Expect(page.Locator("#Text")).ToHaveValueAsync("Somebody who moved within a year");

        await page.SelectOptionAsync("#OpportunityId", await page.Locator("#OpportunityId option:not([value=''])").First.GetAttributeAsync("value") ?? "");
        await page.Locator("#more > summary").ClickAsync();
        await page.FillAsync("#Sponsor", "Vera Vice");
        await page.FillAsync("#NeededBy", DateTime.Now.AddDays(35).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await KeptAsync(page);

        var (held, underWay) = (new TaskCompletionSource(), new TaskCompletionSource());
        await page.RouteAsync("**/requests/drafts", async route =>
        {
            underWay.TrySetResult();
            await held.Task;
            await route.ContinueAsync();
        });
        await page.FillAsync("#Text", "Somebody who moved within a month");
        await underWay.Task;
        await page.FillAsync("#Text", "Somebody who moved within a week");
        await page.ClickAsync("#request-form button.btn-primary");
        held.SetResult();

        await page.WaitForURLAsync(url => RequestAddress().IsMatch(url));
        RequestAddress().Match(page.Url).Groups[1].Value.ShouldBe(DraftAddress().Match(draft).Groups[1].Value);
        await Expect(page.Locator("main")).ToContainTextAsync("Somebody who moved within a week");
        rep.ShouldBeClean();
    }

    [BrowserFact]
    public async Task A_second_window_replaces_nothing_silently()
    {
        await using var rep = await Desk.SignedInAsync(app, "rep");
        await rep.GoAsync("/requests/new?type=sales-call");
        var first = rep.Page;
        await first.FillAsync("#Text", "A bank");
        await KeptAsync(first);
        var second = await first.Context.NewPageAsync();
        await second.GotoAsync(first.Url);
        await second.FillAsync("#Text", "A bank in DACH");
        await Expect(second.Locator("#draft-state")).ToContainTextAsync(", kept ");

        await first.FillAsync("#Text", "An insurer");
        await Expect(first.Locator("#draft-state [role=alert]")).ToContainTextAsync("changed in another window");
        await second.ReloadAsync();
        await Expect(second.Locator("#Text")).ToHaveValueAsync("A bank in DACH");

        await first.Locator("#draft-state").GetByText("Keep what stands here").ClickAsync();
        await KeptAsync(first);
        await second.ReloadAsync();
        await Expect(second.Locator("#Text")).ToHaveValueAsync("An insurer");
        rep.ShouldBeClean();
    }

    [BrowserFact]
    public async Task Another_activity_leaves_what_is_open_and_what_was_typed()
    {
        await using var rep = await Desk.SignedInAsync(app, "rep");
        await rep.GoAsync("/requests/new?type=sales-call");
        var page = rep.Page;
        await page.Locator("#more > summary").ClickAsync();
        var (held, underWay) = (new TaskCompletionSource(), new TaskCompletionSource());
        await page.RouteAsync("**/requests/preview", async route =>
        {
            underWay.TrySetResult();
            await held.Task;
            await route.ContinueAsync();
        });
        await page.Locator("label.segment:has(input[value='event'])").ClickAsync();
        await underWay.Task;
        await page.FillAsync("#Sponsor", "Vera Vice");
        var before = await page.Locator("#form-fields").ElementHandleAsync();
        held.SetResult();

        await page.WaitForFunctionAsync("old => !old.isConnected", before);
        await Expect(page.Locator("#Sponsor")).ToHaveValueAsync("Vera Vice");
        await Expect(page.Locator("#Sponsor")).ToBeVisibleAsync();
        await Expect(page.Locator("#Sponsor")).ToBeFocusedAsync();
        rep.ShouldBeClean();
    }

    private static Task KeptAsync(IPage page) => Expect(page.Locator("#draft-state [data-kept]")).ToContainTextAsync(", kept ");

    [GeneratedRegex(@"/requests/(\d+)/edit$")]
    private static partial Regex DraftAddress();

    [GeneratedRegex(@"/requests/(\d+)$")]
    private static partial Regex RequestAddress();
}
