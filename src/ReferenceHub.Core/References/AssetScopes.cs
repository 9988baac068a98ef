namespace ReferenceHub.Core.References;

/// <summary>Which permission a piece of content needs before it may be published.</summary>
public static class AssetScopes
{
    /// <summary>The scope of a kind; a kind without one of its own needs the nearest that says at least as much.</summary>
    public static PermissionScope ScopeOf(AssetKind kind) => kind switch
    {
        AssetKind.Video => PermissionScope.Video,
        AssetKind.Quote or AssetKind.Review => PermissionScope.Quote,
        AssetKind.Logo => PermissionScope.Logo,
        _ => PermissionScope.Story,
    };
}
