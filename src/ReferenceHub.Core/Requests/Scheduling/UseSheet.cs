namespace ReferenceHub.Core.Requests;

/// <summary>What the reader may know, and do, about the time of one candidate's use and about how it went.</summary>
public sealed record UseSheet
{
    /// <summary>The candidate.</summary>
    public required Guid CandidateId { get; init; }

    /// <summary>Times that can be chosen, earliest first.</summary>
    public IReadOnlyList<OfferedTime> Times { get; init; } = [];

    /// <summary>Day on which it counts while no time is agreed; for those who decide on the request.</summary>
    public PlannedDay? Planned { get; init; }

    /// <summary>Where it takes place.</summary>
    public string? Place { get; init; }

    /// <summary>What a date that lies ahead still lacks, a sentence each; for those who decide on the request.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>Zones of the other sides, with what they are called; none that would give a hidden name away.</summary>
    public IReadOnlyList<SideZone> Zones { get; init; } = [];

    /// <summary>Minutes that it takes.</summary>
    public required int Minutes { get; init; }

    /// <summary>Times can be offered by the reader.</summary>
    public required bool MayOffer { get; init; }

    /// <summary>One of the times can be settled on by the reader.</summary>
    public required bool MayConfirm { get; init; }

    /// <summary>The prospect can be invited by the reader.</summary>
    public required bool MayInvite { get; init; }

    /// <summary>Where the prospect's invitation goes; for those who decide on the request.</summary>
    public string? ProspectEmail { get; init; }

    /// <summary>Who it is for there.</summary>
    public string? ProspectContact { get; init; }

    /// <summary>What was said afterwards, as far as the reader may know it.</summary>
    public IReadOnlyList<SurveyAnswer> Answers { get; init; } = [];

    /// <summary>The reader has not said yet how it went for them.</summary>
    public required bool MayAnswer { get; init; }

    /// <summary>The reader may write a letter of thanks.</summary>
    public required bool MayThank { get; init; }
}

/// <summary>A time (UTC) that a side offers.</summary>
public sealed record OfferedTime(Guid SlotId, DateTime At, Party By);

/// <summary>Where one side is: "Contact", "Prospect", and their zone (IANA).</summary>
public sealed record SideZone(string Side, string ZoneId);

/// <summary>The day for which a use of a customer is planned.</summary>
public sealed record PlannedDay(Guid CustomerId, Guid UseId, DateOnly On);
