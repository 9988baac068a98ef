namespace ReferenceHub.Core.References;

/// <summary>How far an answer reaches: a yes for some regions or channels is unknown elsewhere, a no holds everywhere.</summary>
public static class PermissionReach
{
    /// <summary>The answer for one use on a day, for a prospect in a place (null: not known) and on a channel (null: none).</summary>
    public static PermissionStatus StatusFor(this Permission permission, DateOnly day, string? place, PermissionChannel? channel, PlaceTree places)
    {
        ArgumentNullException.ThrowIfNull(permission);
        ArgumentNullException.ThrowIfNull(places);
        var status = permission.StatusOn(day);
        var reaches = places.Covers(permission.Regions, place) && (channel is not { } asked || permission.Channels.Count == 0 || permission.Channels.Contains(asked));
        return status == PermissionStatus.Granted && !reaches ? PermissionStatus.Unknown : status;
    }

    /// <summary>The customer's answer for one use; unknown where nothing is recorded.</summary>
    public static PermissionStatus PermissionFor(this Customer customer, PermissionScope scope, DateOnly day, string? place, PermissionChannel? channel, PlaceTree places)
    {
        ArgumentNullException.ThrowIfNull(customer);
        return customer.Permissions.Find(permission => permission.Scope == scope)?.StatusFor(day, place, channel, places) ?? PermissionStatus.Unknown;
    }

    /// <summary>The channel in words.</summary>
    public static string InWords(this PermissionChannel channel) => channel switch
    {
        PermissionChannel.Website => "our website",
        PermissionChannel.Social => "social networks",
        PermissionChannel.Sales => "sales, to prospects",
        PermissionChannel.Proposals => "RFP answers and offers",
        PermissionChannel.Events => "events and fairs",
        PermissionChannel.Press => "press and advertising",
        PermissionChannel.Print => "print",
        _ => "our own staff",
    };
}
