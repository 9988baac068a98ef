using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.Projects;

/// <summary>Where a project stands.</summary>
public enum ProjectState
{
    /// <summary>Planned; it has not begun.</summary>
    Planned,

    /// <summary>Its steps are worked on.</summary>
    InWork,

    /// <summary>All of it rests; no time is counted.</summary>
    OnHold,

    /// <summary>Its content is out; what comes after publication is open.</summary>
    Published,

    /// <summary>All is done.</summary>
    Closed,

    /// <summary>Given up, with a reason.</summary>
    Cancelled,
}

/// <summary>The one transition table of projects; whatever is not in it is refused.</summary>
public static class ProjectStates
{
    private static readonly Dictionary<ProjectState, ProjectState[]> Moves = new()
    {
        [ProjectState.Planned] = [ProjectState.InWork, ProjectState.Cancelled],
        [ProjectState.InWork] = [ProjectState.OnHold, ProjectState.Published, ProjectState.Closed, ProjectState.Cancelled],
        [ProjectState.OnHold] = [ProjectState.InWork, ProjectState.Published, ProjectState.Cancelled],
        [ProjectState.Published] = [ProjectState.OnHold, ProjectState.Closed],
        [ProjectState.Closed] = [],
        [ProjectState.Cancelled] = [],
    };

    /// <summary>States in which somebody has something to do, or will have.</summary>
    public static IReadOnlyList<ProjectState> Open { get; } = [ProjectState.Planned, ProjectState.InWork, ProjectState.OnHold, ProjectState.Published];

    /// <summary>States in which steps move.</summary>
    public static IReadOnlyList<ProjectState> Worked { get; } = [ProjectState.InWork, ProjectState.Published];

    /// <summary>Whether it is an end.</summary>
    public static bool IsEnd(this ProjectState state) => state is ProjectState.Closed or ProjectState.Cancelled;

    /// <summary>Whether the table allows the move.</summary>
    public static bool MayBecome(this ProjectState from, ProjectState to) => Moves[from].Contains(to);

    /// <summary>The state in words.</summary>
    public static string InWords(this ProjectState state) => state switch
    {
        ProjectState.InWork => "in work",
        ProjectState.OnHold => "on hold",
        _ => state.ToString().ToLowerInvariant(),
    };

    internal static void Check(ProjectState from, ProjectState to)
    {
        if (!from.MayBecome(to))
        {
            throw new IllegalMoveException($"This project is {from.InWords()} and can't become {to.InWords()}.");
        }
    }
}
