using ReferenceHub.Core.People;
using ReferenceHub.Core.Processes;
using ReferenceHub.Core.Projects;

namespace ReferenceHub.Core.Tests.Projects;

/// <summary>When a project is expected to be done.</summary>
public sealed class ForecastTests
{
    private static readonly DateOnly Monday = new(2026, 11, 23);

    private static readonly PlanStep[] Chain = [new("draft", [], 3), new("legal", ["draft"], 2), new("customer", ["draft"], 5), new("publish", ["legal", "customer"], 1)];

    [Fact]
    public void Without_a_history_every_step_takes_its_target()
    {
        var forecast = Forecaster.Of(Chain, "publish", Monday, DwellHistory.None, WorkDays.Standard, 1);
        forecast.Median.ShouldBe(new DateOnly(2026, 12, 4));
        forecast.EightOfTen.ShouldBe(forecast.Median);
    }

    [Fact]
    public void What_took_twice_its_target_before_is_expected_to_do_so_again()
    {
        var history = new DwellHistory(Enumerable.Repeat(new StepDwell("customer", 5, 10), 20));
        Forecaster.Of(Chain, "publish", Monday, history, WorkDays.Standard, 1).Median.ShouldBeGreaterThan(new DateOnly(2026, 12, 10));
    }

    [Fact]
    public void What_is_done_is_not_drawn_again_and_what_has_lasted_long_is_expected_to_last_longer_still()
    {
        var begun = new PlanStep[] { new("draft", [], 3, 0, Monday.AddDays(-10), Monday.AddDays(-7)), new("customer", ["draft"], 5, 0, Monday.AddDays(-7)), new("publish", ["customer"], 1) };
        var history = new DwellHistory([.. Enumerable.Range(1, 10).Select(days => new StepDwell("customer", 5, days)), .. Enumerable.Repeat(new StepDwell("publish", 1, 1), 5)]);

        // Open for five days already: of ten that took 1 to 10 days, those that took 6 to 10 are left.
        var forecast = Forecaster.Of(begun, "publish", Monday, history, WorkDays.Standard, 1);
        forecast.Median.ShouldBeInRange(new DateOnly(2026, 11, 26), new DateOnly(2026, 11, 27));
        forecast.EightOfTen.ShouldBeInRange(new DateOnly(2026, 11, 27), new DateOnly(2026, 12, 1));
    }

    [Fact]
    public void Eight_of_ten_projects_of_the_same_making_are_done_by_the_day_that_was_forecast()
    {
        var dice = new Random(7);
        double Days(string key) => 1 + (dice.NextDouble() * dice.NextDouble() * (key == "customer" ? 20 : 6));
        var history = new DwellHistory([.. Enumerable.Range(0, 120).SelectMany(_ => Chain.Select(step => new StepDwell(step.Key, step.Days, Days(step.Key))))]);
        var forecast = Forecaster.Of(Chain, "publish", Monday, history, WorkDays.Standard, 1);

        var kept = Enumerable.Range(0, 1000).Count(_ =>
        {
            var draft = Days("draft");
            var end = draft + Math.Max(Days("legal"), Days("customer")) + Days("publish");
            return WorkDays.Standard.Add(Monday, (int)Math.Ceiling(end)) <= forecast.EightOfTen;
        });
        kept.ShouldBeInRange(740, 880);
    }
}
