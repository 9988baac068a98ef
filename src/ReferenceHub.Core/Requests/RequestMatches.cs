using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Deals;
using ReferenceHub.Core.Matching;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Requests;

/// <summary>Matches for a request, and who was considered already.</summary>
public sealed record RequestMatch(LiveMatch Live, IReadOnlyDictionary<Guid, AskedMark> Asked)
{
    /// <summary>Who said no to this need or its prospect.</summary>
    public IReadOnlyDictionary<Guid, NeedRefusal> Refused { get; init; } = NeedRefusal.None;

    /// <summary>Amount of its deal in the program's currency, if known.</summary>
    public decimal? DealAmount { get; init; }

    /// <summary>Who was said not to fit an alike need.</summary>
    public IReadOnlyDictionary<Guid, Misfit> Misfits { get; init; } = new Dictionary<Guid, Misfit>();
}

/// <summary>Matches for a request that exists: by its own criteria and words, in an order of its own, those already tried marked.</summary>
public sealed class RequestMatches(ReferenceHubDbContext db, LiveMatches matches, ProspectPlaces places, AskedMarks marks, ProspectRefusals refusals, Misfits misfits, NeedCriteria needs)
{
    /// <summary>Matches for one request the viewer sees; by other criteria than its own where they are given.</summary>
    public async Task<RequestMatch> ForAsync(int number, Viewer viewer, CancellationToken ct, Criteria? instead = null, int take = LiveMatches.Shown)
    {
        var ask = await AskAsync(number, viewer, ct, instead, take);
        var (place, requester) = await places.OfRequestAsync(ask.Id, viewer, ct);
        var live = await matches.ForAsync(ask.Live with { Prospect = place, Requester = requester }, viewer, ct);
        return new RequestMatch(live, await marks.OfAsync(ask.Id, ask.DealId, viewer, ct))
        {
            Refused = ask.Live.Refused,
            DealAmount = ask.Live.DealAmount,
            Misfits = await misfits.OfAsync(ask.Id, ask.Live.ActivityKey!, ask.Query, viewer, ct),
        };
    }

    /// <summary>The search that is made for one request the viewer sees, as triage makes it.</summary>
    public async Task<CatalogAsk> SearchAsync(int number, Viewer viewer, CancellationToken ct) =>
        (await matches.SearchOfAsync((await AskAsync(number, viewer, ct)).Live, viewer, ct)).Search;

    private async Task<(Guid Id, Guid? DealId, string? Query, LiveAsk Live)> AskAsync(int number, Viewer viewer, CancellationToken ct, Criteria? instead = null, int take = LiveMatches.Shown)
    {
        var request = await db.Requests.AsNoTracking().VisibleTo(viewer, db)
            .Where(request => request.Number == number)
            .Select(request => new { request.Id, request.ActivityKey, request.Criteria, request.Text, request.Requirements, request.Language, request.ZoneId, request.OpportunityId, request.ProspectIndustry, request.ProspectRegion, request.ProspectStaff })
            .FirstOrDefaultAsync(ct) ?? throw new MissingException("request");
        var live = new LiveAsk(request.ActivityKey, instead ?? await needs.OfAsync(request.Criteria, request.Text, request.Requirements, viewer, ct))
        {
            RequestId = request.Id,
            Alike = DealProspects.Like(request.ProspectIndustry, request.ProspectRegion, request.ProspectStaff),
            Sentence = instead is null && !Criteria.Parse(request.Criteria).IsEmpty ? request.Text : null,
            Take = take,
            Language = request.Language,
            ZoneId = request.ZoneId,
            DealAmount = await db.DealAmountAsync(request.OpportunityId, ct),
            Refused = await refusals.OfNeedAsync(request.Id, ct),
        };
        return (request.Id, request.OpportunityId, request.Criteria, live);
    }
}
