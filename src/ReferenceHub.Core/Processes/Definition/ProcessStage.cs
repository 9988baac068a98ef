namespace ReferenceHub.Core.Processes;

/// <summary>A stage of a process: a column of the board.</summary>
public sealed record ProcessStage
{
    /// <summary>Longest key in characters.</summary>
    public const int KeyLength = 40;

    /// <summary>Longest name in characters.</summary>
    public const int NameLength = 60;

    /// <summary>Key within the process: small letters, digits and hyphens; the same in every version.</summary>
    public required string Key { get; init; }

    /// <summary>As shown.</summary>
    public required string Name { get; init; }

    /// <summary>True when its steps come after the end of what was promised, and are not counted among the steps to publication.</summary>
    public bool After { get; init; }
}
