using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Deals;

/// <summary>How a deal ended.</summary>
public enum DealOutcome
{
    /// <summary>Not yet.</summary>
    Open,

    /// <summary>Won.</summary>
    Won,

    /// <summary>Lost.</summary>
    Lost,
}

/// <summary>What is known of a deal.</summary>
public sealed record DealFacts
{
    /// <summary>Name of the deal.</summary>
    public required string Name { get; init; }

    /// <summary>The prospect; null when the CRM does not say.</summary>
    public string? AccountName { get; init; }

    /// <summary>Product offered, in the CRM's words.</summary>
    public string? Product { get; init; }

    /// <summary>Amount in minor units of the currency; unknown is not 0.</summary>
    public long? AmountMinor { get; init; }

    /// <summary>ISO 4217 code.</summary>
    public required string Currency { get; init; }

    /// <summary>Key of an open stage; null when the deal has ended.</summary>
    public string? StageKey { get; init; }

    /// <summary>How it ended.</summary>
    public DealOutcome Outcome { get; init; }

    /// <summary>Day it was opened.</summary>
    public DateOnly? OpenedOn { get; init; }

    /// <summary>Day it was or should be closed.</summary>
    public DateOnly? ClosesOn { get; init; }

    /// <summary>The seller's account here.</summary>
    public Guid? OwnerId { get; init; }

    /// <summary>The seller's name in the CRM.</summary>
    public string? OwnerName { get; init; }

    /// <summary>Prospect's industry (taxonomy key).</summary>
    public string? IndustryKey { get; init; }

    /// <summary>Prospect's country or region (taxonomy key).</summary>
    public string? RegionKey { get; init; }

    /// <summary>Prospect's head count.</summary>
    public int? Employees { get; init; }
}

/// <summary>A deal that reference requests serve.</summary>
public sealed class Opportunity : IVersioned, IQueuePart
{
    /// <summary>Longest name, in characters.</summary>
    public const int NameLength = 200;

    /// <summary>Longest external id, in characters.</summary>
    public const int ExternalIdLength = 80;

    /// <summary>Longest product, in characters.</summary>
    public const int ProductLength = 100;

    /// <summary>Longest folded text for search, in characters.</summary>
    public const int SearchKeyLength = 1000;

    private Opportunity()
    {
    }

    /// <summary>A deal known by its key in the CRM.</summary>
    public Opportunity(Guid id, string externalId, DealFacts facts, DateTime now, bool confirmed = true)
    {
        Id = id;
        ExternalId = Guard.Required(externalId, ExternalIdLength, "External id");
        CreatedAt = now;
        Describe(facts, confirmed);
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <summary>Key in the CRM, unique.</summary>
    public string ExternalId { get; private set; } = "";

    /// <summary>Name of the deal.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Folded name, for sorting.</summary>
    public string NameKey { get; private set; } = "";

    /// <summary>Folded name, account and external id, for search.</summary>
    public string SearchKey { get; private set; } = "";

    /// <summary>The prospect.</summary>
    public string? AccountName { get; private set; }

    /// <summary>Folded prospect.</summary>
    public string? AccountKey { get; private set; }

    /// <summary>Product offered.</summary>
    public string? Product { get; private set; }

    /// <summary>Amount in minor units; unknown is null.</summary>
    public long? AmountMinor { get; private set; }

    /// <summary>The amount comes from an import or from somebody who runs the program, or was confirmed by one; a seller's own figure makes no deal large.</summary>
    public bool AmountConfirmed { get; private set; } = true;

    /// <summary>ISO 4217 code.</summary>
    public string Currency { get; private set; } = "EUR";

    /// <summary>Open stage the deal is in, or was in last.</summary>
    public string? StageKey { get; private set; }

    /// <summary>Highest place of an open stage the deal reached (1 = first); 0 when unknown.</summary>
    public int HighestStage { get; private set; }

    /// <summary>How it ended.</summary>
    public DealOutcome Outcome { get; private set; }

    /// <summary>Day it was opened.</summary>
    public DateOnly? OpenedOn { get; private set; }

    /// <summary>Day it was or should be closed.</summary>
    public DateOnly? ClosesOn { get; private set; }

    /// <summary>Close date as a day number, 0 without one: what lists are sorted by on every database alike.</summary>
    public int CloseOrder { get; private set; }

    /// <summary>The seller's account here.</summary>
    public Guid? OwnerId { get; private set; }

    /// <summary>The seller's account here.</summary>
    public User? Owner { get; private set; }

    /// <summary>The seller's name in the CRM.</summary>
    public string? OwnerName { get; private set; }

    /// <summary>Prospect's industry (taxonomy key).</summary>
    public string? IndustryKey { get; private set; }

    /// <summary>Prospect's country or region (taxonomy key).</summary>
    public string? RegionKey { get; private set; }

    /// <summary>Prospect's head count.</summary>
    public int? Employees { get; private set; }

    /// <summary>The deal it became part of; its own row is a signpost only.</summary>
    public Guid? MergedIntoId { get; private set; }

    /// <summary>When the row was made (UTC).</summary>
    public DateTime CreatedAt { get; private set; }

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <summary>What is known of the deal.</summary>
    public DealFacts Facts => new()
    {
        Name = Name,
        AccountName = AccountName,
        Product = Product,
        AmountMinor = AmountMinor,
        Currency = Currency,
        StageKey = StageKey,
        Outcome = Outcome,
        OpenedOn = OpenedOn,
        ClosesOn = ClosesOn,
        OwnerId = OwnerId,
        OwnerName = OwnerName,
        IndustryKey = IndustryKey,
        RegionKey = RegionKey,
        Employees = Employees,
    };

    /// <summary>Replaces what is known of the deal; another amount is confirmed unless a seller says it.</summary>
    public void Describe(DealFacts facts, bool confirmed = true)
    {
        ArgumentNullException.ThrowIfNull(facts);
        if ((facts.AmountMinor, facts.Currency) != (AmountMinor, Currency))
        {
            AmountConfirmed = confirmed;
        }

        Name = Guard.Required(facts.Name, NameLength, "Name");
        NameKey = TextKey.Of(Name, NameLength * 2);
        AccountName = Guard.Optional(facts.AccountName, NameLength, "Account");
        AccountKey = AccountName is null ? null : TextKey.Of(AccountName, NameLength * 2);
        SearchKey = TextKey.Of($"{ExternalId} {Name} {AccountName}", SearchKeyLength);
        Product = Guard.Optional(facts.Product, ProductLength, "Product");
        AmountMinor = facts.AmountMinor;
        Currency = Guard.Required(facts.Currency, 3, "Currency");
        StageKey = facts.StageKey ?? StageKey;
        Outcome = facts.Outcome;
        OpenedOn = facts.OpenedOn;
        ClosesOn = facts.ClosesOn;
        CloseOrder = ClosesOn?.DayNumber ?? 0;
        OwnerId = facts.OwnerId;
        OwnerName = Guard.Optional(facts.OwnerName, User.NameLength, "Owner");
        IndustryKey = facts.IndustryKey;
        RegionKey = facts.RegionKey;
        Employees = facts.Employees;
    }

    /// <summary>Who runs the program stands by the amount that a seller has entered.</summary>
    public void ConfirmAmount() => AmountConfirmed = AmountMinor is null ? throw new IllegalMoveException("The amount of this deal is not known.") : true;

    /// <summary>Becomes a signpost to the deal that took over what was asked for it.</summary>
    public void MergeInto(Guid survivorId)
    {
        if (survivorId == Id || MergedIntoId is not null)
        {
            throw new IllegalMoveException(survivorId == Id ? "A deal can't be merged into itself." : $"{Name} was merged into another deal already.");
        }

        MergedIntoId = survivorId;
    }

    /// <summary>A signpost follows its deal when that is merged in its turn.</summary>
    public void FollowTo(Guid survivorId) => MergedIntoId = MergedIntoId is null || survivorId == Id
        ? throw new IllegalMoveException($"{Name} is no signpost to another deal.")
        : survivorId;

    /// <summary>Takes over from a duplicate what is not known here; what is known stays.</summary>
    public void TakeOver(Opportunity duplicate)
    {
        ArgumentNullException.ThrowIfNull(duplicate);
        var hasAmount = AmountMinor is not null || duplicate.AmountMinor is null;
        var confirmed = hasAmount ? AmountConfirmed : duplicate.AmountConfirmed;
        Describe(Facts with
        {
            AccountName = AccountName ?? duplicate.AccountName,
            Product = Product ?? duplicate.Product,
            AmountMinor = hasAmount ? AmountMinor : duplicate.AmountMinor,
            Currency = hasAmount ? Currency : duplicate.Currency,
            StageKey = StageKey ?? duplicate.StageKey,
            OpenedOn = OpenedOn ?? duplicate.OpenedOn,
            ClosesOn = ClosesOn ?? duplicate.ClosesOn,
            OwnerId = OwnerId ?? duplicate.OwnerId,
            OwnerName = OwnerId is null && OwnerName is null ? duplicate.OwnerName : OwnerName,
            IndustryKey = IndustryKey ?? duplicate.IndustryKey,
            RegionKey = RegionKey ?? duplicate.RegionKey,
            Employees = Employees ?? duplicate.Employees,
        }, confirmed);
        HighestStage = Math.Max(HighestStage, duplicate.HighestStage);
    }

    /// <summary>Notes that the deal reached an open stage; the highest place stays.</summary>
    public void Reach(DealStage stage)
    {
        ArgumentNullException.ThrowIfNull(stage);
        StageKey = stage.Key;
        HighestStage = Math.Max(HighestStage, stage.Place);
    }
}

internal sealed class OpportunityConfiguration : IEntityTypeConfiguration<Opportunity>
{
    public void Configure(EntityTypeBuilder<Opportunity> builder)
    {
        builder.Property(deal => deal.ExternalId).HasMaxLength(Opportunity.ExternalIdLength);
        builder.Property(deal => deal.Name).HasMaxLength(Opportunity.NameLength);
        builder.Property(deal => deal.NameKey).HasMaxLength(Opportunity.NameLength * 2);
        builder.Property(deal => deal.SearchKey).HasMaxLength(Opportunity.SearchKeyLength);
        builder.Property(deal => deal.AccountName).HasMaxLength(Opportunity.NameLength);
        builder.Property(deal => deal.AccountKey).HasMaxLength(Opportunity.NameLength * 2);
        builder.Property(deal => deal.Product).HasMaxLength(Opportunity.ProductLength);
        builder.Property(deal => deal.Currency).HasMaxLength(3);
        builder.Property(deal => deal.OwnerName).HasMaxLength(User.NameLength);
        builder.HasOne(deal => deal.Owner).WithMany().HasForeignKey(deal => deal.OwnerId);
        builder.HasOne<Opportunity>().WithMany().HasForeignKey(deal => deal.MergedIntoId);
        builder.HasIndex(deal => deal.ExternalId).IsUnique();
        builder.HasIndex(deal => deal.AccountKey);
        builder.HasIndex(deal => deal.NameKey);
        builder.HasIndex(deal => deal.OwnerId);
        builder.Ignore(deal => deal.Facts);
        builder.HasIndex(deal => new { deal.Outcome, deal.ClosesOn });
        builder.HasIndex(deal => new { deal.CloseOrder, deal.ExternalId });
    }
}
