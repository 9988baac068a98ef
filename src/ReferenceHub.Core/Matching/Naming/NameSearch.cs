using System.Buffers;
using System.Text;
using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.Matching;

/// <summary>
/// Finds rows by the name that the viewer knows them by: every word typed begins or stands in a word of the name; when nobody is called so,
/// a slip of the keyboard is forgiven. Names that begin so come first.
/// </summary>
internal static class NameSearch
{
    private const int MostWords = 5;
    private const int UsualName = 256;

    private static readonly SearchValues<char> Ends = SearchValues.Create(" -.,&/()'");

    /// <summary>The first few rows by name, each made into what is wanted of it; the query is any search without criteria.</summary>
    public static List<T> Find<T>(CatalogSnapshot catalog, MatchQuery query, string? words, int most, Func<BlockMatch, int, T> make)
    {
        var asked = NeedWords.Of(words).Select(word => word.Folded).Take(MostWords).ToList();
        if (asked.Count == 0)
        {
            return [];
        }

        // Whoever has the words in its name has them in its text, which is searched in no time.
        var text = query with { Criteria = Criteria.None.WithText(string.Join(' ', asked.Select(word => $"\"{word}\""))) };
        using var having = Matcher.BlocksOf(catalog, text, MatchUnit.Of(text.Criteria, catalog.Terms, Likenesses.None));
        var found = Best(having, most, one => one.Fitting, name => Exactly(name, asked));
        if (found.Count == 0 && SlipPieces.Of(asked.MaxBy(word => word.Length)!).ToList() is { Count: > 0 } pieces)
        {
            using var all = Matcher.BlocksOf(catalog, query, []);
            return Best(all, most, one => Having(one, pieces), name => Nearly(name, asked)).ConvertAll(one => make(one.Found, one.Row));
        }

        return found.ConvertAll(one => make(one.Found, one.Row));
    }

    // Whoever is nearly called so has a piece of the longest word.
    private static RowSet Having(BlockMatch found, List<string> pieces)
    {
        var rows = found.Work.Rent();
        foreach (var piece in pieces)
        {
            Bits.Or(rows, found.Sight.WithWord(new NeedWord(piece, piece, Quoted: true)));
        }

        Bits.And(rows, found.Fitting);
        return rows;
    }

    private static List<(BlockMatch Found, int Row)> Best(IReadOnlyList<BlockMatch> blocks, int most, Func<BlockMatch, RowSet> rowsOf, Rank rank)
    {
        var best = new TopRows<Named>(most, (one, other) =>
        {
            var order = one.Rank.CompareTo(other.Rank);
            order = order != 0 ? order : string.CompareOrdinal(one.Name, other.Name);
            return order != 0 ? order : one.Found.Block.Ids[one.Row].CompareTo(other.Found.Block.Ids[other.Row]);
        });
        var buffer = new char[UsualName];
        foreach (var found in blocks)
        {
            foreach (var row in rowsOf(found).Rows())
            {
                var folded = (found.Sight.IsHidden(row) ? found.Block.AnonymousText : found.Block.Text).NameOf(row);
                buffer = folded.Length > buffer.Length ? new char[folded.Length] : buffer;
                var name = buffer.AsSpan(0, Encoding.UTF8.GetChars(folded, buffer));
                if (rank(name) is >= 0 and var place && !(best.IsFull && place > best.Last.Rank))
                {
                    best.Add(new Named(found, row, name.ToString(), place));
                }
            }
        }

        return [.. best.Sorted().Select(one => (one.Found, one.Row))];
    }

    // 0 where the name begins so, 1 where a word does each time, 2 where it stands within; -1 where it doesn't.
    private static int Exactly(ReadOnlySpan<char> name, List<string> asked)
    {
        var worst = name.StartsWith(asked[0], StringComparison.Ordinal) ? 0 : 1;
        foreach (var word in asked)
        {
            var at = name.IndexOf(word, StringComparison.Ordinal);
            if (at < 0)
            {
                return -1;
            }

            worst = BeginsWord(name, word, at) ? worst : 2;
        }

        return worst;
    }

    private static bool BeginsWord(ReadOnlySpan<char> name, string word, int at)
    {
        while (at > 0 && char.IsLetterOrDigit(name[at - 1]))
        {
            var next = name[(at + 1)..].IndexOf(word, StringComparison.Ordinal);
            at = next < 0 ? -1 : at + 1 + next;
        }

        return at >= 0;
    }

    // The letters by which the words miss those of the name together, as far as slips are forgiven.
    private static int Nearly(ReadOnlySpan<char> name, List<string> asked)
    {
        var slips = 0;
        foreach (var word in asked)
        {
            var most = Slips.Allowed(word.Length);
            var nearest = most + 1;
            for (var start = 0; start < name.Length && nearest > 0;)
            {
                var length = name[start..].IndexOfAny(Ends);
                length = length < 0 ? name.Length - start : length;
                var part = name.Slice(start, length);
                if (MayBe(part, word, most))
                {
                    nearest = Math.Min(nearest, TextDistance.ToBeginning(word, part, most) ?? nearest);
                }

                start += length + 1;
            }

            if (nearest > most)
            {
                return -1;
            }

            slips += nearest;
        }

        return slips;
    }

    // One of the first two letters is right: that spares most of the measuring.
    private static bool MayBe(ReadOnlySpan<char> part, string word, int most) =>
        part.Length > 0 && part.Length >= word.Length - most && (part[0] == word[0] || (part.Length > 1 && word.Length > 1 && (part[1] == word[1] || part[1] == word[0])));

    // How well a folded name answers, the less the better; -1 where it does not.
    private delegate int Rank(ReadOnlySpan<char> name);

    private readonly record struct Named(BlockMatch Found, int Row, string Name, int Rank);
}
