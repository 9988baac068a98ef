using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.References;

/// <summary>Content put beside a deal.</summary>
public sealed class OpportunityAsset
{
    private OpportunityAsset()
    {
    }

    /// <summary>Content used for a deal.</summary>
    public OpportunityAsset(Guid opportunityId, Guid assetId, Guid? byId, DateTime now)
    {
        OpportunityId = opportunityId;
        AssetId = assetId;
        ById = byId;
        At = now;
    }

    /// <summary>The deal.</summary>
    public Guid OpportunityId { get; private set; }

    /// <summary>The content.</summary>
    public Guid AssetId { get; private set; }

    /// <summary>Who put it there.</summary>
    public Guid? ById { get; private set; }

    /// <summary>When (UTC).</summary>
    public DateTime At { get; private set; }
}

internal sealed class OpportunityAssetConfiguration : IEntityTypeConfiguration<OpportunityAsset>
{
    public void Configure(EntityTypeBuilder<OpportunityAsset> builder)
    {
        builder.HasKey(use => new { use.OpportunityId, use.AssetId });
        builder.HasOne<Deals.Opportunity>().WithMany().HasForeignKey(use => use.OpportunityId);
        builder.HasOne<Asset>().WithMany().HasForeignKey(use => use.AssetId);
    }
}
