using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Requests;

/// <summary>What is asked, or agreed and not held yet, of one customer.</summary>
/// <param name="RequestId">Of which request.</param>
/// <param name="Number">Its number.</param>
/// <param name="CandidateId">The candidate.</param>
/// <param name="ActivityName">What for.</param>
/// <param name="Scope">The permission it falls under.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Prospect">For whom.</param>
/// <param name="RequesterId">Who asked for it.</param>
/// <param name="AssigneeId">Who runs it.</param>
/// <param name="ScheduledFor">When it is held (UTC).</param>
/// <param name="AcceptedAt">When the last party said yes (UTC).</param>
public sealed record OpenAsk(
    Guid RequestId,
    int Number,
    Guid CandidateId,
    string ActivityName,
    PermissionScope Scope,
    CandidateState State,
    string? Prospect,
    Guid RequesterId,
    Guid? AssigneeId,
    DateTime? ScheduledFor,
    DateTime? AcceptedAt);

/// <summary>Finds what is open of a customer, and takes it all back at once when its consent ends; part of the transaction at hand.</summary>
public sealed class CandidateRecall(ReferenceHubDbContext db, RequestDoor door, CandidateLine line)
{
    private static readonly CandidateState[] Live = [.. Enum.GetValues<CandidateState>().Where(state => state.IsLive())];

    /// <summary>Live candidates of customers under these scopes, whoever may see their requests: the caller has checked who asks.</summary>
    public IQueryable<OpenAsk> OpenOf(IQueryable<Customer> customers, IReadOnlyCollection<PermissionScope> scopes) =>
        from candidate in db.Candidates.AsNoTracking()
        join customer in customers on candidate.CustomerId equals customer.Id
        join request in db.Requests on candidate.RequestId equals request.Id
        join type in db.ActivityTypes on request.ActivityKey equals type.Key
        where Live.Contains(candidate.State) && scopes.Contains(type.Scope) && !RequestStates.Ended.Contains(request.State)
        orderby request.Number
        select new OpenAsk(
            request.Id, request.Number, candidate.Id, type.Name, type.Scope, candidate.State, request.ProspectName ?? request.Opportunity!.AccountName ?? request.Opportunity.Name,
            request.RequesterId, request.AssigneeId, candidate.ScheduledFor, candidate.AcceptedAt);

    /// <summary>Takes these candidates back; what was reserved comes back, releases of contacts end.</summary>
    public async Task WithdrawAsync(IReadOnlyCollection<OpenAsk> asks, string reason, Viewer by, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(asks);
        foreach (var ask in asks.GroupBy(ask => ask.RequestId))
        {
            var request = await db.Requests.Include(row => row.Candidates).ThenInclude(candidate => candidate.Customer).SingleAsync(row => row.Id == ask.Key, ct);
            var moment = await door.MomentAsync(by, request.CalendarId, ct);
            var before = RequestGlance.Of(request);
            foreach (var one in ask)
            {
                request.Withdraw(moment, one.CandidateId, reason);
            }

            await line.GoOnAsync(request, moment, ct);
            await door.FollowAsync(before, request, moment, ct);
        }
    }
}
