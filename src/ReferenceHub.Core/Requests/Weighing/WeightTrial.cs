using ReferenceHub.Core.Matching;

namespace ReferenceHub.Core.Requests;

/// <summary>What other weights would do to recent requests.</summary>
/// <param name="Requests">The last few with criteria, newest first.</param>
/// <param name="Places">Where those stood that accepted.</param>
public sealed record WeightTrial(IReadOnlyList<TriedRequest> Requests, TriedPlaces Places)
{
    /// <summary>Requests for which somebody else comes first.</summary>
    public int OtherFirst => Requests.Count(request => request is { Before: [var was, ..], After: [var then, ..] } && was.CustomerId != then.CustomerId);
}

/// <summary>One request with its first few matches by the weights in force and by those that are tried.</summary>
public sealed record TriedRequest(int Number, string Prospect, string Activity, IReadOnlyList<string> Criteria, IReadOnlyList<TriedMatch> Before, IReadOnlyList<TriedMatch> After)
{
    /// <summary>Whether the first few stay who they are, in their order.</summary>
    public bool IsSame => Before.Select(match => match.CustomerId).SequenceEqual(After.Select(match => match.CustomerId));
}

/// <summary>A match in such a list: places gained (lost when negative), null when it was not among the first few.</summary>
public sealed record TriedMatch(Guid CustomerId, string Name, bool NameHidden, MatchScore Score, int? Gained);

/// <summary>Where the accepted candidates of past requests stand among all who can be asked, by fit, freshness and past quality as they are today.</summary>
/// <param name="Counted">Requests counted.</param>
/// <param name="LeftOut">Requests whose candidate can't be asked any more.</param>
/// <param name="Before">With the weights in force.</param>
/// <param name="After">With those that are tried.</param>
public sealed record TriedPlaces(int Counted, int LeftOut, PlaceFigures Before, PlaceFigures After);

/// <summary>Median place from 1, null without any, and how many are among the first three.</summary>
public sealed record PlaceFigures(double? Median, int FirstThree)
{
    /// <summary>The figures of some places.</summary>
    public static PlaceFigures Of(IEnumerable<double> places)
    {
        var sorted = places.Order().ToList();
        var middle = sorted.Count / 2;
        double? median = sorted.Count == 0 ? null : sorted.Count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new PlaceFigures(median, sorted.Count(place => place <= 3));
    }
}
