using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Messaging;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Requests;
using ReferenceHub.Core.Tests.Requests.Line;

namespace ReferenceHub.Core.Tests.Requests.Telling;

/// <summary>What a request came to is told by whichever command it came, to each person once; and the line goes on where it should.</summary>
public sealed class ChangeNoticeTests : IDisposable
{
    private readonly LineProgram program = new();

    private SmallProgram Base => program.Base;

    public void Dispose() => program.Dispose();

    [Fact]
    public async Task That_the_last_use_was_held_is_told_to_all_who_take_part_and_to_nobody_twice()
    {
        var (number, candidate) = await ScheduledAsync();
        await FollowAsync(number, Base.OtherRep);
        Base.Clock.Advance(TimeSpan.FromDays(2));
        await ClearAsync();
        await Base.Do<CandidateUses>(desk => desk.CompleteAsync(number, candidate, 30, null, Base.Manager, default));

        (await InboxAsync(Base.OtherRep)).ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            notice => notice.Kind.ShouldBe(MessageKinds.RequestEnded), notice => notice.Title.ShouldBe($"#{number} for Northwind Bank is completed"));
        (await InboxAsync(Base.Rep)).ShouldHaveSingleItem().Kind.ShouldBe(MessageKinds.UseWasHeld);
        (await InboxAsync(Base.Manager)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_yes_that_is_taken_back_is_told_to_the_requester_without_the_name()
    {
        var (number, line) = await program.LinedUpAsync();
        await program.YesAsync(number, line[0]);
        await program.YesAsync(number, line[0]);
        await ClearAsync();
        await Base.Do<CandidateAnswers>(desk => desk.DeclineAsync(number, line[0], null, null, Base.Owner, default, kind: DeclineKind.NoTime));

        (await InboxAsync(Base.Rep)).ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            notice => notice.Title.ShouldContain("a reference that had said yes is no longer there for it"), notice => (notice.Title + notice.Text).ShouldNotContain("Alpenbank"));
        (await InboxAsync(Base.Manager)).ShouldHaveSingleItem().Title.ShouldContain("Alpenbank AG declined");
    }

    [Fact]
    public async Task A_no_show_that_the_requester_notes_is_told_to_the_manager_and_the_search_goes_on()
    {
        var (number, candidate) = await ScheduledAsync();
        Base.Clock.Advance(TimeSpan.FromDays(2));
        await ClearAsync();
        await Base.Do<CandidateUses>(desk => desk.NoteNoShowAsync(number, candidate, null, Base.Rep, default));

        (await InboxAsync(Base.Manager)).ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            notice => notice.Title.ShouldContain("the use of Alpenbank AG did not take place"), notice => notice.Text.ShouldBe("Asked now: Bodensee Leben."));
        (await Base.RequestAsync(number)).Candidates.ShouldContain(each => each.CustomerId == program.Customer(1) && each.State == CandidateState.OwnerAsked);
    }

    [Fact]
    public async Task A_use_that_lies_ahead_is_no_no_show()
    {
        var (number, candidate) = await ScheduledAsync();
        await Should.ThrowAsync<Data.IllegalMoveException>(() => Base.Ask<CandidateUses>(desk => desk.NoteNoShowAsync(number, candidate, null, Base.Rep, default)));
    }

    [Fact]
    public async Task A_silence_noted_during_a_hold_lets_the_line_go_on_after_it()
    {
        var (number, line) = await program.LinedUpAsync();
        await Base.Do<RequestTriage>(desk => desk.HoldAsync(number, "Which modules?", Base.Manager, default));
        await Base.Do<LineOrder>(desk => desk.NoteSilenceAsync(number, line[0], Base.Manager, default));
        (await program.StateAsync(number, line[1])).ShouldBe(CandidateState.Proposed);

        await Base.Do<RequestTriage>(desk => desk.ResumeAsync(number, "Atlas", Base.Rep, default));

        (await program.StateAsync(number, line[1])).ShouldBe(CandidateState.OwnerAsked);
    }

    [Fact]
    public async Task Whoever_takes_a_candidate_back_decides_whom_to_ask_next()
    {
        var (number, line) = await program.LinedUpAsync();
        await Base.Do<CandidateAsks>(desk => desk.WithdrawAsync(number, line[0], null, Base.Manager, default));
        (await program.StateAsync(number, line[1])).ShouldBe(CandidateState.Proposed);
    }

    [Fact]
    public async Task A_correction_by_the_program_is_told_to_the_requester_with_what_changed()
    {
        var number = await Base.SubmitAsync();
        await ClearAsync();
        var kept = RequestQueries.NeedOf(await Base.RequestAsync(number));
        await Base.Do<RequestDrafting>(desk => desk.CorrectAsync(number, kept with { Wanted = 2 }, NeedChanges.MarkOf(kept), Base.Manager, default));

        (await InboxAsync(Base.Rep)).ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            notice => notice.Kind.ShouldBe(MessageKinds.RequestEdited), notice => notice.Text.ShouldBe("References wanted."));
        (await InboxAsync(Base.Manager)).ShouldBeEmpty();
    }

    private async Task<(int Number, Guid Candidate)> ScheduledAsync()
    {
        var (number, line) = await program.LinedUpAsync();
        await program.YesAsync(number, line[0]);
        await program.YesAsync(number, line[0]);
        await Base.Do<CandidateUses>(desk => desk.ScheduleAsync(number, line[0], Base.Clock.Now.AddDays(1), null, null, Base.Rep, default));
        return (number, line[0]);
    }

    private async Task FollowAsync(int number, Viewer who) =>
        await Base.Database.Add(new RequestWatcher((await Base.RequestAsync(number)).Id, who.UserId, Base.Clock.Now));

    private Task ClearAsync() => Base.Database.Change(async db => await db.Notifications.ExecuteDeleteAsync());

    private Task<List<Notification>> InboxAsync(Viewer of) => Base.Database.Read(db => db.Notifications.AsNoTracking().Where(notice => notice.UserId == of.UserId).ToListAsync());
}
