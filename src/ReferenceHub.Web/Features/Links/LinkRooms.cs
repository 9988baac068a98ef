using ReferenceHub.Core.Messaging;

namespace ReferenceHub.Web.Features.Links;

/// <summary>Where the page of a link stands, below its address: each purpose has one of its own.</summary>
internal static class LinkRooms
{
    private static readonly Dictionary<LinkPurpose, string> Rooms = new()
    {
        [LinkPurpose.OwnerAnswer] = "ask",
        [LinkPurpose.LegalAnswer] = "ask",
        [LinkPurpose.CustomerAnswer] = "ask",
        [LinkPurpose.ContactLimits] = "limits",
        [LinkPurpose.ContactPause] = "pause",
        [LinkPurpose.ContactRecord] = "record",
        [LinkPurpose.ContactWithdrawal] = "withdrawal",
        [LinkPurpose.Survey] = "survey",
        [LinkPurpose.ProspectInvitation] = "invitation",
        [LinkPurpose.Unsubscribe] = "unsubscribe",
    };

    /// <summary>The room of a purpose; unknown for those whose page is the address itself.</summary>
    public static string? Find(LinkPurpose? purpose) => purpose is { } known ? Rooms.GetValueOrDefault(known) : null;

    /// <summary>The room of a purpose that has one.</summary>
    public static string Of(LinkPurpose purpose) => Rooms[purpose];
}
