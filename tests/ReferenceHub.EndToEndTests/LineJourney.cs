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
        await manager.EnterAsync(order[0], "no", "NoTime");
        await Expect(manager.StateOf(order[0])).ToContainTextAsync("Declined");
        await Expect(manager.StateOf(order[1])).ToContainTextAsync("Owner asked");

        await mails.NextAsync(MessageKinds.OwnerAsked, prospect);
        await DeclineBehindLinkAsync((await mails.NextAsync(MessageKinds.OwnerAsked, prospect)).Link);
        await manager.GoAsync($"/requests/{request}");
        await Expect(manager.StateOf(order[1])).ToContainTextAsync("Declined");
        await Expect(manager.Candidate(order[1])).ToContainTextAsync("The relationship is delicate now", new LocatorAssertionsToContainTextOptions { IgnoreCase = true });
        await Expect(manager.StateOf(order[2])).ToContainTextAsync("Owner asked");
        await Expect(manager.Candidate(order[2])).ToContainTextAsync("reserved");
        await Expect(manager.Page.Locator(".events")).ToContainTextAsync("ReferenceHub asked");
        await Expect(items).ToHaveCountAsync(0);
        (await mails.NextAsync(MessageKinds.OwnerAsked, prospect)).Text.ShouldContain(order[2]);
        manager.ShouldBeClean();
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
