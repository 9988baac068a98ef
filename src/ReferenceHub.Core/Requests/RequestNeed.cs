namespace ReferenceHub.Core.Requests;

/// <summary>What the requester needs.</summary>
public sealed record RequestNeed
{
    /// <summary>Activity type.</summary>
    public required string ActivityKey { get; init; }

    /// <summary>The deal it serves.</summary>
    public Guid? OpportunityId { get; init; }

    /// <summary>The need in the requester's words.</summary>
    public string? Text { get; init; }

    /// <summary>Criteria as a query string, as the reference search has it in its address.</summary>
    public string? Criteria { get; init; }

    /// <summary>Day in the program's zone after which it is of no use.</summary>
    public DateOnly? NeededBy { get; init; }

    /// <summary>References wanted, 1 to 20.</summary>
    public int Wanted { get; init; } = 1;

    /// <summary>What the prospect wants to know.</summary>
    public string? WantToKnow { get; init; }

    /// <summary>Prospect company.</summary>
    public string? ProspectName { get; init; }

    /// <summary>Person there.</summary>
    public string? ProspectContact { get; init; }

    /// <summary>Where that person gets the invitation.</summary>
    public string? ProspectEmail { get; init; }

    /// <summary>Industry of the prospect, by key.</summary>
    public string? ProspectIndustry { get; init; }

    /// <summary>Region or country of the prospect, by key.</summary>
    public string? ProspectRegion { get; init; }

    /// <summary>Staff of the prospect.</summary>
    public int? ProspectStaff { get; init; }

    /// <summary>Requirements to be met by references, a line each; of an RFP.</summary>
    public string? Requirements { get; init; }

    /// <summary>What is needed in short: the words, or else the list of requirements.</summary>
    public string? InShort => NeedInShort.Of(Text, Requirements);

    /// <summary>Content that was tried before asking for people.</summary>
    public string? ContentTried { get; init; }

    /// <summary>Language of the conversation (ISO 639-1).</summary>
    public string? Language { get; init; }

    /// <summary>Prospect's time zone (IANA).</summary>
    public string? ZoneId { get; init; }

    /// <summary>A non-disclosure agreement is in place.</summary>
    public bool NdaInPlace { get; init; }

    /// <summary>The prospect competes with some of our references.</summary>
    public bool CompetesWithReferences { get; init; }

    /// <summary>Customers the requester would like to be asked, at most <see cref="ReferenceRequest.MostPreferred"/>.</summary>
    public IReadOnlyList<Guid> Preferred { get; init; } = [];

    /// <summary>Manager who stands behind an ask below the gate or in a rush.</summary>
    public string? Sponsor { get; init; }

    /// <summary>Who asks, when somebody else writes it for them; fixed once it is sent.</summary>
    public Guid? For { get; init; }
}

/// <summary>What a submitted request was promised: due instant (UTC), target in business days, the calendar it is counted by.</summary>
public sealed record Promise(DateTime DueAt, int TargetDays, Guid? CalendarId);
