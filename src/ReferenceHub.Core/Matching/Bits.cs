using System.Numerics;

namespace ReferenceHub.Core.Matching;

/// <summary>Sets of rows as bits, one word for 64 rows; all sets of a block have the same length.</summary>
internal static class Bits
{
    public static ulong[] None(int count) => new ulong[(count + 63) / 64];

    public static ulong[] Full(int count)
    {
        var bits = None(count);
        Array.Fill(bits, ulong.MaxValue);
        if (count % 64 != 0)
        {
            bits[^1] = (1UL << (count % 64)) - 1;
        }

        return bits;
    }

    public static void Set(ulong[] bits, int row) => bits[row >> 6] |= 1UL << (row & 63);

    public static void Clear(ulong[] bits, int row) => bits[row >> 6] &= ~(1UL << (row & 63));

    public static bool Has(ulong[]? bits, int row) => bits is not null && (bits[row >> 6] & (1UL << (row & 63))) != 0;

    public static void Or(ulong[] into, ulong[]? other)
    {
        for (var word = 0; other is not null && word < into.Length; word++)
        {
            into[word] |= other[word];
        }
    }

    public static void And(ulong[] into, ulong[] other)
    {
        for (var word = 0; word < into.Length; word++)
        {
            into[word] &= other[word];
        }
    }

    public static void AndNot(ulong[] into, ulong[]? other)
    {
        for (var word = 0; other is not null && word < into.Length; word++)
        {
            into[word] &= ~other[word];
        }
    }

    /// <summary>The rows that are not in a set.</summary>
    public static ulong[] Not(ulong[] bits, int count)
    {
        var rest = Full(count);
        AndNot(rest, bits);
        return rest;
    }

    public static int Count(ulong[] bits)
    {
        var count = 0;
        foreach (var word in bits)
        {
            count += BitOperations.PopCount(word);
        }

        return count;
    }

    /// <summary>How many rows are in both.</summary>
    public static int Count(ulong[] bits, ulong[]? other)
    {
        var count = 0;
        for (var word = 0; other is not null && word < bits.Length; word++)
        {
            count += BitOperations.PopCount(bits[word] & other[word]);
        }

        return count;
    }

    /// <summary>The rows of a set, ascending.</summary>
    public static IEnumerable<int> Rows(ulong[] bits)
    {
        for (var place = 0; place < bits.Length; place++)
        {
            for (var word = bits[place]; word != 0; word &= word - 1)
            {
                yield return (place << 6) + BitOperations.TrailingZeroCount(word);
            }
        }
    }
}
