using ReferenceHub.Core.Matching;

namespace ReferenceHub.Web.Features.Matching;

/// <summary>What a match is made of, in words.</summary>
public static class ScoreWords
{
    /// <summary>Points of each part, and the most there are.</summary>
    public static IReadOnlyList<string> Parts(MatchScore score)
    {
        ArgumentNullException.ThrowIfNull(score);
        return [$"Fit {score.Fit} of {score.Most.Fit}", $"availability {score.Availability} of {score.Most.Availability}", $"freshness {score.Freshness} of {score.Most.Freshness}", $"past quality {score.Quality} of {score.Most.Quality}"];
    }

    /// <summary>All parts in one line.</summary>
    public static string Line(MatchScore score) => string.Join(" · ", Parts(score));
}
