namespace ReferenceHub.Core.References;

/// <summary>What a permission's form edits.</summary>
public sealed record PermissionEdit
{
    /// <summary>The answer.</summary>
    public PermissionStatus Status { get; init; }

    /// <summary>Last day it holds; open-ended when null.</summary>
    public DateOnly? ValidUntil { get; init; }

    /// <summary>Keys of the regions a yes holds for; everywhere when empty.</summary>
    public List<string> Regions { get; init; } = [];

    /// <summary>The channels a yes holds for; every one when empty.</summary>
    public List<PermissionChannel> Channels { get; init; } = [];

    /// <summary>Where the answer comes from.</summary>
    public string? Evidence { get; init; }

    /// <summary>The permission as it is; unknown where there is none.</summary>
    public static PermissionEdit Of(Permission? permission) => permission is null
        ? new PermissionEdit()
        : new PermissionEdit
        {
            Status = permission.Status,
            ValidUntil = permission.ValidUntil,
            Regions = [.. permission.Regions],
            Channels = [.. permission.Channels],
            Evidence = permission.Evidence,
        };

    /// <summary>The answer it stands for, with a file that is new.</summary>
    public PermissionAnswer Answer(Guid? fileId) => new(Status, ValidUntil, Evidence, Regions, Channels, fileId);

    /// <summary>The same in order, and without limits where the answer is not a yes: a no holds everywhere.</summary>
    public PermissionEdit Plain() => Status == PermissionStatus.Granted
        ? this with { Regions = [.. Regions.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)], Channels = [.. Channels.Distinct().Order()] }
        : this with { ValidUntil = null, Regions = [], Channels = [] };
}

/// <summary>The fields of a permission's form.</summary>
public static class PermissionFields
{
    /// <summary>All of them, in the form's order; evidence is the program's.</summary>
    public static IReadOnlyList<EditField<PermissionEdit>> All { get; } = Naming(new Dictionary<string, string>());

    /// <summary>The same, with regions by these names.</summary>
    public static IReadOnlyList<EditField<PermissionEdit>> Naming(IReadOnlyDictionary<string, string> regionNames) =>
    [
        new("Status", "Answer", edit => edit.Status.ToString().ToLowerInvariant(), (to, from) => to with { Status = from.Status }),
        new("ValidUntil", "Valid until", edit => CustomerFields.Plain(edit.ValidUntil), (to, from) => to with { ValidUntil = from.ValidUntil }),
        new("Regions", "Regions", edit => Listed(edit.Regions.Select(key => regionNames.GetValueOrDefault(key, key))), (to, from) => to with { Regions = from.Regions }),
        new("Channels", "Channels", edit => Listed(edit.Channels.Select(channel => channel.InWords())), (to, from) => to with { Channels = from.Channels }),
        new("Evidence", "Evidence", edit => CustomerFields.Plain(edit.Evidence), (to, from) => to with { Evidence = from.Evidence }, Secret: true),
    ];

    private static string? Listed(IEnumerable<string> words) => string.Join("; ", words) is { Length: > 0 } list ? list : null;
}
