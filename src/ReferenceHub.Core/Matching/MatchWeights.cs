namespace ReferenceHub.Core.Matching;

/// <summary>What each part adds to a match at most; the parts add up to 1.</summary>
public sealed record MatchWeights(double Fit, double Availability, double Freshness, double Quality)
{
    /// <summary>0.6 fit + 0.2 availability + 0.1 freshness + 0.1 past quality.</summary>
    public static MatchWeights Default { get; } = new(0.6, 0.2, 0.1, 0.1);
}
