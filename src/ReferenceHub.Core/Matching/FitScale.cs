using System.Collections.Immutable;

namespace ReferenceHub.Core.Matching;

/// <summary>What is asked for, each by the weight of its facet: turns what a row meets, in hundredths times weight, into points.</summary>
internal sealed class FitScale
{
    private readonly int points;
    private readonly int whole;

    public FitScale(ImmutableArray<MatchUnit> units, MatchWeights weights)
    {
        points = weights.Fit;
        Weights = new int[units.Length];
        for (var unit = 0; unit < units.Length; unit++)
        {
            Weights[unit] = units[unit].Weight(weights);
            whole += Weights[unit];
        }
    }

    /// <summary>Weight of each unit.</summary>
    public int[] Weights { get; }

    /// <summary>Points by sum, for every sum there can be.</summary>
    public byte[] Table()
    {
        var table = new byte[(100 * whole) + 1];
        for (var sum = 0; sum < table.Length; sum++)
        {
            table[sum] = (byte)PointsOf(sum);
        }

        return table;
    }

    /// <summary>Points of a sum; all of them when nothing is asked for.</summary>
    public int PointsOf(int sum) => whole == 0 ? points : ((2 * points * sum) + (100 * whole)) / (200 * whole);
}
