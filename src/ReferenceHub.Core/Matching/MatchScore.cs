namespace ReferenceHub.Core.Matching;

/// <summary>The parts of a match in points of 100; what is shown adds up to what is said.</summary>
public sealed record MatchScore(int Fit, int Availability, int Freshness, int Quality)
{
    /// <summary>Days after which a confirmation counts for nothing: twice the time in which a record is to be confirmed.</summary>
    public const int FreshDays = 360;

    /// <summary>Days without a use after which a reference is fully rested.</summary>
    public const int RestedDays = 180;

    /// <summary>Points by which matches may differ and still take turns, so that nobody is always asked first.</summary>
    public const int NearEqual = 2;

    /// <summary>What each part adds at most, in the order of the parts: the weights it was worked out with.</summary>
    public (int Fit, int Availability, int Freshness, int Quality) Most { get; init; } =
        (MatchWeights.Default.Fit, MatchWeights.Default.Availability, MatchWeights.Default.Freshness, MatchWeights.Default.Quality);

    /// <summary>The whole match.</summary>
    public int Total => Fit + Availability + Freshness + Quality;

    /// <summary>A share of a part, 0 to 1, in whole points.</summary>
    internal static int Points(int weight, double share) => (int)Math.Round(weight * share, MidpointRounding.AwayFromZero);

    /// <summary>1 on the day of confirmation, 0 after <see cref="FreshDays"/> or when never confirmed.</summary>
    internal static double FreshnessOf(int verifiedOn, int today) =>
        verifiedOn == 0 ? 0 : Math.Clamp(1 - ((today - verifiedOn) / (double)FreshDays), 0, 1);

    /// <summary>Open counts 1, nearly used half, closed nothing; a recent use takes off up to four tenths.</summary>
    internal static double AvailabilityOf(Usage.AvailabilityState state, DateOnly? lastUsed, DateOnly today)
    {
        var rested = lastUsed is { } last ? Math.Clamp((today.DayNumber - last.DayNumber) / (double)RestedDays, 0, 1) : 1;
        var open = state switch
        {
            Usage.AvailabilityState.Open => 1.0,
            Usage.AvailabilityState.NearlyUsed => 0.5,
            _ => 0.0,
        };
        return open * (0.6 + (0.4 * rested));
    }

    /// <summary>A mean rating of 1 to 5 as 0 to 1; a half when nobody rated yet.</summary>
    internal static double QualityOf(double? rating) => rating is { } mean ? Math.Clamp((mean - 1) / 4, 0, 1) : 0.5;
}
