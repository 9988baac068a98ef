using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.References;

/// <summary>A taxonomy term that content is about.</summary>
public sealed class AssetTerm
{
    private AssetTerm()
    {
    }

    /// <summary>Content about a term.</summary>
    public AssetTerm(Guid assetId, Guid termId)
    {
        AssetId = assetId;
        TermId = termId;
    }

    /// <summary>The content.</summary>
    public Guid AssetId { get; private set; }

    /// <summary>The term.</summary>
    public Guid TermId { get; private set; }
}

internal sealed class AssetTermConfiguration : IEntityTypeConfiguration<AssetTerm>
{
    public void Configure(EntityTypeBuilder<AssetTerm> builder)
    {
        builder.HasKey(term => new { term.AssetId, term.TermId });
        builder.HasOne<Asset>().WithMany(asset => asset.Terms).HasForeignKey(term => term.AssetId);
        builder.HasOne<Term>().WithMany().HasForeignKey(term => term.TermId);
    }
}
