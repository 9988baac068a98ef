using System.Globalization;

namespace ReferenceHub.Core.References;

/// <summary>What content needs of its customer before it may be published or shared. Only a yes counts; unknown is never one.</summary>
public static class AssetConsent
{
    /// <summary>The scope a kind of content falls under: a slide or a document tells the story, a review speaks in the customer's words.</summary>
    public static PermissionScope ScopeOf(AssetKind kind) => kind switch
    {
        AssetKind.Video => PermissionScope.Video,
        AssetKind.Quote or AssetKind.Review => PermissionScope.Quote,
        AssetKind.Logo => PermissionScope.Logo,
        _ => PermissionScope.Story,
    };

    /// <summary>The kinds of content that fall under a scope.</summary>
    public static IReadOnlyList<AssetKind> KindsOf(PermissionScope scope) => [.. Enum.GetValues<AssetKind>().Where(kind => ScopeOf(kind) == scope)];

    /// <summary>Why content of a kind may not be published on a day; null when it may.</summary>
    public static string? WhyNot(AssetKind kind, IEnumerable<Permission> permissions, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(permissions);
        var scope = ScopeOf(kind);
        return permissions.FirstOrDefault(permission => permission.Scope == scope) switch
        {
            { Status: PermissionStatus.Denied } => $"The customer has refused: {scope.InWords()}.",
            { Status: PermissionStatus.Granted, ValidUntil: { } until } when until < day => $"The permission for {scope.InWords()} lapsed on {Words(until)}.",
            { Status: PermissionStatus.Granted } => null,
            _ => $"The customer has not agreed yet: {scope.InWords()}.",
        };
    }

    /// <summary>Why content of a kind may not be used for a prospect in a place, or on a channel; null when it may. An unknown place lies in no region.</summary>
    public static string? WhyNot(AssetKind kind, IReadOnlyCollection<Permission> permissions, DateOnly day, string? place, PermissionChannel channel, PlaceTree places)
    {
        ArgumentNullException.ThrowIfNull(permissions);
        ArgumentNullException.ThrowIfNull(places);
        if (WhyNot(kind, permissions, day, channel) is { } no)
        {
            return no;
        }

        var scope = ScopeOf(kind);
        return places.Covers(permissions.First(permission => permission.Scope == scope).Regions, place) ? null
            : place is null ? $"The permission for {scope.InWords()} is limited to regions, and the prospect's region is not known."
            : $"The permission for {scope.InWords()} does not cover the prospect's region.";
    }

    /// <summary>Why content of a kind may not be used on a channel, wherever the prospect is; null when it may.</summary>
    public static string? WhyNot(AssetKind kind, IReadOnlyCollection<Permission> permissions, DateOnly day, PermissionChannel channel)
    {
        ArgumentNullException.ThrowIfNull(permissions);
        if (WhyNot(kind, permissions, day) is { } no)
        {
            return no;
        }

        var scope = ScopeOf(kind);
        var permission = permissions.First(permission => permission.Scope == scope);
        return permission.Channels.Count > 0 && !permission.Channels.Contains(channel)
            ? $"The permission for {scope.InWords()} does not cover this channel: {channel.InWords()}."
            : null;
    }

    private static string Words(DateOnly day) => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);
}
