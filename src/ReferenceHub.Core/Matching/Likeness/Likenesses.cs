using System.Collections.Immutable;

namespace ReferenceHub.Core.Matching;

/// <summary>The likenesses that criteria ask for; a criterion without one names nobody that the viewer knows.</summary>
public sealed class Likenesses(IEnumerable<Likeness> all)
{
    private readonly ImmutableDictionary<(Facet, string), Likeness> known = all.ToImmutableDictionary(one => (one.Of.Facet, one.Of.Key));

    /// <summary>None asked for.</summary>
    public static Likenesses None { get; } = new([]);

    /// <summary>The likeness of a criterion, or null.</summary>
    public Likeness? Find(Criterion of) => known.GetValueOrDefault((of.Facet, of.Key));
}
