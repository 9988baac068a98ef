using ReferenceHub.Core.Messaging;
using ReferenceHub.EndToEndTests.Harness;
using ReferenceHub.Testing.Browsers;
using static Microsoft.Playwright.Assertions;

namespace ReferenceHub.EndToEndTests;

/// <summary>Links that were altered, meant for somebody else, used before, taken back or asked for too often: a page that says so, nothing changed. Over the demo program.</summary>
[Collection(OnWorkdays.Name)]
public sealed class HostileLinkJourney(WorkdayApp app)
{
    [BrowserFact]
    public async Task A_link_does_what_it_was_given_for_once_and_nothing_else()
    {
        var (mails, prospect) = (new Postbox(app), Asks.NewProspect());
        await using var manager = await Desk.SignedInAsync(app, "manager");
        var (request, name) = await AskedAsync(manager, prospect);
        var owner = (await mails.NextAsync(MessageKinds.OwnerAsked, prospect)).Link;
        await using var phone = await Desk.OpenAsync(app, LinkPages.Phone);
        await using var otherTab = await Desk.OpenAsync(app, LinkPages.Phone);
        await otherTab.GoAsync(owner);

        // Altered, cut short, and for another room.
        foreach (var wrong in new[] { Altered(owner), owner[..^3], $"{owner}/limits", $"{owner}/survey", $"{owner}/invitation" })
        {
            (await phone.GoAsync(wrong)).ShouldBe(404, wrong);
            await Expect(phone.Page.Locator("h1")).ToHaveTextAsync("This link opens nothing");
        }

        await phone.JudgeAsync();
        await StandsAsync(manager, request, name, "Owner asked");

        // Used in one tab; the other tab's no comes too late, and is told so.
        await phone.GoAsync(owner);
        await phone.Page.Locator("form[action*='/ask/yes'] button").ClickAsync();
        await Expect(phone.Page.Locator("main")).ToContainTextAsync("You agreed");
        await otherTab.Page.Locator("details summary").First.ClickAsync();
        await otherTab.Page.Locator("form[action*='/ask/no'] [name=Kind][value=Relationship]").CheckAsync();
        await otherTab.Page.GetByText("Send the no").ClickAsync();
        await Expect(otherTab.Page.Locator("main")).ToContainTextAsync("Your answer was not taken");
        await Expect(otherTab.Page.Locator("main")).ToContainTextAsync("You agreed");
        await StandsAsync(manager, request, name, "Customer asked");

        var customer = await mails.NextAsync(MessageKinds.CustomerAsked, prospect);
        await TooManyLettersAsync(phone, mails, customer);

        // Taken back: the customer is no longer needed.
        await otherTab.GoAsync($"{customer.Link}/ask?lang=en");
        await manager.GoAsync($"/requests/{request}");
        await manager.Candidate(name).Locator("summary[aria-label^='More for']").ClickAsync();
        await manager.Candidate(name).Locator("form[action$='/withdrawal'] button").ClickAsync();
        await manager.Page.Locator("dialog[open] button.btn-danger, dialog[open] .btn-primary").First.ClickAsync();
        await Expect(manager.StateOf(name)).ToContainTextAsync("Withdrawn");
        await otherTab.Page.Locator("form[action*='/ask/yes'] button").ClickAsync();
        await Expect(otherTab.Page.Locator("h1")).ToHaveTextAsync("Nothing left to do");
        await StandsAsync(manager, request, name, "Withdrawn");
        manager.ShouldBeClean();
    }

    // Eight letters a day are enough for anybody, and each ends the link of the one before.
    private static async Task TooManyLettersAsync(Desk phone, Postbox mails, Mail customer)
    {
        string? first = null;
        for (var letter = 1; letter <= 9; letter++)
        {
            await phone.GoAsync($"{customer.Link}/ask?lang=en");
            await phone.Page.Locator("button[value=ContactPause]").ClickAsync();
            await Expect(phone.Page.Locator("#flash, .flash").First).ToContainTextAsync(letter <= 8 ? "on its way to your own mail address" : "Several links went out to you today");
            first ??= (await mails.NextAsync(MessageKinds.ContactLink, customer.To)).Link;
        }

        (await phone.GoAsync($"{first}/pause?lang=en")).ShouldBe(410);
        await Expect(phone.Page.Locator("main")).ToContainTextAsync("replaced by a newer one");
    }

    private async Task<(string Request, string Name)> AskedAsync(Desk manager, string prospect)
    {
        await using var rep = await Desk.SignedInAsync(app, "rep");
        var request = await rep.AskAsync(app, prospect);
        await manager.TakeAsync(request);
        var name = (await manager.ProposeAsync(request, 1))[0];
        await manager.AskCandidateAsync(name);
        return (request, name);
    }

    private static async Task StandsAsync(Desk manager, string request, string name, string state)
    {
        await manager.GoAsync($"/requests/{request}");
        await Expect(manager.StateOf(name)).ToContainTextAsync(state);
    }

    private static string Altered(string link) => link[..^1] + (link[^1] == 'A' ? 'E' : 'A');
}
