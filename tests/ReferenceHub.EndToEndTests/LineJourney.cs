using Microsoft.Playwright;
using ReferenceHub.Core.Messaging;
using ReferenceHub.EndToEndTests.Harness;
using ReferenceHub.Testing.Browsers;
using static Microsoft.Playwright.Assertions;

namespace ReferenceHub.EndToEndTests;

/// <summary>References in line: whoever says no or stays silent is followed by the next, by itself. Over the demo program.</summary>
[Collection(OnWorkdays.Name)]
public sealed class LineJourney(WorkdayApp app)
{
    [BrowserFact]
    public async Task Two_say_no_and_the_third_in_line_is_asked_by_itself()
    {
        var (mails, prospect) = (new Postbox(app), Asks.NewProspect());
        var request = await RequestAsync(prospect);
        await using var manager = await Desk.SignedInAsync(app, "manager");
        await manager.TakeAsync(request);
        var names = await manager.ProposeAsync(request, 3);
        var items = manager.Page.Locator(".line-item");

        await manager.Page.GetByLabel($"Ask {names[2]} earlier").ClickAsync();
        await Expect(items.Nth(1)).ToContainTextAsync(names[2]);
        await items.Nth(0).Locator("[data-line-handle]").DragToAsync(items.Nth(2), new LocatorDragToOptions { TargetPosition = new TargetPosition { X = 60, Y = 90 } });
        await Expect(items.Nth(0)).ToContainTextAsync(names[2]);
        (await Axe.BarriersAsync(manager.Page)).ShouldBeEmpty();
        var order = await NamesAsync(manager);
        order.ShouldBe(names, ignoreOrder: true);

        await manager.AskCandidateAsync(order[0]);
        await mails.NextAsync(MessageKinds.OwnerAsked, prospect, order[0]);
        await manager.EnterAsync(order[0], "no", "NoTime");
        await Expect(manager.StateOf(order[0])).ToContainTextAsync("Declined");
        await Expect(manager.StateOf(order[1])).ToContainTextAsync("Owner asked");

        await DeclineBehindLinkAsync((await mails.NextAsync(MessageKinds.OwnerAsked, prospect, order[1])).Link);
        await manager.GoAsync($"/requests/{request}");
        await Expect(manager.StateOf(order[1])).ToContainTextAsync("Declined");
        await Expect(manager.Candidate(order[1])).ToContainTextAsync("The relationship is delicate now", new LocatorAssertionsToContainTextOptions { IgnoreCase = true });
        await Expect(manager.StateOf(order[2])).ToContainTextAsync("Owner asked");
        await Expect(manager.Candidate(order[2])).ToContainTextAsync("reserved");
        await Expect(manager.Page.Locator(".events")).ToContainTextAsync("ReferenceHub asked");
        await Expect(items).ToHaveCountAsync(0);
        await mails.NextAsync(MessageKinds.OwnerAsked, prospect, order[2]);
        manager.ShouldBeClean();
    }

    [BrowserFact]
    public async Task Whoever_stays_silent_is_followed_by_the_next_in_line_by_itself()
    {
        var (mails, owners, contacts) = (new Postbox(app), Asks.NewProspect(), Asks.NewProspect());
        var (silentOwner, silentContact) = (await RequestAsync(owners), await RequestAsync(contacts));
        IReadOnlyList<string> ofOwners, ofContacts;
        await using (var manager = await Desk.SignedInAsync(app, "manager"))
        {
            ofOwners = await LineUpAsync(manager, silentOwner);
            ofContacts = await LineUpAsync(manager, silentContact, ofOwners);
            // Answered before it goes out, the ask would be called off.
            await mails.NextAsync(MessageKinds.OwnerAsked, contacts);
            await manager.EnterAsync(ofContacts[0], "yes");
            await Expect(manager.StateOf(ofContacts[0])).ToContainTextAsync("Customer asked");
        }

        await mails.NextAsync(MessageKinds.OwnerAsked, owners);
        var asked = await mails.NextAsync(MessageKinds.CustomerAsked, contacts);
        await using var phone = await Desk.OpenAsync(app, LinkPages.Phone);
        await phone.GoAsync($"{asked.Link}/ask?lang=en");
        await phone.Page.Locator("button[value=ContactPause]").ClickAsync();
        var pause = (await mails.NextAsync(MessageKinds.ContactLink, asked.To)).Link;
        (await phone.GoAsync($"{pause}/pause?lang=en")).ShouldBe(200);
        await app.MoveOnAsync(WorkdayApp.Week);

        // The next owners are written to, and the contact that nothing is left to do.
        await mails.NextAsync(MessageKinds.OwnerAsked, owners, ofOwners[1]);
        await mails.NextAsync(MessageKinds.OwnerAsked, contacts, ofContacts[1]);
        await mails.NextAsync(MessageKinds.CustomerWithdrawn, asked.To);
        await using var again = await Desk.SignedInAsync(app, "manager");
        await ShowsSilenceAsync(again, silentOwner, ofOwners);
        await ShowsSilenceAsync(again, silentContact, ofContacts);
        again.ShouldBeClean();

        // What the contact was given has ended: the ask because somebody else is asked, the link to pause after its week.
        (await phone.GoAsync($"{asked.Link}/ask?lang=en")).ShouldBe(410);
        await Expect(phone.Page.Locator("h1")).ToHaveTextAsync("Nothing left to do");
        await phone.JudgeAsync();
        (await phone.GoAsync($"{pause}/pause?lang=en")).ShouldBe(410);
        await Expect(phone.Page.Locator("main")).ToContainTextAsync("Nothing was changed");
    }

    private static async Task<IReadOnlyList<string>> LineUpAsync(Desk manager, string request, params IEnumerable<string> without)
    {
        await manager.TakeAsync(request);
        var names = await manager.ProposeAsync(request, 2, without);
        await manager.AskCandidateAsync(names[0]);
        return names;
    }

    private static async Task ShowsSilenceAsync(Desk manager, string request, IReadOnlyList<string> names)
    {
        await manager.GoAsync($"/requests/{request}");
        await Expect(manager.StateOf(names[0])).ToContainTextAsync("No answer");
        await Expect(manager.Candidate(names[0])).ToContainTextAsync("Released");
        await Expect(manager.StateOf(names[1])).ToContainTextAsync("Owner asked");
        await Expect(manager.Candidate(names[1])).ToContainTextAsync("to answer");
        await Expect(manager.Page.Locator(".events")).ToContainTextAsync("did not answer");
        await Expect(manager.Page.Locator(".events")).ToContainTextAsync("ReferenceHub asked");
    }

    private async Task DeclineBehindLinkAsync(string link)
    {
        await using var phone = await Desk.OpenAsync(app, LinkPages.Phone);
        await phone.GoAsync(link);
        await phone.Page.Locator("details summary").First.ClickAsync();
        await phone.Page.Locator("form[action*='/ask/no'] [name=Kind][value=Relationship]").CheckAsync();
        await phone.Page.GetByText("Send the no").ClickAsync();
        await Expect(phone.Page.Locator("main")).ToContainTextAsync("You said no");
        await phone.JudgeAsync();
        phone.ShouldBeClean();
    }

    private async Task<string> RequestAsync(string prospect)
    {
        await using var rep = await Desk.SignedInAsync(app, "rep");
        return await rep.AskAsync(app, prospect);
    }

    private static async Task<IReadOnlyList<string>> NamesAsync(Desk manager) =>
        [.. await manager.Page.Locator(".line-item").EvaluateAllAsync<string[]>("items => items.map(item => item.querySelector('.fw-medium').textContent.trim())")];
}
