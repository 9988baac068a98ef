using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Processes;

/// <summary>Times to answer in processes of requests, in business hours.</summary>
public static class ReplyHours
{
    /// <summary>The process with the times that its activity type promises now; the first of several is asked.</summary>
    internal static ProcessDefinition AsPromised(ProcessDefinition definition, ProcessFacts facts, IReadOnlyDictionary<string, ActivityType> types)
    {
        var type = facts.Kind == ProcessKind.Request ? facts.Activities.Select(types.GetValueOrDefault).FirstOrDefault(found => found is not null) : null;
        return type is null
            ? definition
            : definition with { Steps = [.. definition.Steps.Select(step => step.Hours is null || step.Turn is not { } turn ? step : step with { Hours = InHours(MinutesOf(type, turn)) })] };
    }

    /// <summary>What an activity type promises once a process is in force: its own target, and the times of the process where somebody is asked.</summary>
    public static ActivityTargets Targets(ActivityType type, ProcessDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(type);
        ArgumentNullException.ThrowIfNull(definition);
        return new ActivityTargets(type.TargetBusinessDays, Minutes(RequestTurn.Owner), Minutes(RequestTurn.Legal), Minutes(RequestTurn.Customer));

        int Minutes(RequestTurn turn) => definition.Steps.FirstOrDefault(step => step.Turn == turn)?.Hours is { } hours ? Math.Max(1, (int)Math.Round(hours * 60, MidpointRounding.AwayFromZero)) : MinutesOf(type, turn);
    }

    private static int MinutesOf(ActivityType type, RequestTurn turn) => turn switch
    {
        RequestTurn.Owner => type.OwnerReplyMinutes,
        RequestTurn.Legal => type.LegalReplyMinutes,
        _ => type.CustomerReplyMinutes,
    };

    private static decimal InHours(int minutes) => Math.Round(minutes / 60m, 2);
}
