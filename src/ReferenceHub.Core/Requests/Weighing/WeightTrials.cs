using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Matching;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Requests;

/// <summary>Tries weights on recent requests; nothing is saved.</summary>
public sealed class WeightTrials(ReferenceHubDbContext db, MatchQueries matches, ActivityTypeQueries activities, MatchWeightCache weights, TrialsInForce inForce, RequestMatches triage)
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
        var basis = await BasisAsync(viewer, ct);
        var now = await inForce.GetAsync(basis, () => InForceAsync(basis, ct));
        var names = (await activities.AllAsync(ct)).ToDictionary(type => type.Key, type => type.Name, StringComparer.Ordinal);
        var requests = new List<TriedRequest>();
        foreach (var (row, (ask, words, before)) in basis.Requests.Zip(now.Requests))
        {
            var after = (await matches.WalkAsync(ask with { Take = First, Weights = tried }, viewer, ct)).Rows;
            requests.Add(Of(row, names.GetValueOrDefault(row.ActivityKey, row.ActivityKey), words, before, after));
        }

        return new WeightTrial(requests, await PlacesAsync(basis, now.Places, tried, ct));
    }

    private async Task<TrialBasis> BasisAsync(Viewer viewer, CancellationToken ct)
    {
        var sent = db.Requests.AsNoTracking().VisibleTo(viewer, db).Where(request => request.SubmittedAt != null && request.Criteria != null && request.Criteria != "");
        var requests = await sent.OrderByDescending(request => request.Number).Take(Shown)
            .Select(request => new TrialRequest(request.Id, request.Number, request.ActivityKey, request.Criteria!, request.Language, request.ZoneId, request.ProspectName ?? request.Opportunity!.AccountName ?? request.Opportunity.Name))
            .ToListAsync(ct);
        var customers = await db.Customers.Present().CountAsync(ct);
        var past = await sent.Where(request => request.Candidates.Any(candidate => CandidateStates.Yes.Contains(candidate.State)))
            .OrderByDescending(request => request.Number).Take(Math.Clamp(MostRanked / Math.Max(1, customers), Fewest, Counted))
            .Select(request => new TrialYes(
                new TrialRequest(request.Id, request.Number, request.ActivityKey, request.Criteria!, request.Language, request.ZoneId, null),
                request.Candidates.Where(candidate => CandidateStates.Yes.Contains(candidate.State)).OrderBy(candidate => candidate.ProposedAt).ThenBy(candidate => candidate.Id).Select(candidate => candidate.CustomerId).First()))
            .ToListAsync(ct);
        return new TrialBasis(viewer, await weights.GetAsync(ct), requests, past);
    }

    private async Task<TrialInForce> InForceAsync(TrialBasis basis, CancellationToken ct)
    {
        // As triage asks: with the words that were not understood, and without whom the need was refused by.
        var requests = new List<(CatalogAsk, IReadOnlyList<string>, IReadOnlyList<MatchRow>)>();
        foreach (var row in basis.Requests)
        {
            var ask = await triage.SearchAsync(row.Number, basis.Viewer, ct);
            var words = await matches.WordsAsync(row.Ask.Criteria, basis.Viewer, ct);
            requests.Add((ask, [.. words.Select(word => word.Words)], [.. (await matches.WalkAsync(ask with { Take = First, Weights = basis.InForce }, basis.Viewer, ct)).Rows]));
        }

        var places = new List<double?>();
        foreach (var yes in basis.Past)
        {
            places.Add(await PlaceAsync(yes, basis.InForce, basis.Viewer, ct));
        }

        return new TrialInForce(requests, places);
    }

    private async Task<TriedPlaces> PlacesAsync(TrialBasis basis, IReadOnlyList<double?> inForce, MatchWeights tried, CancellationToken ct)
    {
        var (before, after) = (new List<double>(), new List<double>());
        foreach (var (yes, place) in basis.Past.Zip(inForce))
        {
            if (place is { } was && await PlaceAsync(yes, tried, basis.Viewer, ct) is { } then)
            {
                before.Add(was);
                after.Add(then);
            }
        }

        return new TriedPlaces(before.Count, basis.Past.Count - before.Count, PlaceFigures.Of(before), PlaceFigures.Of(after));
    }

    // Criteria rank here and filter nobody: somebody who said yes without meeting a must has a place, too.
    private Task<double?> PlaceAsync(TrialYes yes, MatchWeights by, Viewer viewer, CancellationToken ct)
    {
        var ask = yes.Row.Ask;
        return matches.PlaceAsync(ask with { Criteria = ask.Criteria.AsWishes(), Weights = by }, yes.CustomerId, viewer, ct);
    }

    private static TriedRequest Of(TrialRequest row, string activity, IReadOnlyList<string> words, IReadOnlyList<MatchRow> before, IEnumerable<MatchRow> after)
    {
        var places = before.Select((match, place) => (match.CustomerId, place)).ToDictionary(pair => pair.CustomerId, pair => pair.place);
        return new TriedRequest(
            row.Number, row.Prospect ?? "", activity, words,
            [.. before.Select(match => Of(match, 0))],
            [.. after.Select((match, place) => Of(match, places.TryGetValue(match.CustomerId, out var was) ? was - place : null))]);
    }

    private static TriedMatch Of(MatchRow match, int? gained) => new(match.CustomerId, match.Name, match.NameHidden, match.Score, gained);
}
