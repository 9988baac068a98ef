using System.Net;
using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Messaging;
using ReferenceHub.Core.People;
using ReferenceHub.Testing;
using ReferenceHub.Testing.Web;

namespace ReferenceHub.Web.Tests.Messages;

/// <summary>The inbox, what is mailed of it, and calling mails off by link.</summary>
public sealed class InboxPagesTests : IDisposable
{
    private readonly WebApp app = new();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task The_bell_counts_and_opening_a_line_marks_it_and_goes_there()
    {
        var rep = await app.SignedInAsync(Roles.Rep);
        await TellAsync(rep.Person!, "Request 7: a yes", "/requests?state=open");
        await TellAsync(rep.Person!, "Request 8: a no", "/requests");

        var page = await rep.GetAsync("/account/inbox");
        page.One(".topbar a[aria-label^='Inbox']").GetAttribute("aria-label").ShouldBe("Inbox, 2 unread");
        page.One(".topbar a[aria-label^='Inbox']").GetAttribute("href").ShouldBe("/account/inbox");
        var line = page.All("[data-row] form").First(form => form.TextContent.Contains("Request 7", StringComparison.Ordinal));
        (await rep.SubmitAsync(page, $"form[action='{line.GetAttribute("action")}']")).Location.ShouldBe("/requests?state=open");

        var unread = await rep.GetAsync("/account/inbox?unread=true");
        unread.Text("[data-list]").ShouldNotContain("Request 7");
        unread.Text("[data-list]").ShouldContain("Request 8");
        (await rep.OpenAsync((await rep.SubmitAsync(unread, "form[action='/account/inbox/reading']")).Location!)).Text("#flash").ShouldContain("1 message marked as read.");
        (await rep.GetAsync("/account/inbox?unread=true")).Text("main").ShouldContain("Nothing unread");
    }

    [Fact]
    public async Task A_line_that_leads_elsewhere_is_not_followed()
    {
        var rep = await app.SignedInAsync(Roles.Rep);
        var id = await TellAsync(rep.Person!, "Odd", "https://evil.example/");
        (await rep.PostAsync($"/account/inbox/{id}/reading")).Location.ShouldBe("/account/inbox");
    }

    [Fact]
    public async Task A_person_chooses_what_is_mailed_and_when()
    {
        var rep = await app.SignedInAsync(Roles.Rep);
        var page = await rep.GetAsync("/account/notifications");
        page.Text("main").ShouldNotContain("New request", Case.Sensitive, "only the program gets those");
        var saved = await rep.SubmitAsync(page, "main form", ($"Kinds[{MessageKinds.Comment}]", "Off"), ($"Kinds[{MessageKinds.FreeAlert}]", "Digest"), ("QuietFrom", "18:30"), ("DigestAt", "09:15"));
        saved.Location.ShouldBe("/account/notifications");

        var after = await rep.GetAsync("/account/notifications");
        after.One($"input[name='Kinds[{MessageKinds.Comment}]'][value=Off]").HasAttribute("checked").ShouldBeTrue();
        after.One($"input[name='Kinds[{MessageKinds.Mention}]'][value=Now]").HasAttribute("checked").ShouldBeTrue();
        after.One("[name=QuietFrom]").GetAttribute("value").ShouldStartWith("18:30");
        (await app.DataAsync(db => db.NoticeHours.SingleAsync())).DigestAt.ShouldBe((9 * 60) + 15);

        var refused = await rep.SubmitAsync(after, "main form", ("DigestAt", ""));
        refused.Text("#DigestAt_error").ShouldContain("08:00");
    }

    [Fact]
    public async Task All_are_chosen_at_once_and_what_reaches_owners_only_is_offered_to_owners_only()
    {
        var rep = await app.SignedInAsync(Roles.Rep);
        var page = await rep.GetAsync("/account/notifications");
        page.All("input[name='Kinds[records-to-confirm]'], input[name='Kinds[low-grade]'], input[name='Kinds[candidate-silent]']").ShouldBeEmpty();
        page.All("main form button[name=All]").Select(button => button.GetAttribute("value")).ShouldBe(["Now", "Digest", "Off"]);
        await rep.PostAsync("/account/notifications", ($"Kinds[{MessageKinds.Comment}]", "Now"), ($"Kinds[{MessageKinds.Mention}]", "Off"), ("All", "Digest"), ("QuietFrom", "20:00"), ("QuietUntil", "07:00"), ("DigestAt", "08:00"));
        (await app.DataAsync(db => db.NoticeChoices.Select(choice => choice.Delivery).Distinct().ToListAsync())).ShouldBe([Delivery.Digest]);

        await app.AddAsync(Given.Customer(ownerId: rep.Viewer.UserId));
        var owners = await rep.GetAsync("/account/notifications");
        owners.All("input[name='Kinds[records-to-confirm]'], input[name='Kinds[low-grade]']").Count.ShouldBe(6);
        owners.All("input[name='Kinds[candidate-silent]']").ShouldBeEmpty("only who runs the program is told");
    }

    [Fact]
    public async Task A_kind_of_others_cannot_be_forged_into_ones_choices()
    {
        var rep = await app.SignedInAsync(Roles.Rep);
        await rep.PostAsync("/account/notifications", ("Kinds[request-breached]", "Off"), ("Kinds[nonsense]", "Off"), ("QuietFrom", "20:00"), ("QuietUntil", "07:00"), ("DigestAt", "08:00"));
        (await app.DataAsync(db => db.NoticeChoices.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task The_link_under_a_mail_asks_first_and_one_click_of_a_mail_program_is_enough()
    {
        var ada = await app.PersonAsync(Roles.Rep, "Ada Berg");
        var link = new SignedLink(Given.Id(), LinkPurpose.Unsubscribe, ada.Id, app.Clock.Now, app.Clock.Now.AddDays(1), 5).For(ada.Id, MessageKinds.Comment);
        var (key, token) = LinkKey.Make(Given.Id(), link.Id, app.Clock.Now);
        await app.AddAsync(link, key);
        var address = $"/l/{token}/unsubscribe";

        var asked = await app.Anybody().GetAsync(address);
        asked.Text("main").ShouldContain("“Comment”");
        (await app.DataAsync(db => db.NoticeChoices.CountAsync())).ShouldBe(0, "opening it changes nothing");

        var clicked = await app.Anybody().PostWithoutTokenAsync(address, ("List-Unsubscribe", "One-Click"));
        clicked.Status.ShouldBe(HttpStatusCode.OK);
        clicked.Text("h1").ShouldBe("No more mails");
        (await app.DataAsync(db => db.NoticeChoices.SingleAsync())).Delivery.ShouldBe(Delivery.Off);
        (await app.Anybody().GetAsync($"/l/{token}")).Location.ShouldBe($"/l/{token}/unsubscribe", "it opens nothing else");
        (await app.Anybody().PostWithoutTokenAsync($"/l/{LinkKey.HashOf(token)[..LinkKey.TokenLength]}/unsubscribe")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private async Task<Guid> TellAsync(User person, string title, string path)
    {
        var notice = new Notification(Given.Id(), person.Id, MessageKinds.Comment, title, null, path, app.Clock.Now, NoticeMail.None, null);
        await app.AddAsync(notice);
        return notice.Id;
    }
}
