namespace ReferenceHub.Core.Requests;

/// <summary>One candidate as the reader may see it.</summary>
public sealed record CandidateView
{
    /// <summary>Key.</summary>
    public required Guid Id { get; init; }

    /// <summary>Its customer.</summary>
    public required Guid CustomerId { get; init; }

    /// <summary>Its name, or the anonymous one.</summary>
    public required string Name { get; init; }

    /// <summary>Whether the name is withheld.</summary>
    public required bool NameHidden { get; init; }

    /// <summary>Whether the name is told to those it is released to only.</summary>
    public required bool Confidential { get; init; }

    /// <summary>Contact chosen.</summary>
    public Guid? ContactId { get; init; }

    /// <summary>Contact's name, where the reader may know it.</summary>
    public string? ContactName { get; init; }

    /// <summary>Contact's job title.</summary>
    public string? ContactTitle { get; init; }

    /// <summary>Contact details are released to the reader.</summary>
    public required bool Released { get; init; }

    /// <summary>Account owner, where the name is known.</summary>
    public string? OwnerName { get; init; }

    /// <summary>The customer is the reader's own.</summary>
    public required bool Mine { get; init; }

    /// <summary>Where it stands.</summary>
    public required CandidateState State { get; init; }

    /// <summary>The track.</summary>
    public required IReadOnlyList<CandidateStep> Steps { get; init; }

    /// <summary>End of the reply window (UTC) of the present ask.</summary>
    public DateTime? ReplyDueAt => Reply?.DueAt;

    /// <summary>How that window stands.</summary>
    public DueReading? Reply { get; init; }

    /// <summary>Share of that window, in percent, at which they were last reminded; 0 before.</summary>
    public int RemindedAt { get; init; }

    /// <summary>Place in the line of those who are asked one after another, from 1; null outside.</summary>
    public int? LinePlace { get; init; }

    /// <summary>Date of the use (UTC).</summary>
    public DateTime? ScheduledFor { get; init; }

    /// <summary>When it fell away or was held (UTC).</summary>
    public DateTime? EndedAt { get; init; }

    /// <summary>Who said no, for those who see reasons.</summary>
    public Party? DeclinedBy { get; init; }

    /// <summary>Why by kind, for those who see reasons.</summary>
    public DeclineKind? DeclineKind { get; init; }

    /// <summary>Why, for those who see reasons.</summary>
    public string? DeclineReason { get; init; }

    /// <summary>The reader sees what the requester does not.</summary>
    public required bool SecretsShown { get; init; }

    /// <summary>Minutes it really took.</summary>
    public int? ActualMinutes { get; init; }

    /// <summary>Who stood behind an override of a limit.</summary>
    public string? OverrideSponsor { get; init; }

    /// <summary>Units or minutes are set aside for it.</summary>
    public required bool Reserved { get; init; }

    /// <summary>The reader may enter an answer for the party asked.</summary>
    public required bool MayAnswer { get; init; }

    /// <summary>The reader may set dates, complete, note a no-show.</summary>
    public required bool MayUse { get; init; }

    /// <summary>The reader may choose another person there.</summary>
    public required bool MayChangeContact { get; init; }

    /// <summary>The party asked, while an answer is awaited.</summary>
    public Party? Awaited => State.AskedParty();
}

/// <summary>A step of the track: its word, when it was reached (UTC), and whether it is the one reached last.</summary>
public sealed record CandidateStep(CandidateState State, string Word, DateTime? At, bool Current, string? Note = null);
