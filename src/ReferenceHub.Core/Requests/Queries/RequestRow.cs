namespace ReferenceHub.Core.Requests;

/// <summary>One request in a list.</summary>
public sealed record RequestRow
{
    /// <summary>Number.</summary>
    public required int Number { get; init; }

    /// <summary>Activity type.</summary>
    public required string ActivityKey { get; init; }

    /// <summary>Activity type's name.</summary>
    public required string ActivityName { get; init; }

    /// <summary>Who the reference is for.</summary>
    public required string Prospect { get; init; }

    /// <summary>A draft in which neither a deal nor a prospect is named yet.</summary>
    public bool HasNoProspect { get; init; }

    /// <summary>The customer wished for first, as the reader may name it; of drafts that name nobody it is for.</summary>
    public string? Wish { get; init; }

    /// <summary>The need in a few words.</summary>
    public string? Need { get; init; }

    /// <summary>Requester.</summary>
    public required string Requester { get; init; }

    /// <summary>Amount of the deal in minor units, where the reader may know it.</summary>
    public long? AmountMinor { get; init; }

    /// <summary>Its currency.</summary>
    public string? Currency { get; init; }

    /// <summary>Where it stands.</summary>
    public required RequestState State { get; init; }

    /// <summary>Who holds the ball.</summary>
    public Party? Ball { get; init; }

    /// <summary>Business minutes that party holds it.</summary>
    public int BallMinutes { get; init; }

    /// <summary>What the due pill says; null for drafts and ended requests.</summary>
    public DueReading? Due { get; init; }

    /// <summary>Who has taken it.</summary>
    public Guid? AssigneeId { get; init; }

    /// <summary>Who has taken it.</summary>
    public string? Assignee { get; init; }

    /// <summary>References wanted.</summary>
    public int Wanted { get; init; }

    /// <summary>Candidates.</summary>
    public required CandidateCounts Candidates { get; init; }

    /// <summary>Last useful day.</summary>
    public DateOnly? NeededBy { get; init; }

    /// <summary>When it was made (UTC).</summary>
    public DateTime CreatedAt { get; init; }

    /// <summary>When it ended (UTC).</summary>
    public DateTime? EndedAt { get; init; }

    /// <summary>Why it ended.</summary>
    public string? EndReason { get; init; }
}

/// <summary>How many candidates there are, were asked, said no or did not answer, said yes.</summary>
public sealed record CandidateCounts(int All, int Asked, int Lost, int Yes)
{
    /// <summary>Those of the lost who did not answer.</summary>
    public int Silent { get; init; }
}
