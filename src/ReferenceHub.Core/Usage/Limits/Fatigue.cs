namespace ReferenceHub.Core.Usage;

/// <summary>How worn a customer is, 0–100: 40 utilisation + 20 recency + 15 declines + 15 rating drop + 10 pending asks.</summary>
public static class Fatigue
{
    /// <summary>Score from which a customer needs rest.</summary>
    public const int NeedsRest = 70;

    /// <summary>Score from which a customer is in use; below it is rested.</summary>
    public const int InUse = 40;

    /// <summary>Days over which recency and declines fade.</summary>
    public const int Days = 90;

    /// <summary>The score of a customer on a day.</summary>
    public static FatigueScore Of(CustomerUsage usage, UsageSubject who, PolicyBook policies, DateOnly today)
    {
        var recency = usage.LastUsed(today) is { } last ? Math.Max(0, 1 - ((today.DayNumber - last.DayNumber) / (double)Days)) : 0;
        var declines = usage.Signals.Count(signal => signal.Kind == SignalKind.Declined && signal.On <= today && today.DayNumber - signal.On.DayNumber < Days);
        return new FatigueScore(
            Utilisation(usage, policies.For(who), who.Contacts, today),
            recency,
            Math.Min(1, declines / 3.0),
            RatingDrop(usage.Signals),
            Math.Min(1, usage.Pending / 2.0));
    }

    // Highest (used + reserved) ÷ allowed over every limit that counts, per customer and per contact.
    private static double Utilisation(CustomerUsage usage, IReadOnlyList<UsageLimit> limits, IReadOnlyList<UsageContact> contacts, DateOnly today)
    {
        var highest = 0.0;
        foreach (var limit in limits.Where(limit => limit.Window.Counts && limit.Amount > 0))
        {
            foreach (var contact in limit.Per == PolicyPer.Customer ? [null] : contacts.Select(contact => (Guid?)contact.ContactId)
                .Where(id => limit.ContactId is null || limit.ContactId == id))
            {
                var peak = WindowLoad.Peak(limit, usage.Uses.Where(use => limit.Counts(use, contact)), today);
                highest = Math.Max(highest, peak / (double)limit.Amount);
            }
        }

        return Math.Min(1, highest);
    }

    private static double RatingDrop(IReadOnlyList<UsageSignal> signals)
    {
        var ratings = signals.Where(signal => signal.Rating is not null).OrderBy(signal => signal.At).Select(signal => signal.Rating!.Value).ToList();
        return ratings.Count <= 3 ? 0 : Math.Clamp((ratings.SkipLast(3).Average() - ratings.TakeLast(3).Average()) / 2, 0, 1);
    }
}

/// <summary>A fatigue score and its parts, each 0–1.</summary>
/// <param name="Utilisation">Highest (used + reserved) ÷ allowed.</param>
/// <param name="Recency">1 on the day of the last use, 0 from 90 days on.</param>
/// <param name="Declines">Declines in 90 days ÷ 3.</param>
/// <param name="RatingDrop">Half the fall of the mean rating.</param>
/// <param name="Pending">Open asks ÷ 2.</param>
public sealed record FatigueScore(double Utilisation, double Recency, double Declines, double RatingDrop, double Pending)
{
    /// <summary>0 (rested) to 100.</summary>
    public int Score { get; } = (int)Math.Round(
        (40 * Utilisation) + (20 * Recency) + (15 * Declines) + (15 * RatingDrop) + (10 * Pending), MidpointRounding.AwayFromZero);
}
