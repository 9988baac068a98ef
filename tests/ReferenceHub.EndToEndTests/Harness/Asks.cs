using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ReferenceHub.EndToEndTests.Harness;

/// <summary>What people do with requests on the page, over and over.</summary>
public static partial class Asks
{
    /// <summary>A prospect that no other request has, so that its mails are told from all others.</summary>
    public static string NewProspect() => $"Kestrel {Guid.NewGuid():N}"[..20];

    /// <summary>Where somebody of that prospect reads mail.</summary>
    public static string AddressOf(string prospect) => $"pat@{prospect.Replace(" ", "-", StringComparison.Ordinal).ToLowerInvariant()}.example";

    /// <summary>Asks for a reference in the German-speaking countries, where everybody is at work just now; answers the number.</summary>
    public static async Task<string> AskAsync(this Desk rep, WorkdayApp app, string prospect, string type = "sales-call", string? requirements = null, Func<Task>? beforeSending = null)
    {
        ArgumentNullException.ThrowIfNull(rep);
        ArgumentNullException.ThrowIfNull(app);
        var page = rep.Page;
        await rep.GoAsync($"/requests/new?type={type}");
        var deal = await page.Locator("#OpportunityId option:not([value=''])").First.GetAttributeAsync("value");
        await page.EvaluateAsync("() => document.getElementById('form-fields').dataset.before = 'deal'");
        await page.SelectOptionAsync("#OpportunityId", deal!);
        await Expect(page.Locator("#form-fields:not([data-before])")).ToBeAttachedAsync();
        await page.FillAsync("#Text", "A reference in DACH");
        await page.FillAsync("#NeededBy", app.At(35, 0)[..10]);
        await page.Locator("details:has(#Sponsor) > summary").ClickAsync();
        await page.FillAsync("#ProspectName", prospect);
        await page.FillAsync("#Sponsor", "Vera Vice");
        if (await page.Locator("#ProspectEmail").CountAsync() > 0)
        {
            await page.FillAsync("#ProspectContact", "Pat Prospect");
            await page.FillAsync("#ProspectEmail", AddressOf(prospect));
        }

        if (await page.Locator("#NdaInPlace").CountAsync() > 0)
        {
            await page.CheckAsync("#NdaInPlace");
        }

        if (requirements is not null)
        {
            await page.FillAsync("#Requirements", requirements);
        }

        await Expect(page.Locator("#promise")).ToContainTextAsync("Promised by");
        if (beforeSending is not null)
        {
            await beforeSending();
        }

        await page.ClickAsync("#request-form button.btn-primary");
        await page.WaitForURLAsync(url => RequestAddress().IsMatch(url));
        return RequestAddress().Match(page.Url).Groups[1].Value;
    }

    /// <summary>Takes a request from the queue.</summary>
    public static async Task TakeAsync(this Desk manager, string request)
    {
        await manager.GoAsync($"/requests/{request}");
        await manager.Page.Locator("form[action$='/assignment'] button.btn-primary").ClickAsync();
        await Expect(manager.Page.Locator(".page-header form[action$='/assignment'] button.btn-primary")).ToHaveCountAsync(0);
    }

    /// <summary>Proposes the references that fit best, without those that others need; answers their names.</summary>
    public static async Task<IReadOnlyList<string>> ProposeAsync(this Desk manager, string request, int count, params IEnumerable<string> without)
    {
        var names = new List<string>();
        while (names.Count < count)
        {
            await manager.GoAsync($"/requests/{request}?open=add");
            var offers = manager.Page.Locator(".offer");
            var offered = await offers.Locator("a.fw-medium").AllInnerTextsAsync();
            var offer = offers.Nth(offered.ToList().FindIndex(each => !without.Contains(each)));
            names.Add(await offer.Locator("a.fw-medium").InnerTextAsync());
            await offer.Locator("form button:not([name=Ask])").ClickAsync();
            await Expect(manager.Candidate(names[^1])).ToBeVisibleAsync();
        }

        return names;
    }

    /// <summary>Asks a proposed reference.</summary>
    public static async Task AskCandidateAsync(this Desk manager, string name)
    {
        await manager.Candidate(name).Locator("form[action$='/ask'] button").ClickAsync();
        await Expect(manager.StateOf(name)).Not.ToContainTextAsync("Proposed");
    }

    /// <summary>A reference on the page of a request.</summary>
    public static ILocator Candidate(this Desk desk, string name) => desk.Page.Locator("article.list-group-item", new PageLocatorOptions { HasText = name });

    /// <summary>How it stands with a reference.</summary>
    public static ILocator StateOf(this Desk desk, string name) => desk.Candidate(name).Locator(".badge, .status").First;

    /// <summary>Opens a form of a reference by the word on its button.</summary>
    public static async Task<ILocator> OpenActAsync(this Desk desk, string name, string word)
    {
        var act = desk.Candidate(name).Locator("details.act").Filter(new LocatorFilterOptions { Has = desk.Page.Locator("summary", new PageLocatorOptions { HasText = word }) });
        await act.Locator("summary").First.ClickAsync();
        return act;
    }

    /// <summary>Enters what the owner or the customer answered elsewhere.</summary>
    public static async Task EnterAsync(this Desk manager, string name, string answer, string? kind = null)
    {
        var act = await manager.OpenActAsync(name, "Enter answer");
        await act.Locator($"[name=Answer][value={answer}]").CheckAsync();
        await act.Locator("[name=Source]").FillAsync("by phone");
        if (kind is not null)
        {
            await act.Locator("[name=Kind]").SelectOptionAsync(kind);
        }

        await act.GetByText("Record the answer").ClickAsync();
        await Expect(manager.Page.Locator("#flash")).Not.ToBeEmptyAsync();
    }

    /// <summary>Sets the date of a use, in the zone of the people who run the program.</summary>
    public static async Task ScheduleAsync(this Desk manager, string name, string at)
    {
        var act = await manager.OpenActAsync(name, "Set date");
        await act.Locator("[name=At]").FillAsync(at);
        await act.GetByText("Set the date").ClickAsync();
        await Expect(manager.StateOf(name)).ToContainTextAsync("Scheduled");
    }

    /// <summary>The lines about a request on the usage ledger of one of its references, newest first.</summary>
    public static async Task<IReadOnlyList<string>> LedgerAsync(this Desk manager, string request, string name)
    {
        await manager.GoAsync($"/requests/{request}");
        var record = await manager.Candidate(name).Locator("a[href^='/references/']").First.GetAttributeAsync("href");
        await manager.GoAsync($"/usage/customers/{record!.Split('/')[2]}");
        return await manager.Page.Locator("table.ledger tr", new PageLocatorOptions { Has = manager.Page.Locator($"a[href='/requests/{request}']") }).AllInnerTextsAsync();
    }

    /// <summary>Cancels a request.</summary>
    public static async Task CancelAsync(this Desk desk, string request)
    {
        await desk.GoAsync($"/requests/{request}?open=cancel");
        await desk.Page.Locator("form[action$='/cancellation'] button").ClickAsync();
        await desk.Page.Locator("dialog[open] button.btn-danger, dialog[open] .btn-primary").First.ClickAsync();
        await Expect(desk.Page.Locator("main")).ToContainTextAsync("Cancelled");
    }

    [GeneratedRegex(@"/requests/(\d+)$")]
    private static partial Regex RequestAddress();
}
