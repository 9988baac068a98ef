using System.Net;
using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Messaging;
using ReferenceHub.Core.Requests;
using ReferenceHub.Testing;

namespace ReferenceHub.Web.Tests.Requests;

/// <summary>Agreeing a time, the briefing and what is said afterwards, on the page of a request.</summary>
public sealed class UsePageTests(RequestDesk desk) : IClassFixture<RequestDesk>
{
    [Fact]
    public async Task The_requester_offers_times_and_sets_the_one_that_suits()
    {
        var (number, candidate) = await AcceptedAsync();
        var page = await desk.Rep.GetAsync($"/requests/{number}");
        var offered = await desk.Rep.SubmitAsync(page, "form[action$='/times']", ("First", $"{desk.Day(8)}T10:00"), ("Second", $"{desk.Day(9)}T10:00"));
        page = await desk.Rep.FollowAsync(offered);
        page.Document.QuerySelectorAll("input[name='SlotId']").Length.ShouldBe(2);
        var agreed = await desk.Rep.SubmitAsync(
            page, "form[action$='/times/choice']", ("SlotId", page.Document.QuerySelector("input[name='SlotId']")!.GetAttribute("value")), ("Place", "https://meet.example/room"));
        page = await desk.Rep.FollowAsync(agreed);
        page.Text("main").ShouldContain("https://meet.example/room");
        (await desk.DetailAsync(number)).Candidates.Single().State.ShouldBe(CandidateState.Scheduled);
        (await MailsAsync(candidate)).Count(mail => mail.Kind is MessageKinds.UseScheduled or MessageKinds.ProspectInvited or MessageKinds.UseEntry).ShouldBe(3);
    }

    [Fact]
    public async Task Times_that_make_no_sense_are_refused_and_stay_in_the_form()
    {
        var (number, candidate) = await AcceptedAsync();
        var refused = await desk.Rep.PostAsync($"/requests/{number}/candidates/{candidate}/times", ("First", $"{desk.Day(8)}T10:00"), ("Second", $"{desk.Day(8)}T10:00"));
        refused.Status.ShouldBe(HttpStatusCode.Conflict);
        refused.Text("main").ShouldContain("Two of the times are the same");
        (await desk.Rep.PostAsync($"/requests/{number}/candidates/{candidate}/times")).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Each_time_is_told_in_the_zones_of_the_others_with_what_speaks_against_it()
    {
        var (number, candidate) = await AcceptedAsync();
        var part = await desk.Rep.GetAsync($"/requests/{number}/candidates/{candidate}/times/check?First={desk.Day(8)}T10:00");
        part.Body.ShouldContain("04:00 in New York");
        part.Body.ShouldContain("early in the morning");
    }

    [Fact]
    public async Task The_calendar_file_names_nobody_but_the_program()
    {
        var (number, candidate) = await AcceptedAsync();
        var address = $"/requests/{number}/candidates/{candidate}/calendar.ics";
        (await desk.Rep.GetAsync(address)).Status.ShouldBe(HttpStatusCode.NotFound);
        await desk.Rep.PostAsync($"/requests/{number}/candidates/{candidate}/schedule", ("At", $"{desk.Day(8)}T10:00"));
        var file = await desk.Rep.Client.GetAsync(address);
        file.Content.Headers.ContentType!.MediaType.ShouldBe("text/calendar");
        var text = await file.Content.ReadAsStringAsync();
        text.ShouldContain("METHOD:PUBLISH");
        text.ShouldNotContain("ATTENDEE");
        (await desk.OtherRep.GetAsync(address)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Both_sides_have_a_briefing_without_contact_details()
    {
        var (number, candidate) = await AcceptedAsync();
        foreach (var side in new[] { "", "&side=prospect" })
        {
            var page = await desk.Rep.GetAsync($"/requests/{number}/briefing?candidate={candidate}{side}");
            page.Status.ShouldBe(HttpStatusCode.OK);
            page.Text("main").ShouldContain("Northwind Bank");
            page.Text("main").ShouldContain("Running cost");
            page.Body.ShouldNotContain((await ContactAsync(candidate)).Email!);
        }

        (await desk.OtherRep.GetAsync($"/requests/{number}/briefing")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_the_requester_says_stands_on_the_request_and_on_the_deal()
    {
        var (number, candidate) = await AcceptedAsync();
        await desk.Rep.PostAsync($"/requests/{number}/candidates/{candidate}/completion", ("Minutes", "30"));
        var page = await desk.Rep.GetAsync($"/requests/{number}?open=survey-{candidate}");
        var said = await desk.Rep.SubmitAsync(page, "form[action$='/survey']", ("Expected", "3"), ("Actual", "5"), ("Again", "yes"), ("Words", "Turned the deal"));
        (await desk.Rep.FollowAsync(said)).Text("main").ShouldContain("it was 5 of 5");
        (await desk.Rep.GetAsync($"/opportunities/{desk.Deal.Id}")).Text("main").ShouldContain("it helped us: “Turned the deal”");
        (await desk.Rep.PostAsync($"/requests/{number}/candidates/{candidate}/survey", ("Expected", "1"), ("Actual", "1"))).Text("main").ShouldContain(Surveys.Answered);
    }

    private async Task<(int Number, Guid CandidateId)> AcceptedAsync()
    {
        var customer = Given.Customer(ownerId: desk.Owner.Viewer.UserId);
        await desk.App.AddAsync(customer);
        var need = desk.Need() with { ProspectName = "Northwind Bank", ProspectEmail = "henrik@northwind.example", ZoneId = "America/New_York", WantToKnow = "Effort\nRunning cost" };
        var number = (await desk.App.AskAsync<RequestDrafting, Outcome<int>>(drafts => drafts.SubmitAsync(null, need, desk.Rep.Viewer, default))).Value;
        await DoAsync<RequestTriage>(triage => triage.AssignAsync(number, null, desk.Manager.Viewer, default));
        await DoAsync<CandidateAsks>(asks => asks.ProposeAsync(number, customer.Id, null, desk.Manager.Viewer, default));
        var candidate = (await desk.DetailAsync(number)).Candidates.Single().Id;
        await DoAsync<CandidateAsks>(asks => asks.AskAsync(number, candidate, null, desk.Manager.Viewer, default));
        await DoAsync<CandidateAnswers>(answers => answers.AgreeAsync(number, candidate, null, null, desk.Owner.Viewer, default));
        await DoAsync<CandidateAnswers>(answers => answers.AgreeAsync(number, candidate, null, "by phone", desk.Manager.Viewer, default));
        return (number, candidate);
    }

    private async Task DoAsync<TService>(Func<TService, Task<Outcome>> command)
        where TService : notnull => (await desk.App.AskAsync(command)).Refusal.ShouldBeNull();

    private Task<Core.References.Contact> ContactAsync(Guid candidate) => desk.App.DataAsync(db => db.Candidates.Where(row => row.Id == candidate).Select(row => row.Contact!).SingleAsync());

    private Task<List<OutboxMessage>> MailsAsync(Guid candidate) =>
        desk.App.DataAsync(db => db.OutboxMessages.Where(mail => mail.Calendar != null && mail.Calendar.Contains(candidate.ToString("N"))).ToListAsync());
}
