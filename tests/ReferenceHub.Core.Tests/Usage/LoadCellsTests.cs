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
    public void The_top_tenth_is_one_customer_at_least()
    {
        var uses = Enumerable.Range(0, 6).Select(n => Use(ActivityKeys.SalesCall, Monday, Anna) with { CustomerId = n < 3 ? CustomerId : NextId() });

        Concentration.TopTenth(uses, 4, Monday.AddDays(-89), Monday).ShouldBe(new ReferenceHub.Core.Data.Share(3, 6));
    }

    private static IReadOnlyList<LoadCell> Cells(Use[] uses) =>
        LoadCells.Of(Weeks, uses, new Closing(Call, Who(Anna, Ben), uses, Defaults.For(Who(Anna, Ben)), Monday));
}
