using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Usage;

/// <summary>What a customer let us feel.</summary>
public enum SignalKind
{
    /// <summary>Said no to an ask.</summary>
    Declined,

    /// <summary>Rated a use.</summary>
    Rated,
}

/// <summary>A decline or a rating of a customer; fatigue is derived from them. Append-only.</summary>
public sealed class UsageSignal : IUsagePart
{
    /// <summary>Best rating.</summary>
    public const int MostRating = 5;

    private UsageSignal()
    {
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <inheritdoc/>
    public Guid CustomerId { get; private set; }

    /// <summary>The contact it came from, if known.</summary>
    public Guid? ContactId { get; private set; }

    /// <summary>Decline or rating.</summary>
    public SignalKind Kind { get; private set; }

    /// <summary>1 (poor) to 5 (excellent), of a rating.</summary>
    public int? Rating { get; private set; }

    /// <summary>Day in the program's zone.</summary>
    public DateOnly On { get; private set; }

    /// <summary>When it was recorded (UTC).</summary>
    public DateTime At { get; private set; }

    /// <summary>Is about another record from now on: the two records were one company.</summary>
    public void MoveTo(Guid customerId, Guid? contactId) => (CustomerId, ContactId) = (customerId, contactId);

    /// <summary>The customer said no.</summary>
    public static UsageSignal Declined(Guid id, Guid customerId, Guid? contactId, DateOnly on, DateTime now) =>
        new() { Id = id, CustomerId = customerId, ContactId = contactId, Kind = SignalKind.Declined, On = on, At = now };

    /// <summary>A use was rated, 1 to 5.</summary>
    public static UsageSignal Rated(Guid id, Guid customerId, Guid? contactId, int rating, DateOnly on, DateTime now) => new()
    {
        Id = id, CustomerId = customerId, ContactId = contactId, Kind = SignalKind.Rated, Rating = Guard.Between(rating, 1, MostRating, "Rating"), On = on, At = now,
    };
}

internal sealed class UsageSignalConfiguration : IEntityTypeConfiguration<UsageSignal>
{
    public void Configure(EntityTypeBuilder<UsageSignal> builder)
    {
        builder.HasOne<Customer>().WithMany().HasForeignKey(signal => signal.CustomerId);
        builder.HasOne<Contact>().WithMany().HasForeignKey(signal => signal.ContactId);
    }
}
