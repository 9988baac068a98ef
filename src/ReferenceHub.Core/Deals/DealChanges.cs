using System.Globalization;
using ReferenceHub.Core.History;

namespace ReferenceHub.Core.Deals;

/// <summary>What differs between two descriptions of a deal, for its history; amounts are not for everybody.</summary>
internal static class DealChanges
{
    public static IReadOnlyList<FieldChange> Between(DealFacts before, DealFacts after)
    {
        var changes = new List<FieldChange>();
        Note("Name", before.Name, after.Name);
        Note("Account", before.AccountName, after.AccountName);
        Note("Product", before.Product, after.Product);
        Note("Stage", before.StageKey, after.StageKey);
        Note("Outcome", before.Outcome.ToString(), after.Outcome.ToString());
        Note("Amount", Money(before), Money(after), secret: true);
        Note("Opened on", Day(before.OpenedOn), Day(after.OpenedOn));
        Note("Closes on", Day(before.ClosesOn), Day(after.ClosesOn));
        Note("Owner", before.OwnerName, after.OwnerName);
        Note("Industry", before.IndustryKey, after.IndustryKey);
        Note("Region", before.RegionKey, after.RegionKey);
        Note("Employees", before.Employees?.ToString(CultureInfo.InvariantCulture), after.Employees?.ToString(CultureInfo.InvariantCulture));
        return changes;

        void Note(string field, string? from, string? to, bool secret = false)
        {
            if (from != to)
            {
                changes.Add(new FieldChange(field, from, to, secret));
            }
        }
    }

    private static string? Day(DateOnly? day) => day?.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    private static string? Money(DealFacts facts) =>
        facts.AmountMinor is { } minor ? string.Create(CultureInfo.InvariantCulture, $"{facts.Currency} {Currencies.ToMajor(minor, facts.Currency)}") : null;
}
