using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.References;

/// <summary>By which right somebody saw how to reach a contact.</summary>
public enum RevealRight
{
    /// <summary>Owns the customer.</summary>
    Owner,

    /// <summary>Program manager or marketing.</summary>
    Program,

    /// <summary>The contact accepted for a request of theirs.</summary>
    Release,
}

/// <summary>Where the details were seen.</summary>
public enum RevealPlace
{
    /// <summary>Looked up on the profile.</summary>
    Profile,

    /// <summary>In the form in which they are changed.</summary>
    Form,
}

/// <summary>That somebody saw e-mail and phone of a contact: who, whose, when, by which right. Append-only.</summary>
public sealed class ContactReveal
{
    /// <summary>Views of different contacts by one person in one day above which the day stands out.</summary>
    public const int UsualADay = 20;

    private ContactReveal()
    {
    }

    /// <summary>A view; the day is that of the program's zone, the source is the candidate whose yes released the details.</summary>
    public ContactReveal(Guid id, DateTime at, DateOnly day, Guid userId, Contact contact, RevealRight right, Guid? sourceId, RevealPlace place)
    {
        ArgumentNullException.ThrowIfNull(contact);
        Id = id;
        At = at;
        On = day;
        UserId = userId;
        CustomerId = contact.CustomerId;
        ContactId = contact.Id;
        ContactName = contact.Name;
        Right = right;
        SourceId = sourceId;
        Place = place;
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <summary>When (UTC).</summary>
    public DateTime At { get; private set; }

    /// <summary>The day in the program's zone.</summary>
    public DateOnly On { get; private set; }

    /// <summary>Who.</summary>
    public Guid UserId { get; private set; }

    /// <summary>The contact's customer.</summary>
    public Guid CustomerId { get; private set; }

    /// <summary>Whose details.</summary>
    public Guid ContactId { get; private set; }

    /// <summary>Whose details, as named then.</summary>
    public string ContactName { get; private set; } = "";

    /// <summary>By which right.</summary>
    public RevealRight Right { get; private set; }

    /// <summary>The candidate that accepted, when they were released.</summary>
    public Guid? SourceId { get; private set; }

    /// <summary>Where they were seen.</summary>
    public RevealPlace Place { get; private set; }

    /// <summary>Is about another record from now on: the two records were one company.</summary>
    public void MoveTo(Guid customerId, Guid contactId) => (CustomerId, ContactId) = (customerId, contactId);
}

internal sealed class ContactRevealConfiguration : IEntityTypeConfiguration<ContactReveal>
{
    public void Configure(EntityTypeBuilder<ContactReveal> builder)
    {
        builder.Property(reveal => reveal.ContactName).HasMaxLength(Contact.NameLength);
        builder.HasOne<User>().WithMany().HasForeignKey(reveal => reveal.UserId);
        builder.HasOne<Customer>().WithMany().HasForeignKey(reveal => reveal.CustomerId);
        builder.HasOne<Contact>().WithMany().HasForeignKey(reveal => reveal.ContactId);
        builder.HasIndex(reveal => reveal.At);
        builder.HasIndex(reveal => new { reveal.UserId, reveal.On });
        builder.HasIndex(reveal => new { reveal.CustomerId, reveal.At });
    }
}
