using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.Requests;

/// <summary>What a request says of a use: one candidate of it, to be held against the ledger.</summary>
/// <param name="CandidateId">The candidate.</param>
/// <param name="CustomerId">Which customer.</param>
/// <param name="ContactId">Which person there.</param>
/// <param name="State">Where the candidate stands.</param>
/// <param name="UseId">The use it counts on, once asked.</param>
/// <param name="ScheduledFor">When the use takes place (UTC).</param>
/// <param name="Number">Number of the request.</param>
/// <param name="RequestState">Where the request stands.</param>
/// <param name="ActivityKey">Activity type asked for.</param>
internal sealed record UseClaim(
    Guid CandidateId, Guid CustomerId, Guid? ContactId, CandidateState State, Guid? UseId, DateTime? ScheduledFor, int Number, RequestState RequestState, string ActivityKey)
{
    /// <summary>The request waits for the use or has had it.</summary>
    public bool Counts => State.IsAsked() || State.IsYes();

    /// <summary>What candidates say, all or some.</summary>
    public static IQueryable<UseClaim> Of(ReferenceHubDbContext db, IQueryable<Candidate> candidates) =>
        from candidate in candidates.AsNoTracking()
        join request in db.Requests on candidate.RequestId equals request.Id
        select new UseClaim(
            candidate.Id, candidate.CustomerId, candidate.ContactId, candidate.State, candidate.UseId, candidate.ScheduledFor, request.Number, request.State, request.ActivityKey);
}
