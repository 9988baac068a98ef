using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Data;

public sealed partial class ReferenceHubDbContext
{
    /// <summary>Taxonomy terms.</summary>
    public DbSet<Term> Terms => Set<Term>();

    /// <summary>Customers.</summary>
    public DbSet<Customer> Customers => Set<Customer>();

    /// <summary>Contacts.</summary>
    public DbSet<Contact> Contacts => Set<Contact>();

    /// <summary>Product uses.</summary>
    public DbSet<ProductUse> ProductUses => Set<ProductUse>();

    /// <summary>Attributes of customers.</summary>
    public DbSet<CustomerAttribute> CustomerAttributes => Set<CustomerAttribute>();

    /// <summary>Permissions.</summary>
    public DbSet<Permission> Permissions => Set<Permission>();

    /// <summary>Content.</summary>
    public DbSet<Asset> Assets => Set<Asset>();

    /// <summary>Releases of contact details and names.</summary>
    public DbSet<ContactRelease> ContactReleases => Set<ContactRelease>();
}
