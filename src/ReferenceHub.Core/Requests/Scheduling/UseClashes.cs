using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.Requests;

/// <summary>Another use of the same contact that takes place at the same time: from, to (UTC).</summary>
public sealed record UseClash(DateTime From, DateTime To);

/// <summary>Whether a contact is promised elsewhere. Sure only in a transaction that holds the customer's ledger.</summary>
public sealed class UseClashes(ReferenceHubDbContext db)
{
    /// <summary>Field of a refusal because of a clash.</summary>
    public const string Field = "Clash";

    // Longer than the longest use.
    private static readonly TimeSpan Around = TimeSpan.FromDays(1);

    /// <summary>The clash of a use of some minutes at a time (UTC); null when the contact is free, or nobody is chosen.</summary>
    public async Task<UseClash?> FindAsync(Candidate candidate, DateTime at, int minutes, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(candidate);
        if (candidate.ContactId is not { } contact)
        {
            return null;
        }

        var (after, before) = (at - Around, at + Around);
        var others = await (
            from other in db.Candidates.AsNoTracking()
            join request in db.Requests on other.RequestId equals request.Id
            join type in db.ActivityTypes on request.ActivityKey equals type.Key
            where other.CustomerId == candidate.CustomerId && other.ContactId == contact && other.Id != candidate.Id && other.State == CandidateState.Scheduled
                && other.ScheduledFor > after && other.ScheduledFor < before
            select new { From = other.ScheduledFor!.Value, type.Minutes }).ToListAsync(ct);
        return others
            .Select(other => new UseClash(other.From, other.From.AddMinutes(other.Minutes)))
            .Where(other => other.From < at.AddMinutes(minutes) && at < other.To)
            .OrderBy(other => other.From)
            .FirstOrDefault();
    }
}
