using ReferenceHub.Core.Data;
using ReferenceHub.Core.Metrics;

namespace ReferenceHub.Core.Tests.Metrics;

public sealed class MetricsFormulaTests
{
    [Theory]
    [InlineData(4, 4, null)]
    [InlineData(4, 5, 80)]
    [InlineData(1, 8, 13)]
    [InlineData(0, 0, null)]
    public void No_percentage_is_told_below_five(int part, int of, int? percent) => new Share(part, of).Percent.ShouldBe(percent);

    [Fact]
    public void Median_and_P90_are_nearest_ranks()
    {
        var spread = Spread.Of([.. Enumerable.Range(1, 10).Reverse()]);

        spread.Median.ShouldBe(5);
        spread.NinthDecile.ShouldBe(9);
        Spread.Of([7]).ShouldBe(new Spread(7, 7, 1));
        Spread.Of([]).ShouldBe(Spread.None);
    }

    [Fact]
    public void Gini_is_0_when_all_carry_alike_and_near_1_when_one_carries_all()
    {
        UtilisationQuery.GiniOf([3, 3, 3, 3])!.Value.ShouldBe(0, 1e-9);
        UtilisationQuery.GiniOf([12, 0, 0, 0])!.Value.ShouldBe(0.75, 1e-9);
        UtilisationQuery.GiniOf([0, 0]).ShouldBeNull();
    }

    [Fact]
    public void The_period_before_ends_the_day_before_and_is_as_long()
    {
        var today = new DateOnly(2026, 11, 23);
        var quarter = MetricsPeriods.Of(MetricsPeriods.LastQuarter, today, "Europe/Berlin");

        quarter.Days.ShouldBe(90);
        var before = quarter.Before(MetricsPeriods.LastQuarter);
        before.To.ShouldBe(quarter.From.AddDays(-1));
        before.Days.ShouldBe(90);
        quarter.Start.ShouldBe(new DateTime(2026, 8, 25, 22, 0, 0, DateTimeKind.Utc));
        quarter.End.ShouldBe(new DateTime(2026, 11, 23, 23, 0, 0, DateTimeKind.Utc));
    }
}
