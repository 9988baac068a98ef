namespace ReferenceHub.Core.References;

/// <summary>Why content may not be used, in words; the filters of <see cref="AssetVisibility"/> say the same in queries.</summary>
public static class AssetUsability
{
    /// <summary>Why this piece may not be used on a day: its state, its days, its customer, its permission; null when it may.</summary>
    public static string? WhyNotUsable(this Asset asset, ReferenceStatus customer, IReadOnlyCollection<Permission> permissions, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(asset);
        return asset switch
        {
            { State: AssetState.Draft } => "This is a draft.",
            { State: AssetState.Withdrawn } => $"This was withdrawn: {asset.WithdrawnReason}",
            { ExpiresOn: { } end } when end < day => "Its last day is over.",
            _ when asset.PublishedOn > day => "Its first day has not come yet.",
            _ => WhyNotAllowed(asset.Kind, customer, permissions, day),
        };
    }

    /// <summary>Why content of a kind may not be used, whatever its state: the customer must not be used, or has not granted it; null when it may.</summary>
    public static string? WhyNotAllowed(AssetKind kind, ReferenceStatus customer, IReadOnlyCollection<Permission> permissions, DateOnly day) =>
        customer == ReferenceStatus.DoNotUse ? "This customer must not be used." : AssetConsent.WhyNot(kind, permissions, day);

    /// <summary>Why this piece may not be sent to a prospect in a place, on a channel; null when it may.</summary>
    public static string? WhyNotSendable(
        this Asset asset, ReferenceStatus customer, IReadOnlyCollection<Permission> permissions, DateOnly day, string? place, PermissionChannel channel, PlaceTree places) =>
        asset.WhyNotUsable(customer, permissions, day)
        ?? (asset.Confidentiality == Confidentiality.Internal ? "It is internal: for our own people only." : null)
        ?? AssetConsent.WhyNot(asset.Kind, permissions, day, place, channel, places);
}
