using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Messaging;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Requests;
using ReferenceHub.Core.Usage;
using ReferenceHub.Testing;

namespace ReferenceHub.Core.Tests.Requests.Scheduling;

/// <summary>Planning a use for another day in the load calendar.</summary>
public sealed class UseMoveTests : IAsyncLifetime, IDisposable
{
    private static readonly DateOnly Today = new(2026, 11, 23);
    private static readonly DateOnly Planned = Today.AddDays(14);
    private readonly UseProgram program = new();

    private SmallProgram Small => program.Small;

    public async Task InitializeAsync()
    {
        await program.ReadyAsync();
        await Small.Database.Ask<UsageSeed, int>(async seed =>
        {
            await seed.AddAsync(default);
            return 0;
        });
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => program.Dispose();

    [Fact]
    public async Task An_agreed_use_without_a_time_moves_in_the_ledger_and_the_request_says_so()
    {
        var (number, candidate) = await program.AcceptedAsync();

        (await MoveAsync(candidate, Planned, Planned.AddDays(7))).Outcome.Refusal.ShouldBeNull();

        var use = (await Small.UsesAsync()).ShouldHaveSingleItem();
        use.On.ShouldBe(Planned.AddDays(7));
        use.State.ShouldBe(UseState.Planned);
        (await Small.RequestAsync(number)).Events[^1].ShouldSatisfyAllConditions(
            line => line.Kind.ShouldBe(RequestEventKind.DayMoved),
            line => line.Note.ShouldBe("From 7 Dec 2026 to 14 Dec 2026"));
    }

    [Fact]
    public async Task Requester_and_program_are_told_but_not_whoever_moved_it_and_nobody_outside()
    {
        var (_, candidate) = await program.AcceptedAsync();
        var mails = (await program.MailsAsync()).Count;

        await MoveAsync(candidate, Planned, Planned.AddDays(7));

        var told = (await program.NoticesAsync(MessageKinds.DayMoved)).ShouldHaveSingleItem();
        told.UserId.ShouldBe(Small.Rep.UserId);
        told.Title.ShouldContain("planned for 14 Dec 2026");
        told.Text!.ShouldContain("after 7 Dec 2026, by when it is needed");
        (await program.MailsAsync()).Count.ShouldBe(mails);
    }

    [Fact]
    public async Task A_move_into_a_full_window_is_refused_with_rule_setter_and_the_first_day_that_works()
    {
        await LoggedAsync(Today.AddDays(120));
        var (_, candidate) = await program.AcceptedAsync();

        var refused = await MoveAsync(candidate, Planned, Today.AddDays(100));

        refused.Outcome.Field.ShouldBe(LimitOutcome.Field);
        refused.Outcome.Refusal!.ShouldContain("per customer");
        refused.Outcome.Refusal!.ShouldContain("set by the program");
        refused.FreeOn.ShouldBe(Today.AddDays(210));
        (await OnAsync(candidate)).ShouldBe(Planned);
        (await MoveAsync(candidate, Planned, refused.FreeOn!.Value)).Outcome.IsDone.ShouldBeTrue();
    }

    [Fact]
    public async Task Its_own_place_does_not_stand_in_its_way()
    {
        var (_, candidate) = await program.AcceptedAsync();

        (await MoveAsync(candidate, Planned, Planned.AddDays(1))).Outcome.IsDone.ShouldBeTrue();
        (await MoveAsync(candidate, Planned.AddDays(1), Planned)).Outcome.IsDone.ShouldBeTrue();
        (await OnAsync(candidate)).ShouldBe(Planned);
    }

    [Fact]
    public async Task Nobody_plans_a_use_into_a_pause_and_the_first_day_lies_after_it()
    {
        var (_, candidate) = await program.AcceptedAsync();
        await Small.Database.Ask<ReferenceHubDbContext, int>(async db =>
        {
            (await db.Contacts.SingleAsync()).Pause(Planned.AddDays(20));
            return await db.SaveChangesAsync();
        });

        var refused = await MoveAsync(candidate, Planned, Planned.AddDays(7));

        refused.Outcome.Refusal!.ShouldContain("Contact paused, set by the contact");
        refused.FreeOn.ShouldBe(Planned.AddDays(21));
    }

    [Fact]
    public async Task An_agreed_time_is_not_moved_behind_peoples_backs()
    {
        var (_, candidate) = await program.ScheduledAsync(program.Days(8));

        var refused = await MoveAsync(candidate, Today.AddDays(8), Planned);

        refused.Outcome.Field.ShouldBe(UseMoves.Agreed);
        refused.Outcome.Refusal!.ShouldContain("Offer other times");
        (await program.CandidateAsync(candidate)).ScheduledFor.ShouldBe(program.Days(8));
        (await OnAsync(candidate)).ShouldBe(Today.AddDays(8));
    }

    [Fact]
    public async Task Whoever_comes_second_is_told_where_it_is_now()
    {
        var (_, candidate) = await program.AcceptedAsync();

        var both = await Task.WhenAll(MoveAsync(candidate, Planned, Planned.AddDays(7)), MoveAsync(candidate, Planned, Planned.AddDays(14)));

        both.Count(move => move.Outcome.IsDone).ShouldBe(1);
        var second = both.Single(move => !move.Outcome.IsDone).Outcome;
        second.Field.ShouldBe(UseMoves.Stale);
        second.Refusal!.ShouldContain(LimitWords.Day((await OnAsync(candidate))!.Value));
        (await Small.UsesAsync()).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task The_past_and_days_far_ahead_are_refused()
    {
        var (_, candidate) = await program.AcceptedAsync();

        (await MoveAsync(candidate, Planned, Today.AddDays(-1))).Outcome.Refusal!.ShouldContain("lies ahead");
        (await MoveAsync(candidate, Planned, Today.AddDays(800))).Outcome.Refusal!.ShouldContain("two years");
    }

    [Fact]
    public async Task Only_those_who_decide_on_the_request_move_its_use()
    {
        var (_, candidate) = await program.AcceptedAsync();

        (await MoveAsync(candidate, Planned, Planned.AddDays(7), Small.Rep)).Outcome.IsDone.ShouldBeTrue();
        await Should.ThrowAsync<ForbiddenException>(() => MoveAsync(candidate, Planned.AddDays(7), Planned, Small.Owner));
        await Should.ThrowAsync<MissingException>(() => MoveAsync(candidate, Planned.AddDays(7), Planned, Small.OtherRep));
        await Should.ThrowAsync<ForbiddenException>(() => MoveAsync(candidate, Planned.AddDays(7), Planned, Given.Viewer(Roles.Marketing)));
    }

    [Fact]
    public async Task A_use_that_was_given_back_is_not_moved()
    {
        var (number, candidate) = await program.AcceptedAsync();
        await Small.Do<CandidateAsks>(desk => desk.WithdrawAsync(number, candidate, "Another one fits better", Small.Manager, default));

        (await MoveAsync(candidate, Planned, Planned.AddDays(7))).Outcome.Field.ShouldBe(UseMoves.Stale);
    }

    private async Task<UseMoved> MoveAsync(Guid candidate, DateOnly was, DateOnly to, Viewer? by = null)
    {
        var use = (await program.CandidateAsync(candidate)).UseId!.Value;
        return await Small.Database.Ask<UseMoves, UseMoved>(desk => desk.MoveAsync(Small.CustomerId, use, was, to, by ?? Small.Manager, default));
    }

    private async Task<DateOnly?> OnAsync(Guid candidate)
    {
        var use = (await program.CandidateAsync(candidate)).UseId;
        return (await Small.UsesAsync()).SingleOrDefault(one => one.UseId == use)?.On;
    }

    private Task LoggedAsync(DateOnly on) => Small.Do<LedgerService>(desk =>
        desk.LogAsync(new LogUse(Small.CustomerId, null, ActivityKeys.SalesCall, on, null, "Agreed outside"), Small.Manager, default));
}
