namespace ReferenceHub.Core.Data;

/// <summary>Pages of lists, counted from 1.</summary>
public static class Paging
{
    /// <summary>The page asked for, or the nearest there is; an empty list has one.</summary>
    public static int Within(int page, int total, int size) => Math.Clamp(page, 1, Math.Max(1, (total + size - 1) / size));
}
