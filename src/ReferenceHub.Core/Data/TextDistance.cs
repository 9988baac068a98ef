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

        var width = other.Length + 1;
        var rows = width <= Short ? stackalloc int[3 * width] : new int[3 * width];
        var before = rows[..width];
        var row = rows.Slice(width, width);
        var next = rows.Slice(2 * width, width);
        for (var j = 0; j <= other.Length; j++)
        {
            row[j] = j;
        }

        for (var i = 1; i <= one.Length; i++)
        {
            next[0] = i;
            var least = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var cost = one[i - 1] == other[j - 1] ? 0 : 1;
                next[j] = Math.Min(Math.Min(next[j - 1] + 1, row[j] + 1), row[j - 1] + cost);
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                {
                    next[j] = Math.Min(next[j], before[j - 2] + 1);
                }

                least = Math.Min(least, next[j]);
            }

            if (least > most)
            {
                return null;
            }

            var free = before;
            before = row;
            row = next;
            next = free;
        }

        return row[other.Length] <= most ? row[other.Length] : null;
    }

    /// <summary>The distance of a word that somebody may still be typing to the nearest beginning of a longer one, or null when it is more than <paramref name="most"/>.</summary>
    public static int? ToBeginning(string word, string whole, int most)
    {
        int? least = null;
        for (var length = Math.Max(1, word.Length - most); length <= Math.Min(whole.Length, word.Length + most); length++)
        {
            var distance = Between(word, whole[..length], most);
            least = distance is null || least <= distance ? least : distance;
        }

        return least;
    }

    /// <summary>Letters that may differ in a word of this length before it counts as another word.</summary>
    public static int Tolerated(int length) => length switch { < 4 => 0, < 8 => 1, < 14 => 2, _ => 3 };
}
