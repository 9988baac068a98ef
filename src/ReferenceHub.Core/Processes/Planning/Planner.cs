using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Processes;

/// <summary>
/// Plans steps by the critical path method: a step begins when all before it are done, and takes its target. Days are business days of the calendar;
/// a step of 2 days that begins on Thursday is done on Monday.
/// </summary>
public static class Planner
{
    /// <summary>From a day on: every step as early as it can be. What is done keeps its day; what has begun is done by its target, today at the earliest.</summary>
    public static StepPlan Forward(IReadOnlyList<PlanStep> steps, string endKey, DateOnly start, WorkDays calendar)
    {
        ArgumentNullException.ThrowIfNull(steps);
        ArgumentNullException.ThrowIfNull(calendar);
        var sorted = StepOrder.Sorted(steps);
        var early = new Dictionary<string, (DateOnly Start, DateOnly Finish)>(StringComparer.Ordinal);
        foreach (var step in sorted)
        {
            early[step.Key] = Early(step, early, start, calendar);
        }

        var end = early[endKey].Finish;
        return Plan(sorted, early, Late(sorted, endKey, end, calendar), end, calendar);
    }

    /// <summary>Back from a day: every step that the end waits for as late as it can be, all others after them.</summary>
    public static StepPlan Backward(IReadOnlyList<PlanStep> steps, string endKey, DateOnly launch, WorkDays calendar)
    {
        ArgumentNullException.ThrowIfNull(steps);
        ArgumentNullException.ThrowIfNull(calendar);
        var sorted = StepOrder.Sorted(steps);
        var end = calendar.OnOrBefore(launch);
        var late = Late(sorted, endKey, end, calendar);
        var start = late.Values.Min(span => span.Start);
        var early = Forward(steps, endKey, start, calendar);
        var planned = new Dictionary<string, (DateOnly Start, DateOnly Finish)>(StringComparer.Ordinal);
        foreach (var step in sorted)
        {
            planned[step.Key] = late.TryGetValue(step.Key, out var span) ? span : Early(step, planned, start, calendar);
        }

        return new StepPlan(start, end, [.. sorted.Select(step => new PlannedStep(step.Key, planned[step.Key].Start, planned[step.Key].Finish, early[step.Key].Slack))]);
    }

    /// <summary>Business days of the longest way from the end of one step (the beginning when null) to the end of another; null when the one is not before the other.</summary>
    public static int? LongestWay(IReadOnlyList<PlanStep> steps, string? from, string to)
    {
        var way = new Dictionary<string, int?>(StringComparer.Ordinal);
        foreach (var step in StepOrder.Sorted(steps))
        {
            var before = step.After.Select(key => way.GetValueOrDefault(key)).Max();
            way[step.Key] = step.Key == from ? 0
                : before is { } days ? days + step.Days
                : from is null ? step.Days
                : null;
        }

        return way.GetValueOrDefault(to);
    }

    private static (DateOnly Start, DateOnly Finish) Early(PlanStep step, Dictionary<string, (DateOnly Start, DateOnly Finish)> done, DateOnly start, WorkDays calendar)
    {
        if (step.DoneOn is { } over)
        {
            return (step.StartedOn ?? over, over);
        }

        if (step.StartedOn is { } begun)
        {
            var due = calendar.Add(begun, step.Days);
            return (begun, due < start ? calendar.OnOrAfter(start) : due);
        }

        var free = step.After.Select(key => done.TryGetValue(key, out var before) ? before.Finish.AddDays(step.Wait) : start).Append(start).Max();
        var from = calendar.OnOrAfter(free);
        return (from, calendar.Add(from, step.Days));
    }

    private static Dictionary<string, (DateOnly Start, DateOnly Finish)> Late(IReadOnlyList<PlanStep> sorted, string endKey, DateOnly end, WorkDays calendar)
    {
        var needed = StepOrder.Before(sorted, endKey);
        var late = new Dictionary<string, (DateOnly Start, DateOnly Finish)>(StringComparer.Ordinal);
        foreach (var step in sorted.Reverse().Where(step => step.Key == endKey || needed.Contains(step.Key)))
        {
            var finish = sorted.Where(next => late.ContainsKey(next.Key) && next.After.Contains(step.Key))
                .Select(next => calendar.OnOrBefore(late[next.Key].Start.AddDays(-next.Wait))).DefaultIfEmpty(end).Min();
            late[step.Key] = (calendar.Add(finish, -step.Days), finish);
        }

        return late;
    }

    private static StepPlan Plan(
        IReadOnlyList<PlanStep> sorted, Dictionary<string, (DateOnly Start, DateOnly Finish)> early, Dictionary<string, (DateOnly Start, DateOnly Finish)> late, DateOnly end, WorkDays calendar) =>
        new(
            sorted.Select(step => early[step.Key].Start).DefaultIfEmpty(end).Min(),
            end,
            [.. sorted.Select(step => new PlannedStep(
                step.Key, early[step.Key].Start, early[step.Key].Finish,
                step.DoneOn is null && late.TryGetValue(step.Key, out var span) ? Math.Max(0, calendar.Between(early[step.Key].Finish, span.Finish)) : null))]);
}
