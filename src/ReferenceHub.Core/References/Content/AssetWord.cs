using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.References;

/// <summary>A word of some content, so that words are found by their beginnings on every database.</summary>
public sealed class AssetWord
{
    /// <summary>Longest word kept, in characters.</summary>
    public const int Length = 40;

    private AssetWord()
    {
    }

    /// <summary>A word and how much it says about the content.</summary>
    public AssetWord(string word, Guid assetId, int weight)
    {
        Word = word;
        AssetId = assetId;
        Weight = weight;
    }

    /// <summary>The folded word.</summary>
    public string Word { get; private set; } = "";

    /// <summary>Where it stands.</summary>
    public Guid AssetId { get; private set; }

    /// <summary>More for a title than for the text, more the more often.</summary>
    public int Weight { get; private set; }
}

internal sealed class AssetWordConfiguration : IEntityTypeConfiguration<AssetWord>
{
    public void Configure(EntityTypeBuilder<AssetWord> builder)
    {
        builder.HasKey(word => new { word.Word, word.AssetId });
        builder.Property(word => word.Word).HasMaxLength(AssetWord.Length);
        builder.HasOne<Asset>().WithMany().HasForeignKey(word => word.AssetId);
    }
}
