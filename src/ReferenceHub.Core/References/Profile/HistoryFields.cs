namespace ReferenceHub.Core.References;

/// <summary>The fields whose changes a customer's history holds, by the names it uses for them.</summary>
public static class HistoryFields
{
    /// <summary>All of them, grouped by what they belong to.</summary>
    public static IReadOnlyList<(string Group, IReadOnlyList<string> Fields)> All { get; } =
    [
        ("Company", [.. CustomerFields.All.Select(field => field.Label)]),
        ("Standing", ["Status", "Paused until", "Reason", "Verify by", "Archived", "Merged into"]),
        ("Contacts", [.. ContactFields.All.Select(field => field.Label).Except(["Name", "Paused until"])]),
        ("Products", [.. ProductUseFields.All.Select(field => field.Label)]),
        ("Permissions", [.. PermissionFields.All.Select(field => field.Label)]),
    ];
}
