using System.Net;
using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Messaging;
using ReferenceHub.Core.Requests;
using ReferenceHub.Testing.Web;

namespace ReferenceHub.Web.Tests.Links;

/// <summary>Links to times, invitation and survey that have ended, or that were changed on their way: a page that says so, nothing changed.</summary>
public sealed class EndedUseLinkTests(LinkDesk desk) : IClassFixture<LinkDesk>
{
    [Theory]
    [InlineData(LinkPurpose.Survey, "survey")]
    [InlineData(LinkPurpose.ProspectInvitation, "invitation")]
    public async Task One_that_has_run_out_says_until_when_it_worked(LinkPurpose purpose, string room)
    {
        var (ask, token) = await HeldAsync(purpose);
        await desk.App.DataAsync(async db => await Links(db, ask, purpose).ExecuteUpdateAsync(set => set.SetProperty(link => link.ExpiresAt, desk.App.Clock.Now)));
        await EndedAsync(token, room, "It worked until");
    }

    [Fact]
    public async Task A_survey_whose_link_was_used_as_often_as_it_may_be_is_not_taken()
    {
        var (ask, token) = await HeldAsync(LinkPurpose.Survey);
        await desk.App.DataAsync(async db => await Links(db, ask, LinkPurpose.Survey).ExecuteUpdateAsync(set => set.SetProperty(link => link.Uses, link => link.MostUses)));
        await EndedAsync(token, "survey", "Nothing was changed");
    }

    [Fact]
    public async Task A_survey_whose_link_was_taken_back_is_not_taken()
    {
        var (ask, token) = await HeldAsync(LinkPurpose.Survey);
        await desk.App.DataAsync(async db => await Links(db, ask, LinkPurpose.Survey).ExecuteUpdateAsync(set => set.SetProperty(link => link.RevokedAt, desk.App.Clock.Now)));
        await EndedAsync(token, "survey", "Nothing was changed");
    }

    [Theory]
    [InlineData(LinkPurpose.Survey, "survey")]
    [InlineData(LinkPurpose.ProspectInvitation, "invitation")]
    public async Task One_that_was_changed_on_its_way_opens_nothing(LinkPurpose purpose, string room)
    {
        var (_, token) = await HeldAsync(purpose);
        var before = await desk.StateAsync();
        foreach (var wrong in new[] { (token[0] == 'A' ? "B" : "A") + token[1..], token[..^1], token + "A" })
        {
            (await desk.App.Anybody().OpenAsync($"/l/{wrong}/{room}")).Text("h1").ShouldBe("This link opens nothing");
            (await AnswerAsync(wrong, room)).Status.ShouldBe(HttpStatusCode.NotFound);
        }

        (await desk.StateAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task Times_are_neither_picked_nor_proposed_by_a_link_that_has_ended()
    {
        var ask = await desk.AskCustomerAsync();
        var token = await desk.TokenAsync(LinkPurpose.CustomerAnswer, ask.CandidateId);
        await DoAsync<CandidateAnswers>(answers => answers.AgreeAsync(ask.Number, ask.CandidateId, null, "by phone", desk.Manager.Viewer, default));
        await desk.App.DataAsync(async db => await Links(db, ask, LinkPurpose.CustomerAnswer).ExecuteUpdateAsync(set => set.SetProperty(link => link.ExpiresAt, desk.App.Clock.Now)));
        var before = await desk.StateAsync();
        var contact = desk.App.Anybody();

        var page = await contact.FollowAsync(await contact.PostAsync($"/l/{token}/times", ("first", desk.App.Clock.Now.AddDays(9).ToString("yyyy-MM-dd'T'HH:mm", System.Globalization.CultureInfo.InvariantCulture))));

        page.Status.ShouldBe(HttpStatusCode.Gone);
        page.Text("main").ShouldContain("It worked until");
        (await contact.GetAsync($"/l/{token}/calendar.ics")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await desk.StateAsync()).ShouldBe(before);
    }

    private async Task EndedAsync(string token, string room, string words)
    {
        var before = await desk.StateAsync();
        var page = await desk.App.Anybody().OpenAsync($"/l/{token}/{room}");
        page.Status.ShouldBe(HttpStatusCode.Gone);
        page.Text("main").ShouldContain(words);
        ((int)(await AnswerAsync(token, room)).Status).ShouldBeGreaterThanOrEqualTo(400);
        (await desk.StateAsync()).ShouldBe(before);
        (await desk.App.DataAsync(db => db.SurveyAnswers.CountAsync())).ShouldBe(0);
    }

    // A survey is answered; of an invitation there is nothing to answer, but a calendar entry to save.
    private Task<Page> AnswerAsync(string token, string room) => room == "survey"
        ? desk.App.Anybody().PostAsync($"/l/{token}/survey", ("Expected", "1"), ("Actual", "1"))
        : desk.App.Anybody().GetAsync($"/l/{token}/calendar.ics");

    // A use that has an agreed time, for a survey one that was held.
    private async Task<(Asked Ask, string Token)> HeldAsync(LinkPurpose purpose)
    {
        var ask = await desk.AskCustomerAsync();
        await DoAsync<CandidateAnswers>(answers => answers.AgreeAsync(ask.Number, ask.CandidateId, null, "by phone", desk.Manager.Viewer, default));
        await DoAsync<CandidateUses>(uses => purpose == LinkPurpose.Survey
            ? uses.CompleteAsync(ask.Number, ask.CandidateId, 30, null, desk.Rep.Viewer, default)
            : uses.ScheduleAsync(ask.Number, ask.CandidateId, desk.App.Clock.Now.Date.AddDays(8).AddHours(9), null, null, desk.Rep.Viewer, default));
        return (ask, await desk.TokenAsync(purpose, ask.CandidateId));
    }

    private async Task DoAsync<TService>(Func<TService, Task<Outcome>> command)
        where TService : notnull => (await desk.App.AskAsync(command)).Refusal.ShouldBeNull();

    private static IQueryable<SignedLink> Links(ReferenceHubDbContext db, Asked ask, LinkPurpose purpose) => db.SignedLinks.Where(link => link.SubjectId == ask.CandidateId && link.Purpose == purpose);
}
