using Microsoft.AspNetCore.Http.Extensions;
using ReferenceHub.Core.Matching;
using ReferenceHub.Core.Usage;
using ReferenceHub.Web.Infrastructure;

namespace ReferenceHub.Web.Features.Usage;

/// <summary>A cell of the load calendar, and what stands in it, in words.</summary>
public static class LoadCellWords
{
    /// <summary>"1 planned; 2 of 4 units in 90 days; blackout 21–25 Dec: public holidays".</summary>
    public static string Cell(LoadCell cell, DateOnly today) => string.Join("; ", new[]
    {
        Marks(cell) is { Length: > 0 } marks ? marks : null,
        cell.Fill is { Taken: > 0 } fill ? $"{fill.Taken} of {Words.Count(fill.Amount, Noun(fill.Measure))} {PolicyWords.Window(fill.Window)}" : null,
        cell.Dark is { } dark ? $"blackout {LoadWords.Near(dark.First, today)}{(dark.Last > dark.First ? $" – {LoadWords.Near(dark.Last, today)}" : "")}: {dark.Rule}" : null,
    }.Where(part => part is not null));

    /// <summary>"2 done, 1 planned, 1 use without units".</summary>
    public static string Marks(LoadCell cell) => string.Join(", ", new[]
    {
        LoadWords.Marks(cell.Marks) is { Length: > 0 } units ? units : null,
        cell.Uses.Count(use => use.Units == 0) is > 0 and var slight ? $"{Words.Count(slight, "use")} without units" : null,
    }.Where(part => part is not null));

    /// <summary>"Closed: limit of 1 sales call use …; free on 3 Mar".</summary>
    public static string Closed(LoadCell cell, DateOnly today) =>
        $"Closed{(cell.Rule is { } rule ? $": {rule}" : "")}{(cell.FreeOn is { } free ? $"; free on {LoadWords.Near(free, today)}" : "")}";

    /// <summary>"Sales call, planned for Tue 8 Dec".</summary>
    public static string Use(Use use, LoadBoard board)
    {
        var name = board.Activities.GetValueOrDefault(use.ActivityKey, use.ActivityKey);
        return $"{name}, {(use.State == UseState.Pending ? "asked" : "planned")} for {Words.WeekDay(use.On, board.Today)}";
    }

    /// <summary>Whether it stands for an ask or an agreement that can be planned for another day.</summary>
    public static bool MayMove(Use use) => use is { Source: UseSource.Request, State: UseState.Pending or UseState.Planned };

    /// <summary>Where a move is sent to.</summary>
    public static string MovePath(Use use) => $"/usage/customers/{use.CustomerId}/uses/{use.UseId}/move";

    /// <summary>The form that moves it, and comes back here.</summary>
    public static string MoveAddress(Use use, HttpRequest here) =>
        MovePath(use) + new QueryBuilder { { "back", here.Path + here.QueryString } }.ToQueryString();

    private static string Noun(PolicyMeasure measure) => measure switch { PolicyMeasure.Units => "unit", PolicyMeasure.Minutes => "minute", _ => "use" };
}
