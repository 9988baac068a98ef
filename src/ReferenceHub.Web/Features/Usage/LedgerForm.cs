using ReferenceHub.Core.Usage;

namespace ReferenceHub.Web.Features.Usage;

/// <summary>What the address of a ledger says; what means nothing is left out.</summary>
public sealed class LedgerForm
{
    /// <summary>Kind of entries.</summary>
    public string? Kind { get; set; }

    /// <summary>Year of the day an entry is for.</summary>
    public string? Year { get; set; }

    /// <summary>Page of entries.</summary>
    public string? Page { get; set; }

    /// <summary>As a filter.</summary>
    public LedgerFilter ToFilter(Guid? contactId) => new(
        Enum.GetValues<EntryDeed>().Cast<EntryDeed?>().FirstOrDefault(deed => string.Equals(deed.ToString(), Kind, StringComparison.OrdinalIgnoreCase)),
        int.TryParse(Year, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var year) ? year : null,
        LoadWords.PageOf(Page),
        contactId);
}
