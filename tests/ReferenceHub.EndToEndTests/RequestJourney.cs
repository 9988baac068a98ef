using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using ReferenceHub.Core.Messaging;
using ReferenceHub.EndToEndTests.Harness;
using ReferenceHub.Testing.Browsers;
using static Microsoft.Playwright.Assertions;

namespace ReferenceHub.EndToEndTests;

/// <summary>One request from the rep to both surveys: owner, customer and prospect act from the mails that reach them. Over the demo program.</summary>
[Collection(OnWorkdays.Name)]
public sealed class RequestJourney(WorkdayApp app)
{
    [BrowserFact]
    public async Task A_request_is_asked_agreed_moved_held_and_judged_by_mails_and_links()
    {
        var (mails, prospect) = (new Postbox(app), Asks.NewProspect());
        await using var rep = await Desk.SignedInAsync(app, "rep");
        var request = await rep.AskAsync(app, prospect);
        string reference;
        await using (var manager = await Desk.SignedInAsync(app, "manager"))
        {
            await manager.TakeAsync(request);
            reference = (await manager.ProposeAsync(request, 1))[0];
            await manager.AskCandidateAsync(reference);
            manager.ShouldBeClean();
        }

        await using var phone = await Desk.OpenAsync(app, LinkPages.Phone);
        var (contact, answer) = await AskedAsync(phone, mails, prospect);
        await ProposeTimesAsync(phone, answer);
        await AgreeAsync(rep, request, reference);
        var uid = await InvitedAsync(mails, prospect, contact);
        await MoveAsync(rep, phone, request, reference, answer);
        await MovedAsync(mails, prospect, contact, uid);
        await PrepareAsync(rep, phone, mails, prospect, request, reference);
        rep.ShouldBeClean();

        await app.MoveOnAsync(WorkdayApp.Week);
        await using var again = await Desk.SignedInAsync(app, "rep");
        await again.GoAsync($"/requests/{request}");
        var held = await again.OpenActAsync(reference, "It was held");
        await held.Locator("[name=Minutes]").FillAsync("25");
        await held.GetByText("Note as held").ClickAsync();
        await Expect(again.Page.Locator("main")).ToContainTextAsync("Completed");
        await JudgeAsync(again, phone, (await mails.NextAsync(MessageKinds.Survey, contact)).Link, request, reference);
        again.ShouldBeClean();
        phone.ShouldBeClean();
    }

    // The owner says yes from their mail, the customer from theirs; answers where the customer reads mail, and their link.
    private static async Task<(string Contact, string Link)> AskedAsync(Desk phone, Postbox mails, string prospect)
    {
        var owner = await mails.NextAsync(MessageKinds.OwnerAsked, prospect);
        owner.To.ShouldEndWith("@referencehub.example");
        await phone.OpenAndJudgeAsync(owner.Link);
        await Expect(phone.Page.Locator("main")).ToContainTextAsync(prospect);
        await phone.Page.Locator("form[action*='/ask/yes'] button").ClickAsync();
        await Expect(phone.Page.Locator("main")).ToContainTextAsync("You agreed");

        var customer = await mails.NextAsync(MessageKinds.CustomerAsked, prospect);
        customer.To.ShouldNotEndWith("@referencehub.example");
        await phone.OpenAndJudgeAsync($"{customer.Link}/ask?lang=en");
        await Expect(phone.Page.Locator("main")).ToContainTextAsync(prospect);
        await phone.Page.Locator("form[action*='/ask/yes'] button").ClickAsync();
        await Expect(phone.Page.Locator("h1")).ToContainTextAsync("Thank you");
        return (customer.To, customer.Link);
    }

    private async Task ProposeTimesAsync(Desk phone, string link)
    {
        await phone.OpenAndJudgeAsync($"{link}/times?lang=en");
        await phone.Page.FillAsync("#first", app.At(3, 10));
        await phone.Page.FillAsync("#second", app.At(3, 15));
        await phone.Page.GetByText("Send these times").ClickAsync();
        await Expect(phone.Page.Locator("main")).ToContainTextAsync("You proposed");
    }

    private static async Task AgreeAsync(Desk rep, string request, string reference)
    {
        await rep.GoAsync($"/requests/{request}");
        var proposed = rep.Candidate(reference).Locator("form[action$='/times/choice']");
        await Expect(proposed).ToContainTextAsync("proposed by the contact");
        await proposed.Locator("[name=SlotId]").First.CheckAsync();
        await proposed.Locator("[name=Place]").FillAsync("Room 7");
        await proposed.GetByText("Agree this time").ClickAsync();
        await Expect(rep.StateOf(reference)).ToContainTextAsync("Scheduled");
    }

    // Three sides, three mails: one appointment, but each entry names nobody except the organiser and its own reader.
    private async Task<string> InvitedAsync(Postbox mails, string prospect, string contact)
    {
        Mail[] sides = [await mails.NextAsync(MessageKinds.UseScheduled, contact), await mails.NextAsync(MessageKinds.ProspectInvited, Asks.AddressOf(prospect)), await mails.NextAsync(MessageKinds.UseEntry, prospect)];
        foreach (var mail in sides)
        {
            mail.Of("METHOD").ShouldBe("REQUEST");
            mail.Of("SEQUENCE").ShouldBe("0");
            mail.Of("DTSTART").ShouldBe(Utc(app.At(3, 10)));
            mail.Of("LOCATION").ShouldBe("Room 7");
            mail.Of("ATTENDEE").ShouldBe($"mailto:{mail.To}");
        }

        sides[1].Calendar!.ShouldNotContain(contact);
        sides.Select(mail => mail.Of("UID")).Distinct().ShouldHaveSingleItem();
        return sides[0].Of("UID");
    }

    // The rep offers other times, the contact picks one.
    private async Task MoveAsync(Desk rep, Desk phone, string request, string reference, string link)
    {
        await rep.GoAsync($"/requests/{request}");
        var offer = await rep.OpenActAsync(reference, "Offer other times");
        await offer.Locator("[name=First]").FillAsync(app.At(6, 9));
        await offer.Locator("[name=Second]").FillAsync(app.At(6, 16));
        await offer.GetByText("Offer these times").ClickAsync();
        await Expect(rep.Candidate(reference)).ToContainTextAsync("Times offered");

        await phone.OpenAndJudgeAsync($"{link}/times?lang=en");
        await phone.Page.Locator("[name=slotId]").Nth(1).CheckAsync();
        await phone.Page.GetByText("Choose this time").ClickAsync();
        await Expect(phone.Page.Locator("main")).ToContainTextAsync("16:00");
    }

    private async Task MovedAsync(Postbox mails, string prospect, string contact, string uid)
    {
        foreach (var mail in new[] { await mails.NextAsync(MessageKinds.UseMoved, contact), await mails.NextAsync(MessageKinds.ProspectMoved, Asks.AddressOf(prospect)), await mails.NextAsync(MessageKinds.UseEntry, prospect) })
        {
            (mail.Of("METHOD"), mail.Of("SEQUENCE"), mail.Of("UID"), mail.Of("DTSTART")).ShouldBe(("REQUEST", "1", uid, Utc(app.At(6, 16))), mail.Subject);
        }
    }

    // The prospect reads what to expect, the rep the briefing.
    private static async Task PrepareAsync(Desk rep, Desk phone, Postbox mails, string prospect, string request, string reference)
    {
        await rep.GoAsync($"/requests/{request}");
        await rep.Candidate(reference).Locator("a[href*='/briefing']").ClickAsync();
        await Expect(rep.Page.Locator("main")).ToContainTextAsync(prospect);
        await Expect(rep.Page.Locator("main")).ToContainTextAsync(reference);
        await rep.JudgeAsync();

        await rep.GoAsync($"/requests/{request}");
        var invite = await rep.OpenActAsync(reference, "Invite again");
        await invite.GetByText("Send the invitation").ClickAsync();
        var invited = await mails.NextAsync(MessageKinds.ProspectInvited, Asks.AddressOf(prospect));
        await phone.OpenAndJudgeAsync($"{invited.Link}/invitation?lang=en");
        await Expect(phone.Page.Locator("main")).ToContainTextAsync("16:00");
    }

    // Two questions to the contact behind their link, the same two to the rep on the request.
    private static async Task JudgeAsync(Desk rep, Desk phone, string survey, string request, string reference)
    {
        await phone.OpenAndJudgeAsync($"{survey}/survey?lang=en");
        await phone.Page.Locator("[name=Expected][value='4']").CheckAsync();
        await phone.Page.Locator("[name=Actual][value='5']").CheckAsync();
        await phone.Page.GetByText("Send my answer").ClickAsync();
        await Expect(phone.Page.Locator("main")).ToContainTextAsync("Your answer has arrived");

        await rep.GoAsync($"/requests/{request}");
        var own = await rep.OpenActAsync(reference, "Say how it was");
        await own.Locator("[name=Expected][value='3']").CheckAsync();
        await own.Locator("[name=Actual][value='4']").CheckAsync();
        await own.GetByText("Send", new LocatorGetByTextOptions { Exact = true }).ClickAsync();
        await Expect(rep.Candidate(reference)).ToContainTextAsync("expected 3, it was 4 of 5");
        await Expect(rep.Page.Locator("section[aria-labelledby=timeline-title]")).ToContainTextAsync(new Regex("held", RegexOptions.IgnoreCase));
    }

    private static string Utc(string local) => Core.People.Zones.UtcOf("Europe/Berlin", DateTime.Parse(local, CultureInfo.InvariantCulture)).ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
}
