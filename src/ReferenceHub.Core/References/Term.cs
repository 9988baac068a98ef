using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.References;

/// <summary>The taxonomies that customers and needs are described with.</summary>
public enum TermKind
{
    /// <summary>Tree of industries.</summary>
    Industry,

    /// <summary>Regions with their countries below them.</summary>
    Region,

    /// <summary>Our products.</summary>
    Product,

    /// <summary>Platform a customer runs on: Azure, AWS, on-premises.</summary>
    Platform,

    /// <summary>Spoken language, by ISO 639-1 key.</summary>
    Language,

    /// <summary>What the products are used for.</summary>
    UseCase,

    /// <summary>Systems integrated with.</summary>
    Integration,

    /// <summary>Cloud service, self-hosted, hybrid.</summary>
    Deployment,
}

/// <summary>One word of a taxonomy, with its other names. Addressed by kind and key ("industry", "banking").</summary>
public sealed class Term : IVersioned, ISettingsPart
{
    /// <summary>Longest key, in characters.</summary>
    public const int KeyLength = 60;

    /// <summary>Longest name, in characters.</summary>
    public const int NameLength = 100;

    private Term()
    {
    }

    /// <summary>A term; the key is lower-case letters, digits and hyphens.</summary>
    public Term(Guid id, TermKind kind, string key, string name, Guid? parentId = null, IEnumerable<string>? aliases = null, int order = 0)
    {
        Id = id;
        Kind = kind;
        Key = Guard.Required(key, KeyLength, "Key");
        ParentId = parentId;
        Order = order;
        Rename(name, aliases ?? []);
    }

    /// <summary>Key of the row.</summary>
    public Guid Id { get; private set; }

    /// <summary>Which taxonomy.</summary>
    public TermKind Kind { get; private set; }

    /// <summary>Stable key within its taxonomy, used in addresses.</summary>
    public string Key { get; private set; } = "";

    /// <summary>As shown.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Folded name.</summary>
    public string NameKey { get; private set; } = "";

    /// <summary>The broader term.</summary>
    public Guid? ParentId { get; private set; }

    /// <summary>Other names, common misspellings included; imports and search understand them.</summary>
    public List<string> Aliases { get; private set; } = [];

    /// <summary>Place among its siblings.</summary>
    public int Order { get; private set; }

    /// <summary>No longer offered, still understood.</summary>
    public bool Retired { get; private set; }

    /// <summary>Editions of a product, as offered in forms.</summary>
    public List<string> Editions { get; private set; } = [];

    /// <summary>The term that took over everything named by this one; it still understands the old names and key.</summary>
    public Guid? MergedIntoId { get; private set; }

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <summary>Changes the shown name and the other names.</summary>
    public void Rename(string name, IEnumerable<string> aliases)
    {
        Name = Guard.Required(name, NameLength, "Name");
        NameKey = TextKey.Of(Name);
        Aliases = [.. aliases.Select(alias => alias.Trim()).Where(alias => alias.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)];
    }

    /// <summary>Changes the editions that forms offer for a product.</summary>
    public void Offer(IEnumerable<string> editions) =>
        Editions = [.. editions.Select(edition => edition.Trim()).Where(edition => edition.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>No longer offered; what has it keeps it.</summary>
    public void Retire() => Retired = true;

    /// <summary>Offered again.</summary>
    public void Restore()
    {
        if (MergedIntoId is not null)
        {
            throw new IllegalMoveException($"{Name} was merged into another term.");
        }

        Retired = false;
    }

    /// <summary>Stands below another term, or at the top; the caller sees to it that there is no circle.</summary>
    public void MoveBelow(Guid? parentId, int order)
    {
        if (parentId == Id)
        {
            throw new IllegalMoveException("A term can't stand below itself.");
        }

        ParentId = parentId;
        Order = order;
    }

    /// <summary>Another term takes over all that this one names.</summary>
    public void MergeInto(Guid survivorId)
    {
        if (survivorId == Id || MergedIntoId is not null)
        {
            throw new IllegalMoveException(survivorId == Id ? "A term can't be merged into itself." : $"{Name} was merged into another term already.");
        }

        MergedIntoId = survivorId;
        Retired = true;
    }

    /// <summary>Whether this term goes by the folded name.</summary>
    public bool GoesBy(string nameKey) => NameKey == nameKey || TextKey.Of(Key) == nameKey || Aliases.Exists(alias => TextKey.Of(alias) == nameKey);
}

internal sealed class TermConfiguration : IEntityTypeConfiguration<Term>
{
    public void Configure(EntityTypeBuilder<Term> builder)
    {
        builder.Property(term => term.Key).HasMaxLength(Term.KeyLength);
        builder.Property(term => term.Name).HasMaxLength(Term.NameLength);
        builder.Property(term => term.NameKey).HasMaxLength(Term.NameLength * 2);
        builder.Property(term => term.Aliases).HasJsonText();
        builder.Property(term => term.Editions).HasJsonText().HasDefaultValue(new List<string>());
        builder.HasOne<Term>().WithMany().HasForeignKey(term => term.MergedIntoId);
        builder.HasOne<Term>().WithMany().HasForeignKey(term => term.ParentId);
        builder.HasIndex(term => new { term.Kind, term.Key }).IsUnique();
    }
}
