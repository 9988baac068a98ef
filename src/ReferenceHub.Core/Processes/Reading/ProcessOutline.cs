using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Processes;

/// <summary>A step as it is read.</summary>
/// <param name="Step">The step.</param>
/// <param name="Number">Its number among those counted; null behind the end of what is promised.</param>
/// <param name="IsCritical">It decides about the end.</param>
/// <param name="Bracket">Where it stands among neighbours that run in parallel; null when it stands alone.</param>
/// <param name="After">Names of the steps before it, with their numbers.</param>
/// <param name="OutOfPlace">A step that it comes after stands below it.</param>
public sealed record OutlineStep(ProcessStep Step, int? Number, bool IsCritical, Bracket? Bracket, IReadOnlyList<StepName> After, bool OutOfPlace);

/// <summary>A step by number and name.</summary>
public sealed record StepName(string Key, int? Number, string Name)
{
    /// <summary>"12 Interview".</summary>
    public override string ToString() => Number is { } number ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{number} {Name}") : Name;
}

/// <summary>Place within a row of neighbours that run in parallel.</summary>
public enum Bracket
{
    /// <summary>The first of them.</summary>
    First,

    /// <summary>Between others.</summary>
    Middle,

    /// <summary>The last of them.</summary>
    Last,
}

/// <summary>A stage as it is read. Days: business days of the longest way through it.</summary>
public sealed record OutlineStage(ProcessStage Stage, int Days, IReadOnlyList<OutlineStep> Steps);

/// <summary>A process as it is read: numbered, with what runs in parallel and what decides about the end.</summary>
/// <param name="Stages">Stages in order.</param>
/// <param name="Counted">How many steps count.</param>
/// <param name="Days">Business days of the longest way from the start of what is promised to its end; null while that cannot be told.</param>
/// <param name="From">The step that starts what is promised; null for the beginning.</param>
/// <param name="To">The step that keeps it; null when there is none yet.</param>
public sealed record ProcessOutline(IReadOnlyList<OutlineStage> Stages, int Counted, int? Days, StepName? From, StepName? To)
{
    /// <summary>All steps in order.</summary>
    public IEnumerable<OutlineStep> Steps => Stages.SelectMany(stage => stage.Steps);

    /// <summary>Draws it up; what cannot be told of a draft with circles is left out.</summary>
    public static ProcessOutline Of(ProcessDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        var names = Names(definition);
        var sound = definition.Steps.DistinctBy(step => step.Key).Count() == definition.Steps.Count && StepOrder.Circle(definition.Steps) is null;
        var counted = definition.Counted();
        var to = definition.Find(definition.PromiseTo) ?? (counted.Count > 0 ? counted[^1] : null);
        var from = definition.Find(definition.PromiseFrom);
        PlanStep[] plan = sound ? [.. definition.Steps.Select(PlanStep.Of)] : [];
        HashSet<string> critical = sound && to is not null
            ? [.. Planner.Forward(plan, to.Key, WorkDays.Standard.OnOrAfter(Epoch), WorkDays.Standard).Steps.Where(step => step.IsCritical).Select(step => step.Key)]
            : [];
        var before = definition.Steps.DistinctBy(step => step.Key).ToDictionary(step => step.Key, step => sound ? StepOrder.Before(definition.Steps, step.Key) : new HashSet<string>(), StringComparer.Ordinal);
        var places = definition.Steps.Select((step, place) => (step.Key, place)).DistinctBy(pair => pair.Key).ToDictionary(pair => pair.Key, pair => pair.place, StringComparer.Ordinal);

        return new ProcessOutline(
            [.. definition.Stages.Select(stage => new OutlineStage(stage, LongestIn(definition.In(stage.Key).ToList(), sound), Lines(stage)))],
            counted.Count,
            sound && to is not null ? Planner.LongestWay(plan, from?.Key, to.Key) : null,
            from is null ? null : names.GetValueOrDefault(from.Key),
            to is null ? null : names.GetValueOrDefault(to.Key));

        List<OutlineStep> Lines(ProcessStage stage)
        {
            var steps = definition.In(stage.Key).ToList();
            return [.. steps.Select((step, place) => new OutlineStep(
                step, names[step.Key].Number, critical.Contains(step.Key), BracketAt(steps, place, before),
                [.. step.After.Where(names.ContainsKey).Select(key => names[key])],
                step.After.Any(key => places.TryGetValue(key, out var at) && at > places[step.Key])))];
        }
    }

    // Any Monday does: only how far steps lie apart counts.
    private static readonly DateOnly Epoch = new(2024, 1, 1);

    private static Dictionary<string, StepName> Names(ProcessDefinition definition)
    {
        var counted = definition.Counted().Select(step => step.Key).ToList();
        return definition.Steps.DistinctBy(step => step.Key).ToDictionary(
            step => step.Key, step => new StepName(step.Key, counted.IndexOf(step.Key) is var place and >= 0 ? place + 1 : null, step.Name), StringComparer.Ordinal);
    }

    private static int LongestIn(List<ProcessStep> steps, bool sound) =>
        !sound || steps.Count == 0 ? 0 : steps.Max(step => Planner.LongestWay([.. steps.Select(PlanStep.Of)], null, step.Key) ?? 0);

    private static Bracket? BracketAt(List<ProcessStep> steps, int place, Dictionary<string, IReadOnlySet<string>> before)
    {
        var (up, down) = (Beside(place - 1, place), Beside(place, place + 1));
        return (up, down) switch { (false, true) => Bracket.First, (true, true) => Bracket.Middle, (true, false) => Bracket.Last, _ => null };

        bool Beside(int one, int other) => one >= 0 && other < steps.Count
            && !before[steps[one].Key].Contains(steps[other].Key) && !before[steps[other].Key].Contains(steps[one].Key);
    }
}
