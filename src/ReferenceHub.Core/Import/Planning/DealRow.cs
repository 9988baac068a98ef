using ReferenceHub.Core.Data;
using ReferenceHub.Core.Deals;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Import.Planning;

/// <summary>What one row says of a deal; null where it says nothing.</summary>
internal sealed record DealRow
{
    public string? ExternalId { get; init; }

    public string? Name { get; init; }

    public string? Account { get; init; }

    public string? Product { get; init; }

    public long? AmountMinor { get; init; }

    public required string Currency { get; init; }

    public string? StageKey { get; init; }

    public DealOutcome? Outcome { get; init; }

    public DateOnly? OpenedOn { get; init; }

    public DateOnly? ClosesOn { get; init; }

    public string? Seller { get; init; }

    public Guid? SellerId { get; init; }

    public string? IndustryKey { get; init; }

    public string? RegionKey { get; init; }

    public int? Employees { get; init; }

    /// <summary>The row laid over what is known: a blank cell says nothing, nor another spelling of the name. A new deal takes from its account what the file does not say.</summary>
    public DealFacts Over(DealFacts? before, IReadOnlyDictionary<string, ProspectFacts> prospects)
    {
        var prospect = before is null && Account is not null ? prospects.GetValueOrDefault(TextKey.Of(Account)) : null;
        return new DealFacts
        {
            Name = before is not null && (Name is null || TextKey.Of(Name) == TextKey.Of(before.Name)) ? before.Name : Name ?? MadeName(),
            AccountName = Account ?? before?.AccountName,
            Product = Product ?? before?.Product,
            AmountMinor = AmountMinor ?? before?.AmountMinor,
            Currency = AmountMinor is null && before is not null ? before.Currency : Currency,
            StageKey = StageKey ?? before?.StageKey,
            Outcome = Outcome ?? before?.Outcome ?? DealOutcome.Open,
            OpenedOn = OpenedOn ?? before?.OpenedOn,
            ClosesOn = ClosesOn ?? before?.ClosesOn,
            OwnerId = SellerId ?? before?.OwnerId,
            OwnerName = before is { OwnerId: not null } && (SellerId ?? before.OwnerId) == before.OwnerId ? before.OwnerName : SellerName() ?? before?.OwnerName,
            IndustryKey = IndustryKey ?? before?.IndustryKey ?? prospect?.IndustryKey,
            RegionKey = RegionKey ?? before?.RegionKey ?? prospect?.RegionKey,
            Employees = Employees ?? before?.Employees ?? prospect?.Employees,
        };
    }

    private string? SellerName() => Seller is { Length: > User.NameLength } ? Seller[..User.NameLength] : Seller;

    private string MadeName()
    {
        var name = string.Join(" – ", new[] { Account, Product }.OfType<string>());
        return name.Length == 0 ? $"Deal {ExternalId}" : name.Length > Opportunity.NameLength ? name[..Opportunity.NameLength] : name;
    }
}
