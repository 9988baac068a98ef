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

    /// <summary>Who saw how to reach a contact.</summary>
    public DbSet<ContactReveal> ContactReveals => Set<ContactReveal>();

    /// <summary>What content is about.</summary>
    public DbSet<AssetTerm> AssetTerms => Set<AssetTerm>();

    /// <summary>Content as it stood after each change.</summary>
    public DbSet<AssetVersion> AssetVersions => Set<AssetVersion>();

    /// <summary>Words of content.</summary>
    public DbSet<AssetWord> AssetWords => Set<AssetWord>();

    /// <summary>Content shared by link.</summary>
    public DbSet<ContentShare> ContentShares => Set<ContentShare>();

    /// <summary>What each share holds.</summary>
    public DbSet<ContentShareItem> ContentShareItems => Set<ContentShareItem>();

    /// <summary>Views of content.</summary>
    public DbSet<ContentView> ContentViews => Set<ContentView>();

    /// <summary>Content beside deals.</summary>
    public DbSet<OpportunityAsset> OpportunityAssets => Set<OpportunityAsset>();

    /// <summary>Nominations and leads.</summary>
    public DbSet<Nomination> Nominations => Set<Nomination>();

    /// <summary>Proposals of change.</summary>
    public DbSet<ChangeProposal> ChangeProposals => Set<ChangeProposal>();
}
