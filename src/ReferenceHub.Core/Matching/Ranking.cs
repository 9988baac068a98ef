using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;

namespace ReferenceHub.Core.Matching;

/// <summary>Orders fitting rows: free ones before closed ones, then as asked; only the wanted page is ever sorted.</summary>
internal static class Ranking
{
    public static List<Ranked> Page(IEnumerable<BlockMatch> blocks, MatchQuery query, ImmutableArray<MatchUnit> units)
    {
        var best = new TopRows<Ranked>(query.Skip + query.Take, Order(query.Sort));
        var seed = Number(query.Seed);
        foreach (var block in blocks)
        {
            foreach (var row in Bits.Rows(block.Fitting))
            {
                best.Add(new Ranked(block, row, block.TellsStanding(row) && block.IsClosed(row), PointsOf(block, row, units).Total, Mix(Number(block.Block.Ids[row]) ^ seed)));
            }
        }

        return best.Sorted().Skip(query.Skip).ToList();
    }

    /// <summary>The match in points, each part rounded for itself: what is ordered is what is shown.</summary>
    public static MatchScore ScoreOf(BlockMatch found, int row, ImmutableArray<MatchUnit> units)
    {
        var points = PointsOf(found, row, units);
        return new MatchScore(points.Fit, points.Availability, points.Freshness, points.Quality);
    }

    private static (double Fit, double Availability, double Freshness, double Quality) PartsOf(BlockMatch found, int row, ImmutableArray<MatchUnit> units)
    {
        var met = 0;
        for (var unit = 0; unit < units.Length; unit++)
        {
            met += found.Meets(unit, row) ? 1 : 0;
        }

        return (
            units.IsEmpty ? 1 : met / (double)units.Length,
            found.IsClosed(row) || !found.TellsStanding(row) ? 0 : found.Usage.Shares[row],
            MatchScore.FreshnessOf(found.VerifiedOn(row), found.Query.Today.DayNumber),
            found.Usage.Qualities[row]);
    }

    private static (int Fit, int Availability, int Freshness, int Quality, int Total) PointsOf(BlockMatch found, int row, ImmutableArray<MatchUnit> units)
    {
        var (fit, availability, freshness, quality) = PartsOf(found, row, units);
        var weights = found.Query.Weights;
        var points = (Fit: Points(weights.Fit, fit), Availability: Points(weights.Availability, availability), Freshness: Points(weights.Freshness, freshness), Quality: Points(weights.Quality, quality));
        return (points.Fit, points.Availability, points.Freshness, points.Quality, points.Fit + points.Availability + points.Freshness + points.Quality);
    }

    private static int Points(int weight, double part) => (int)Math.Round(weight * part, MidpointRounding.AwayFromZero);

    private static Comparison<Ranked> Order(MatchSort sort) => (one, other) =>
    {
        var order = one.Closed.CompareTo(other.Closed);
        order = order != 0 ? order : sort switch
        {
            MatchSort.Name => CultureInfo.InvariantCulture.CompareInfo.Compare(NameOf(one), NameOf(other), CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace),
            MatchSort.Rested => one.Found.Usage.LastUsed[one.Row].CompareTo(other.Found.Usage.LastUsed[other.Row]),
            MatchSort.Verified => other.Found.VerifiedOn(other.Row).CompareTo(one.Found.VerifiedOn(one.Row)),
            _ => other.Match.CompareTo(one.Match),
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
