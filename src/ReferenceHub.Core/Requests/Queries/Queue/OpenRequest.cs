using Microsoft.EntityFrameworkCore;

namespace ReferenceHub.Core.Requests;

/// <summary>What the queue's views, filters and orders ask of one open request; amounts in minor units.</summary>
public sealed record OpenRequest
{
    /// <summary>Key.</summary>
    public required Guid Id { get; init; }

    /// <summary>Number.</summary>
    public required int Number { get; init; }

    /// <summary>The deal that it serves.</summary>
    public required Guid? OpportunityId { get; init; }

    /// <summary>Activity type.</summary>
    public required string ActivityKey { get; init; }

    /// <summary>Who asks.</summary>
    public required Guid RequesterId { get; init; }

    /// <summary>Who has taken it.</summary>
    public required Guid? AssigneeId { get; init; }

    /// <summary>Who holds the ball.</summary>
    public required Party? Ball { get; init; }

    /// <summary>Calendar of its clock.</summary>
    public required Guid? CalendarId { get; init; }

    /// <summary>Target in business days.</summary>
    public required int TargetDays { get; init; }

    /// <summary>Whether a later date was agreed.</summary>
    public required bool HasLaterDate { get; init; }

    /// <summary>State and times of its clock.</summary>
    public required ClockFacts Clock { get; init; }

    /// <summary>For whom.</summary>
    public required string? Prospect { get; init; }

    /// <summary>Amount of its deal.</summary>
    public required long? AmountMinor { get; init; }

    /// <summary>Currency of that.</summary>
    public required string? Currency { get; init; }

    /// <summary>How many were asked.</summary>
    public required int Asked { get; init; }

    /// <summary>Folded words of prospect and need.</summary>
    public required string? Words { get; init; }

    /// <summary>Folded words of its deal.</summary>
    public required string? DealWords { get; init; }

    internal static IQueryable<OpenRequest> Of(IQueryable<ReferenceRequest> requests) => requests.AsNoTracking()
        .Where(request => RequestStates.Open.Contains(request.State))
        .Select(request => new OpenRequest
        {
            Id = request.Id,
            Number = request.Number,
            OpportunityId = request.OpportunityId,
            ActivityKey = request.ActivityKey,
            RequesterId = request.RequesterId,
            AssigneeId = request.AssigneeId,
            Ball = request.Ball,
            CalendarId = request.CalendarId,
            TargetDays = request.TargetDays,
            HasLaterDate = request.ExceptionReason != null,
            Clock = new ClockFacts(request.State, request.SubmittedAt, request.DueAt, request.PausedMinutes, request.HeldAt, request.FirstAcceptedAt, request.NeededBy),
            Prospect = request.ProspectName ?? request.Opportunity!.AccountName ?? request.Opportunity.Name,
            AmountMinor = request.Opportunity!.AmountMinor,
            Currency = request.Opportunity.Currency,
            Asked = request.Candidates.Count(candidate => candidate.AskedAt != null),
            Words = request.WordsKey,
            DealWords = request.Opportunity.SearchKey,
        });
}
