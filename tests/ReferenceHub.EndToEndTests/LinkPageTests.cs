using ReferenceHub.Core.Messaging;
using ReferenceHub.EndToEndTests.Harness;
using ReferenceHub.Testing.Browsers;
using static Microsoft.Playwright.Assertions;

namespace ReferenceHub.EndToEndTests;

/// <summary>The pages that only a mail leads to, light, dark and narrow: no barrier, no error, no sideways scrolling.</summary>
[Collection(OnWorkdays.Name)]
public sealed class LinkPageTests(WorkdayApp app)
{
    [BrowserFact]
    public async Task Owner_legal_and_contact_read_pages_without_barriers()
    {
        var (mails, prospect) = (new Postbox(app), Asks.NewProspect());
        var legal = $"legal@{prospect[8..]}.example";
        await NameLegalAsync(legal);
        await AskPressAsync(prospect);
        await using var phone = await Desk.OpenAsync(app, LinkPages.Phone);
        await AnswerAsync(phone, await mails.NextAsync(MessageKinds.OwnerAsked, prospect));
        await AnswerAsync(phone, await mails.NextAsync(MessageKinds.LegalAsked, legal));

        var asked = await mails.NextAsync(MessageKinds.CustomerAsked, prospect);
        foreach (var language in MailLanguages.All)
        {
            await phone.OpenAndJudgeAsync($"{asked.Link}/ask?lang={language}");
        }

        foreach (var (purpose, room) in new[] { ("ContactLimits", "limits"), ("ContactPause", "pause"), ("ContactRecord", "record"), ("ContactWithdrawal", "withdrawal") })
        {
            await phone.GoAsync($"{asked.Link}/ask?lang=en");
            await phone.Page.Locator($"button[value={purpose}]").ClickAsync();
            await Expect(phone.Page.Locator("main")).ToContainTextAsync("on its way to your own mail address");
            var own = (await mails.NextAsync(MessageKinds.ContactLink, asked.To)).Link;
            await phone.OpenAndJudgeAsync($"{own}/{room}?lang=en");
            await ActAsync(phone, purpose);
        }

        phone.ShouldBeClean();
    }

    private async Task NameLegalAsync(string address)
    {
        await using var admin = await Desk.SignedInAsync(app, "admin");
        await admin.GoAsync("/admin/organisation");
        await admin.Page.FillAsync("#legal-name", "Lena Lex");
        await admin.Page.FillAsync("#legal-email", address);
        await admin.Page.Locator("form[action$='/legal'] button").ClickAsync();
        await Expect(admin.Page.Locator("main")).ToContainTextAsync(address);
    }

    private async Task AskPressAsync(string prospect)
    {
        await using var rep = await Desk.SignedInAsync(app, "rep");
        var request = await rep.AskAsync(app, prospect, "press");
        await using var manager = await Desk.SignedInAsync(app, "manager");
        await manager.TakeAsync(request);
        await manager.AskCandidateAsync((await manager.ProposeAsync(request, 1))[0]);
    }

    private static async Task AnswerAsync(Desk phone, Mail asked)
    {
        await phone.OpenAndJudgeAsync($"{asked.Link}/ask?lang=en");
        await phone.Page.Locator("details summary").First.ClickAsync();
        await phone.JudgeAsync();
        await phone.Page.Locator("form[action*='/ask/yes'] button").ClickAsync();
        await Expect(phone.Page.Locator("main")).ToContainTextAsync("You agreed");
        await phone.JudgeAsync();
    }

    // What the contact decides there is taken, and the page that says so is looked at too.
    private static async Task ActAsync(Desk phone, string purpose)
    {
        var page = phone.Page;
        switch (purpose)
        {
            case "ContactLimits":
                await page.FillAsync("#Uses", "2");
                await page.Locator("form[action*='/limits'] button.btn-primary").ClickAsync();
                break;
            case "ContactPause":
                await page.FillAsync("#until", (await page.GetAttributeAsync("#until", "max"))!);
                await page.Locator("form[action*='/pause'] button.btn-primary").ClickAsync();
                break;
            case "ContactWithdrawal":
                await page.Locator("[name=scopes]").First.CheckAsync();
                await page.GetByText("Show what follows").ClickAsync();
                await Expect(page.Locator("#follows")).ToBeVisibleAsync();
                await phone.JudgeAsync();
                await page.Locator("#follows button").ClickAsync();
                break;
            default:
                return;
        }

        await Expect(page.Locator(".flash").First).ToBeVisibleAsync();
        await phone.JudgeAsync();
    }
}
