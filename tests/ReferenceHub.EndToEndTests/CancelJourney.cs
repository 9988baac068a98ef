using System.Text.RegularExpressions;
using ReferenceHub.Core.Messaging;
using ReferenceHub.EndToEndTests.Harness;
using ReferenceHub.Testing.Browsers;
using static Microsoft.Playwright.Assertions;

namespace ReferenceHub.EndToEndTests;

/// <summary>Cancelling gives back what was held, and everybody concerned learns of it. Over the demo program.</summary>
[Collection(OnWorkdays.Name)]
public sealed class CancelJourney(WorkdayApp app)
{
    [BrowserFact]
    public async Task A_cancelled_request_on_hold_gives_back_its_units_and_lets_the_customer_go()
    {
        var (mails, prospect) = (new Postbox(app), Asks.NewProspect());
        await using var rep = await Desk.SignedInAsync(app, "rep");
        await using var manager = await Desk.SignedInAsync(app, "manager");
        var (request, name) = await CustomerAskedAsync(rep, manager, prospect);
        await manager.GoAsync($"/requests/{request}?open=hold");
        await manager.Page.FillAsync("#hold-reason", "Which region is it for?");
        await manager.Page.GetByText("Ask and hold").ClickAsync();
        await Expect(manager.Page.Locator("#hold")).ToContainTextAsync("Which region is it for?");
        (await manager.LedgerAsync(request, name)).ShouldHaveSingleItem().ShouldStartWith("Reserved");
        var asked = await mails.NextAsync(MessageKinds.CustomerAsked, prospect);

        await rep.CancelAsync(request);

        var lines = await manager.LedgerAsync(request, name);
        lines.Count.ShouldBe(2);
        lines.ShouldContain(line => line.StartsWith("Released", StringComparison.Ordinal) && line.Contains("−1", StringComparison.Ordinal));
        await mails.NextAsync(MessageKinds.CustomerWithdrawn, asked.To);
        await using var phone = await Desk.OpenAsync(app, LinkPages.Phone);
        (await phone.GoAsync($"{asked.Link}/ask?lang=en")).ShouldBe(410);
        await Expect(phone.Page.Locator("main")).ToContainTextAsync("there is nothing left for you to do");
        rep.ShouldBeClean();
        manager.ShouldBeClean();
    }

    [BrowserFact]
    public async Task A_cancelled_request_with_a_date_is_taken_out_of_everybodys_calendar()
    {
        var (mails, prospect) = (new Postbox(app), Asks.NewProspect());
        await using var rep = await Desk.SignedInAsync(app, "rep");
        await using var manager = await Desk.SignedInAsync(app, "manager");
        var (request, name) = await CustomerAskedAsync(rep, manager, prospect);
        // Answered before it goes out, the ask would be called off.
        var contact = (await mails.NextAsync(MessageKinds.CustomerAsked, prospect)).To;
        await manager.EnterAsync(name, "yes");
        await manager.ScheduleAsync(name, app.At(5, 11));
        // Whose invitation never went out would hear of no cancellation.
        await mails.NextAsync(MessageKinds.UseScheduled, contact);
        var invited = await mails.NextAsync(MessageKinds.ProspectInvited, Asks.AddressOf(prospect));
        (await manager.LedgerAsync(request, name)).ShouldContain(line => line.StartsWith("Agreed", StringComparison.Ordinal));

        await rep.CancelAsync(request);
        await Expect(rep.StateOf(name)).ToContainTextAsync("Withdrawn");

        (await manager.LedgerAsync(request, name)).ShouldContain(line => line.StartsWith("Released", StringComparison.Ordinal) && line.Contains("−1", StringComparison.Ordinal));
        foreach (var off in new[] { await mails.NextAsync(MessageKinds.UseCancelled, contact), await mails.NextAsync(MessageKinds.ProspectCancelled, Asks.AddressOf(prospect)) })
        {
            (off.Of("METHOD"), off.Of("UID"), off.Of("SEQUENCE"), off.Of("STATUS")).ShouldBe(("CANCEL", invited.Of("UID"), "1", "CANCELLED"));
        }

        await using var phone = await Desk.OpenAsync(app, LinkPages.Phone);
        await phone.OpenAndJudgeAsync($"{invited.Link}/invitation?lang=en");
        await Expect(phone.Page.Locator("main")).ToContainTextAsync(new Regex("called off"));
        rep.ShouldBeClean();
        manager.ShouldBeClean();
    }

    private async Task<(string Request, string Name)> CustomerAskedAsync(Desk rep, Desk manager, string prospect)
    {
        var request = await rep.AskAsync(app, prospect);
        await manager.TakeAsync(request);
        var name = (await manager.ProposeAsync(request, 1))[0];
        await manager.AskCandidateAsync(name);
        await manager.EnterAsync(name, "yes");
        await Expect(manager.StateOf(name)).ToContainTextAsync("Customer asked");
        return (request, name);
    }
}
