using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Matching;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Requests;

/// <summary>Matches for a request that exists: by its own criteria and words, in an order of its own, those already tried marked.</summary>
public sealed class RequestMatches(ReferenceHubDbContext db, LiveMatches matches)
{
    /// <summary>Matches for one request the viewer sees.</summary>
    public async Task<LiveMatch> ForAsync(int number, Viewer viewer, CancellationToken ct, int take = LiveMatches.Shown)
    {
        var request = await db.Requests.AsNoTracking().VisibleTo(viewer, db)
            .Where(request => request.Number == number)
            .Select(request => new { request.Id, request.ActivityKey, request.Criteria, request.Text, Place = request.Opportunity!.RegionKey })
            .FirstOrDefaultAsync(ct) ?? throw new MissingException("request");
        var asked = await db.Candidates.AsNoTracking().Where(candidate => candidate.RequestId == request.Id).Select(candidate => candidate.CustomerId).ToListAsync(ct);
        return await matches.ForAsync(request.ActivityKey, NeedOf(request.Criteria, request.Text), viewer, ct, request.Id, asked.ToHashSet(), take, request.Place);
    }

    // Chips are what the words came to after somebody corrected them; without chips the words speak.
    private static Criteria NeedOf(string? criteria, string? text)
    {
        var chips = Criteria.Parse(criteria);
        return chips.IsEmpty ? Criteria.None.WithText(text) : chips;
    }
}
