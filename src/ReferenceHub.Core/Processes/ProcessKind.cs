namespace ReferenceHub.Core.Processes;

/// <summary>What a process is for.</summary>
public enum ProcessKind
{
    /// <summary>Makes content about a customer: a story, a video.</summary>
    Production,

    /// <summary>Wins a customer as a reference.</summary>
    Recruiting,

    /// <summary>Goes with a kind of request: guidance, checklists, durations and messages; states and routes are those of the activity type.</summary>
    Request,
}
