using ReferenceHub.Core.People;
using ReferenceHub.Core.Processes;

namespace ReferenceHub.Core.Tests.Processes;

/// <summary>Plans in business days: forward from a start, back from a launch, over weekends and holidays.</summary>
public sealed class PlannerTests
{
    private static readonly DateOnly Thursday = new(2026, 12, 17);

    private static readonly WorkDays Christmas = new(WeekHours.Standard, new HashSet<DateOnly> { new(2026, 12, 25), new(2027, 1, 1) });

    private static readonly PlanStep[] Diamond = [new("a", [], 2), new("long", ["a"], 5), new("short", ["a"], 1), new("end", ["long", "short"], 1)];

    [Fact]
    public void Forward_goes_around_weekends_and_holidays()
    {
        var plan = Planner.Forward(Diamond, "end", Thursday, Christmas);

        plan["a"].Finish.ShouldBe(new DateOnly(2026, 12, 21));
        plan["long"].Finish.ShouldBe(new DateOnly(2026, 12, 29));
        plan.End.ShouldBe(new DateOnly(2026, 12, 30));
        plan.Steps.Where(step => step.IsCritical).Select(step => step.Key).ShouldBe(["a", "long", "end"]);
        plan["short"].Slack.ShouldBe(4);
    }

    [Fact]
    public void Back_from_a_launch_every_step_is_as_late_as_it_can_be()
    {
        var plan = Planner.Backward(Diamond, "end", new DateOnly(2026, 12, 30), Christmas);

        plan.Start.ShouldBe(Thursday);
        plan["short"].Finish.ShouldBe(new DateOnly(2026, 12, 29));
        plan["short"].Start.ShouldBe(new DateOnly(2026, 12, 28));
    }

    [Fact]
    public void The_longest_way_runs_from_the_end_of_one_step_to_the_end_of_another()
    {
        Planner.LongestWay(Diamond, "a", "end").ShouldBe(6);
        Planner.LongestWay(Diamond, null, "end").ShouldBe(8);
        Planner.LongestWay(Diamond, "short", "long").ShouldBeNull();
    }

    [Fact]
    public void A_wait_counts_calendar_days() =>
        Planner.Forward([new("publish", [], 1), new("review", ["publish"], 2, Wait: 90)], "publish", Thursday, Christmas)["review"].Start.ShouldBe(new DateOnly(2027, 3, 18));
}
