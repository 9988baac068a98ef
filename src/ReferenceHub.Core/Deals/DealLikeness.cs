using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.Deals;

/// <summary>Whether two deals are likely the same one, entered twice.</summary>
public static class DealLikeness
{
    private const int MostLettersOff = 2;
    private const int ShortestMisspelt = 8;

    /// <summary>
    /// The same id but for signs and case; or one account, nearly one name, and no opening day, close date or amount that tells them
    /// apart: one account buys the same product more than once.
    /// </summary>
    public static bool AreAlike(Opportunity one, Opportunity other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        return one.Id != other.Id && (IdOf(one) == IdOf(other) || (one.AccountKey == other.AccountKey && AreNear(one.NameKey, other.NameKey)
            && Agree(one.OpenedOn, other.OpenedOn) && Agree(one.ClosesOn, other.ClosesOn)
            && (one.AmountMinor is null || other.AmountMinor is null || (one.AmountMinor, one.Currency) == (other.AmountMinor, other.Currency))));
    }

    private static bool AreNear(string one, string other) => one == other
        || (Math.Min(one.Length, other.Length) >= ShortestMisspelt && Figures(one) == Figures(other) && TextDistance.Between(one, other, MostLettersOff) is not null);

    // "Phase 1" and "Phase 2" differ by a letter and are two deals.
    private static string Figures(string name) => string.Concat(name.Where(char.IsAsciiDigit));

    private static bool Agree(DateOnly? one, DateOnly? other) => one is null || other is null || one == other;

    private static string IdOf(Opportunity deal) => string.Concat(TextKey.Of(deal.ExternalId).Where(char.IsLetterOrDigit));
}
