using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Requests;

/// <summary>A request made for a deal; of one that the viewer may not see only who asked and when: then number, activity and state are null.</summary>
public sealed record DealRequest(int? Number, string? ActivityName, RequestState? State, string RequesterName, DateTime AskedAt)
{
    /// <summary>The content that answered it, where the request is in sight.</summary>
    public ChosenContent? Content { get; init; }
}

/// <summary>A reference that said yes for a deal: whose it is (null where the name is not for this viewer), when, and how far.</summary>
public sealed record DealUse(int RequestNumber, Guid CustomerId, string? CustomerName, string ActivityName, CandidateState State, DateTime? At)
{
    /// <summary>Whether it helped, as its requester said afterwards; null while nothing was said.</summary>
    public Helped? Helped { get; init; }

    /// <summary>In the requester's words; for whom the name is told.</summary>
    public string? Words { get; init; }
}

/// <summary>A use outside the product that was logged for a deal; the name is null where it is not for this viewer.</summary>
public sealed record DealLoggedUse(Guid CustomerId, string? CustomerName, string ActivityName, DateOnly On);

/// <summary>What was asked and used for a deal, and whether that influenced it: the same for everybody, null for who does not see all its requests.</summary>
public sealed record DealStory(IReadOnlyList<DealRequest> Requests, IReadOnlyList<DealUse> Uses, IReadOnlyList<DealLoggedUse> Logged, bool? Influenced);

/// <summary>Reads what was asked and used for a deal.</summary>
public sealed class DealRequestQueries(ReferenceHubDbContext db, TimeProvider clock, ContentAnswers content)
{
    private const int MostLogged = 50;

    /// <summary>The story of one deal that the viewer may see.</summary>
    public async Task<DealStory> OfAsync(Guid opportunityId, Viewer viewer, CancellationToken ct)
    {
        var types = await db.ActivityTypes.AsNoTracking().ToDictionaryAsync(type => type.Key, type => type.Name, ct);
        var mine = db.Requests.VisibleTo(viewer, db).Select(request => request.Id);
        var requests = await db.Requests.AsNoTracking()
            .Where(request => request.OpportunityId == opportunityId && (request.State != RequestState.Draft || mine.Contains(request.Id)))
            .OrderByDescending(request => request.SubmittedAt ?? request.CreatedAt)
            .Select(request => new { request.Number, request.ActivityKey, request.State, Requester = request.Requester!.Name, At = request.SubmittedAt ?? request.CreatedAt, request.ContentId, Visible = mine.Contains(request.Id) })
            .ToListAsync(ct);
        var chosen = await content.NamesAsync([.. requests.Where(one => one.Visible).Select(one => one.ContentId).OfType<Guid>()], viewer, ct);
        return new DealStory(
            [
                .. requests.Select(one => new DealRequest(one.Visible ? one.Number : null, one.Visible ? Name(types, one.ActivityKey) : null, one.Visible ? one.State : null, one.Requester, one.At)
                {
                    Content = one.Visible && one.ContentId is { } asset ? chosen.GetValueOrDefault(asset) : null,
                }),
            ],
            await UsesAsync(opportunityId, viewer, types, ct),
            await LoggedAsync(opportunityId, viewer, types, ct),
            await InfluencedAsync(opportunityId, viewer, ct));
    }

    private async Task<List<DealUse>> UsesAsync(Guid opportunityId, Viewer viewer, Dictionary<string, string> types, CancellationToken ct)
    {
        var visible = db.Requests.VisibleTo(viewer, db);
        var named = db.Customers.NamedFor(viewer, db, clock.UtcNow()).Select(customer => customer.Id);
        var rows = await (
            from candidate in db.Candidates.AsNoTracking()
            join request in visible on candidate.RequestId equals request.Id
            where request.OpportunityId == opportunityId && CandidateStates.Yes.Contains(candidate.State)
            orderby candidate.AcceptedAt descending
            select new
            {
                request.Number,
                request.ActivityKey,
                candidate.CustomerId,
                candidate.Customer!.Name,
                IsNamed = named.Contains(candidate.CustomerId),
                candidate.State,
                At = candidate.ScheduledFor ?? candidate.AcceptedAt,
                Said = db.SurveyAnswers.Where(answer => answer.CandidateId == candidate.Id && answer.Side == Party.Requester).Select(answer => new { answer.Actual, answer.Words }).FirstOrDefault(),
            }).ToListAsync(ct);
        return rows.ConvertAll(row => new DealUse(row.Number, row.CustomerId, row.IsNamed ? row.Name : null, Name(types, row.ActivityKey), row.State, row.At)
        {
            Helped = row.Said is { } said ? HelpedReading.Of(said.Actual) : null,
            Words = row.IsNamed ? row.Said?.Words : null,
        });
    }

    // A deal that was merged into this one keeps its key in the ledger, which never changes.
    private async Task<List<DealLoggedUse>> LoggedAsync(Guid opportunityId, Viewer viewer, Dictionary<string, string> types, CancellationToken ct)
    {
        var named = db.Customers.NamedFor(viewer, db, clock.UtcNow()).Select(customer => customer.Id);
        var rows = await (
            from entry in db.LedgerEntries.AsNoTracking()
            join customer in db.Customers on entry.CustomerId equals customer.Id
            where entry.Source == UseSource.Outside && entry.State == UseState.Done
                && (entry.SourceId == opportunityId || db.Opportunities.Any(deal => deal.Id == entry.SourceId && deal.MergedIntoId == opportunityId))
                && !db.LedgerEntries.Any(later => later.UseId == entry.UseId && later.Sequence > entry.Sequence)
            orderby entry.On descending
            select new { customer.Id, customer.Name, IsNamed = named.Contains(customer.Id), entry.ActivityKey, entry.On }).Take(MostLogged).ToListAsync(ct);
        return rows.ConvertAll(row => new DealLoggedUse(row.Id, row.IsNamed ? row.Name : null, Name(types, row.ActivityKey), row.On));
    }

    private async Task<bool?> InfluencedAsync(Guid opportunityId, Viewer viewer, CancellationToken ct)
    {
        var deal = db.Opportunities.AsNoTracking().Where(deal => deal.Id == opportunityId);
        return await deal.InfluenceKnownTo(viewer, db).AnyAsync(ct) ? await deal.InfluencedBy(db.Requests, db).AnyAsync(ct) : null;
    }

    private static string Name(Dictionary<string, string> types, string key) => types.GetValueOrDefault(key, key);
}
