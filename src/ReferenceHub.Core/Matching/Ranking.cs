using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace ReferenceHub.Core.Matching;

/// <summary>Orders the fitting rows of one search; only what is wanted is ever sorted.</summary>
internal sealed class Ranking(List<BlockMatch> blocks, MatchQuery query, ImmutableArray<MatchUnit> units)
{
    private readonly ulong seed = Number(query.Seed);
    private RowScores? scores;

    /// <summary>Turns what a row meets into points.</summary>
    public FitScale Scale { get; } = new(units, query.Weights);

    /// <summary>Rows from a place on: those that are closed as far as the viewer may know, or the others.</summary>
    public List<Ranked> Page(bool closed, int skip, int take)
    {
        if (take <= 0)
        {
            return [];
        }

        var best = query.Sort switch
        {
            MatchSort.Name => ByName(closed, skip + take),
            MatchSort.Best => ByMatch(closed, skip + take),
            _ => ByDay(closed, skip + take),
        };
        return skip >= best.Count ? [] : best[skip..];
    }

    private List<Ranked> ByMatch(bool closed, int most)
    {
        scores ??= RowScores.Of(blocks, units, Scale);
        var groups = NearEquals.Of(closed ? scores.Closed : scores.Free, most);
        var best = new TopRows<Ranked>(most, Ranked.Compare);
        for (var place = 0; place < blocks.Count; place++)
        {
            var (found, points) = (blocks[place], scores.Of(place));
            foreach (var row in found.Band(closed).Rows())
            {
                if (groups[points[row]] is >= 0 and var group)
                {
                    Add(best, found, row, (ulong)group);
                }
            }
        }

        return [.. best.Sorted()];
    }

    private List<Ranked> ByDay(bool closed, int most)
    {
        var best = new TopRows<Ranked>(most, Ranked.Compare);
        foreach (var found in blocks)
        {
            foreach (var row in found.Band(closed).Rows())
            {
                Add(best, found, row, query.Sort == MatchSort.Rested ? (ulong)found.Usage.LastUsed[row] : (ulong)(int.MaxValue - found.Sight.VerifiedOn(row)));
            }
        }

        return [.. best.Sorted()];
    }

    // Each block knows the order of its own names; between blocks the names themselves decide.
    private List<Ranked> ByName(bool closed, int most)
    {
        var found = new List<(byte[] Key, Ranked Row)>();
        foreach (var block in blocks)
        {
            var best = new TopRows<Ranked>(most, Ranked.Compare);
            foreach (var row in block.Band(closed).Rows())
            {
                Add(best, block, row, (ulong)block.Block.NameOrder.PlaceOf(row, block.Sight.IsHidden(row)));
            }

            found.AddRange(best.Sorted().Select(row => (blocks.Count == 1 ? [] : NameOrder.KeyOf(row.Name), row)));
        }

        if (blocks.Count > 1)
        {
            found.Sort((one, other) => one.Key.AsSpan().SequenceCompareTo(other.Key) is not 0 and var order
                ? order
                : (one.Row.Turn, one.Row.Id).CompareTo((other.Row.Turn, other.Row.Id)));
        }

        return [.. found.Take(most).Select(pair => pair.Row)];
    }

    private void Add(TopRows<Ranked> best, BlockMatch found, int row, ulong place)
    {
        if (best.IsFull && place > best.Last.Place)
        {
            return;
        }

        var turn = Mix(Number(found.Block.Ids[row]) ^ seed);
        if (!best.IsFull || place < best.Last.Place || turn <= best.Last.Turn)
        {
            best.Add(new Ranked(found, row, place, turn));
        }
    }

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
