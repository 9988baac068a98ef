namespace ReferenceHub.Core.Usage;

/// <summary>How a version of the policies stands.</summary>
public enum EditionState
{
    /// <summary>Tried out; binds nobody.</summary>
    Draft,

    /// <summary>Starts on a day ahead.</summary>
    Planned,

    /// <summary>Binds today.</summary>
    InForce,

    /// <summary>Was in force, or was overtaken before it could be.</summary>
    Past,
}
