using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;

namespace ReferenceHub.Core.Matching;

/// <summary>Orders fitting rows, free or closed ones; only the wanted page is ever sorted.</summary>
internal static class Ranking
{
    /// <summary>Rows of one band from a place on: those that are closed as far as the viewer may know, or the others.</summary>
    public static List<Ranked> Page(IReadOnlyList<BlockMatch> blocks, MatchQuery query, ImmutableArray<MatchUnit> units, bool closed, int skip, int take)
    {
        if (take <= 0)
        {
            return [];
        }

        var best = new TopRows<Ranked>(skip + take, Order(query.Sort));
        var seed = Number(query.Seed);
        var scored = query.Sort == MatchSort.Best ? ScoreBands.Of(blocks, units, closed, skip + take) : null;
        for (var place = 0; place < blocks.Count; place++)
        {
            var found = blocks[place];
            foreach (var row in Bits.Rows(found.Band(closed)))
            {
                var band = scored?.BandOf(place, row) ?? 0;
                if (band >= 0)
                {
                    best.Add(new Ranked(found, row, band, Mix(Number(found.Block.Ids[row]) ^ seed)));
                }
            }
        }

        return best.Sorted().Skip(skip).ToList();
    }

    /// <summary>The match in points, each part rounded for itself: what is ordered is what is shown.</summary>
    public static MatchScore ScoreOf(BlockMatch found, int row, ImmutableArray<MatchUnit> units)
    {
        var weights = found.Query.Weights;
        return new MatchScore(
            Points(weights.Fit, FitOf(found, row, units)),
            Points(weights.Availability, found.AvailabilityOf(row)),
            Points(weights.Freshness, MatchScore.FreshnessOf(found.VerifiedOn(row), found.Query.Today.DayNumber)),
            Points(weights.Quality, found.Usage.Qualities[row]));
    }

    // What is asked for, each by the weight of its facet.
    private static double FitOf(BlockMatch found, int row, ImmutableArray<MatchUnit> units)
    {
        var (met, whole) = (0.0, 0);
        for (var unit = 0; unit < units.Length; unit++)
        {
            var weight = units[unit].Weight(found.Query.Weights);
            whole += weight;
            met += weight * found.NearnessOf(unit, row);
        }

        return whole == 0 ? 1 : met / whole;
    }

    private static int Points(int weight, double part) => (int)Math.Round(weight * part, MidpointRounding.AwayFromZero);

    private static Comparison<Ranked> Order(MatchSort sort) => (one, other) =>
    {
        var order = sort switch
        {
            MatchSort.Name => CultureInfo.InvariantCulture.CompareInfo.Compare(NameOf(one), NameOf(other), CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace),
            MatchSort.Rested => one.Found.Usage.LastUsed[one.Row].CompareTo(other.Found.Usage.LastUsed[other.Row]),
            MatchSort.Verified => other.Found.VerifiedOn(other.Row).CompareTo(one.Found.VerifiedOn(one.Row)),
            _ => one.Band.CompareTo(other.Band),
        };
        order = order != 0 ? order : one.Turn.CompareTo(other.Turn);
        return order != 0 ? order : one.Found.Block.Ids[one.Row].CompareTo(other.Found.Block.Ids[other.Row]);
    };

    private static string NameOf(Ranked ranked) =>
        ranked.Found.IsHidden(ranked.Row) ? ranked.Found.Block.AnonymousName(ranked.Row) : ranked.Found.Block.Names[ranked.Row];

    private static ulong Number(Guid id)
    {
        var bytes = MemoryMarshal.AsBytes(new ReadOnlySpan<Guid>(in id));
        return Mix(BinaryPrimitives.ReadUInt64LittleEndian(bytes)) ^ BinaryPrimitives.ReadUInt64LittleEndian(bytes[8..]);
    }

    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9;
        value = (value ^ (value >> 27)) * 0x94d049bb133111eb;
        return value ^ (value >> 31);
    }
}
