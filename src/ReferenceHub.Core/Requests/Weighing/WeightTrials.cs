using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Matching;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Requests;

/// <summary>Tries weights on recent requests; nothing is saved.</summary>
public sealed class WeightTrials(ReferenceHubDbContext db, MatchQueries matches, ActivityTypeQueries activities)
{
    /// <summary>Requests shown one by one.</summary>
    public const int Shown = 12;

    /// <summary>Matches shown of each.</summary>
    public const int First = 5;

    /// <summary>Past requests with an accepted candidate that are counted; fewer in a program of more than 20,000 customers, as each is ranked among all.</summary>
    public const int Counted = 100;

    private const int MostRanked = 2_000_000;
    private const int Fewest = 20;

    /// <summary>What the weights would change for the requests in this viewer's sight.</summary>
    public async Task<WeightTrial> OfAsync(MatchWeights tried, Viewer viewer, CancellationToken ct)
    {
        viewer.MustHave(Right.WeighMatches);
        var sent = db.Requests.AsNoTracking().VisibleTo(viewer, db).Where(request => request.SubmittedAt != null && request.Criteria != null && request.Criteria != "");
        var rows = await sent.OrderByDescending(request => request.Number).Take(Shown)
            .Select(request => new Tried(request.Id, request.Number, request.ActivityKey, request.Criteria!, request.Language, request.ZoneId, request.ProspectName ?? request.Opportunity!.AccountName ?? request.Opportunity.Name))
            .ToListAsync(ct);
        var names = (await activities.AllAsync(ct)).ToDictionary(type => type.Key, type => type.Name, StringComparer.Ordinal);
        var requests = new List<TriedRequest>();
        foreach (var row in rows)
        {
            requests.Add(await OneAsync(row, names.GetValueOrDefault(row.ActivityKey, row.ActivityKey), tried, viewer, ct));
        }

        return new WeightTrial(requests, await PlacesAsync(sent, tried, viewer, ct));
    }

    private async Task<TriedRequest> OneAsync(Tried row, string activity, MatchWeights tried, Viewer viewer, CancellationToken ct)
    {
        var ask = row.Ask with { Take = First };
        var before = (await matches.WalkAsync(ask, viewer, ct)).Rows.ToList();
        var after = (await matches.WalkAsync(ask with { Weights = tried }, viewer, ct)).Rows.ToList();
        var places = before.Select((match, place) => (match.CustomerId, place)).ToDictionary(pair => pair.CustomerId, pair => pair.place);
        var words = await matches.WordsAsync(ask.Criteria, viewer, ct);
        return new TriedRequest(
            row.Number, row.Prospect ?? "", activity, [.. words.Select(word => word.Words)],
            [.. before.Select(match => Of(match, 0))],
            [.. after.Select((match, place) => Of(match, places.TryGetValue(match.CustomerId, out var was) ? was - place : null))]);
    }

    // Criteria rank here and filter nobody: somebody who said yes without meeting a must has a place, too.
    private async Task<TriedPlaces> PlacesAsync(IQueryable<ReferenceRequest> sent, MatchWeights tried, Viewer viewer, CancellationToken ct)
    {
        var customers = await db.Customers.Present().CountAsync(ct);
        var past = await sent.Where(request => request.Candidates.Any(candidate => CandidateStates.Yes.Contains(candidate.State)))
            .OrderByDescending(request => request.Number).Take(Math.Clamp(MostRanked / Math.Max(1, customers), Fewest, Counted))
            .Select(request => new
            {
                Row = new Tried(request.Id, request.Number, request.ActivityKey, request.Criteria!, request.Language, request.ZoneId, null),
                CustomerId = request.Candidates.Where(candidate => CandidateStates.Yes.Contains(candidate.State)).OrderBy(candidate => candidate.ProposedAt).ThenBy(candidate => candidate.Id).Select(candidate => candidate.CustomerId).First(),
            })
            .ToListAsync(ct);
        var (before, after) = (new List<double>(), new List<double>());
        foreach (var one in past)
        {
            var ask = one.Row.Ask with { Criteria = one.Row.Ask.Criteria.AsWishes() };
            if (await matches.PlaceAsync(ask, one.CustomerId, viewer, ct) is { } was
                && await matches.PlaceAsync(ask with { Weights = tried }, one.CustomerId, viewer, ct) is { } then)
            {
                before.Add(was);
                after.Add(then);
            }
        }

        return new TriedPlaces(before.Count, past.Count - before.Count, PlaceFigures.Of(before), PlaceFigures.Of(after));
    }

    private static TriedMatch Of(MatchRow match, int? gained) => new(match.CustomerId, match.Name, match.NameHidden, match.Score, gained);

    private sealed record Tried(Guid Id, int Number, string ActivityKey, string Query, string? Language, string? ZoneId, string? Prospect)
    {
        public CatalogAsk Ask => new(Criteria.Parse(Query), ActivityKey, ForAsking: true, RequestId: Id) { Language = Language, ZoneId = ZoneId };
    }
}
