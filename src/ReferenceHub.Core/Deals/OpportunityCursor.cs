using System.Globalization;

namespace ReferenceHub.Core.Deals;

/// <summary>Where a page of deals ended: value sorted by and external id, which is unique and breaks ties.</summary>
internal sealed record OpportunityCursor(string Value, string ExternalId)
{
    private const char Between = '~';

    public long Number => long.TryParse(Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : -1;

    public static OpportunityCursor? Read(string? text) =>
        text?.Split(Between, 2) is [var value, var id] && id.Length > 0 ? new OpportunityCursor(Uri.UnescapeDataString(value), id) : null;

    public static OpportunityCursor Of(Opportunity deal, DealSort sort) => new(
        sort switch
        {
            DealSort.Name => deal.NameKey,
            DealSort.Amount => (deal.AmountMinor ?? -1).ToString(CultureInfo.InvariantCulture),
            _ => deal.CloseOrder.ToString(CultureInfo.InvariantCulture),
        },
        deal.ExternalId);

    public override string ToString() => Uri.EscapeDataString(Value) + Between + ExternalId;
}
