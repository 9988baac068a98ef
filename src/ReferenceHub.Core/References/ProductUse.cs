using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.References;

/// <summary>A product the customer runs.</summary>
public sealed class ProductUse : IVersioned, ICatalogPart
{
    /// <summary>Longest edition, deployment or replaced product, in characters.</summary>
    public const int TextLength = 100;

    private ProductUse()
    {
    }

    /// <summary>A product in use.</summary>
    public ProductUse(Guid id, Guid customerId, Guid productId)
    {
        Id = id;
        CustomerId = customerId;
        ProductId = productId;
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <inheritdoc/>
    public Guid CustomerId { get; private set; }

    /// <summary>Product term.</summary>
    public Guid ProductId { get; private set; }

    /// <summary>Product term.</summary>
    public Term? Product { get; private set; }

    /// <summary>Edition.</summary>
    public string? Edition { get; private set; }

    /// <summary>Where it runs, in words: "Azure, West Europe".</summary>
    public string? Deployment { get; private set; }

    /// <summary>First productive day.</summary>
    public DateOnly? LiveSince { get; private set; }

    /// <summary>What it replaced.</summary>
    public string? Replaced { get; private set; }

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <summary>Belongs to another record from now on: the two records were one company.</summary>
    public void MoveTo(Guid customerId) => CustomerId = customerId;

    /// <summary>Names another product from now on: the two terms were one.</summary>
    public void Rename(Guid productId) => ProductId = productId;

    /// <summary>Changes the particulars.</summary>
    public void Describe(string? edition, string? deployment, DateOnly? liveSince, string? replaced)
    {
        Edition = Guard.Optional(edition, TextLength, "Edition");
        Deployment = Guard.Optional(deployment, TextLength, "Deployment");
        LiveSince = liveSince;
        Replaced = Guard.Optional(replaced, TextLength, "Replaced product");
    }
}

/// <summary>A taxonomy term that is true of a customer: platform, language, use case, integration.</summary>
public sealed class CustomerAttribute : ICatalogPart
{
    private CustomerAttribute()
    {
    }

    /// <summary>A term that is true of a customer.</summary>
    public CustomerAttribute(Guid customerId, Guid termId)
    {
        CustomerId = customerId;
        TermId = termId;
    }

    /// <inheritdoc/>
    public Guid CustomerId { get; private set; }

    /// <summary>The term.</summary>
    public Guid TermId { get; private set; }

    /// <summary>The term.</summary>
    public Term? Term { get; private set; }
}

internal sealed class ProductUseConfiguration : IEntityTypeConfiguration<ProductUse>
{
    public void Configure(EntityTypeBuilder<ProductUse> builder)
    {
        builder.Property(use => use.Edition).HasMaxLength(ProductUse.TextLength);
        builder.Property(use => use.Deployment).HasMaxLength(ProductUse.TextLength);
        builder.Property(use => use.Replaced).HasMaxLength(ProductUse.TextLength);
        builder.HasOne<Customer>().WithMany(customer => customer.Products).HasForeignKey(use => use.CustomerId);
        builder.HasOne(use => use.Product).WithMany().HasForeignKey(use => use.ProductId);
        builder.HasIndex(use => new { use.CustomerId, use.ProductId }).IsUnique();
    }
}

internal sealed class CustomerAttributeConfiguration : IEntityTypeConfiguration<CustomerAttribute>
{
    public void Configure(EntityTypeBuilder<CustomerAttribute> builder)
    {
        builder.HasKey(attribute => new { attribute.CustomerId, attribute.TermId });
        builder.HasOne<Customer>().WithMany(customer => customer.Attributes).HasForeignKey(attribute => attribute.CustomerId);
        builder.HasOne(attribute => attribute.Term).WithMany().HasForeignKey(attribute => attribute.TermId);
    }
}
