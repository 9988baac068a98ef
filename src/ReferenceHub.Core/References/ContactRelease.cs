using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.References;

/// <summary>
/// A requester may see a contact's details, and a confidential customer's name, because that candidate accepted for a
/// request of theirs. Written by Requests; ends 30 days after completion.
/// </summary>
public sealed class ContactRelease : ICatalogPart
{
    /// <summary>Days a release outlives the completed use.</summary>
    public const int DaysAfterCompletion = 30;

    private ContactRelease()
    {
    }

    /// <summary>A release; the source is the candidate that accepted.</summary>
    public ContactRelease(Guid id, Guid sourceId, Guid customerId, Guid? contactId, Guid userId, DateTime now)
    {
        Id = id;
        SourceId = sourceId;
        CustomerId = customerId;
        ContactId = contactId;
        UserId = userId;
        ReleasedAt = now;
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <summary>The candidate that accepted.</summary>
    public Guid SourceId { get; private set; }

    /// <summary>Whose name is released.</summary>
    public Guid CustomerId { get; private set; }

    /// <summary>Whose details are released.</summary>
    public Guid? ContactId { get; private set; }

    /// <summary>To whom.</summary>
    public Guid UserId { get; private set; }

    /// <summary>Since when (UTC).</summary>
    public DateTime ReleasedAt { get; private set; }

    /// <summary>Until when (UTC); open while the use lies ahead.</summary>
    public DateTime? EndsAt { get; private set; }

    /// <summary>Ends 30 days after the use was held.</summary>
    public void EndAfterCompletion(DateTime completedAt) => EndsAt = completedAt.AddDays(DaysAfterCompletion);

    /// <summary>Is about another record from now on: the two records were one company.</summary>
    public void MoveTo(Guid customerId, Guid? contactId) => (CustomerId, ContactId) = (customerId, contactId);

    /// <summary>Ends now: the candidate fell away.</summary>
    public void EndNow(DateTime now) => EndsAt = now;
}

internal sealed class ContactReleaseConfiguration : IEntityTypeConfiguration<ContactRelease>
{
    public void Configure(EntityTypeBuilder<ContactRelease> builder)
    {
        builder.HasOne<Customer>().WithMany().HasForeignKey(release => release.CustomerId);
        builder.HasOne<Contact>().WithMany().HasForeignKey(release => release.ContactId);
        builder.HasIndex(release => new { release.UserId, release.CustomerId });
        builder.HasIndex(release => release.SourceId);
    }
}
