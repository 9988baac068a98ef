using System.Text.RegularExpressions;
using ReferenceHub.Core.People;
using ReferenceHub.EndToEndTests.Harness;
using ReferenceHub.Testing.Browsers;
using static Microsoft.Playwright.Assertions;

namespace ReferenceHub.EndToEndTests;

/// <summary>Owner and customer answer from the mails that reach them.</summary>
public sealed partial class Journeys
{
    private const int Phone = 320;

    [BrowserFact]
    public async Task Owner_and_customer_answer_from_their_phones_and_the_customer_sets_limits()
    {
        // On a working morning: letters keep the quiet hours of whom they are for.
        await app.RestartAsync(UntilTuesdayMorning());
        var mails = new Postbox(app);
        string request;
        await using (var rep = await Desk.SignedInAsync(app, "rep"))
        {
            request = await AskAsync(rep, "/requests/new?type=sales-call");
        }

        await using (var manager = await Desk.SignedInAsync(app, "manager"))
        {
            await TakeAsync(manager, request);
            await OpenOffersAsync(manager, request);
            await manager.Page.Locator(".offer button[name=Ask]").First.ClickAsync();
        }

        await using var phone = await Desk.OpenAsync(app, Phone);
        await OpenLinkAsync(phone, await mails.NextLinkAsync($"/requests/{request}"));
        await phone.Page.Locator("form[action*='/ask/yes'] button").ClickAsync();
        await Expect(phone.Page.Locator("main")).ToContainTextAsync("You agreed");

        await OpenLinkAsync(phone, await mails.NextLinkAsync() + "/ask?lang=en");
        await phone.Page.Locator("details summary").First.ClickAsync();
        await Expect(phone.Page.Locator("form[action*='/ask/no']")).ToContainTextAsync("Not the right person");
        await phone.Page.Locator("form[action*='/ask/yes'] button").ClickAsync();
        await Expect(phone.Page.Locator("h1")).ToContainTextAsync("Thank you");

        await phone.Page.Locator("button[value=ContactLimits]").ClickAsync();
        await Expect(phone.Page.Locator("#flash")).ToContainTextAsync("your own mail address");
        await OpenLinkAsync(phone, await mails.NextLinkAsync() + "/limits?lang=en");
        await phone.Page.FillAsync("[name=Uses]", "2");
        await phone.Page.Locator("form[action*='/limits'] button.btn-primary").ClickAsync();
        await Expect(phone.Page.Locator("#flash")).ToContainTextAsync("Saved");
        phone.ShouldBeClean();

        await using var again = await Desk.SignedInAsync(app, "manager");
        await again.GoAsync($"/requests/{request}");
        await Expect(again.Page.Locator("section[aria-labelledby=timeline-title]")).ToContainTextAsync(new Regex("accepted", RegexOptions.IgnoreCase));
    }

    private static TimeSpan UntilTuesdayMorning()
    {
        var day = Zones.LocalIn("Europe/Berlin", DateTime.UtcNow).Date.AddDays(4);
        while (day.DayOfWeek != DayOfWeek.Tuesday)
        {
            day = day.AddDays(1);
        }

        return Zones.UtcOf("Europe/Berlin", day.AddHours(9)) - DateTime.UtcNow;
    }

    private static async Task OpenLinkAsync(Desk phone, string path)
    {
        await phone.GoAsync(path);
        (await Axe.BarriersAsync(phone.Page)).ShouldBeEmpty(path);
        (await phone.Page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(Phone, path);
    }
}
