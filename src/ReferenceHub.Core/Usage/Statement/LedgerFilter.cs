namespace ReferenceHub.Core.Usage;

/// <summary>What part of a ledger is looked at.</summary>
/// <param name="Deed">Entries that say one thing, or all.</param>
/// <param name="Year">Entries for a day of one year, or all.</param>
/// <param name="Page">Page of entries, from 1.</param>
/// <param name="ContactId">Entries about one contact, those included that take a use away from them; or all.</param>
public sealed record LedgerFilter(EntryDeed? Deed = null, int? Year = null, int Page = 1, Guid? ContactId = null)
{
    internal bool Holds(LedgerEntry entry, Use? before) => (Deed is null || entry.Deed == Deed)
        && (Year is null || entry.On.Year == Year)
        && (ContactId is null || entry.ContactId == ContactId || before?.ContactId == ContactId);
}
