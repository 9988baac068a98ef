using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ReferenceHub.Core.Matching;

/// <summary>Works with sets of rows as bits, one word for 64 rows; all sets of a block have the same length.</summary>
internal static class Bits
{
    public static int Words(int count) => (count + 63) / 64;

    public static ulong[] None(int count) => new ulong[Words(count)];

    /// <summary>Puts all rows into a set.</summary>
    public static ulong[] Fill(ulong[] bits, int count)
    {
        Array.Fill(bits, ulong.MaxValue);
        if (count % 64 != 0)
        {
            bits[^1] = (1UL << (count % 64)) - 1;
        }

        return bits;
    }

    public static void Set(ulong[] bits, int row) => bits[row >> 6] |= 1UL << (row & 63);

    public static void Clear(ulong[] bits, int row) => bits[row >> 6] &= ~(1UL << (row & 63));

    public static void Or(ulong[] into, RowSet rows)
    {
        if (rows.IsNone)
        {
            return;
        }

        var other = rows.Words;
        var wide = Wide(into);
        var wideOther = Wide(other);
        for (var place = 0; place < wide.Length; place++)
        {
            wide[place] |= wideOther[place];
        }

        for (var word = wide.Length * Vector<ulong>.Count; word < into.Length; word++)
        {
            into[word] |= other[word];
        }
    }

    public static void And(ulong[] into, RowSet rows)
    {
        if (rows.IsNone)
        {
            Array.Clear(into);
            return;
        }

        var other = rows.Words;
        var wide = Wide(into);
        var wideOther = Wide(other);
        for (var place = 0; place < wide.Length; place++)
        {
            wide[place] &= wideOther[place];
        }

        for (var word = wide.Length * Vector<ulong>.Count; word < into.Length; word++)
        {
            into[word] &= other[word];
        }
    }

    public static void AndNot(ulong[] into, RowSet rows)
    {
        if (rows.IsNone)
        {
            return;
        }

        var other = rows.Words;
        var wide = Wide(into);
        var wideOther = Wide(other);
        for (var place = 0; place < wide.Length; place++)
        {
            wide[place] = Vector.AndNot(wide[place], wideOther[place]);
        }

        for (var word = wide.Length * Vector<ulong>.Count; word < into.Length; word++)
        {
            into[word] &= ~other[word];
        }
    }

    public static int Count(RowSet rows)
    {
        var count = 0;
        foreach (var word in rows.Words)
        {
            count += BitOperations.PopCount(word);
        }

        return count;
    }

    /// <summary>How many rows are in both.</summary>
    public static int Count(RowSet one, RowSet another)
    {
        if (one.IsNone || another.IsNone)
        {
            return 0;
        }

        var bits = one.Words;
        var other = another.Words;
        var (count, word) = Avx2.IsSupported ? CountWide(bits, other) : (0, 0);
        for (; word < bits.Length; word++)
        {
            count += BitOperations.PopCount(bits[word] & other[word]);
        }

        return count;
    }

    /// <summary>Whether any row is in both and not in a third.</summary>
    public static bool Any(RowSet one, RowSet another, RowSet but)
    {
        var bits = one.Words;
        var other = another.Words;
        var without = but.Words;
        for (var word = 0; word < other.Length && word < bits.Length; word++)
        {
            if ((bits[word] & other[word] & ~(without.IsEmpty ? 0 : without[word])) != 0)
            {
                return true;
            }
        }

        return false;
    }

    // Four words at a time: ones are looked up by half bytes and summed by bytes, which bear 31 rounds of eight.
    private static (int Count, int Words) CountWide(ReadOnlySpan<ulong> bits, ReadOnlySpan<ulong> other)
    {
        const int Rounds = 31;
        var ones = Vector256.Create((byte)0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4, 0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4);
        var half = Vector256.Create((byte)0x0F);
        var wide = MemoryMarshal.Cast<ulong, Vector256<byte>>(bits);
        var wideOther = MemoryMarshal.Cast<ulong, Vector256<byte>>(other)[..wide.Length];
        var sum = Vector256<ulong>.Zero;
        for (var place = 0; place < wide.Length;)
        {
            var bytes = Vector256<byte>.Zero;
            for (var end = Math.Min(wide.Length, place + Rounds); place < end; place++)
            {
                var both = wide[place] & wideOther[place];
                bytes += Avx2.Shuffle(ones, both & half) + Avx2.Shuffle(ones, Vector256.ShiftRightLogical(both.AsUInt16(), 4).AsByte() & half);
            }

            sum += Avx2.SumAbsoluteDifferences(bytes, Vector256<byte>.Zero).AsUInt64();
        }

        return ((int)Vector256.Sum(sum), wide.Length * Vector256<ulong>.Count);
    }

    private static Span<Vector<ulong>> Wide(ulong[] bits) => MemoryMarshal.Cast<ulong, Vector<ulong>>(bits.AsSpan());

    private static ReadOnlySpan<Vector<ulong>> Wide(ReadOnlySpan<ulong> bits) => MemoryMarshal.Cast<ulong, Vector<ulong>>(bits);
}
