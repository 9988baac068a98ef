using FsCheck;
using FsCheck.Fluent;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Requests;
using ReferenceHub.Testing;

namespace ReferenceHub.Core.Tests.Requests.Line;

/// <summary>Whatever is done to a request in whatever order, around changes of summer time and holidays in five zones: rules that always hold.</summary>
public sealed class AnyOrderTests
{
    private static readonly string[] ZoneIds = ["Europe/Berlin", "America/New_York", "Australia/Sydney", "Asia/Kolkata", "America/Sao_Paulo"];

    private static Gen<Step> Steps =>
        from pause in Gen.Choose(0, 2000) from verb in Gen.Choose(0, Verbs.Length - 1) from pick in Gen.Choose(0, 5) select new Step(pause, verb, pick);

    private static Gen<Plot> Plots =>
        from zone in Gen.Elements(ZoneIds)
        from month in Gen.Elements(3, 4, 10, 11, 12)
        from minute in Gen.Choose(0, 27 * 1440)
        from holidays in Gen.Choose(0, 20).ListOf(3)
        from wanted in Gen.Choose(1, 2)
        from steps in Steps.ListOf(18)
        select new Plot(zone, new DateTime(2026, month, 1, 0, 0, 0, DateTimeKind.Utc).AddMinutes(minute), [.. holidays], wanted, [.. steps]);

    private static readonly Action<Play>[] Verbs =
    [
        play => play.Propose(),
        play => play.Propose(),
        play => play.Ask(Party.Owner),
        play => play.Ask(Party.Customer),
        play => play.On(candidate => candidate.State == CandidateState.OwnerAsked, candidate =>
        {
            play.Row.Agree(play.Now, candidate.Id, Party.Owner, null, null);
            play.Row.Ask(play.Now, candidate.Id, Party.Customer, candidate.UseId!.Value, play.Due);
        }),
        play => play.On(candidate => candidate.State == CandidateState.CustomerAsked, candidate => play.Row.Accept(play.Now, candidate.Id, candidate.UseId!.Value)),
        play => play.On(candidate => candidate.State.IsAsked() || candidate.State.IsAhead(), candidate => play.Row.Decline(play.Now, candidate.Id, candidate.State.IsAhead() ? Party.Customer : candidate.State.Awaits(), null, null, DeclineKind.NoTime)),
        play => play.On(candidate => candidate.State.IsAsked(), candidate => play.Row.NoteSilence(play.Now, candidate.Id)),
        play => play.On(candidate => candidate.State.IsAsked() && candidate.RemindedAt < 100, candidate => play.Row.Remind(play.Now, candidate.Id, candidate.RemindedAt + 25)),
        play => play.On(candidate => candidate.State.IsAhead(), candidate => play.Row.Schedule(play.Now, candidate.Id, play.Clock.AddHours(30), null)),
        play => play.On(candidate => candidate.State == CandidateState.Scheduled, candidate => play.Row.CompleteCandidate(play.Now, candidate.Id, 30, null)),
        play => play.On(candidate => candidate.State == CandidateState.Scheduled, candidate => play.Row.NoteNoShow(play.Now, candidate.Id, null)),
        play => play.On(candidate => candidate.State.IsLive(), candidate => play.Row.Withdraw(play.Now, candidate.Id, null)),
        play => play.On(candidate => candidate.State == CandidateState.Proposed, candidate => play.Row.PlaceInLine(candidate.Id, 1)),
        play => play.On(candidate => candidate.State == CandidateState.Proposed, candidate => play.Row.LeaveLine(candidate.Id)),
        play => play.Row.AskBy(play.Now, play.Row.AskMode == AskMode.OneByOne ? AskMode.Several : AskMode.OneByOne),
        play => play.Row.Hold(play.Now, "Which region?"),
        play => play.Row.Resume(play.Now, "DACH"),
        play => play.Row.AgreeLaterDate(play.Now, play.Time.AddMinutes(play.Row.DueAt > play.Clock ? play.Row.DueAt.Value : play.Clock, 300), "Fair"),
        play => play.Row.SettleForFewer(play.Now),
        play => play.Row.GiveUp(play.Now, "Nobody fits"),
        play => play.Row.Reopen(play.Now, "Somebody does"),
        play => play.Row.Comment(play.Now, "Called them"),
    ];

    [Fact]
    public void Each_business_minute_from_submit_belongs_to_one_party_or_to_the_time_after_an_end() => Holds(play =>
    {
        var (row, time) = (play.Row, play.Time);
        var counted = time.MinutesBetween(row.SubmittedAt!.Value, row.LastEventAt);
        var afterEnds = row.Events.Zip(row.Events.Skip(1)).Where(pair => pair.Second.Kind == RequestEventKind.Reopened || pair.First.State.IsEnd())
            .Sum(pair => time.MinutesBetween(row.SubmittedAt.Value, pair.Second.At) - time.MinutesBetween(row.SubmittedAt.Value, pair.First.At));
        return row.Events.Sum(line => line.Minutes) == counted - afterEnds
            && row.Events.All(line => line.Minutes >= 0)
            && row.Events.All(line => line.Minutes == 0 || line.HeldBy is not null);
    });

    [Fact]
    public void Who_holds_the_ball_after_one_line_held_it_before_the_next() => Holds(play => play.Row.Events.Zip(play.Row.Events.Skip(1))
        .All(pair => pair.Second.HeldBy == pair.First.Ball || pair.First.State.IsEnd() || pair.Second.Kind == RequestEventKind.Reopened));

    [Fact]
    public void The_clock_never_runs_backwards() => Holds(play =>
    {
        var (row, seen) = (play.Row, play.Seen);
        return row.Events.Zip(row.Events.Skip(1)).All(pair => pair.First.At <= pair.Second.At && pair.First.Place + 1 == pair.Second.Place)
            && seen.Zip(seen.Skip(1)).All(pair => pair.First.Paused <= pair.Second.Paused && pair.First.Due <= pair.Second.Due && pair.First.Original <= pair.Second.Original)
            && seen.Zip(seen.Skip(1)).All(pair => pair.First.Yes is null || (pair.First.Yes == pair.Second.Yes && pair.First.Turnaround == pair.Second.Turnaround))
            && (row.TurnaroundMinutes ?? 0) >= 0 && (row.HeldMinutes ?? 0) >= 0;
    });

    [Fact]
    public void Time_left_and_time_used_are_the_whole_whenever_the_clock_is_read() => Holds(play => play.Seen.All(seen => seen.Used is not { } used || seen.Left + used == seen.Total));

    [Fact]
    public void Only_who_was_not_asked_stands_in_line_and_each_has_a_place_of_its_own() => Holds(play =>
        play.Row.Candidates.All(candidate => candidate.LinePlace is null || candidate.State == CandidateState.Proposed)
        && play.Row.Line.Select(candidate => candidate.LinePlace).Distinct().Count() == play.Row.Line.Count);

    [Fact]
    public void Nobody_is_asked_once_enough_have_accepted_or_it_has_ended() => Holds(play => play.Row.State switch
    {
        RequestState.Confirmed => play.LastBefore is RequestState.Confirmed or RequestState.OnHold || !play.Row.Candidates.Any(candidate => candidate.State.IsAsked()),
        var state when state.IsEnd() => play.Row.Candidates.All(candidate => !candidate.State.IsLive()),
        _ => true,
    });

    [Fact]
    public void A_reopened_request_is_completed_only_by_a_use_held_since_or_by_whoever_settles_for_fewer() => Holds(play =>
        play.Row.State != RequestState.Completed || play.Row.Events.Reverse().TakeWhile(line => line.Kind != RequestEventKind.Reopened)
            .Any(line => line.Kind is RequestEventKind.Completed or RequestEventKind.Settled));

    [Fact]
    public void A_reply_is_due_for_whoever_is_asked_and_for_nobody_else() => Holds(play =>
        play.Row.Candidates.All(candidate => candidate.ReplyDueAt is not null == candidate.State.IsAsked()));

    [Fact]
    public void A_hold_takes_no_business_minute_of_a_window() => Prop.ForAll(
        (from plot in Plots from before in Gen.Choose(0, 600) from held in Gen.Choose(0, 9000) select (plot, before, held)).ToArbitrary(),
        x =>
        {
            var play = new Play(x.plot with { Steps = [] });
            play.Propose();
            play.Ask(Party.Owner);
            var candidate = play.Row.Candidates[0];
            play.Advance(x.before);
            var left = play.Time.MinutesBetween(play.Clock, candidate.ReplyDueAt!.Value);
            play.Row.Hold(play.Now, "Which region?");
            play.Advance(x.held);
            play.Row.Resume(play.Now, null);
            return Math.Abs(play.Time.MinutesBetween(play.Clock, candidate.ReplyDueAt!.Value) - left) <= 1;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    private static void Holds(Func<Play, bool> rule) => Prop.ForAll(Plots.ToArbitrary(), plot => rule(new Play(plot).ToTheEnd())).Check(Config.QuickThrowOnFailure.WithMaxTest(250));

    private sealed record Step(int Pause, int Verb, int Pick);

    private sealed record Plot(string Zone, DateTime Start, int[] Holidays, int Wanted, Step[] Steps);

    private sealed record Glance(int Paused, DateTime Due, DateTime Original, DateTime? Yes, int? Turnaround, int Left, int? Used, int Total);

    private sealed class Play
    {
        private readonly RequestMaker program = new();
        private readonly Plot plot;
        private int pick;

        public Play(Plot plot)
        {
            this.plot = plot;
            var closed = plot.Holidays.Select(offset => DateOnly.FromDateTime(plot.Start).AddDays(offset)).ToHashSet();
            Time = new BusinessTime(plot.Zone, WeekHours.Standard, closed);
            Clock = plot.Start;
            Row = program.Draft(wanted: plot.Wanted);
            Row.Submit(Now, new Promise(Time.AddDays(Clock, 2), 2, null));
            Row.Assign(Now, program.Manager.UserId, program.Manager.Name);
        }

        public BusinessTime Time { get; }

        public DateTime Clock { get; private set; }

        public ReferenceRequest Row { get; }

        public RequestState LastBefore { get; private set; }

        public List<Glance> Seen { get; } = [];

        public Moment Now => new(program.Manager, Clock, Time, new OneAfterAnother(program));

        public DateTime Due => Time.AddMinutes(Clock, 240);

        public void Advance(int minutes) => Clock = Clock.AddMinutes(minutes);

        public void Propose() => Row.Propose(Now, program.Id(), program.Id(), null);

        public void Ask(Party party) => On(candidate => candidate.State == CandidateState.Proposed, candidate => Row.Ask(Now, candidate.Id, party, program.Id(), Due));

        public void On(Func<Candidate, bool> which, Action<Candidate> verb)
        {
            var fitting = Row.Candidates.Where(which).ToList();
            if (fitting.Count > 0)
            {
                verb(fitting[pick % fitting.Count]);
            }
        }

        public Play ToTheEnd()
        {
            foreach (var step in plot.Steps)
            {
                Advance(step.Pause);
                pick = step.Pick;
                LastBefore = Row.State;
                try
                {
                    Verbs[step.Verb](this);
                }
                catch (IllegalMoveException)
                {
                    // Refused by the domain: nothing may have changed.
                }

                Look();
            }

            return this;
        }

        private void Look()
        {
            var reading = DueReading.Of(ClockFacts.Of(Row), Clock, Time, plot.Zone);
            var total = Time.MinutesBetween(Row.SubmittedAt!.Value, Row.DueAt!.Value) - Row.PausedMinutes;
            int? used = reading is { Clock: DueClock.FirstYes, State: not DueState.Paused } ? Time.MinutesBetween(Row.SubmittedAt.Value, Clock) - Row.PausedMinutes : null;
            Seen.Add(new Glance(Row.PausedMinutes, Row.DueAt.Value, Row.OriginalDueAt!.Value, Row.FirstAcceptedAt, Row.TurnaroundMinutes, reading?.MinutesLeft ?? 0, used, total));
        }
    }

    private sealed class OneAfterAnother(RequestMaker program) : IIds
    {
        public Guid Next() => program.Id();
    }
}
