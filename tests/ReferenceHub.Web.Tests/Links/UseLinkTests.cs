using System.Net;
using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Messaging;
using ReferenceHub.Core.Requests;
using ReferenceHub.Testing;

namespace ReferenceHub.Web.Tests.Links;

/// <summary>Contact and prospect behind their links: picking a time, saving it, reading what to expect, saying how it was.</summary>
public sealed class UseLinkTests(LinkDesk desk) : IClassFixture<LinkDesk>
{
    [Fact]
    public async Task The_contact_says_yes_and_picks_a_time_in_one_go()
    {
        var ask = await desk.AskCustomerAsync();
        await OfferAsync(ask, 8, 9);
        var token = await desk.TokenAsync(LinkPurpose.CustomerAnswer, ask.CandidateId);
        var contact = desk.App.Anybody();
        var page = await contact.OpenAsync($"/l/{token}");
        page.All("input[name='Slot']").Count.ShouldBe(3);
        page.All("input[name='Slot'][checked]").ShouldBeEmpty();
        var said = await contact.SubmitAsync(page, "form[action$='/ask/yes']", ("Slot", page.All("input[name='Slot']")[1].GetAttribute("value")));
        (await contact.FollowAsync(said)).Text("main").ShouldContain("It takes place on");
        var candidate = await desk.CandidateAsync(ask);
        candidate.State.ShouldBe(CandidateState.Scheduled);
        candidate.ScheduledFor.ShouldBe(At(9));
        (await contact.Client.GetStringAsync($"/l/{token}/calendar.ics")).ShouldContain("METHOD:PUBLISH");
    }

    [Fact]
    public async Task The_contact_proposes_times_on_their_own_clock()
    {
        var (ask, token) = await AcceptedAsync();
        var contact = desk.App.Anybody();
        var page = await contact.GetAsync($"/l/{token}/times");
        var wrong = await contact.SubmitAsync(page, "form[action$='/times']", ("first", "2020-01-01T10:00"));
        wrong.Text("main").ShouldContain("One of the times has passed");
        var sent = await contact.SubmitAsync(page, "form[action$='/times']", ("first", $"{Day(8)}T10:00"), ("second", $"{Day(9)}T15:30"));
        (await contact.FollowAsync(sent)).Text("main").ShouldContain("You proposed");
        (await desk.App.DataAsync(db => db.TimeSlots.Where(slot => slot.CandidateId == ask.CandidateId).Select(slot => slot.StartsAt).OrderBy(at => at).ToListAsync()))
            .ShouldBe([At(8, 9), At(9, 14).AddMinutes(30)]);
    }

    [Fact]
    public async Task A_time_that_is_no_longer_offered_says_so_and_changes_nothing()
    {
        var (ask, token) = await AcceptedAsync();
        await OfferAsync(ask, 8);
        var contact = desk.App.Anybody();
        var page = await contact.GetAsync($"/l/{token}/times");
        await OfferAsync(ask, 10);
        var before = await desk.StateAsync();
        (await contact.SubmitAsync(page, "form[action$='/times/choice']", ("slotId", page.One("input[name='slotId']").GetAttribute("value")))).Text("main").ShouldContain("no longer offered");
        (await desk.StateAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task The_prospect_reads_what_to_expect_and_how_to_reach_nobody()
    {
        var (ask, _) = await AcceptedAsync();
        await ScheduleAsync(ask, 8);
        var token = await desk.TokenAsync(LinkPurpose.ProspectInvitation, ask.CandidateId);
        var page = await desk.App.Anybody().OpenAsync($"/l/{token}");
        page.Text("main").ShouldContain(ask.Customer.Name);
        page.Text("main").ShouldContain("Running cost");
        page.Body.ShouldNotContain(ask.Contact.Email!);
        page.Body.ShouldNotContain("INTERNAL");
        await DoAsync<RequestTriage>(triage => triage.CancelAsync(ask.Number, null, desk.Rep.Viewer, default));
        (await desk.App.Anybody().OpenAsync($"/l/{token}")).Text("main").ShouldContain("was called off");
    }

    [Fact]
    public async Task The_contact_answers_two_questions_once()
    {
        var (ask, _) = await AcceptedAsync();
        await DoAsync<CandidateUses>(uses => uses.CompleteAsync(ask.Number, ask.CandidateId, 30, null, desk.Rep.Viewer, default));
        var token = await desk.TokenAsync(LinkPurpose.Survey, ask.CandidateId);
        var contact = desk.App.Anybody();
        var page = await contact.OpenAsync($"/l/{token}");
        (await contact.SubmitAsync(page, "form[action$='/survey']", ("Expected", "4"))).Text("main").ShouldContain("Give both a grade");
        var sent = await contact.SubmitAsync(page, "form[action$='/survey']", ("Expected", "4"), ("Actual", "5"), ("Again", "yes"));
        (await contact.FollowAsync(sent)).Text("main").ShouldContain("Your answer has arrived");
        var before = await desk.StateAsync();
        (await contact.SubmitAsync(page, "form[action$='/survey']", ("Expected", "1"), ("Actual", "1"))).Text("main").ShouldContain("Your answer has arrived");
        (await desk.StateAsync()).ShouldBe(before);
        (await desk.App.DataAsync(db => db.SurveyAnswers.SingleAsync(answer => answer.CandidateId == ask.CandidateId))).Side.ShouldBe(Party.Customer);
    }

    [Fact]
    public async Task Each_link_opens_its_own_page_only_and_looking_changes_nothing()
    {
        var (ask, customer) = await AcceptedAsync();
        await ScheduleAsync(ask, 8);
        var prospect = await desk.TokenAsync(LinkPurpose.ProspectInvitation, ask.CandidateId);
        var before = await desk.StateAsync();
        var anybody = desk.App.Anybody();
        foreach (var address in new[] { $"{prospect}/times", $"{prospect}/survey", $"{prospect}/ask", $"{customer}/survey", $"{customer}/invitation", $"{(customer[0] == 'A' ? 'B' : 'A')}{customer[1..]}/times" })
        {
            (await anybody.GetAsync($"/l/{address}")).Status.ShouldBe(HttpStatusCode.NotFound, address);
        }

        (await anybody.PostAsync($"/l/{prospect}/times", ("first", $"{Day(9)}T10:00"))).Status.ShouldBe(HttpStatusCode.NotFound);
        foreach (var address in new[] { $"{customer}/times", $"{customer}/calendar.ics", $"{prospect}/invitation", $"{prospect}/calendar.ics" })
        {
            (await anybody.GetAsync($"/l/{address}")).Status.ShouldBe(HttpStatusCode.OK, address);
        }

        (await desk.StateAsync()).ShouldBe(before);
    }

    private async Task<(Asked Ask, string Token)> AcceptedAsync()
    {
        var ask = await desk.AskCustomerAsync();
        var token = await desk.TokenAsync(LinkPurpose.CustomerAnswer, ask.CandidateId);
        await DoAsync<CandidateAnswers>(answers => answers.AgreeAsync(ask.Number, ask.CandidateId, null, "by phone", desk.Manager.Viewer, default));
        return (ask, token);
    }

    private Task OfferAsync(Asked ask, params int[] days) => DoAsync<UseTimes>(times => times.OfferAsync(ask.Number, ask.CandidateId, [.. days.Select(day => At(day))], desk.Rep.Viewer, default));

    private Task ScheduleAsync(Asked ask, int day) => DoAsync<CandidateUses>(uses => uses.ScheduleAsync(ask.Number, ask.CandidateId, At(day), null, null, desk.Rep.Viewer, default));

    private async Task DoAsync<TService>(Func<TService, Task<Outcome>> command)
        where TService : notnull => (await desk.App.AskAsync(command)).Refusal.ShouldBeNull();

    private DateTime At(int day, int hour = 9) => desk.App.Clock.Now.Date.AddDays(day).AddHours(hour);

    private string Day(int day) => At(day).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
