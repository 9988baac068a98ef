using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Matching;

/// <summary>By row of a block what availability, freshness and past quality add to a match in points. Never changes once built.</summary>
internal sealed class RestPoints
{
    private readonly MatchWeights weights;
    private readonly byte[] known;
    private readonly byte[] blind;
    private readonly byte[] knownRest;
    private readonly byte[] blindRest;

    public RestPoints(StandingSets standings, MatchWeights weights)
    {
        this.weights = weights;
        var count = standings.Block.Count;
        var hides = standings.Block.AnonymousNames.Count > 0;
        (known, knownRest) = (new byte[count], new byte[count]);
        (blind, blindRest) = hides ? (new byte[count], new byte[count]) : (known, knownRest);
        for (var row = 0; row < count; row++)
        {
            Fill(standings, row);
        }
    }

    private RestPoints(RestPoints before, StandingSets standings, IEnumerable<int> changed)
    {
        weights = before.weights;
        (known, knownRest) = ((byte[])before.known.Clone(), (byte[])before.knownRest.Clone());
        (blind, blindRest) = before.Hides ? ((byte[])before.blind.Clone(), (byte[])before.blindRest.Clone()) : (known, knownRest);
        foreach (var row in changed)
        {
            Fill(standings, row);
        }
    }

    /// <summary>Points for availability on usage alone (nothing for who is closed), freshness and past quality, for who knows the name.</summary>
    public byte[] Known => known;

    /// <summary>The same for whom the name is hidden.</summary>
    public byte[] Blind => blind;

    /// <summary>Points for freshness and past quality, for who knows the name.</summary>
    public byte[] KnownRest => knownRest;

    /// <summary>The same for whom the name is hidden.</summary>
    public byte[] BlindRest => blindRest;

    private bool Hides => !ReferenceEquals(blind, known);

    public bool Holds(MatchWeights other) =>
        (weights.Availability, weights.Freshness, weights.Quality) == (other.Availability, other.Freshness, other.Quality);

    public RestPoints With(StandingSets standings, IEnumerable<int> changed) => new(this, standings, changed);

    private void Fill(StandingSets standings, int row)
    {
        var (block, today) = (standings.Block, standings.Today.DayNumber);
        var quality = MatchScore.Points(weights.Quality, standings.Usage.Qualities[row]);
        var availability = standings.In(AvailabilityState.Closed).Has(row) ? 0 : MatchScore.Points(weights.Availability, standings.Usage.Shares[row]);
        var verified = block.VerifiedOn[row];
        knownRest[row] = (byte)(quality + MatchScore.Points(weights.Freshness, MatchScore.FreshnessOf(verified, today)));
        known[row] = (byte)(knownRest[row] + availability);
        if (Hides && block.Confidential.Has(row))
        {
            blindRest[row] = (byte)(quality + MatchScore.Points(weights.Freshness, MatchScore.FreshnessOf(verified == 0 ? 0 : BlindDay.StartOfMonth(verified), today)));
            blind[row] = (byte)(blindRest[row] + availability);
        }
    }
}
