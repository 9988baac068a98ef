using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Matching;

/// <summary>The answer with what is needed to show it.</summary>
public sealed record CatalogAnswer(MatchResult Result, CatalogTerms Terms, ActivityType Activity, DateOnly Today)
{
    /// <summary>Whom "like …" meant.</summary>
    public Likenesses Likes { get; init; } = Likenesses.None;

    /// <summary>How a criterion is called on its chip.</summary>
    public string WordsOf(Criterion item) => Matcher.WordsOf(item, Terms, Likes, Today);
}

/// <summary>How many fit, how many of them can be asked now, and the best of those; null when none can.</summary>
public sealed record FoundCount(int Total, int Free, MatchRow? First, ActivityType Activity);
