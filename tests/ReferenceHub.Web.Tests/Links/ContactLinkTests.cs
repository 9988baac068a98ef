using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Consent;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Messaging;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Requests;
using ReferenceHub.Testing.Web;

namespace ReferenceHub.Web.Tests.Links;

/// <summary>What concerns a contact beyond one ask: each is a fresh link to their own address, and binds from then on.</summary>
public sealed class ContactLinkTests(LinkDesk desk) : IClassFixture<LinkDesk>
{
    [Fact]
    public async Task A_fresh_link_goes_to_the_contacts_own_address_and_the_page_does_not_name_it()
    {
        var ask = await desk.AskCustomerAsync();
        var token = await desk.TokenAsync(LinkPurpose.CustomerAnswer, ask.CandidateId);
        var holder = desk.App.Anybody();

        var sent = await holder.FollowAsync(await holder.PostAsync($"/l/{token}/letters", ("purpose", "ContactRecord")));

        sent.Text(".flash").ShouldContain("on its way to your own mail address");
        sent.Body.ShouldNotContain(ask.Contact.Email!);
        var mail = (await desk.MailsAsync(MessageKinds.ContactLink, ask.Contact.Email!)).ShouldHaveSingleItem();
        mail.Body.ShouldContain("What you know about me");
        (await desk.CandidateAsync(ask)).State.ShouldBe(CandidateState.CustomerAsked);
    }

    [Fact]
    public async Task A_newer_link_ends_the_one_before_and_eight_a_day_are_enough()
    {
        var ask = await desk.AskCustomerAsync();
        var first = await ContactTokenAsync(ask, LinkPurpose.ContactPause);
        desk.App.Clock.Advance(TimeSpan.FromSeconds(1));
        var second = await ContactTokenAsync(ask, LinkPurpose.ContactPause);
        (await desk.App.Anybody().OpenAsync($"/l/{first}")).Status.ShouldBe(HttpStatusCode.Gone);
        (await desk.App.Anybody().OpenAsync($"/l/{second}")).Status.ShouldBe(HttpStatusCode.OK);

        var ask0 = await desk.TokenAsync(LinkPurpose.CustomerAnswer, ask.CandidateId);
        var holder = desk.App.Anybody();
        for (var more = 2; more < 8; more++)
        {
            await holder.PostAsync($"/l/{ask0}/letters", ("purpose", "ContactLimits"));
        }

        var ninth = await holder.FollowAsync(await holder.PostAsync($"/l/{ask0}/letters", ("purpose", "ContactLimits")));
        ninth.Text(".flash").ShouldContain("Several links went out to you today");
        (await desk.MailsAsync(MessageKinds.ContactLink, ask.Contact.Email!)).Count.ShouldBe(8);
    }

    [Fact]
    public async Task Limits_bind_from_the_next_ask_on_and_the_owner_is_told()
    {
        var ask = await desk.AskCustomerAsync();
        var token = await ContactTokenAsync(ask, LinkPurpose.ContactLimits);
        var anna = desk.App.Anybody();
        var page = await anna.OpenAsync($"/l/{token}");
        page.All("input[name=Willing][checked]").Count.ShouldBe(10);

        var wrong = await anna.SubmitAsync(page, "form[action$='/limits']", ("Uses", "many"), ("Wishes", "Mornings"));
        wrong.Text("[role=alert]").ShouldContain("whole number");
        wrong.One("input[name=Uses]").GetAttribute("value").ShouldBe("many");
        (await ContactAsync(ask)).Wishes.ShouldBeNull();

        var saved = await anna.FollowAsync(await anna.SubmitAsync(page, "form[action$='/limits']", ("Uses", "1"), ("Minutes", "60"), ("Wishes", "Mornings")));
        saved.Text(".flash").ShouldContain("Saved");
        var contact = await ContactAsync(ask);
        (contact.UsesPerQuarter, contact.MinutesPerQuarter, contact.Wishes).ShouldBe((1, 60, "Mornings"));
        (await desk.App.DataAsync(db => db.HistoryEvents.Where(line => line.SubjectId == ask.Customer.Id && line.Verb == "contact-edited").Select(line => line.ActorName).ToListAsync())).ShouldBe(["Anna Keller"]);
        (await desk.App.DataAsync(db => db.Notifications.CountAsync(notice => notice.UserId == desk.Owner.Viewer.UserId && notice.Kind == MessageKinds.ContactChanged && notice.Path == $"/references/{ask.Customer.Id}"))).ShouldBe(1);
    }

    [Fact]
    public async Task A_pause_is_kept_within_a_year_and_ends_when_they_say_so()
    {
        var ask = await desk.AskCustomerAsync();
        var token = await ContactTokenAsync(ask, LinkPurpose.ContactPause);
        var anna = desk.App.Anybody();
        var page = await anna.OpenAsync($"/l/{token}");
        var today = DateOnly.FromDateTime(desk.App.Clock.Now);
        foreach (var wrong in new[] { "", "soon", Day(today.AddDays(-2)), Day(today.AddDays(400)) })
        {
            (await anna.SubmitAsync(page, "form[action$='/pause']", ("until", wrong))).Text("[role=alert]").ShouldContain("within a year");
        }

        await anna.SubmitAsync(page, "form[action$='/pause']", ("until", Day(today.AddDays(30))));
        (await ContactAsync(ask)).PausedUntil.ShouldBe(today.AddDays(30));
        var paused = await anna.OpenAsync($"/l/{token}");
        paused.Text("main").ShouldContain("You pause until");
        await anna.SubmitAsync(paused, "form[action$='/pause/end']");
        (await ContactAsync(ask)).PausedUntil.ShouldBeNull();
    }

    [Fact]
    public async Task The_record_says_what_is_known_and_nothing_said_in_confidence()
    {
        var ask = await desk.AskCustomerAsync();
        await desk.App.DataAsync(async db =>
        {
            (await db.Permissions.SingleAsync(row => row.CustomerId == ask.Customer.Id && row.Scope == PermissionScope.Press)).Record(PermissionStatus.Granted, null, "CANARY evidence", desk.App.Clock.Now);
            return await db.SaveChangesAsync();
        });
        var token = await ContactTokenAsync(ask, LinkPurpose.ContactRecord);
        var anna = desk.App.Anybody();

        var page = await anna.OpenAsync($"/l/{token}");

        page.Text("main").ShouldContain(ask.Contact.Email!);
        page.Text("main").ShouldContain("Call with a prospect, Northwind Bank");
        page.Body.ShouldNotContain("CANARY");
        page.Body.ShouldNotContain("INTERNAL");
        (await anna.SubmitAsync(page, "form[action$='/corrections']", ("wrong", " "))).Text("[role=alert]").ShouldContain("Write what is wrong");
        var most = int.Parse(page.One("[name=wrong]").GetAttribute("maxlength")!, System.Globalization.CultureInfo.InvariantCulture);
        (await anna.SubmitAsync(page, "form[action$='/corrections']", ("wrong", new string('x', most + 1)))).Text("[role=alert]").ShouldContain($"longer than {most} characters");
        await anna.SubmitAsync(page, "form[action$='/corrections']", ("wrong", "My phone number changed".PadRight(most - 3, '.') + "END"));
        (await desk.App.DataAsync(db => db.FollowUps.Where(task => task.SourceId == ask.Customer.Id).Select(task => new { task.AssigneeId, task.Text }).SingleAsync()))
            .ShouldSatisfyAllConditions(task => task.AssigneeId.ShouldBe(desk.Owner.Viewer.UserId), task => task.Text.ShouldContain("My phone number changed"), task => task.Text.ShouldEndWith("END"));
    }

    [Fact]
    public async Task An_ask_that_only_the_owner_knows_of_is_not_on_the_record()
    {
        var ask = await desk.AskCustomerAsync();
        var token = await ContactTokenAsync(ask, LinkPurpose.ContactRecord);
        await desk.App.DataAsync(async db => await db.Candidates.Where(row => row.Id == ask.CandidateId).ExecuteUpdateAsync(set => set.SetProperty(row => row.CustomerAskedAt, (DateTime?)null)));

        (await desk.App.Anybody().OpenAsync($"/l/{token}")).Text("main").ShouldContain("Never so far");
    }

    [Fact]
    public async Task Consent_is_withdrawn_for_what_was_chosen_after_what_follows_was_shown()
    {
        var ask = await desk.AskCustomerAsync();
        var token = await ContactTokenAsync(ask, LinkPurpose.ContactWithdrawal);
        var anna = desk.App.Anybody();
        var first = await anna.OpenAsync($"/l/{token}");
        first.All("form[method=post][action$='/withdrawal']").ShouldBeEmpty("nothing is chosen yet");
        first.All("[role=alert]").ShouldBeEmpty();
        (await anna.OpenAsync($"/l/{token}/withdrawal?chosen=true")).Text("[role=alert]").ShouldContain("Choose what you withdraw");

        var page = await anna.OpenAsync($"/l/{token}/withdrawal?scopes=SalesCall&scopes=Press");
        page.Text("#follows").ShouldContain("1 question or agreed use is called off");
        (await anna.PostAsync($"/l/{token}/withdrawal", ("scopes", "SalesCall"), ("mark", "stale"))).Text("[role=alert]").ShouldContain("has changed");
        (await StatusAsync(ask, PermissionScope.SalesCall)).ShouldBe(PermissionStatus.Granted);

        var done = await anna.FollowAsync(await anna.SubmitAsync(page, "#follows", ("reason", "New policy")));

        done.Text(".flash").ShouldContain("Withdrawn: Calls with prospects, Talks with the press.");
        done.Text(".flash").ShouldContain("What you did not choose stays as it is");
        (await StatusAsync(ask, PermissionScope.SalesCall)).ShouldBe(PermissionStatus.Denied);
        (await StatusAsync(ask, PermissionScope.Press)).ShouldBe(PermissionStatus.Denied);
        (await StatusAsync(ask, PermissionScope.Analyst)).ShouldBe(PermissionStatus.Granted);
        (await desk.CandidateAsync(ask)).State.ShouldBe(CandidateState.Withdrawn);
        (await desk.App.DataAsync(db => db.Permissions.Where(row => row.CustomerId == ask.Customer.Id && row.Scope == PermissionScope.SalesCall).Select(row => row.Evidence).SingleAsync()))!.ShouldContain("Anna Keller, by link: New policy");
        (await desk.MailsAsync(MessageKinds.CustomerWithdrawn, ask.Contact.Email!)).ShouldBeEmpty("they know");
    }

    [Theory]
    [InlineData(LinkPurpose.ContactLimits, "limits")]
    [InlineData(LinkPurpose.ContactPause, "pause")]
    [InlineData(LinkPurpose.ContactRecord, "record")]
    [InlineData(LinkPurpose.ContactWithdrawal, "withdrawal")]
    public async Task Each_link_opens_its_own_page_in_every_language_and_a_look_changes_nothing(LinkPurpose purpose, string room)
    {
        var ask = await desk.AskCustomerAsync(await desk.CustomerAsync("fr"));
        var token = await ContactTokenAsync(ask, purpose);
        var before = await desk.StateAsync();
        foreach (var language in MailLanguages.All)
        {
            var page = await desk.App.Anybody().OpenAsync($"/l/{token}?lang={language}");
            page.Status.ShouldBe(HttpStatusCode.OK);
            page.One("html").GetAttribute("lang").ShouldBe(language);
        }

        (await desk.App.Anybody().OpenAsync($"/l/{token}")).One("html").GetAttribute("lang").ShouldBe("fr");
        foreach (var other in new[] { "ask", "limits", "pause", "record", "withdrawal" }.Where(other => other != room))
        {
            (await desk.App.Anybody().GetAsync($"/l/{token}/{other}")).Status.ShouldBe(HttpStatusCode.NotFound, other);
        }

        var offered = (await desk.App.Anybody().OpenAsync($"/l/{token}")).All("form[action$='/letters'] button").Select(button => button.GetAttribute("value"));
        offered.ShouldBe(ContactDoor.Purposes.Where(each => each != purpose).Select(each => each.ToString()));
        (await desk.StateAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task A_link_of_somebody_who_left_or_that_ran_out_opens_nothing()
    {
        var ask = await desk.AskCustomerAsync();
        var token = await ContactTokenAsync(ask, LinkPurpose.ContactLimits);
        await desk.App.DataAsync(async db => await db.SignedLinks.Where(link => link.SubjectId == ask.Contact.Id).ExecuteUpdateAsync(set => set.SetProperty(link => link.ExpiresAt, desk.App.Clock.Now)));
        var ended = await desk.App.Anybody().PostAsync($"/l/{token}/limits", ("Uses", "1"));
        ended.Status.ShouldBe(HttpStatusCode.Gone);
        ended.Text("h1").ShouldBe("This link no longer works");
        ended.Text("main").ShouldContain("Nothing was changed");

        var other = await desk.AskCustomerAsync();
        var left = await ContactTokenAsync(other, LinkPurpose.ContactLimits);
        await desk.App.DataAsync(async db => await db.Contacts.Where(row => row.Id == other.Contact.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.LeftAt, desk.App.Clock.Now)));
        (await desk.App.Anybody().OpenAsync($"/l/{left}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await ContactAsync(ask)).UsesPerQuarter.ShouldBeNull();
    }

    private async Task<string> ContactTokenAsync(Asked ask, LinkPurpose purpose)
    {
        var holder = desk.App.Anybody();
        var token = await desk.TokenAsync(LinkPurpose.CustomerAnswer, ask.CandidateId);
        (await holder.PostAsync($"/l/{token}/letters", ("purpose", purpose.ToString()))).Status.ShouldBe(HttpStatusCode.Redirect);
        return await desk.TokenAsync(purpose, ask.Contact.Id);
    }

    private Task<Contact> ContactAsync(Asked ask) => desk.App.DataAsync(db => db.Contacts.AsNoTracking().SingleAsync(row => row.Id == ask.Contact.Id));

    private Task<PermissionStatus> StatusAsync(Asked ask, PermissionScope scope) =>
        desk.App.DataAsync(db => db.Permissions.Where(row => row.CustomerId == ask.Customer.Id && row.Scope == scope).Select(row => row.Status).SingleAsync());

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
