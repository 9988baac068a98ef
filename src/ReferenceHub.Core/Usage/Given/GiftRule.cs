using ReferenceHub.Core.Data;
using ReferenceHub.Core.Deals;

namespace ReferenceHub.Core.Usage;

/// <summary>What gifts are held to.</summary>
/// <param name="CustomerName">The customer.</param>
/// <param name="Forbidden">Its rules forbid gifts.</param>
/// <param name="Limit">Most that gifts to one person may be worth in 365 days; null for no limit.</param>
public sealed record GiftTerms(string CustomerName, bool Forbidden, GiftLimit? Limit);

/// <summary>Decides about gifts: never where the customer's rules forbid them, never beyond what one person may get in any 365 days.</summary>
public static class GiftRule
{
    /// <summary>Length of the window in days, by the program's days.</summary>
    public const int Window = 365;

    /// <summary>Why a gift of that price, in the currency of the limit, may not be made on that day, beside the gifts (and gifts taken back) of the same person; null when it may.</summary>
    public static Outcome? WhyNot(GiftTerms terms, DateOnly on, decimal worth, IReadOnlyList<GivenValue> toThem)
    {
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(toThem);
        if (terms.Forbidden)
        {
            return Outcome.Refuse($"{terms.CustomerName} forbids its people to take gifts. Thank them in another way.", nameof(GivenSpec.Kind));
        }

        if (terms.Limit is not var (most, currency))
        {
            return null;
        }

        if (most == 0 && worth > 0)
        {
            return Outcome.Refuse("The program makes no gifts.", nameof(GivenSpec.Kind));
        }

        if (toThem.FirstOrDefault(gift => gift.Currency != currency && Math.Abs(gift.On.DayNumber - on.DayNumber) < Window && !IsTakenBack(gift)) is { } foreign)
        {
            return Outcome.Refuse(
                $"They got a gift of {Currencies.Words(foreign.Worth!.Value, foreign.Currency!)} on {LimitWords.Day(foreign.On)}, and the limit is in {currency}: the two cannot be added up. Take that line back and write it down in {currency} first.",
                nameof(GivenSpec.Worth));
        }

        if (Fits(on))
        {
            return null;
        }

        var already = Fullest(on, toThem);
        var free = worth > most ? null : toThem.Where(gift => gift.On >= on.AddDays(-Window)).Select(gift => (DateOnly?)gift.On.AddDays(Window)).Order().FirstOrDefault(day => day > on && Fits(day!.Value));
        var when = free is { } day ? $" It fits from {LimitWords.Day(day)}." : "";
        return Outcome.Refuse(
            $"Gifts to one person are worth {terms.Limit} at most in {Window} days, by the rule of the program; {Currencies.Words(already, currency)} is used already.{when}",
            nameof(GivenSpec.Worth));

        bool Fits(DateOnly day) => Fullest(day, toThem) + worth <= most;

        bool IsTakenBack(GivenValue gift) => gift.TakesBackId is not null || toThem.Any(other => other.TakesBackId == gift.Id);
    }

    /// <summary>What the gifts are worth in the fullest window that holds a day.</summary>
    public static decimal Fullest(DateOnly day, IReadOnlyList<GivenValue> gifts)
    {
        ArgumentNullException.ThrowIfNull(gifts);
        // The sum only rises where a window begins at a gift or at the one to come: these and the window that ends on the day are all there is to look at.
        var first = day.AddDays(1 - Window);
        return gifts.Select(gift => gift.On).Where(start => start >= first && start <= day).Append(first).Append(day)
            .Max(start => gifts.Where(gift => gift.On >= start && gift.On < start.AddDays(Window)).Sum(gift => gift.Worth ?? 0));
    }
}
