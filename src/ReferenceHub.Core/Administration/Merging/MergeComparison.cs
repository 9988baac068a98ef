using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Administration;

/// <summary>Which of two records a value is taken from.</summary>
public enum MergeSide
{
    /// <summary>The record that stays.</summary>
    Survivor,

    /// <summary>The record that becomes a signpost.</summary>
    Other,
}

/// <summary>One of the two records.</summary>
public sealed record MergeRecord(Guid Id, string Name, int Version, string? Owner, DateTime CreatedAt, bool IsConfidential);

/// <summary>A value in which the two records differ, in words.</summary>
/// <param name="Key">Name in the form: a field, "Status", or "permission-" and the scope.</param>
/// <param name="Label">Name for people.</param>
/// <param name="Survivor">The value of the record that stays.</param>
/// <param name="Other">The value of the other one.</param>
/// <param name="Usual">Where it is taken from unless somebody chooses.</param>
/// <param name="Why">Why so, where it is not plain.</param>
public sealed record MergeDifference(string Key, string Label, string? Survivor, string? Other, MergeSide Usual, string? Why = null);

/// <summary>So many rows that move, by what they are.</summary>
public sealed record MergeMove(string What, int Number);

/// <summary>Two records side by side, and what merging them does.</summary>
/// <param name="Survivor">The record that stays.</param>
/// <param name="Other">The record that becomes a signpost.</param>
/// <param name="Fields">Fields in which they differ.</param>
/// <param name="Permissions">Scopes in which their answers differ.</param>
/// <param name="Joined">People on both records, by mail: they become one.</param>
/// <param name="Moves">What moves, by what it is.</param>
/// <param name="Blocked">Why they can't be merged yet.</param>
public sealed record MergeComparison(
    MergeRecord Survivor, MergeRecord Other, IReadOnlyList<MergeDifference> Fields, IReadOnlyList<MergeDifference> Permissions, IReadOnlyList<string> Joined,
    IReadOnlyList<MergeMove> Moves, IReadOnlyList<string> Blocked);

/// <summary>What somebody decided: the versions seen, and by key the side a value is taken from; keys left out take the usual side.</summary>
public sealed record MergeChoice(int SurvivorVersion, int OtherVersion, IReadOnlyDictionary<string, MergeSide> Sides);

/// <summary>Key of a permission's difference.</summary>
public static class MergeKeys
{
    /// <summary>Key of the status.</summary>
    public const string Status = "Status";

    /// <summary>Key of a scope's answer.</summary>
    public static string Of(PermissionScope scope) => $"permission-{scope}";
}
