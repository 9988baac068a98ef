using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.People;

/// <summary>A list's filter under a name: an address query, which shows nobody more than they may see.</summary>
public sealed class SavedView : IVersioned, IPeoplePart
{
    /// <summary>Longest name, in characters.</summary>
    public const int NameLength = 60;

    /// <summary>Longest address of a list, in characters.</summary>
    public const int PageLength = 60;

    /// <summary>Longest query, in characters.</summary>
    public const int QueryLength = 2000;

    private SavedView()
    {
    }

    /// <summary>A filter of a page ("/references") under a name.</summary>
    public SavedView(Guid id, Guid ownerId, string page, string name, string query, bool shared, DateTime now)
    {
        Id = id;
        OwnerId = ownerId;
        Page = Guard.Required(page, PageLength, "Page");
        CreatedAt = now;
        Change(name, query, shared);
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    Guid IPeoplePart.UserId => OwnerId;

    /// <summary>Whose it is.</summary>
    public Guid OwnerId { get; private set; }

    /// <summary>Address of the list.</summary>
    public string Page { get; private set; } = "";

    /// <summary>Its name.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Folded name.</summary>
    public string NameKey { get; private set; } = "";

    /// <summary>The query of the address, without the question mark.</summary>
    public string Query { get; private set; } = "";

    /// <summary>Whether everybody is offered it.</summary>
    public bool Shared { get; private set; }

    /// <summary>Whether the page opens with it for its owner.</summary>
    public bool IsDefault { get; private set; }

    /// <summary>When it was made (UTC).</summary>
    public DateTime CreatedAt { get; private set; }

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <summary>Changes name, filter and who is offered it.</summary>
    public void Change(string name, string query, bool shared)
    {
        Name = Guard.Required(name, NameLength, "Name");
        NameKey = TextKey.Of(Name, NameLength * 2);
        Query = Guard.Optional(query, QueryLength, "Filter") ?? "";
        Shared = shared;
    }

    /// <summary>Opens the page with it, or no more.</summary>
    public void MakeDefault(bool isDefault) => IsDefault = isDefault;
}

internal sealed class SavedViewConfiguration : IEntityTypeConfiguration<SavedView>
{
    public void Configure(EntityTypeBuilder<SavedView> builder)
    {
        builder.Property(view => view.Page).HasMaxLength(SavedView.PageLength);
        builder.Property(view => view.Name).HasMaxLength(SavedView.NameLength);
        builder.Property(view => view.NameKey).HasMaxLength(SavedView.NameLength * 2);
        builder.Property(view => view.Query).HasMaxLength(SavedView.QueryLength);
        builder.HasOne<User>().WithMany().HasForeignKey(view => view.OwnerId);
        builder.HasIndex(view => new { view.Page, view.OwnerId });
    }
}
