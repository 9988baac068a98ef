namespace ReferenceHub.Core.Matching;

/// <summary>What joins a thing to the one before it.</summary>
internal enum Joint
{
    /// <summary>Other words.</summary>
    None,

    /// <summary>"and"</summary>
    And,

    /// <summary>"or"</summary>
    Or,

    /// <summary>A comma.</summary>
    Comma,
}

/// <summary>Something understood: by which words, as which criterion or activity type, how it was said to be meant.</summary>
internal sealed class NeedItem(int place, int length, Criterion? criterion, string? activityKey)
{
    public int Place { get; } = place;

    /// <summary>Where the words begin that say it, its "not" with it.</summary>
    public int SaidFrom { get; set; } = place;

    public int End => Place + length;

    public int Length => length;

    public Criterion? Criterion { get; set; } = criterion;

    public string? ActivityKey => activityKey;

    public Joint Joint { get; init; }

    /// <summary>Whether a figure says better what was said in words.</summary>
    public bool IsVague { get; init; }

    public bool Is(Facet facet) => Criterion?.Facet == facet;

    /// <summary>Makes it a must, preferred or not wanted, where its facet can be that.</summary>
    public void Mean(Cue cue) => Criterion = (Criterion, cue) switch
    {
        ({ } item, Cue.Must) => item with { Must = true },
        ({ Not: false } item, Cue.Prefer) when item.Facet.MayBePreferred() => item with { Must = false },
        ({ } item, Cue.Not) when item.Facet.MayBeNot() => item with { Must = true, Not = true },
        _ => Criterion,
    };
}
