namespace ReferenceHub.Core.Matching;

/// <summary>What contacts speak and speak about, as terms: few different sets serve many people, so each is kept once.</summary>
internal sealed class SkillSets
{
    private readonly int[] starts;
    private readonly ushort[] terms;

    private SkillSets(int[] starts, ushort[] terms)
    {
        this.starts = starts;
        this.terms = terms;
    }

    /// <summary>Number of different sets.</summary>
    public int Count => starts.Length - 1;

    /// <summary>The terms of a set, ascending.</summary>
    public ReadOnlySpan<ushort> Terms(int set) => terms.AsSpan(starts[set]..starts[set + 1]);

    /// <summary>The terms of a set, ascending, as entries have them.</summary>
    public IEnumerable<int> Of(int set)
    {
        for (var place = starts[set]; place < starts[set + 1]; place++)
        {
            yield return terms[place];
        }
    }

    /// <summary>Takes sets one by one.</summary>
    public sealed class Builder
    {
        private readonly Dictionary<string, int> known = new(StringComparer.Ordinal);
        private readonly List<int> starts = [0];
        private readonly List<ushort> terms = [];

        /// <summary>The number of a set of terms, in whatever order they come.</summary>
        public int SetOf(IReadOnlyCollection<int> skills)
        {
            // Terms as letters: a key that hashes and compares without a class of its own.
            var key = string.Create(skills.Count, skills, static (letters, skills) =>
            {
                var place = 0;
                foreach (var skill in skills)
                {
                    letters[place++] = (char)skill;
                }

                letters.Sort();
            });
            if (!known.TryGetValue(key, out var set))
            {
                known[key] = set = known.Count;
                terms.AddRange(key.Select(letter => (ushort)letter));
                starts.Add(terms.Count);
            }

            return set;
        }

        public SkillSets Build() => new([.. starts], [.. terms]);
    }
}
