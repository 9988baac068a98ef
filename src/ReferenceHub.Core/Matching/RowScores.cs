using System.Collections.Immutable;
using System.Numerics;

namespace ReferenceHub.Core.Matching;

/// <summary>Matches of all fitting rows of a search in points, and how many rows have how many.</summary>
internal sealed class RowScores
{
    /// <summary>Most points.</summary>
    public const int Most = 100;

    private readonly byte[][] points;

    private RowScores(byte[][] points, int[] free, int[] closed)
    {
        this.points = points;
        Free = free;
        Closed = closed;
    }

    /// <summary>Rows by points, of those that can be asked.</summary>
    public int[] Free { get; }

    /// <summary>Rows by points, of those that are closed.</summary>
    public int[] Closed { get; }

    public static RowScores Of(List<BlockMatch> blocks, ImmutableArray<MatchUnit> units, FitScale scale)
    {
        var scored = new byte[blocks.Count][];
        var (free, closed) = (new int[Most + 1], new int[Most + 1]);
        var table = scale.Table();
        for (var place = 0; place < blocks.Count; place++)
        {
            scored[place] = Score(blocks[place], FitSums.Of(blocks[place], units, scale), table, free, closed);
        }

        return new RowScores(scored, free, closed);
    }

    /// <summary>Points of the rows of a block, at the row; nothing is said of rows that do not fit.</summary>
    public byte[] Of(int block) => points[block];

    /// <summary>The parts of one match, each rounded for itself: what is ordered is what is shown.</summary>
    public static MatchScore One(BlockMatch found, int row, FitScale scale)
    {
        var (sum, weights) = (0, found.Query.Weights);
        for (var unit = 0; unit < scale.Weights.Length; unit++)
        {
            sum += scale.Weights[unit] * found.NearnessOf(unit, row);
        }

        return new MatchScore(
            scale.PointsOf(sum),
            MatchScore.Points(weights.Availability, found.AvailabilityOf(row)),
            MatchScore.Points(weights.Freshness, MatchScore.FreshnessOf(found.Sight.VerifiedOn(row), found.Query.Today.DayNumber)),
            MatchScore.Points(weights.Quality, found.Usage.Qualities[row]))
        {
            Most = (weights.Fit, weights.Availability, weights.Freshness, weights.Quality),
        };
    }

    // One walk over the rows: over a large catalog it is memory that takes the time.
    private static byte[] Score(BlockMatch found, FitSums sums, byte[] table, int[] free, int[] closed)
    {
        var totals = found.Work.RentNumbers();
        var usual = found.AvailabilityIsUsage;
        var (known, blind) = usual ? (found.Points.Known, found.Points.Blind) : (found.Points.KnownRest, found.Points.BlindRest);
        var (fitting, closedRows) = (found.Fitting, found.Closed);
        for (var place = 0; place < fitting.Words.Length; place++)
        {
            var (shut, hidden) = (closedRows.Words[place], found.Sight.HiddenAmong(place));
            for (var word = fitting.Words[place]; word != 0; word &= word - 1)
            {
                var bit = BitOperations.TrailingZeroCount(word);
                var row = (place << 6) + bit;
                var rest = (hidden >> bit & 1) == 0 ? known[row] : blind[row];
                var total = Math.Min(Most, table[sums.Of(place, row)] + rest + (usual ? 0 : MatchScore.Points(found.Query.Weights.Availability, found.AvailabilityOf(row))));
                totals[row] = (byte)total;
                ((shut >> bit & 1) == 0 ? free : closed)[total]++;
            }
        }

        return totals;
    }

    // What every fitting row meets is the same for all, so only preferences are looked at.
    private readonly struct FitSums(int start, (RowSet Rows, int Weight)[] wholes, (byte[] Near, int Weight)[] graded)
    {
        public static FitSums Of(BlockMatch found, ImmutableArray<MatchUnit> units, FitScale scale)
        {
            var (graded, wholes, start) = (new List<(byte[] Near, int Weight)>(), new List<(RowSet Rows, int Weight)>(), 0);
            for (var unit = 0; unit < units.Length; unit++)
            {
                if (found.Nearness(unit) is { } near)
                {
                    graded.Add((near, scale.Weights[unit]));
                }
                else if (units[unit].Must)
                {
                    start += 100 * scale.Weights[unit];
                }
                else
                {
                    wholes.Add((found.Met(unit), 100 * scale.Weights[unit]));
                }
            }

            return new FitSums(start, [.. wholes], [.. graded]);
        }

        public int Of(int place, int row)
        {
            var sum = start;
            foreach (var (rows, weight) in wholes)
            {
                sum += (int)(rows.Words[place] >> (row & 63) & 1) * weight;
            }

            foreach (var (near, weight) in graded)
            {
                sum += near[row] * weight;
            }

            return sum;
        }
    }
}
