using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;

namespace ReferenceHub.Core.Matching;

/// <summary>Orders fitting rows: free ones before closed ones, then as asked; only the wanted page is ever sorted.</summary>
internal static class Ranking
{
    /// <summary>Matches this close, in points, count as equal and take turns.</summary>
    private const double NearlyEqual = 2;

    public static List<Ranked> Page(IEnumerable<BlockMatch> blocks, MatchQuery query, ImmutableArray<MatchUnit> units)
    {
        var best = new TopRows<Ranked>(query.Skip + query.Take, Order(query.Sort));
        var seed = Number(query.Seed);
        foreach (var block in blocks)
        {
            foreach (var row in Bits.Rows(block.Fitting))
            {
                best.Add(new Ranked(block, row, block.IsClosed(row), MatchOf(block, row, units), Mix(Number(block.Block.Ids[row]) ^ seed)));
            }
        }

        return best.Sorted().Skip(query.Skip).ToList();
    }

    public static (double Fit, double Availability, double Freshness, double Quality) PartsOf(BlockMatch found, int row, ImmutableArray<MatchUnit> units)
    {
        var met = 0;
        for (var unit = 0; unit < units.Length; unit++)
        {
            met += found.Meets(unit, row) ? 1 : 0;
        }

        return (
            units.IsEmpty ? 1 : met / (double)units.Length,
            found.IsClosed(row) ? 0 : found.Usage.Shares[row],
            MatchScore.FreshnessOf(found.Block.VerifiedOn[row], found.Query.Today.DayNumber),
            found.Usage.Qualities[row]);
    }

    private static double MatchOf(BlockMatch found, int row, ImmutableArray<MatchUnit> units)
    {
        var (fit, availability, freshness, quality) = PartsOf(found, row, units);
        var weights = found.Query.Weights;
        return 100 * ((weights.Fit * fit) + (weights.Availability * availability) + (weights.Freshness * freshness) + (weights.Quality * quality));
    }

    private static Comparison<Ranked> Order(MatchSort sort) => (one, other) =>
    {
        var order = one.Closed.CompareTo(other.Closed);
        order = order != 0 ? order : sort switch
        {
            MatchSort.Name => CultureInfo.InvariantCulture.CompareInfo.Compare(NameOf(one), NameOf(other), CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace),
            MatchSort.Rested => one.Found.Usage.LastUsed[one.Row].CompareTo(other.Found.Usage.LastUsed[other.Row]),
            MatchSort.Verified => other.Found.Block.VerifiedOn[other.Row].CompareTo(one.Found.Block.VerifiedOn[one.Row]),
            _ => Math.Floor(other.Match / NearlyEqual).CompareTo(Math.Floor(one.Match / NearlyEqual)),
        };
        return order != 0 ? order : one.Turn.CompareTo(other.Turn);
    };

    private static string NameOf(Ranked ranked) =>
        ranked.Found.IsHidden(ranked.Row) ? ranked.Found.Block.AnonymousName(ranked.Row) : ranked.Found.Block.Names[ranked.Row];

    private static ulong Number(Guid id)
    {
        var bytes = MemoryMarshal.AsBytes(new ReadOnlySpan<Guid>(in id));
        return BinaryPrimitives.ReadUInt64LittleEndian(bytes) ^ BinaryPrimitives.ReadUInt64LittleEndian(bytes[8..]);
    }

    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9;
        value = (value ^ (value >> 27)) * 0x94d049bb133111eb;
        return value ^ (value >> 31);
    }
}
