using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Requests;

/// <summary>How a link to answer an ask stands.</summary>
public enum AskStanding
{
    /// <summary>An answer is awaited.</summary>
    Open,

    /// <summary>The requester is being asked something; the answer can be given when the program goes on.</summary>
    OnHold,

    /// <summary>Whoever holds the link, or somebody for them, said yes.</summary>
    SaidYes,

    /// <summary>The party said no.</summary>
    SaidNo,

    /// <summary>It is no longer needed, or somebody else answered.</summary>
    Over,

    /// <summary>The link has run out.</summary>
    Expired,

    /// <summary>The link was used as often as it may be.</summary>
    UsedUp,
}

/// <summary>One ask as whoever is asked sees it behind a link.</summary>
/// <param name="LinkId">The link.</param>
/// <param name="Party">For whom it answers.</param>
/// <param name="Standing">How it stands.</param>
/// <param name="ExpiresAt">When the link runs out (UTC).</param>
/// <param name="Number">Number of the request; not for those outside.</param>
/// <param name="CandidateId">The candidate.</param>
/// <param name="State">Where the candidate stands.</param>
public sealed record LinkedAsk(Guid LinkId, Party Party, AskStanding Standing, DateTime ExpiresAt, int Number, Guid CandidateId, CandidateState State)
{
    /// <summary>Whom the link was given to: a person, a person of legal or the contact.</summary>
    public Guid HolderId { get; init; }

    /// <summary>Name of whom the link was given to.</summary>
    public required string Holder { get; init; }

    /// <summary>Languages of the holder, best first.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>Zone in which times are shown (IANA).</summary>
    public required string ZoneId { get; init; }

    /// <summary>Who asks.</summary>
    public required string Requester { get; init; }

    /// <summary>Account owner of the customer.</summary>
    public string? Owner { get; init; }

    /// <summary>What for.</summary>
    public required ActivityType Activity { get; init; }

    /// <summary>For whom, as far as told.</summary>
    public required ProspectTold Prospect { get; init; }

    /// <summary>What the prospect wants to know, a line each.</summary>
    public IReadOnlyList<string> WantToKnow { get; init; } = [];

    /// <summary>Language of the conversation, by key.</summary>
    public string? Language { get; init; }

    /// <summary>Last useful day.</summary>
    public DateOnly? NeededBy { get; init; }

    /// <summary>By when an answer is hoped for (UTC).</summary>
    public DateTime? ReplyDueAt { get; init; }

    /// <summary>The customer.</summary>
    public Guid CustomerId { get; init; }

    /// <summary>The customer's name.</summary>
    public required string Customer { get; init; }

    /// <summary>The person to be asked.</summary>
    public Guid? ContactId { get; init; }

    /// <summary>The person to be asked.</summary>
    public string? Contact { get; init; }

    /// <summary>That person's job title.</summary>
    public string? ContactTitle { get; init; }

    /// <summary>When the use takes place (UTC).</summary>
    public DateTime? ScheduledFor { get; init; }

    /// <summary>Where it takes place.</summary>
    public string? Place { get; init; }

    /// <summary>Products asked for that the customer runs.</summary>
    public IReadOnlyList<string> Products { get; init; } = [];

    /// <summary>How much the contact does, and agreed to do.</summary>
    public required AskedLoad Load { get; init; }

    /// <summary>What owner and legal need to know beside; null for the customer.</summary>
    public AskInside? Inside { get; init; }
}

/// <summary>How much a contact does, and agreed to do.</summary>
/// <param name="Uses">Uses that take their time, in the 90 days that end with today, and those agreed ahead; the one at hand left out.</param>
/// <param name="UsesPerQuarter">Own limit of uses in 90 days.</param>
/// <param name="MinutesPerQuarter">Own limit of minutes in 90 days.</param>
/// <param name="Wishes">Wishes in words.</param>
public sealed record AskedLoad(int Uses, int? UsesPerQuarter, int? MinutesPerQuarter, string? Wishes);

/// <summary>What owner and legal see of an ask beside what the customer sees.</summary>
/// <param name="Need">The need in the requester's words.</param>
/// <param name="LastUsed">Day of the customer's last use.</param>
/// <param name="Permission">What the customer agreed to for this kind of use.</param>
/// <param name="PermissionUntil">Last day on which that holds.</param>
public sealed record AskInside(string? Need, DateOnly? LastUsed, References.PermissionStatus Permission, DateOnly? PermissionUntil);
