using ReferenceHub.Core.Usage;
using static ReferenceHub.Core.Tests.Usage.Some;

namespace ReferenceHub.Core.Tests.Usage;

public sealed class LoadCellsTests
{
    private static readonly IReadOnlyList<DateOnly> Weeks = [.. Enumerable.Range(-4, 16).Select(week => Monday.AddDays(7 * week))];

    [Fact]
    public void A_customer_never_used_has_an_empty_cell_a_week() =>
        Cells([]).ShouldAllBe(cell => cell.Span == 1 && !cell.Closed && cell.Marks.Total == 0);

    [Fact]
    public void Weeks_after_a_use_are_one_closed_stretch_with_the_first_free_day()
    {
        var cells = Cells([Use(ActivityKeys.SalesCall, Monday.AddDays(-27), Anna)]);

        cells[0].Marks.Done.ShouldBe(1);
        cells[1].Closed.ShouldBeTrue();
        cells[1].Span.ShouldBe(12);
        cells[1].FreeOn.ShouldBe(Monday.AddDays(63));
    }

    [Fact]
    public void A_planned_use_closes_the_weeks_before_it_from_today_but_not_the_past()
    {
        var cells = Cells([Use(ActivityKeys.SalesCall, Monday.AddDays(21), Anna, UseState.Planned)]);

        cells.Take(4).ShouldAllBe(cell => !cell.Closed);
        cells[4].Closed.ShouldBeTrue();
        cells[4].Span.ShouldBe(3);
        cells[5].Marks.Planned.ShouldBe(1);
    }

    [Fact]
    public void A_use_that_takes_no_units_keeps_its_place_in_weeks_that_are_closed()
    {
        var quote = Use(ActivityKeys.Quote, Monday.AddDays(15), Anna, UseState.Planned);
        var listing = Use(ActivityKeys.Rfp, Monday.AddDays(8));

        var cells = Cells([Use(ActivityKeys.SalesCall, Monday.AddDays(-27), Anna), quote, listing, Use(ActivityKeys.SalesCall, Monday.AddDays(22), Anna, UseState.NoShow)]);

        cells.Where(cell => cell.Uses.Count > 0).Select(cell => (cell.Week, cell.Span, cell.Closed, cell.Marks.Total)).ShouldBe([(0, 1, false, 1), (6, 1, false, 0)]);
        cells.Single(cell => cell.Week == 6).Uses.ShouldBe([quote]);
        cells.Sum(cell => cell.Span).ShouldBe(Weeks.Count);
    }

    [Fact]
    public void The_spans_add_up_to_the_weeks_shown() =>
        Cells([Use(ActivityKeys.SalesCall, Monday.AddDays(-20), Anna), Use(ActivityKeys.Event, Monday.AddDays(10), Ben, UseState.Pending)]).Sum(cell => cell.Span).ShouldBe(Weeks.Count);

    [Fact]
    public void A_pause_closes_from_today_through_its_last_day()
    {
        var who = Who(Anna) with { PausedUntil = Monday.AddDays(13) };

        var cells = LoadCells.Of(Weeks, [], new Closing(Call, who, [], Defaults.For(who), Monday));

        cells[4].ShouldSatisfyAllConditions(
            cell => cell.Span.ShouldBe(2),
            cell => cell.Paused.ShouldBeTrue(),
            cell => cell.FreeOn.ShouldBe(Monday.AddDays(14)));
    }

    [Fact]
    public void A_week_that_a_blackout_closes_is_closed_with_its_rule_and_one_that_it_touches_says_on_which_days()
    {
        var closed = new UsagePolicy(NextId(), PolicyPer.Customer, [], PolicyTerms.Closed(new Blackout(BlackoutRule.Between, From: Monday.AddDays(7), Until: Monday.AddDays(15))));

        var cells = Cells([], Book(closed));

        cells[5].ShouldSatisfyAllConditions(
            cell => cell.Closed.ShouldBeTrue(),
            cell => cell.Rule.ShouldNotBeNull(),
            cell => cell.FreeOn.ShouldBe(Monday.AddDays(16)));
        cells[6].Closed.ShouldBeFalse();
        (cells[6].Dark.ShouldNotBeNull().First, cells[6].Dark!.Last).ShouldBe((Monday.AddDays(14), Monday.AddDays(15)));
        cells[4].Dark.ShouldBeNull();
    }

    [Fact]
    public void A_week_says_how_full_the_fullest_limit_is_that_holds_a_day_of_it()
    {
        var cells = Cells([Use(ActivityKeys.SiteVisit, Monday.AddDays(-27), Anna)], Book(Policy(PolicyPer.Customer, PolicyMeasure.Units, 4, LimitWindow.Rolling(90))));

        cells[0].Fill.ShouldBe(new LoadFill(3, 4, PolicyMeasure.Units, LimitWindow.Rolling(90)));
        cells[0].Fill!.Quarters.ShouldBe(3);
        cells[13].Fill!.Taken.ShouldBe(0);
        cells[12].Fill!.Taken.ShouldBe(3);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(99, 3)]
    [InlineData(100, 4)]
    [InlineData(130, 4)]
    public void A_limit_looks_full_only_when_it_is(int taken, int quarters) =>
        new LoadFill(taken, 100, PolicyMeasure.Minutes, LimitWindow.Rolling(90)).Quarters.ShouldBe(quarters);

    [Fact]
    public void The_top_tenth_is_one_customer_at_least()
    {
        var uses = Enumerable.Range(0, 6).Select(n => Use(ActivityKeys.SalesCall, Monday, Anna) with { CustomerId = n < 3 ? CustomerId : NextId() });

        Concentration.TopTenth(uses, 4, Monday.AddDays(-89), Monday).ShouldBe(new ReferenceHub.Core.Data.Share(3, 6));
    }

    [Fact]
    public void What_takes_time_and_stands_is_load_be_it_done_planned_or_asked()
    {
        Use[] load = [Use(ActivityKeys.SalesCall, Monday, Anna), Use(ActivityKeys.SalesCall, Monday, Anna, UseState.Planned), Use(ActivityKeys.SalesCall, Monday, Anna, UseState.Pending), Use(ActivityKeys.Quote, Monday, Anna)];
        Use[] none = [Use(ActivityKeys.Rfp, Monday), Use(ActivityKeys.SalesCall, Monday, Anna, UseState.NoShow), Use(ActivityKeys.SalesCall, Monday, Anna, UseState.Released), Use(ActivityKeys.SalesCall, Monday.AddDays(1), Anna)];

        Concentration.TopTenth([.. load, .. none], 1, Monday, Monday).Of.ShouldBe(load.Length);
        Concentration.TopTenth([9, 5, 1, 1], references: 11).ShouldBe(new ReferenceHub.Core.Data.Share(14, 16), "a tenth of eleven is more than one");
    }

    private static IReadOnlyList<LoadCell> Cells(Use[] uses, PolicyBook? policies = null) =>
        LoadCells.Of(Weeks, uses, new Closing(Call, Who(Anna, Ben), uses, (policies ?? Defaults).For(Who(Anna, Ben)), Monday));
}
