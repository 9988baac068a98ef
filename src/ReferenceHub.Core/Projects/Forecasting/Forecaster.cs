using ReferenceHub.Core.People;
using ReferenceHub.Core.Processes;

namespace ReferenceHub.Core.Projects;

/// <summary>When the promised end is expected: the day by which half, and eight of ten, of like projects would be there.</summary>
public sealed record Forecast(DateOnly Median, DateOnly EightOfTen);

/// <summary>
/// Forecasts by drawing at random, many times over, how long each step that is left takes, out of how long it took in projects that are done, and going
/// along all of them by the order of steps. The same project on the same day gives the same forecast.
/// </summary>
public static class Forecaster
{
    /// <summary>Number of draws.</summary>
    public const int Draws = 400;

    private const double WorkShare = 5.0 / 7.0;

    /// <summary>The forecast for the end of a step. Steps that are open or wait are drawn; what is over is over.</summary>
    public static Forecast Of(IReadOnlyList<PlanStep> steps, string endKey, DateOnly today, DwellHistory history, WorkDays calendar, int seed)
    {
        ArgumentNullException.ThrowIfNull(steps);
        ArgumentNullException.ThrowIfNull(history);
        ArgumentNullException.ThrowIfNull(calendar);
        var needed = StepOrder.Before(steps, endKey);
        var left = StepOrder.Sorted(steps).Where(step => (step.Key == endKey || needed.Contains(step.Key)) && step.DoneOn is null).ToList();
        var elapsed = left.ToDictionary(step => step.Key, step => step.StartedOn is { } begun ? (double)Math.Max(0, calendar.Between(begun, today)) : 0, StringComparer.Ordinal);
        var dice = new Random(seed);
        var ends = new double[Draws];
        var at = new Dictionary<string, double>(StringComparer.Ordinal);
        for (var draw = 0; draw < Draws; draw++)
        {
            at.Clear();
            foreach (var step in left)
            {
                var from = step.StartedOn is not null ? 0 : step.After.Select(key => at.GetValueOrDefault(key)).DefaultIfEmpty(0).Max() + (step.Wait * WorkShare);
                at[step.Key] = from + history.Draw(step.Key, step.Days, elapsed[step.Key], dice) - elapsed[step.Key];
            }

            ends[draw] = at.GetValueOrDefault(endKey);
        }

        Array.Sort(ends);
        return new Forecast(On(ends[(Draws / 2) - 1]), On(ends[(Draws * 8 / 10) - 1]));

        DateOnly On(double days) => calendar.Add(today, (int)Math.Ceiling(Math.Max(0, days)));
    }
}
