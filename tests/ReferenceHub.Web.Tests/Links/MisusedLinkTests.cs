using System.Net;
using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Messaging;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Requests;
using ReferenceHub.Testing.Web;

namespace ReferenceHub.Web.Tests.Links;

/// <summary>Whatever is done with a link that it was not given for changes nothing and says what to do.</summary>
public sealed class MisusedLinkTests(LinkDesk desk) : IClassFixture<LinkDesk>
{
    [Fact]
    public async Task Looking_changes_nothing()
    {
        var ask = await desk.AskCustomerAsync();
        var token = await desk.TokenAsync(LinkPurpose.CustomerAnswer, ask.CandidateId);
        var before = await desk.StateAsync();
        foreach (var address in new[] { $"/l/{token}", $"/l/{token}/ask", $"/l/{token}/ask?lang=fr" })
        {
            await desk.App.Anybody().OpenAsync(address);
            using var head = new HttpRequestMessage(HttpMethod.Head, address);
            using var answer = await desk.App.Anybody().Client.SendAsync(head);
            ((int)answer.StatusCode).ShouldBeLessThan(400);
        }

        foreach (var verb in new[] { "/ask/yes", "/ask/no", "/letters" })
        {
            (await desk.App.Anybody().GetAsync($"/l/{token}{verb}")).Status.ShouldNotBe(HttpStatusCode.OK, verb);
        }

        (await desk.App.Anybody().PostWithoutTokenAsync($"/l/{token}/ask/yes")).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await desk.StateAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task A_link_answers_for_its_party_only()
    {
        var ask = await desk.AskAsync();
        var token = await desk.TokenAsync(LinkPurpose.OwnerAnswer, ask.CandidateId);
        var owner = desk.App.Anybody();
        await owner.SubmitAsync(await owner.OpenAsync($"/l/{token}"), "form[action$='/ask/yes']");
        var before = await desk.StateAsync();

        await owner.PostAsync($"/l/{token}/ask/yes");
        foreach (var room in new[] { "limits", "pause", "record", "withdrawal" })
        {
            (await owner.GetAsync($"/l/{token}/{room}")).Status.ShouldBe(HttpStatusCode.NotFound, room);
        }

        (await owner.PostAsync($"/l/{token}/letters", ("purpose", "ContactRecord"))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await owner.PostAsync($"/l/{token}/limits", ("Uses", "1"))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await owner.PostAsync($"/l/{token}/password", ("Password", "a long enough password"))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await desk.CandidateAsync(ask)).State.ShouldBe(CandidateState.CustomerAsked, "the owner's link does not answer for the customer");
        (await desk.StateAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task An_altered_or_foreign_link_opens_nothing()
    {
        var ask = await desk.AskCustomerAsync();
        var token = await desk.TokenAsync(LinkPurpose.CustomerAnswer, ask.CandidateId);
        var before = await desk.StateAsync();
        foreach (var wrong in new[] { (token[0] == 'A' ? "B" : "A") + token[1..], token[..^1], token + "A", new string('x', LinkKey.TokenLength), "x" })
        {
            var page = await desk.App.Anybody().OpenAsync($"/l/{wrong}");
            page.Status.ShouldBe(HttpStatusCode.NotFound);
            page.Text("h1").ShouldBe("This link opens nothing");
            (await desk.App.Anybody().PostAsync($"/l/{wrong}/ask/yes")).Status.ShouldBe(HttpStatusCode.NotFound);
        }

        (await desk.StateAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task A_link_that_has_run_out_says_until_when_it_worked()
    {
        var ask = await desk.AskCustomerAsync();
        var token = await desk.TokenAsync(LinkPurpose.CustomerAnswer, ask.CandidateId);
        await desk.App.DataAsync(async db => await db.SignedLinks.Where(link => link.SubjectId == ask.CandidateId).ExecuteUpdateAsync(set => set.SetProperty(link => link.ExpiresAt, desk.App.Clock.Now)));
        var before = await desk.StateAsync();

        var page = await desk.App.Anybody().OpenAsync($"/l/{token}");
        (await desk.App.Anybody().PostAsync($"/l/{token}/ask/yes")).Status.ShouldBe(HttpStatusCode.Gone);
        (await desk.App.Anybody().PostAsync($"/l/{token}/letters", ("purpose", "ContactLimits"))).Status.ShouldBe(HttpStatusCode.NotFound);

        page.Status.ShouldBe(HttpStatusCode.Gone);
        page.Text("main").ShouldContain("It worked until");
        page.Text("main").ShouldContain("Nothing was changed");
        (await desk.StateAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task A_link_that_was_used_as_often_as_it_may_be_says_so()
    {
        var ask = await desk.AskCustomerAsync();
        var token = await desk.TokenAsync(LinkPurpose.CustomerAnswer, ask.CandidateId);
        await desk.App.DataAsync(async db => await db.SignedLinks.Where(link => link.SubjectId == ask.CandidateId).ExecuteUpdateAsync(set => set.SetProperty(link => link.Uses, link => link.MostUses)));
        var before = await desk.StateAsync();

        var page = await desk.App.Anybody().PostAsync($"/l/{token}/ask/yes");

        page.Status.ShouldBe(HttpStatusCode.Gone);
        page.Text("h1").ShouldBe("This link was used up");
        (await desk.StateAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task Who_is_no_longer_needed_is_told_and_the_link_ends()
    {
        var ask = await desk.AskCustomerAsync(await desk.CustomerAsync("de"));
        var token = await desk.TokenAsync(LinkPurpose.CustomerAnswer, ask.CandidateId);
        await desk.App.DataAsync(db => db.OutboxMessages.Where(mail => mail.Kind == MessageKinds.CustomerAsked).ExecuteUpdateAsync(mail => mail.SetProperty(row => row.State, OutboxState.Sent)));
        (await desk.App.AskAsync<CandidateAsks, Outcome>(asks => asks.WithdrawAsync(ask.Number, ask.CandidateId, "SECRET reason", desk.Manager.Viewer, default))).Refusal.ShouldBeNull();
        var before = await desk.StateAsync();

        var page = await desk.App.Anybody().OpenAsync($"/l/{token}");
        (await desk.App.Anybody().PostAsync($"/l/{token}/ask/yes")).Status.ShouldBe(HttpStatusCode.Gone);

        page.Status.ShouldBe(HttpStatusCode.Gone);
        page.Text("h1").ShouldBe("Nichts mehr zu tun");
        page.One("html").GetAttribute("lang").ShouldBe("de");
        var letter = (await desk.MailsAsync(MessageKinds.CustomerWithdrawn, ask.Contact.Email!)).ShouldHaveSingleItem();
        letter.Body.ShouldContain("Inzwischen hat jemand anderes zugesagt");
        letter.Body.ShouldNotContain("SECRET");
        (await desk.StateAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task An_owner_who_gave_the_customer_away_answers_no_more()
    {
        var ask = await desk.AskAsync();
        var token = await desk.TokenAsync(LinkPurpose.OwnerAnswer, ask.CandidateId);
        var heir = await desk.App.PersonAsync(Roles.Rep);
        await desk.App.DataAsync(async db => await db.Customers.Where(row => row.Id == ask.Customer.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.OwnerId, heir.Id)));
        var before = await desk.StateAsync();

        (await desk.App.Anybody().PostAsync($"/l/{token}/ask/yes")).Status.ShouldBe(HttpStatusCode.NotFound);

        (await desk.StateAsync()).ShouldBe(before);
    }
}
