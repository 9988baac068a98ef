using System.Runtime.InteropServices;

namespace ReferenceHub.Core.Matching;

/// <summary>A fitting row with what it is ranked by: the place that the asked order gives it, then its turn.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Ranked(BlockMatch Found, int Row, ulong Place, ulong Turn)
{
    public Guid Id => Found.Block.Ids[Row];

    public string Name => Found.IsHidden(Row) ? Found.Block.AnonymousName(Row) : Found.Block.Names[Row];

    public bool IsBefore(in Ranked other) => Place != other.Place ? Place < other.Place
        : Turn != other.Turn ? Turn < other.Turn
        : Id.CompareTo(other.Id) < 0;
}
