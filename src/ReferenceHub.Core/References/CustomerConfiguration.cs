using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ReferenceHub.Core.References;

internal sealed class CustomerConfiguration : IEntityTypeConfiguration<Customer>
{
    public void Configure(EntityTypeBuilder<Customer> builder)
    {
        builder.Property(customer => customer.Name).HasMaxLength(Customer.NameLength);
        builder.Property(customer => customer.NameKey).HasMaxLength(Customer.NameLength * 2);
        builder.Property(customer => customer.ExternalId).HasMaxLength(Customer.ExternalIdLength);
        builder.Property(customer => customer.City).HasMaxLength(Customer.CityLength);
        builder.Property(customer => customer.ParentName).HasMaxLength(Customer.NameLength);
        builder.Property(customer => customer.Website).HasMaxLength(Customer.WebsiteLength);
        builder.Property(customer => customer.Story).HasMaxLength(Customer.StoryLength);
        builder.Property(customer => customer.Notes).HasMaxLength(Customer.StoryLength);
        builder.Property(customer => customer.StatusReason).HasMaxLength(Customer.StoryLength);
        builder.Property(customer => customer.WebDomain).HasMaxLength(WebDomain.Length);
        builder.Ignore(customer => customer.CompanyFacts);
        builder.Ignore(customer => customer.IsPresent);
        builder.HasOne(customer => customer.Owner).WithMany().HasForeignKey(customer => customer.OwnerId);
        builder.HasOne(customer => customer.Industry).WithMany().HasForeignKey(customer => customer.IndustryId);
        builder.HasOne(customer => customer.Region).WithMany().HasForeignKey(customer => customer.RegionId);
        builder.HasOne<Customer>().WithMany().HasForeignKey(customer => customer.MergedIntoId);
        builder.HasIndex(customer => customer.NameKey);
        builder.HasIndex(customer => customer.WebDomain);
        builder.HasIndex(customer => customer.ExternalId);
        builder.HasIndex(customer => customer.OwnerId);
    }
}
