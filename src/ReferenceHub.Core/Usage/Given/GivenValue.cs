using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Deals;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Usage;

/// <summary>What a customer got for its help.</summary>
public enum GivenKind
{
    /// <summary>A seat or a stage at an event.</summary>
    EventSeat,

    /// <summary>A session on the product's future with those who build it.</summary>
    RoadmapSession,

    /// <summary>A meeting with somebody of the management.</summary>
    ExecutiveMeeting,

    /// <summary>Training or a workshop.</summary>
    Training,

    /// <summary>A thank-you in public: a post, an award, a story that helps them.</summary>
    PublicThanks,

    /// <summary>A gift; rules apply.</summary>
    Gift,

    /// <summary>Something else.</summary>
    Other,
}

/// <summary>One line of what was given to a customer. Append-only: what was written by mistake is taken back by another line.</summary>
public sealed class GivenValue
{
    /// <summary>Longest note in characters.</summary>
    public const int NoteLength = 300;

    /// <summary>Most units that one thing makes up for.</summary>
    public const int MostUnits = 20;

    private GivenValue()
    {
    }

    /// <summary>Something given on a day (program's zone), worth so many effort units, and money in a currency if it has a price.</summary>
    public GivenValue(Guid id, Guid customerId, Guid? contactId, GivenKind kind, DateOnly on, int units, (decimal Amount, string Currency)? worth, string? note)
    {
        (Id, CustomerId, ContactId, Kind, On) = (id, customerId, contactId, kind, Guard.Day(on));
        Units = Guard.Between(units, 0, MostUnits, "Units");
        if (worth is var (amount, currency))
        {
            Worth = amount is >= 0 and < PolicyEdition.MostAmount && Currencies.WhyNot(amount, currency) is null ? amount : throw new ArgumentOutOfRangeException(nameof(worth), worth, "The price is 0 or more, and no finer than its currency.");
            Currency = Currencies.Knows(currency) ? currency : throw new ArgumentOutOfRangeException(nameof(worth), worth, "A price has a known currency.");
        }

        Note = Guard.Optional(note, NoteLength, "Note");
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <summary>The customer.</summary>
    public Guid CustomerId { get; private set; }

    /// <summary>Who got it, if one person.</summary>
    public Guid? ContactId { get; private set; }

    /// <summary>What it was.</summary>
    public GivenKind Kind { get; private set; }

    /// <summary>Day on which it was given, in the program's zone.</summary>
    public DateOnly On { get; private set; }

    /// <summary>Effort units it makes up for; negative when taken back.</summary>
    public int Units { get; private set; }

    /// <summary>Price; negative when taken back, null when it has none.</summary>
    public decimal? Worth { get; private set; }

    /// <summary>Currency of the price (ISO 4217), as it was when it was written down; null without a price.</summary>
    public string? Currency { get; private set; }

    /// <summary>What exactly, or why it was taken back.</summary>
    public string? Note { get; private set; }

    /// <summary>The line that this one takes back.</summary>
    public Guid? TakesBackId { get; private set; }

    /// <summary>When it was written (UTC).</summary>
    public DateTime At { get; private set; }

    /// <summary>Who wrote it, when it was a person.</summary>
    public Guid? ActorId { get; private set; }

    /// <summary>Who wrote it, as named then.</summary>
    public string ActorName { get; private set; } = "";

    /// <summary>Notes who wrote it, and when.</summary>
    public GivenValue WrittenBy(Guid? actorId, string actorName, DateTime at)
    {
        (ActorId, ActorName, At) = (actorId, actorName, at);
        return this;
    }

    /// <summary>The line that takes this one back.</summary>
    public GivenValue Undone(Guid id, string reason) => new()
    {
        Id = id,
        CustomerId = CustomerId,
        ContactId = ContactId,
        Kind = Kind,
        On = On,
        Units = -Units,
        Worth = -Worth,
        Currency = Currency,
        Note = Guard.Required(reason, NoteLength, "Reason"),
        TakesBackId = TakesBackId is null ? Id : throw new IllegalMoveException("A line that takes another back is not taken back itself; write it down anew."),
    };

    /// <summary>Belongs to another record from now on: the two records were one company.</summary>
    internal void MoveTo(Guid customerId, Guid? contactId) => (CustomerId, ContactId) = (customerId, contactId);
}

internal sealed class GivenValueConfiguration : IEntityTypeConfiguration<GivenValue>
{
    public void Configure(EntityTypeBuilder<GivenValue> builder)
    {
        builder.Property(given => given.Note).HasMaxLength(GivenValue.NoteLength);
        builder.Property(given => given.ActorName).HasMaxLength(100);
        builder.Property(given => given.Worth).HasHundredths();
        builder.Property(given => given.Currency).HasMaxLength(3);
        builder.HasOne<Customer>().WithMany().HasForeignKey(given => given.CustomerId);
        builder.HasOne<Contact>().WithMany().HasForeignKey(given => given.ContactId);
        builder.HasIndex(given => new { given.CustomerId, given.On });
        builder.HasIndex(given => given.TakesBackId);
    }
}
