using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Administration;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Deals;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Requests;
using ReferenceHub.Core.Tests.Requests;

namespace ReferenceHub.Core.Tests.Administration;

/// <summary>Whoever stands in for a requester, or takes their requests over, does and sees what the requester would.</summary>
public sealed class StandInForRequesterTests : IDisposable
{
    private readonly SmallProgram program = new();

    public StandInForRequesterTests() => program.Database.Read(db => db.Users.ExecuteUpdateAsync(set => set.SetProperty(user => user.PasswordHash, "set"))).GetAwaiter().GetResult();

    public void Dispose() => program.Dispose();

    [Fact]
    public async Task A_question_to_somebody_away_waits_for_the_stand_in_on_the_page_and_in_the_count()
    {
        var number = await program.SubmitAsync();
        await program.Do<RequestTriage>(desk => desk.HoldAsync(number, "Which modules?", program.Manager, default));
        var standIn = await StandInAsync();

        (await program.Ask<RequestQueries, RequestDetail>(queries => queries.DetailAsync(number, standIn, default))).Next!.Step.ShouldBe(NextStep.AnswerHold);
        (await program.Ask<MyRequests, int>(queries => queries.WaitingAsync(standIn, default))).ShouldBe(1);
    }

    [Fact]
    public async Task Times_that_the_stand_in_offers_are_the_requesters_and_so_is_what_they_say_afterwards()
    {
        var (number, candidate) = await program.AskedAsync();
        var standIn = await StandInAsync();
        await program.Do<UseTimes>(desk => desk.OfferAsync(number, candidate, [program.Clock.Now.AddDays(2)], standIn, default));
        (await program.Database.Read(db => db.TimeSlots.SingleAsync())).OfferedBy.ShouldBe(Party.Requester);

        await program.Do<CandidateAnswers>(desk => desk.AgreeAsync(number, candidate, null, null, program.Owner, default));
        await program.Do<CandidateAnswers>(desk => desk.AgreeAsync(number, candidate, null, "by phone", program.Manager, default));
        await program.Do<CandidateUses>(desk => desk.ScheduleAsync(number, candidate, program.Clock.Now.AddHours(5), null, null, standIn, default));
        program.Clock.Advance(TimeSpan.FromHours(8));
        await program.Do<CandidateUses>(desk => desk.CompleteAsync(number, candidate, 30, null, standIn, default));
        await program.Do<Surveys>(desk => desk.AnswerAsync(number, candidate, new SurveyReply(4, 5, null, null), standIn, default));
        (await program.Database.Read(db => db.SurveyAnswers.SingleAsync())).Side.ShouldBe(Party.Requester);
    }

    [Fact]
    public async Task A_stand_in_who_sees_the_request_is_no_stranger_to_a_comment()
    {
        var number = await program.SubmitAsync();
        await StandInAsync();
        (await program.Ask<RequestComments>(desk => desk.AddAsync(number, "@Daniel Costa, they moved the date", false, program.Manager, default))).Refusal.ShouldBeNull();
        (await program.Database.Read(db => db.RequestWatchers.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task A_link_to_the_deal_is_shown_to_whoever_may_open_it_and_who_takes_requests_over_may()
    {
        var number = await program.SubmitAsync();
        var admin = new User(program.Database.NextId(), "Ada Admin", "ada@test.example", Roles.Administrator, program.Clock.Now) { PasswordHash = "set" };
        await program.Database.Add(admin);
        (await SeesDealAsync(number, program.Rep)).ShouldBe((true, true));
        (await SeesDealAsync(number, await StandInAsync())).ShouldBe((false, false));

        (await program.Ask<Handover, Outcome<Leftovers>>(desk => desk.GiveAsync(program.Rep.UserId, program.OtherRep.UserId, admin.AsViewer(), default))).Refusal.ShouldBeNull();

        (await SeesDealAsync(number, program.OtherRep)).ShouldBe((true, true));
    }

    [Fact]
    public async Task A_link_to_the_deal_is_not_shown_to_a_requester_who_may_not_open_it()
    {
        var number = await program.SubmitAsync();
        await program.Database.Change(async db =>
        {
            await db.DealAsks.ExecuteDeleteAsync();
            await db.Opportunities.ExecuteUpdateAsync(set => set.SetProperty(deal => deal.OwnerId, (Guid?)program.Owner.UserId));
        });
        (await SeesDealAsync(number, program.Rep)).ShouldBe((false, false));
    }

    [Fact]
    public async Task Whoever_may_open_a_request_for_the_same_deal_gets_its_number()
    {
        var number = await program.SubmitAsync();
        var deal = (await program.RequestAsync(number)).OpportunityId;
        await program.Database.Change(async db => await db.Opportunities.ExecuteUpdateAsync(set => set.SetProperty(row => row.OwnerId, (Guid?)null)));
        (await DuplicateAsync(deal, program.OtherRep)).ShouldBeNull();
        (await DuplicateAsync(deal, await StandInAsync())).ShouldBe(number);
    }

    private async Task<(bool Shown, bool Seen)> SeesDealAsync(int number, Viewer viewer) => (
        (await program.Ask<RequestQueries, RequestDetail>(queries => queries.DetailAsync(number, viewer, default))).Deal!.MayOpen,
        await program.Database.Read(db => db.Opportunities.VisibleTo(viewer, db).AnyAsync()));

    private async Task<int?> DuplicateAsync(Guid? deal, Viewer viewer) =>
        (await program.Ask<RequestPeople, IReadOnlyList<DuplicateAsk>>(people => people.DuplicatesAsync(deal, null, viewer, default))).ShouldHaveSingleItem().Number;

    // Daniel for Rita, today.
    private async Task<Viewer> StandInAsync()
    {
        var today = DateOnly.FromDateTime(program.Clock.Now);
        await program.Do<Absences>(desk => desk.NoteAsync(new AbsenceFacts(null, today, today, program.OtherRep.UserId), program.Rep, default));
        return program.OtherRep with { StandsInFor = [program.Rep.UserId] };
    }
}
