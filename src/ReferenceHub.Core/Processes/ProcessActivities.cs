namespace ReferenceHub.Core.Processes;

/// <summary>Kinds of use that a process goes with, as one text: keys with commas between.</summary>
public static class ProcessActivities
{
    /// <summary>The keys one by one.</summary>
    public static IReadOnlyList<string> Of(string? keys) =>
        [.. (keys ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.Ordinal)];
}
