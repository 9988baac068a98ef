using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.Requests;

/// <summary>Reads who is mentioned in words: "@Paula Meier", whatever the case and accents.</summary>
public static class Mentions
{
    /// <summary>The people mentioned, each once, as they come; of names that begin alike the longest counts.</summary>
    public static IReadOnlyList<Person> In(string? words, IEnumerable<Person> people)
    {
        ArgumentNullException.ThrowIfNull(people);
        var key = TextKey.Of(words);
        var at = key.IndexOf('@', StringComparison.Ordinal);
        if (at < 0)
        {
            return [];
        }

        var named = people.Select(person => (Person: person, Key: TextKey.Of(person.Name))).OrderByDescending(one => one.Key.Length).ToList();
        var found = new List<Person>();
        for (; at >= 0; at = key.IndexOf('@', at + 1))
        {
            var rest = key.AsSpan(at + 1);
            foreach (var (person, name) in named)
            {
                if (IsStart(key, at) && rest.StartsWith(name, StringComparison.Ordinal) && IsEnd(rest[name.Length..]))
                {
                    found.Add(person);
                    break;
                }
            }
        }

        return [.. found.DistinctBy(person => person.Id)];
    }

    /// <summary>The first word after each "@" that may mention somebody, as the keys of names have it: whoever is mentioned has a name that begins so.</summary>
    public static IReadOnlyList<string> Starts(string? words)
    {
        var key = TextKey.Of(words);
        var starts = new HashSet<string>(StringComparer.Ordinal);
        for (var at = key.IndexOf('@', StringComparison.Ordinal); at >= 0; at = key.IndexOf('@', at + 1))
        {
            var end = at + 1;
            while (end < key.Length && char.IsLetterOrDigit(key[end]))
            {
                end++;
            }

            if (end > at + 1 && IsStart(key, at))
            {
                starts.Add(key[(at + 1)..end]);
            }
        }

        return [.. starts];
    }

    // "paula@meier.example" mentions nobody.
    private static bool IsStart(string key, int at) => at == 0 || !char.IsLetterOrDigit(key[at - 1]);

    private static bool IsEnd(ReadOnlySpan<char> after) => after.IsEmpty || !char.IsLetterOrDigit(after[0]);
}
