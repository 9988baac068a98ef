using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Matching;

/// <summary>How well a kind of content stands in for an activity, 0 (not at all) to 1, and the channel on which it would be used.</summary>
public static class KindFit
{
    private static readonly Dictionary<AssetKind, double> Talk = new()
    {
        [AssetKind.Story] = 1, [AssetKind.Video] = 1, [AssetKind.Review] = 0.7, [AssetKind.Document] = 0.6, [AssetKind.Slide] = 0.5, [AssetKind.Quote] = 0.4,
    };

    private static readonly Dictionary<PermissionScope, Dictionary<AssetKind, double>> Known = new()
    {
        [PermissionScope.SalesCall] = Talk,
        [PermissionScope.SiteVisit] = new() { [AssetKind.Video] = 1, [AssetKind.Story] = 0.8, [AssetKind.Document] = 0.5, [AssetKind.Slide] = 0.5 },
        [PermissionScope.Analyst] = new() { [AssetKind.Document] = 1, [AssetKind.Story] = 0.9, [AssetKind.Slide] = 0.6, [AssetKind.Review] = 0.6, [AssetKind.Video] = 0.5, [AssetKind.Quote] = 0.4 },
        [PermissionScope.Press] = new() { [AssetKind.Story] = 1, [AssetKind.Quote] = 0.9, [AssetKind.Video] = 0.7, [AssetKind.Review] = 0.5 },
        [PermissionScope.Event] = new() { [AssetKind.Video] = 1, [AssetKind.Slide] = 0.7, [AssetKind.Story] = 0.6 },
        [PermissionScope.Rfp] = new() { [AssetKind.Document] = 1, [AssetKind.Story] = 0.8, [AssetKind.Slide] = 0.7, [AssetKind.Quote] = 0.6, [AssetKind.Review] = 0.5, [AssetKind.Logo] = 0.4 },
        [PermissionScope.Quote] = new() { [AssetKind.Quote] = 1, [AssetKind.Review] = 0.7 },
        [PermissionScope.Logo] = new() { [AssetKind.Logo] = 1 },
        [PermissionScope.Story] = new() { [AssetKind.Story] = 1, [AssetKind.Document] = 0.6, [AssetKind.Video] = 0.4 },
        [PermissionScope.Video] = new() { [AssetKind.Video] = 1, [AssetKind.Story] = 0.4 },
    };

    /// <summary>How well a kind stands in for an activity of a scope; without a scope, for a talk.</summary>
    public static double Of(PermissionScope? scope, AssetKind kind) =>
        (scope is { } known ? Known.GetValueOrDefault(known, Talk) : Talk).GetValueOrDefault(kind);

    /// <summary>Where content that stands in for an activity of a scope is used.</summary>
    public static PermissionChannel ChannelOf(PermissionScope? scope) => scope switch
    {
        PermissionScope.Rfp => PermissionChannel.Proposals,
        PermissionScope.Press => PermissionChannel.Press,
        PermissionScope.Event => PermissionChannel.Events,
        _ => PermissionChannel.Sales,
    };
}
