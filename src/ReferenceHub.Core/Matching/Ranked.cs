using System.Runtime.InteropServices;

namespace ReferenceHub.Core.Matching;

/// <summary>A fitting row with what it is ranked by: the place that the asked order gives it, then its turn.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Ranked(BlockMatch Found, int Row, ulong Place, ulong Turn)
{
    public Guid Id => Found.Block.Ids[Row];

    public string Name => Found.Sight.IsHidden(Row) ? Found.Block.AnonymousName(Row) : Found.Block.Names[Row];

    public static int Compare(Ranked one, Ranked other) => one.Place != other.Place ? one.Place.CompareTo(other.Place)
        : one.Turn != other.Turn ? one.Turn.CompareTo(other.Turn)
        : one.Id.CompareTo(other.Id);
}
