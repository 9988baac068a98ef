using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Requests;
using ReferenceHub.Core.Tests.Requests;
using ReferenceHub.Core.Usage;
using ReferenceHub.Testing.Databases;

namespace ReferenceHub.Core.Tests.Usage;

/// <summary>Neither a clock that is set back nor capacity of a distant day gets anybody a use that a limit refuses.</summary>
public sealed class HeldOnAnotherDayTests
{
    private static readonly OverrideMark Mark = new("Vera Sponsor", "They met at the fair");

    [Fact]
    public async Task What_was_reserved_for_a_distant_day_is_not_held_today_beyond_a_limit()
    {
        using var program = new SmallProgram();
        var first = await AcceptedAsync(program, 14);
        await program.Do<CandidateUses>(desk => desk.CompleteAsync(first.Number, first.CandidateId, 30, null, program.Rep, default));
        var second = await AcceptedAsync(program, 100);
        var entries = await EntriesAsync(program);

        var refused = await program.Ask<CandidateUses>(desk => desk.CompleteAsync(second.Number, second.CandidateId, 30, null, program.Rep, default));

        refused.Field.ShouldBe(LimitOutcome.Field);
        refused.Refusal.ShouldBe("Limit of 1 sales call, analyst or press use per customer in 90 days, set by the program. Free on 21 Feb 2027.");
        (await EntriesAsync(program)).ShouldBe(entries);
        await Should.ThrowAsync<ForbiddenException>(() => program.Ask<CandidateUses>(desk => desk.CompleteAsync(second.Number, second.CandidateId, 30, null, program.Rep, default, Mark)));

        await program.Do<CandidateUses>(desk => desk.CompleteAsync(second.Number, second.CandidateId, 30, null, program.Manager, default, Mark));
        var entry = await program.Database.Read(db => db.LedgerEntries.OrderByDescending(entry => entry.Sequence).FirstAsync());
        (entry.Kind, entry.IsOverride, entry.Sponsor, entry.On).ShouldBe((LedgerKind.Confirmed, true, "Vera Sponsor", DateOnly.FromDateTime(program.Clock.Now)));
        (await program.RequestAsync(second.Number)).CandidateOf(second.CandidateId).OverrideSponsor.ShouldBe("Vera Sponsor");
    }

    [Fact]
    public async Task A_use_that_was_held_took_some_of_the_contacts_time()
    {
        using var program = new SmallProgram();
        var (number, candidate) = await AcceptedAsync(program, 14);
        var entries = await EntriesAsync(program);

        var refused = await program.Ask<CandidateUses>(desk => desk.CompleteAsync(number, candidate, 0, null, program.Rep, default));

        refused.Refusal.ShouldNotBeNull().ShouldContain("say how many minutes");
        (await EntriesAsync(program)).ShouldBe(entries);
        (await program.UsesAsync()).Single().State.ShouldBe(UseState.Planned);
        await program.Do<CandidateUses>(desk => desk.CompleteAsync(number, candidate, 1, null, program.Rep, default));
        (await program.UsesAsync()).Single().Minutes.ShouldBe(1);
    }

    [Fact]
    public async Task Held_on_another_day_within_the_limits_needs_nobodys_word()
    {
        using var program = new SmallProgram();
        var (number, candidate) = await AcceptedAsync(program, 100);

        await program.Do<CandidateUses>(desk => desk.CompleteAsync(number, candidate, 30, null, program.Rep, default));

        var use = (await program.UsesAsync()).ShouldHaveSingleItem();
        (use.State, use.On, use.Overridden).ShouldBe((UseState.Done, DateOnly.FromDateTime(program.Clock.Now), false));
    }

    [Fact]
    public async Task With_the_clock_set_back_a_day_is_as_full_as_before_and_places_go_on()
    {
        using var database = TestDatabase.Create();
        var scene = await UsageScene.MakeAsync(database);
        var on = DateOnly.FromDateTime(database.Clock.Now).AddDays(7);
        var use = await scene.ReserveAsync(ActivityKeys.SalesCall, on);
        database.Clock.Advance(TimeSpan.FromDays(-400));

        (await scene.ReserveAsync(ActivityKeys.Press, on.AddDays(3), contact: 1)).Allowed.ShouldBeFalse();
        await scene.DoAsync((service, ct) => service.ReleaseAsync(use.UseId, Core.People.Viewer.Product, ct));

        (await scene.UsageAsync()).Uses.ShouldBeEmpty("the entry with the last place says what stands, whatever time it bears");
        (await scene.ReserveAsync(ActivityKeys.Press, on.AddDays(3), contact: 1)).Allowed.ShouldBeTrue();
        (await scene.ReserveAsync(ActivityKeys.SalesCall, on)).Allowed.ShouldBeFalse();
        (await database.Read(db => db.LedgerEntries.OrderBy(entry => entry.Sequence).Select(entry => entry.Sequence).ToListAsync())).ShouldBe([1, 2, 3]);
    }

    [Fact]
    public async Task What_was_asked_for_while_the_clock_was_back_is_held_within_the_limits_of_the_true_day()
    {
        using var program = new SmallProgram();
        var first = await AcceptedAsync(program, 14);
        await program.Do<CandidateUses>(desk => desk.CompleteAsync(first.Number, first.CandidateId, 30, null, program.Rep, default));
        program.Clock.Advance(TimeSpan.FromDays(-300));
        var second = await AcceptedAsync(program, 14);
        program.Clock.Advance(TimeSpan.FromDays(300));

        (await program.Ask<CandidateUses>(desk => desk.ScheduleAsync(second.Number, second.CandidateId, program.Clock.Now.AddDays(2), null, null, program.Rep, default))).Field.ShouldBe(LimitOutcome.Field);
        (await program.Ask<CandidateUses>(desk => desk.CompleteAsync(second.Number, second.CandidateId, 30, null, program.Rep, default))).Field.ShouldBe(LimitOutcome.Field);
    }

    private static async Task<(int Number, Guid CandidateId)> AcceptedAsync(SmallProgram program, int inDays)
    {
        var number = await program.SubmitAsync(program.Need() with { NeededBy = DateOnly.FromDateTime(program.Clock.Now).AddDays(inDays) });
        await program.Do<RequestTriage>(desk => desk.AssignAsync(number, null, program.Manager, default));
        var contact = await program.Database.Read(db => db.Contacts.Select(row => row.Id).SingleAsync());
        await program.Do<CandidateAsks>(desk => desk.ProposeAsync(number, program.CustomerId, contact, program.Manager, default));
        var candidate = (await program.RequestAsync(number)).Candidates.Single().Id;
        await program.Do<CandidateAsks>(desk => desk.AskAsync(number, candidate, null, program.Manager, default));
        while ((await program.RequestAsync(number)).CandidateOf(candidate).State.IsAsked())
        {
            await program.Do<CandidateAnswers>(desk => desk.AgreeAsync(number, candidate, null, "by phone", program.Manager, default));
        }

        return (number, candidate);
    }

    private static Task<int> EntriesAsync(SmallProgram program) => program.Database.Read(db => db.LedgerEntries.CountAsync());
}
