using FsCheck;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Requests;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Tests.Requests.Line;

/// <summary>Whatever is done in whatever order, by people and by the clock, the ledger says of each candidate what its state says. On a real database.</summary>
public sealed class LedgerOfRequestsTests
{
    private const int Silence = 7;
    private const int LongSilence = 3 * 24 * 60;

    // What leads to an ask and ends one comes more often than what ends all.
    private static readonly Gen<int> Verbs = Gen.Frequency((4, Gen.Constant(0)), (4, Gen.Constant(2)), (3, Gen.Constant(4)), (3, Gen.Constant(Silence)), (10, Gen.Choose(0, 17)));

    private static readonly Gen<(int Verb, int Pick, int Minutes)[]> Plots =
        (from verb in Verbs from pick in Gen.Choose(0, 4) from minutes in Gen.Choose(0, 400) select (verb, pick, minutes)).ArrayOf(18);

    private static readonly CandidateState[] Ends = [CandidateState.Declined, CandidateState.NoAnswer, CandidateState.Withdrawn];

    [Fact]
    public void The_ledger_and_the_states_say_the_same_after_any_sequence_of_verbs() =>
        Prop.ForAll(Plots.ToArbitrary(), plot => PlayAsync(plot).GetAwaiter().GetResult()).Check(Config.QuickThrowOnFailure.WithMaxTest(12));

    public static TheoryData<CandidateState, bool> States()
    {
        var table = new TheoryData<CandidateState, bool>();
        foreach (var state in new[] { CandidateState.Proposed, CandidateState.OwnerAsked, CandidateState.LegalAsked, CandidateState.CustomerAsked, CandidateState.Accepted, CandidateState.Scheduled })
        {
            table.Add(state, false);
            table.Add(state, true);
        }

        return table;
    }

    [Theory]
    [MemberData(nameof(States))]
    public async Task Cancelling_gives_back_what_was_held_in_each_state_on_hold_or_not(CandidateState state, bool onHold)
    {
        using var program = new LineProgram();
        await program.Base.Database.Read(db => db.ActivityTypes.Where(type => type.Key == ActivityKeys.SalesCall)
            .ExecuteUpdateAsync(set => set.SetProperty(type => type.Route, ApprovalRoute.OwnerLegalCustomer)));
        var number = await program.TakenAsync();
        var candidate = await program.ProposeAsync(number, 0);
        await BringAsync(program, number, candidate, state);
        (await program.StateAsync(number, candidate)).ShouldBe(state);
        (await program.UsesAsync(0)).Count.ShouldBe(state == CandidateState.Proposed ? 0 : 1);
        if (onHold)
        {
            await program.Base.Do<RequestTriage>(desk => desk.HoldAsync(number, "Which modules?", program.Base.Manager, default));
        }

        await program.Base.Do<RequestTriage>(desk => desk.CancelAsync(number, null, program.Base.Rep, default));

        (await program.StateAsync(number, candidate)).ShouldBe(CandidateState.Withdrawn);
        (await program.UsesAsync(0)).ShouldBeEmpty();
        (await program.Base.Database.Read(db => db.ContactReleases.ToListAsync())).ShouldAllBe(release => release.EndsAt <= program.Base.Clock.Now);
        var other = await program.TakenAsync();
        await program.AskAsync(other, await program.ProposeAsync(other, 0));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_request_that_nobody_works_on_or_that_was_just_taken_holds_nothing_and_is_cancelled(bool taken)
    {
        using var program = new LineProgram();
        var number = taken ? await program.TakenAsync() : await program.Base.SubmitAsync();
        await program.Base.Do<RequestTriage>(desk => desk.CancelAsync(number, null, program.Base.Rep, default));
        (await program.Base.RequestAsync(number)).State.ShouldBe(RequestState.Cancelled);
        (await program.Base.Database.Read(db => db.LedgerEntries.CountAsync())).ShouldBe(0);
    }

    private static async Task BringAsync(LineProgram program, int number, Guid candidate, CandidateState state)
    {
        if (state > CandidateState.Proposed)
        {
            await program.AskAsync(number, candidate);
        }

        while (await program.StateAsync(number, candidate) < state && await program.StateAsync(number, candidate) < CandidateState.Accepted)
        {
            await program.YesAsync(number, candidate);
        }

        if (state == CandidateState.Scheduled)
        {
            await program.Base.Do<CandidateUses>(desk => desk.ScheduleAsync(number, candidate, program.Base.Clock.Now.AddDays(3), null, null, program.Base.Rep, default));
        }
    }

    private static async Task<bool> PlayAsync((int Verb, int Pick, int Minutes)[] plot)
    {
        using var program = new LineProgram();
        var number = await program.TakenAsync(program.Base.Need() with { Wanted = 2 });
        foreach (var (verb, pick, minutes) in plot)
        {
            program.Base.Clock.Advance(TimeSpan.FromMinutes(verb == Silence ? LongSilence : minutes));
            var row = await program.Base.RequestAsync(number);
            var candidate = row.Candidates.Count == 0 ? Guid.Empty : row.Candidates[pick % row.Candidates.Count].Id;
            try
            {
                await DoAsync(program, verb, pick, number, candidate, row);
            }
            catch (Exception refused) when (refused is IllegalMoveException or MissingException)
            {
                // Not possible in this state.
            }

            await AgreeAsync(program, number);
        }

        if ((await program.Base.RequestAsync(number)).State.IsOpen())
        {
            await program.Base.Ask<RequestTriage>(desk => desk.CancelAsync(number, null, program.Base.Rep, default));
        }

        await AgreeAsync(program, number);
        return true;
    }

    private static Task DoAsync(LineProgram program, int verb, int pick, int number, Guid candidate, ReferenceRequest row)
    {
        var (desk, manager) = (program.Base, program.Base.Manager);
        return verb switch
        {
            0 or 1 => desk.Ask<CandidateAsks>(asks => asks.ProposeAsync(number, program.Customer(pick % 3), null, manager, default)),
            2 => desk.Ask<CandidateAsks>(asks => asks.AskAsync(number, candidate, null, manager, default)),
            3 => desk.Ask<LineOrder, Outcome<SeveralAsked>>(line => line.AskSeveralAsync(number, [.. row.Candidates.Select(each => each.Id)], manager, default)),
            4 or 5 => desk.Ask<CandidateAnswers>(answers => answers.AgreeAsync(number, candidate, null, "by phone", manager, default)),
            6 => desk.Ask<CandidateAnswers>(answers => answers.DeclineAsync(number, candidate, null, "by phone", manager, default, kind: DeclineKind.NoTime)),
            Silence => desk.Ask<ReplyWindows, int>(work => work.RunAsync(default)),
            8 => desk.Ask<CandidateUses>(uses => uses.ScheduleAsync(number, candidate, desk.Clock.Now.AddHours(5), null, null, desk.Rep, default)),
            9 => desk.Ask<CandidateUses>(uses => uses.CompleteAsync(number, candidate, 35, null, desk.Rep, default)),
            10 => desk.Ask<CandidateUses>(uses => uses.NoteNoShowAsync(number, candidate, null, desk.Rep, default)),
            11 => desk.Ask<CandidateAsks>(asks => asks.WithdrawAsync(number, candidate, null, manager, default)),
            12 => desk.Ask<RequestTriage>(triage => triage.GiveUpAsync(number, "Nobody fits", manager, default)),
            13 or 14 => desk.Ask<RequestTriage>(triage => triage.ReopenAsync(number, "Somebody does", manager, default)),
            15 => desk.Ask<RequestTriage>(triage => triage.SettleAsync(number, desk.Rep, default)),
            16 => desk.Ask<RequestTriage>(triage => triage.CancelAsync(number, null, desk.Rep, default)),
            _ => row.State == RequestState.OnHold
                ? desk.Ask<RequestTriage>(triage => triage.ResumeAsync(number, null, manager, default))
                : desk.Ask<RequestTriage>(triage => triage.HoldAsync(number, "Which modules?", manager, default)),
        };
    }

    private static async Task AgreeAsync(LineProgram program, int number)
    {
        var row = await program.Base.RequestAsync(number);
        var entries = await program.Base.Database.Read(db => db.LedgerEntries.AsNoTracking().ToListAsync());
        foreach (var candidate in row.Candidates)
        {
            var use = UseFold.Current([.. entries.Where(entry => entry.UseId == candidate.UseId)]).SingleOrDefault();
            var expected = candidate.State switch
            {
                CandidateState.Proposed => (UseState?)null,
                var state when state.IsAsked() => UseState.Pending,
                var state when state.IsAhead() => UseState.Planned,
                CandidateState.Completed => UseState.Done,
                CandidateState.NoShow => UseState.NoShow,
                var state when Ends.Contains(state) => null,
                _ => throw new InvalidOperationException("A state without a rule."),
            };
            (use?.State).ShouldBe(expected, $"{candidate.State}");
        }

        // Nothing is held for anybody else.
        UseFold.Current(entries).Select(use => use.SourceId).ShouldBeSubsetOf(row.Candidates.Select(candidate => (Guid?)candidate.Id));
    }
}
