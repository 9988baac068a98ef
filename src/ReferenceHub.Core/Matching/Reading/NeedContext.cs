using System.Collections.Immutable;

namespace ReferenceHub.Core.Matching;

/// <summary>What the words of a need may speak of beside terms.</summary>
public sealed record NeedContext
{
    /// <summary>Nothing but terms; days are left as they are.</summary>
    public static NeedContext None { get; } = new();

    /// <summary>Today in the program's zone; null leaves days unread.</summary>
    public DateOnly? Today { get; init; }

    /// <summary>Key and name of each activity type that may be asked for.</summary>
    public IReadOnlyList<(string Key, string Name)> Activities { get; init; } = [];

    internal IReadOnlyList<(NeedTokens Words, string Key)> OwnNames => field ??= [.. Activities.Select(type => (NeedTokens.Of(type.Name), type.Key))];

    /// <summary>Whether a folded word belongs to the name of a customer that the viewer knows; such a word is no slip of the finger.</summary>
    public Func<string, bool> IsInName { get; init; } = _ => false;

    /// <summary>Whom "like …" means, by the place of its words.</summary>
    public ImmutableArray<FoundLike> Likes { get; init; } = [];
}

/// <summary>Somebody that so many words from a place mean; named only to be left out where <paramref name="Not"/>.</summary>
public sealed record FoundLike(int Place, int Length, Facet Facet, Guid Id, bool Not = false);
