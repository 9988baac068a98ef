using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Matching;

/// <summary>By row of a block what availability, and freshness with past quality, add to a match in points. Never changes once built.</summary>
internal sealed class RestPoints
{
    private readonly MatchWeights weights;
    private readonly byte[] availability;
    private readonly byte[] known;
    private readonly byte[] blind;

    public RestPoints(StandingSets standings, MatchWeights weights)
    {
        this.weights = weights;
        var count = standings.Block.Count;
        (availability, known) = (new byte[count], new byte[count]);
        blind = standings.Block.AnonymousNames.Count == 0 ? known : new byte[count];
        for (var row = 0; row < count; row++)
        {
            Fill(standings, row);
        }
    }

    private RestPoints(RestPoints before, StandingSets standings, IEnumerable<int> changed)
    {
        weights = before.weights;
        (availability, known) = ((byte[])before.availability.Clone(), (byte[])before.known.Clone());
        blind = ReferenceEquals(before.blind, before.known) ? known : (byte[])before.blind.Clone();
        foreach (var row in changed)
        {
            Fill(standings, row);
        }
    }

    /// <summary>Points for availability on usage alone; nothing for who is closed.</summary>
    public byte[] Availability => availability;

    /// <summary>Points for freshness and past quality, for who knows the name.</summary>
    public byte[] Known => known;

    /// <summary>The same for whom the name is hidden.</summary>
    public byte[] Blind => blind;

    public bool Holds(MatchWeights other) =>
        (weights.Availability, weights.Freshness, weights.Quality) == (other.Availability, other.Freshness, other.Quality);

    public RestPoints With(StandingSets standings, IEnumerable<int> changed) => new(this, standings, changed);

    private void Fill(StandingSets standings, int row)
    {
        var (block, today) = (standings.Block, standings.Today.DayNumber);
        var quality = MatchScore.Points(weights.Quality, standings.Usage.Qualities[row]);
        var verified = block.VerifiedOn[row];
        availability[row] = Bits.Has(standings.In(AvailabilityState.Closed), row) ? (byte)0 : (byte)MatchScore.Points(weights.Availability, standings.Usage.Shares[row]);
        known[row] = (byte)(quality + MatchScore.Points(weights.Freshness, MatchScore.FreshnessOf(verified, today)));
        if (!ReferenceEquals(blind, known) && Bits.Has(block.Confidential, row))
        {
            blind[row] = (byte)(quality + MatchScore.Points(weights.Freshness, MatchScore.FreshnessOf(verified == 0 ? 0 : BlindDay.StartOfMonth(verified), today)));
        }
    }
}
