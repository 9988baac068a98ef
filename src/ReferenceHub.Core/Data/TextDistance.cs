namespace ReferenceHub.Core.Data;

/// <summary>How many letters two folded words differ by: missing, added, wrong or swapped with the next.</summary>
public static class TextDistance
{
    private const int Short = 64;

    /// <summary>The distance, or null when it is more than <paramref name="most"/>.</summary>
    public static int? Between(string one, string other, int most)
    {
        if (Math.Abs(one.Length - other.Length) > most)
        {
            return null;
        }

        var rows = other.Length < Short ? stackalloc int[3 * (other.Length + 1)] : new int[3 * (other.Length + 1)];
        var last = LastRow(one, other, most, rows);
        return last.IsEmpty || last[^1] > most ? null : last[^1];
    }

    /// <summary>The distance of a word that somebody may still be typing to the nearest beginning of a longer one, or null when it is more than <paramref name="most"/>.</summary>
    public static int? ToBeginning(string word, ReadOnlySpan<char> whole, int most)
    {
        var length = Math.Min(whole.Length, word.Length + most);
        if (length < word.Length - most)
        {
            return null;
        }

        var rows = length < Short ? stackalloc int[3 * (length + 1)] : new int[3 * (length + 1)];
        var last = LastRow(word, whole[..length], most, rows);
        var least = most + 1;
        for (var end = Math.Max(1, word.Length - most); end < last.Length; end++)
        {
            least = Math.Min(least, last[end]);
        }

        return least > most ? null : least;
    }

    // Distances of one word to every beginning of the other, as far as that is worth knowing; worked out in three rows of the other's length.
    private static Span<int> LastRow(ReadOnlySpan<char> one, ReadOnlySpan<char> other, int most, Span<int> rows)
    {
        var width = other.Length + 1;
        var (before, row, next) = (0, width, 2 * width);
        for (var j = 0; j < width; j++)
        {
            rows[row + j] = j;
        }

        for (var i = 1; i <= one.Length; i++)
        {
            rows[next] = i;
            var least = i;
            for (var j = 1; j < width; j++)
            {
                var cost = one[i - 1] == other[j - 1] ? 0 : 1;
                var distance = Math.Min(Math.Min(rows[next + j - 1] + 1, rows[row + j] + 1), rows[row + j - 1] + cost);
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                {
                    distance = Math.Min(distance, rows[before + j - 2] + 1);
                }

                rows[next + j] = distance;
                least = Math.Min(least, distance);
            }

            if (least > most)
            {
                return [];
            }

            (before, row, next) = (row, next, before);
        }

        return rows.Slice(row, width);
    }

    /// <summary>Letters that may differ in a word of this length before it counts as another word.</summary>
    public static int Tolerated(int length) => length switch { < 4 => 0, < 8 => 1, < 14 => 2, _ => 3 };
}
