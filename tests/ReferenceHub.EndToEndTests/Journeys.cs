using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using ReferenceHub.EndToEndTests.Harness;
using ReferenceHub.Testing.Browsers;
using static Microsoft.Playwright.Assertions;

namespace ReferenceHub.EndToEndTests;

/// <summary>The main job from end to end, by the people who do it, over the demo program.</summary>
public sealed partial class Journeys(RealApp app) : IClassFixture<RealApp>
{
    [BrowserFact]
    public async Task A_request_goes_from_the_search_to_the_figures()
    {
        string request;
        await using (var rep = await Desk.SignedInAsync(app, "rep"))
        {
            await SearchWithThreeFacetsAsync(rep);
            request = await AskAsync(rep, await rep.Page.Locator("main a[href^='/requests/new']").First.GetAttributeAsync("href") ?? "");
            rep.ShouldBeClean();
        }

        string customer;
        await using (var manager = await Desk.SignedInAsync(app, "manager"))
        {
            await TakeAsync(manager, request);
            await OpenOffersAsync(manager, request);
            await manager.Page.Locator(".offer button[name=Ask]").First.ClickAsync();
            customer = await CandidateHrefAsync(manager);
            await AnswerYesAsync(manager, request);
            await AnswerYesAsync(manager, request);
            await ScheduleAsync(manager, request);
            manager.ShouldBeClean();
        }

        await app.MoveOnAsync(TimeSpan.FromDays(3));
        await using (var manager = await Desk.SignedInAsync(app, "manager"))
        {
            await CompleteAsync(manager, request);
            await manager.GoAsync(customer.Replace("/references/", "/usage/customers/", StringComparison.Ordinal));
            await Expect(manager.Page.Locator("main")).ToContainTextAsync($"request {request}");
            await manager.GoAsync("/metrics");
            await Expect(manager.Page.Locator("main")).ToContainTextAsync("Fulfilment");
            await manager.GoAsync("/metrics/rows?figure=fulfilment");
            await Expect(manager.Page.Locator($"main a[href='/requests/{request}']").First).ToBeVisibleAsync();
            manager.ShouldBeClean();
        }

        await using var again = await Desk.SignedInAsync(app, "rep");
        await again.GoAsync($"/requests/{request}");
        await Expect(again.Page.Locator("main")).ToContainTextAsync("Completed");
        var timeline = again.Page.Locator("section[aria-labelledby=timeline-title]");
        foreach (var step in new[] { "accepted", "held" })
        {
            await Expect(timeline).ToContainTextAsync(new Regex(step, RegexOptions.IgnoreCase));
        }

        again.ShouldBeClean();
    }

    [BrowserFact]
    public async Task A_customer_at_its_limit_is_refused_with_rule_and_date_and_an_override_leaves_its_mark()
    {
        string request;
        await using (var rep = await Desk.SignedInAsync(app, "rep"))
        {
            request = await AskAsync(rep, "/requests/new?type=sales-call");
        }

        await using var manager = await Desk.SignedInAsync(app, "manager");
        await TakeAsync(manager, request);
        var tired = await NameOfOneAtItsLimitAsync(manager);
        await manager.GoAsync($"/requests/{request}?open=add&find={Uri.EscapeDataString(tired)}");
        await manager.Page.Locator("#add details summary").ClickAsync();
        await manager.Page.Locator("#add details > div").Filter(new LocatorFilterOptions { HasText = "Limit of" }).First.GetByText("Propose").ClickAsync();
        await manager.Page.Locator("article form[action$='/ask'] button").First.ClickAsync();

        var refusal = manager.Page.Locator(".alert[role=alert]");
        await Expect(refusal).ToContainTextAsync("Limit of");
        await Expect(refusal).ToContainTextAsync(new Regex("Free on \\d+ \\w+ \\d{4}"));
        await refusal.Locator("summary").ClickAsync();
        await refusal.Locator("[name=Sponsor]").FillAsync("Vera Vice");
        await refusal.Locator("[name=Reason]").FillAsync("Board meeting of the prospect");
        await refusal.GetByText("Override the limit").ClickAsync();

        await Expect(manager.Page.Locator("article")).ToContainTextAsync("A limit was overridden, sponsor Vera Vice");
        var customer = await CandidateHrefAsync(manager);
        await manager.GoAsync(customer.Replace("/references/", "/usage/customers/", StringComparison.Ordinal));
        await Expect(manager.Page.Locator("main")).ToContainTextAsync("Vera Vice");
    }

    [BrowserFact]
    public async Task Facets_ticked_faster_than_the_server_answers_all_count()
    {
        await using var rep = await Desk.SignedInAsync(app, "rep");
        await rep.GoAsync("/references");
        string[] boxes = [await FullestAsync(rep, "industry"), await FullestAsync(rep, "region"), await FullestAsync(rep, "product")];
        var held = new TaskCompletionSource();
        await rep.Page.RouteAsync("**/references?**", async route =>
        {
            if (!held.Task.IsCompleted)
            {
                await held.Task;
            }

            await route.ContinueAsync();
        });
        await rep.Page.Locator($"[id='{boxes[0]}']").CheckAsync();
        await rep.Page.Locator($"[id='{boxes[1]}']").CheckAsync();

        // The third is ticked in the very moment in which the answer is shown.
        await rep.Page.EvaluateAsync(
            "id => new MutationObserver((_, watch) => { watch.disconnect(); document.getElementById(id).click(); })"
            + ".observe(document.getElementById('found').parentNode, { childList: true })",
            boxes[2]);
        held.SetResult();

        await rep.Page.WaitForURLAsync(url => url.Contains("industry=", StringComparison.Ordinal) && url.Contains("region=", StringComparison.Ordinal) && url.Contains("product=", StringComparison.Ordinal));
        foreach (var box in boxes)
        {
            await Expect(rep.Page.Locator($"[id='{box}']")).ToBeCheckedAsync();
        }
    }

    private static async Task SearchWithThreeFacetsAsync(Desk rep)
    {
        await rep.GoAsync("/references");
        foreach (var facet in new[] { "industry", "region", "product" })
        {
            var fullest = await FullestAsync(rep, facet);
            await rep.Page.Locator($"[id='{fullest}']").CheckAsync();
            await rep.Page.WaitForURLAsync(url => url.Contains($"{facet}=", StringComparison.Ordinal));
        }

        await Expect(rep.Page.Locator("[data-row]").First).ToBeVisibleAsync();
    }

    /// <summary>The box of the facet that leaves most and can be ticked.</summary>
    private static async Task<string> FullestAsync(Desk rep, string facet)
    {
        var fullest = await rep.Page.EvaluateAsync<string>(
            "facet => [...document.querySelectorAll(`input[id^='tick-${facet}-']:not(:disabled):not(:checked)`)]"
            + ".map(box => ({ id: box.id, count: Number(box.closest('label').querySelector('b').textContent.replace(/\\D/g, '')) }))"
            + ".sort((a, b) => b.count - a.count)[0]?.id ?? ''",
            facet);
        fullest.ShouldNotBeEmpty($"no {facet} can be ticked");
        return fullest;
    }

    // The one that is free latest is still at its limit on the day that the request needs it.
    private static async Task<string> NameOfOneAtItsLimitAsync(Desk manager)
    {
        await manager.GoAsync("/references?availability=closed");
        var rows = manager.Page.Locator("[data-row]").Filter(new LocatorFilterOptions { HasText = "Limit of" }).Filter(new LocatorFilterOptions { HasText = "free on" });
        await Expect(rows.First).ToBeVisibleAsync();
        var dates = (await rows.AllInnerTextsAsync()).Select(FreeOn).ToList();
        return await rows.Nth(dates.IndexOf(dates.Max())).Locator("[data-row-link]").InnerTextAsync();
    }

    // A date of this year is written without the year.
    private static DateTime FreeOn(string row)
    {
        var date = Regex.Match(row, "free on (\\d+ \\w+)( \\d{4})?").Groups;
        return DateTime.Parse(date[1].Value + (date[2].Success ? date[2].Value : $" {DateTime.Now.Year}"), CultureInfo.InvariantCulture);
    }

    /// <summary>Fills in the form for a deal of one's own and sends it; answers the number.</summary>
    private static async Task<string> AskAsync(Desk rep, string address)
    {
        await rep.GoAsync(address);
        await rep.Page.Locator("label.segment:has(input[value='sales-call'])").ClickAsync();
        var deal = await rep.Page.Locator("#OpportunityId option:not([value=''])").First.GetAttributeAsync("value");
        await rep.Page.SelectOptionAsync("#OpportunityId", deal!);
        await rep.Page.FillAsync("#Text", "Somebody who moved within a year");
        await rep.Page.FillAsync("#NeededBy", DateTime.Now.AddDays(35).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await rep.Page.Locator("details:has(#Sponsor) > summary").ClickAsync();
        await rep.Page.FillAsync("#Sponsor", "Vera Vice");
        await Expect(rep.Page.Locator("#promise")).ToContainTextAsync("Promised by");
        await rep.Page.ClickAsync("#request-form button.btn-primary");
        await rep.Page.WaitForURLAsync(url => RequestAddress().IsMatch(url));
        return RequestAddress().Match(rep.Page.Url).Groups[1].Value;
    }

    private static async Task TakeAsync(Desk manager, string request)
    {
        await manager.GoAsync("/requests/queue?view=unassigned&sort=-due");
        await Expect(manager.Page.Locator($"main a[href*='{request}']").First).ToBeAttachedAsync();
        await manager.GoAsync($"/requests/{request}");
        await manager.Page.Locator("form[action$='/assignment'] button.btn-primary").ClickAsync();
        await Expect(manager.Page.Locator(".page-header form[action$='/assignment'] button.btn-primary")).ToHaveCountAsync(0);
    }

    private static async Task OpenOffersAsync(Desk manager, string request)
    {
        await manager.GoAsync($"/requests/{request}?open=add");
        await Expect(manager.Page.Locator("#add")).ToHaveAttributeAsync("open", new Regex(".*"));
    }

    private static async Task<string> CandidateHrefAsync(Desk manager) =>
        await manager.Page.Locator("article a[href^='/references/']").First.GetAttributeAsync("href") ?? "";

    private static async Task AnswerYesAsync(Desk manager, string request)
    {
        await manager.GoAsync($"/requests/{request}");
        var act = manager.Page.Locator("article details:has(form[action$='/answer'] input[type=radio])").First;
        await act.Locator("summary").ClickAsync();
        await act.Locator("input[value=yes]").CheckAsync();
        if (await act.Locator("[name=Source]").CountAsync() > 0)
        {
            await act.Locator("[name=Source]").FillAsync("by phone");
        }

        await act.GetByText("Record the answer").ClickAsync();
        await Expect(manager.Page.Locator("#flash")).Not.ToBeEmptyAsync();
    }

    private static async Task ScheduleAsync(Desk manager, string request)
    {
        await manager.GoAsync($"/requests/{request}");
        var act = manager.Page.Locator("article details:has(form[action$='/schedule'])").First;
        await act.Locator("summary").ClickAsync();
        await act.Locator("[name=At]").FillAsync(DateTime.Now.AddDays(2).ToString("yyyy-MM-dd'T'10:00", CultureInfo.InvariantCulture));
        await act.GetByText("Set the date").ClickAsync();
        await Expect(manager.Page.Locator("article").First).ToContainTextAsync("Scheduled");
    }

    private static async Task CompleteAsync(Desk manager, string request)
    {
        await manager.GoAsync($"/requests/{request}");
        var act = manager.Page.Locator("article details:has(form[action$='/completion'])").First;
        await act.Locator("summary").ClickAsync();
        await act.Locator("[name=Minutes]").FillAsync("25");
        await act.GetByText("Note as held").ClickAsync();
        await Expect(manager.Page.Locator("main")).ToContainTextAsync("Completed");
    }

    [GeneratedRegex(@"/requests/(\d+)$")]
    private static partial Regex RequestAddress();
}
