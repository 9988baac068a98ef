using System.Collections.Immutable;

namespace ReferenceHub.Core.Matching;

/// <summary>
/// Matches of all rows of a band in points, gathered into groups of near-equals: the best match and those at most
/// <see cref="NearEqual"/> points behind it, then the best of the rest, and so on.
/// </summary>
internal sealed class ScoreBands
{
    /// <summary>Points by which matches may differ and still take turns.</summary>
    public const int NearEqual = 2;

    private readonly List<byte[]> points;
    private readonly int[] bands;

    private ScoreBands(List<byte[]> points, int[] bands)
    {
        this.points = points;
        this.bands = bands;
    }

    public static ScoreBands Of(IReadOnlyList<BlockMatch> blocks, ImmutableArray<MatchUnit> units, bool closed, int wanted)
    {
        var scored = new List<byte[]>(blocks.Count);
        var having = new int[101];
        foreach (var found in blocks)
        {
            var totals = new byte[found.Block.Count];
            foreach (var row in Bits.Rows(found.Band(closed)))
            {
                totals[row] = (byte)Ranking.ScoreOf(found, row, units).Total;
                having[Math.Min((int)totals[row], 100)]++;
            }

            scored.Add(totals);
        }

        return new ScoreBands(scored, Bands(having, wanted));
    }

    /// <summary>The group of a row, from 0 for the best; -1 for those that come after all that are wanted.</summary>
    public int BandOf(int block, int row) => bands[Math.Min((int)points[block][row], 100)];

    private static int[] Bands(int[] having, int wanted)
    {
        var bandOf = new int[having.Length];
        Array.Fill(bandOf, -1);
        var (band, top, seen) = (-1, int.MaxValue, 0);
        for (var score = having.Length - 1; score >= 0; score--)
        {
            if (having[score] == 0)
            {
                continue;
            }

            if (top - score > NearEqual)
            {
                if (seen >= wanted)
                {
                    break;
                }

                (band, top) = (band + 1, score);
            }

            bandOf[score] = band;
            seen += having[score];
        }

        return bandOf;
    }
}
