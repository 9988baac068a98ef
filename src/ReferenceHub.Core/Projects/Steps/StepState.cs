using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.Projects;

/// <summary>Where a step stands.</summary>
public enum StepState
{
    /// <summary>What comes before it is not over, or its day has not come.</summary>
    Waiting,

    /// <summary>Its turn has come; nobody has begun.</summary>
    Ready,

    /// <summary>Its holder works on it.</summary>
    InWork,

    /// <summary>It cannot go on, for a reason.</summary>
    Blocked,

    /// <summary>It was done, and came back to be done again.</summary>
    SentBack,

    /// <summary>Done.</summary>
    Done,

    /// <summary>Left out, for a reason.</summary>
    Skipped,
}

/// <summary>The one transition table of steps; whatever is not in it is refused.</summary>
public static class StepStates
{
    private static readonly Dictionary<StepState, StepState[]> Moves = new()
    {
        [StepState.Waiting] = [StepState.Ready, StepState.Skipped],
        [StepState.Ready] = [StepState.Waiting, StepState.InWork, StepState.Blocked, StepState.Done, StepState.Skipped],
        [StepState.InWork] = [StepState.Waiting, StepState.Blocked, StepState.Done, StepState.Skipped],
        [StepState.Blocked] = [StepState.Waiting, StepState.Ready, StepState.InWork, StepState.SentBack, StepState.Skipped],
        [StepState.SentBack] = [StepState.Waiting, StepState.Blocked, StepState.InWork, StepState.Done, StepState.Skipped],
        [StepState.Done] = [StepState.Waiting, StepState.Ready, StepState.InWork, StepState.SentBack],
        [StepState.Skipped] = [StepState.Waiting, StepState.Ready],
    };

    /// <summary>States in which it is somebody's turn.</summary>
    public static IReadOnlyList<StepState> Open { get; } = [StepState.Ready, StepState.InWork, StepState.Blocked, StepState.SentBack];

    /// <summary>Whether it is somebody's turn.</summary>
    public static bool IsOpen(this StepState state) => Open.Contains(state);

    /// <summary>Whether nothing waits for it any more.</summary>
    public static bool IsOver(this StepState state) => state is StepState.Done or StepState.Skipped;

    /// <summary>Whether the table allows the move.</summary>
    public static bool MayBecome(this StepState from, StepState to) => Moves[from].Contains(to);

    /// <summary>The state in words.</summary>
    public static string InWords(this StepState state) => state switch
    {
        StepState.InWork => "in work",
        StepState.SentBack => "sent back",
        _ => state.ToString().ToLowerInvariant(),
    };

    internal static void Check(StepState from, StepState to, string name)
    {
        if (!from.MayBecome(to))
        {
            throw new IllegalMoveException($"“{name}” is {from.InWords()} and can't become {to.InWords()}.");
        }
    }
}
