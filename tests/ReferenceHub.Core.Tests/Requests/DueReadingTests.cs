using ReferenceHub.Core.Requests;

namespace ReferenceHub.Core.Tests.Requests;

/// <summary>What the due pill says.</summary>
public sealed class DueReadingTests
{
    private readonly RequestMaker program = new();

    [Fact]
    public void Two_business_days_from_Monday_10_42_end_on_Wednesday_10_42()
    {
        var due = Read(program.Submitted())!;
        due.DueAt.ShouldBe(new DateTime(2026, 11, 25, 9, 42, 0, DateTimeKind.Utc));
        due.MinutesLeft.ShouldBe(16 * 60);
        due.State.ShouldBe(DueState.OnTrack);
    }

    [Theory]
    [InlineData(12 * 60, DueState.OnTrack)]
    [InlineData((12 * 60) + 48, DueState.AtRisk)]
    [InlineData(16 * 60, DueState.AtRisk)]
    [InlineData((16 * 60) + 1, DueState.Breached)]
    public void At_risk_from_80_percent_and_late_after_the_due_instant(int usedMinutes, DueState expected)
    {
        var request = program.Submitted();
        program.Clock.MoveTo(program.Time.AddMinutes(program.Clock.Now, usedMinutes));
        Read(request)!.State.ShouldBe(expected);
    }

    [Theory]
    [InlineData(191, false, DueState.OnTrack)]
    [InlineData(192, false, DueState.AtRisk)]
    [InlineData(241, false, DueState.Breached)]
    [InlineData(241, true, DueState.Paused)]
    public void The_time_to_answer_of_four_hours_is_told_by_the_same_states(int usedMinutes, bool held, DueState expected)
    {
        var (asked, time) = (program.Clock.Now, program.Time);
        var due = DueReading.OfAnswer(time.AddMinutes(asked, 240), 240, held ? time.AddMinutes(asked, 30) : null, time.AddMinutes(asked, usedMinutes), time);
        due.ShouldSatisfyAllConditions(pill => pill.State.ShouldBe(expected), pill => pill.MinutesLeft.ShouldBe(held ? 210 : 240 - usedMinutes), pill => pill.Clock.ShouldBe(DueClock.Answer));
    }

    [Fact]
    public void A_held_request_keeps_what_was_left()
    {
        var request = program.Triaged();
        program.Clock.Advance(TimeSpan.FromHours(2));
        request.Hold(program.At(), "Which region?");
        program.Clock.Advance(TimeSpan.FromDays(3));
        Read(request).ShouldNotBeNull().ShouldSatisfyAllConditions(due => due.State.ShouldBe(DueState.Paused), due => due.MinutesLeft.ShouldBe(14 * 60));
    }

    [Fact]
    public void A_pause_leaves_pace_as_it_was()
    {
        var request = program.Triaged();
        program.Clock.Advance(TimeSpan.FromHours(2));
        request.Hold(program.At(), "Which region?");
        program.Clock.Advance(TimeSpan.FromDays(3));
        request.Resume(program.At(), null);
        Read(request).ShouldNotBeNull().ShouldSatisfyAllConditions(due => due.MinutesLeft.ShouldBe(14 * 60), due => due.UsedPercent.ShouldBe(12));
    }

    [Fact]
    public void After_the_first_yes_it_says_held_by_needed_by()
    {
        var request = program.Triaged();
        program.Accepted(request);
        var due = Read(request)!;
        due.Clock.ShouldBe(DueClock.HeldBy);
        due.DueAt.ShouldBe(new DateTime(2026, 12, 4, 23, 0, 0, DateTimeKind.Utc));
    }

    [Fact]
    public void Drafts_and_ended_requests_have_no_due_time()
    {
        var ended = program.Triaged();
        ended.Cancel(program.At(program.Rep), null);
        Read(program.Draft()).ShouldBeNull();
        Read(ended).ShouldBeNull();
    }

    private DueReading? Read(ReferenceRequest request) => DueReading.Of(ClockFacts.Of(request), program.Clock.Now, program.Time, RequestMaker.Zone);
}
