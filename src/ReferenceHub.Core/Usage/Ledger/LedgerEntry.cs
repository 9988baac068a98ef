using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Usage;

/// <summary>What a ledger entry does to a use.</summary>
public enum LedgerKind
{
    /// <summary>Capacity is set aside for an ask.</summary>
    Reserved,

    /// <summary>The use took place.</summary>
    Confirmed,

    /// <summary>The use fell away.</summary>
    Released,

    /// <summary>A use outside the product, or an opening balance.</summary>
    Logged,

    /// <summary>Day, contact or minutes were put right.</summary>
    Corrected,
}

/// <summary>One line of a customer's ledger: the use as it stands after it. Append-only; nothing is ever changed or deleted.</summary>
public sealed class LedgerEntry : IUsagePart
{
    /// <summary>Longest sponsor in characters.</summary>
    public const int SponsorLength = 100;

    /// <summary>Longest reason or note in characters.</summary>
    public const int NoteLength = 500;

    /// <summary>Longest rule in characters.</summary>
    public const int RuleLength = 400;

    private LedgerEntry()
    {
    }

    internal LedgerEntry(Guid id, int sequence, LedgerKind kind, Use use, DateTime at, Guid? actorId, string actorName)
    {
        Id = id;
        CustomerId = use.CustomerId;
        Sequence = sequence;
        UseId = use.UseId;
        Kind = kind;
        ContactId = use.ContactId;
        ActivityKey = use.ActivityKey;
        Units = use.Units;
        Minutes = use.Minutes;
        On = use.On;
        State = use.State;
        Overridden = use.Overridden;
        StartsRest = use.StartsRest;
        ForLargeDeal = use.ForLargeDeal;
        Source = use.Source;
        SourceId = use.SourceId;
        At = at;
        ActorId = actorId;
        ActorName = actorName;
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <inheritdoc/>
    public Guid CustomerId { get; private set; }

    /// <summary>Place in the customer's ledger, from 1 without gaps.</summary>
    public int Sequence { get; private set; }

    /// <summary>The use it is about.</summary>
    public Guid UseId { get; private set; }

    /// <summary>What it does.</summary>
    public LedgerKind Kind { get; private set; }

    /// <summary>The contact, if one is chosen.</summary>
    public Guid? ContactId { get; private set; }

    /// <summary>Activity type.</summary>
    public string ActivityKey { get; private set; } = "";

    /// <summary>Units the use counts for from here on.</summary>
    public int Units { get; private set; }

    /// <summary>Contact minutes the use counts for from here on.</summary>
    public int Minutes { get; private set; }

    /// <summary>Day on which it counts, in the program's zone.</summary>
    public DateOnly On { get; private set; }

    /// <summary>State of the use from here on.</summary>
    public UseState State { get; private set; }

    /// <summary>A rest starts with the use, even if it was released as a no-show.</summary>
    public bool StartsRest { get; private set; }

    /// <summary>What the use came from.</summary>
    public UseSource Source { get; private set; }

    /// <summary>The candidate or import row behind it; of a use outside the product the deal it served.</summary>
    public Guid? SourceId { get; private set; }

    /// <summary>When it was written (UTC).</summary>
    public DateTime At { get; private set; }

    /// <summary>Who wrote it, when it was a person.</summary>
    public Guid? ActorId { get; private set; }

    /// <summary>Who wrote it, as named then.</summary>
    public string ActorName { get; private set; } = "";

    /// <summary>Who answers for an overridden limit.</summary>
    public string? Sponsor { get; private set; }

    /// <summary>Why a limit was overridden.</summary>
    public string? OverrideReason { get; private set; }

    /// <summary>The rule that was overridden, in words.</summary>
    public string? OverriddenRule { get; private set; }

    /// <summary>Note of a logged or corrected use.</summary>
    public string? Note { get; private set; }

    /// <summary>A limit was overridden for the use, by this entry or one before.</summary>
    public bool Overridden { get; private set; }

    /// <summary>The use serves a deal for which capacity is held back; it fills what is kept first.</summary>
    public bool ForLargeDeal { get; private set; }

    /// <summary>True if a limit was overridden by this entry.</summary>
    public bool IsOverride => OverriddenRule is not null;

    /// <summary>What it says as people call it.</summary>
    public EntryDeed Deed => (Kind, State) switch
    {
        (LedgerKind.Reserved, _) => EntryDeed.Reserved,
        (LedgerKind.Confirmed, _) => EntryDeed.Confirmed,
        (LedgerKind.Released, UseState.NoShow) => EntryDeed.NoShow,
        (LedgerKind.Released, _) => EntryDeed.Released,
        (LedgerKind.Logged, _) => EntryDeed.Logged,
        (_, UseState.Planned) => EntryDeed.Agreed,
        (_, UseState.Pending) => EntryDeed.AskedAgain,
        _ => EntryDeed.Corrected,
    };

    /// <summary>Whether the use is over after it, so that what the ledger says can be put right: it took place, or did not when it should have.</summary>
    public bool MayBeCorrected => State is UseState.Done or UseState.NoShow;

    /// <summary>The use as it stands after this entry.</summary>
    public Use AsUse() => new(UseId, CustomerId, ContactId, ActivityKey, Units, Minutes, On, State, StartsRest, Source, SourceId, Overridden) { ForLargeDeal = ForLargeDeal };

    internal void Override(string rule, OverrideMark mark)
    {
        Overridden = true;
        OverriddenRule = rule.Length <= RuleLength ? rule : rule[..RuleLength];
        Sponsor = Guard.Required(mark.Sponsor, SponsorLength, "Sponsor");
        OverrideReason = Guard.Required(mark.Reason, NoteLength, "Reason");
    }

    /// <summary>Stands in another customer's ledger from now on, at another place: the two records were one company. What it says stays.</summary>
    internal void MoveTo(Guid customerId, Guid? contactId, int sequence) => (CustomerId, ContactId, Sequence) = (customerId, contactId, sequence);

    internal void Explain(string? note) => Note = Guard.Optional(note, NoteLength, "Note");
}

internal sealed class LedgerEntryConfiguration : IEntityTypeConfiguration<LedgerEntry>
{
    public void Configure(EntityTypeBuilder<LedgerEntry> builder)
    {
        builder.Property(entry => entry.ActivityKey).HasMaxLength(ActivityType.KeyLength);
        builder.Property(entry => entry.ActorName).HasMaxLength(100);
        builder.Property(entry => entry.Sponsor).HasMaxLength(LedgerEntry.SponsorLength);
        builder.Property(entry => entry.OverrideReason).HasMaxLength(LedgerEntry.NoteLength);
        builder.Property(entry => entry.OverriddenRule).HasMaxLength(LedgerEntry.RuleLength);
        builder.Property(entry => entry.Note).HasMaxLength(LedgerEntry.NoteLength);
        builder.HasOne<Customer>().WithMany().HasForeignKey(entry => entry.CustomerId);
        builder.HasOne<Contact>().WithMany().HasForeignKey(entry => entry.ContactId);
        builder.HasOne<ActivityType>().WithMany().HasForeignKey(entry => entry.ActivityKey);
        builder.HasIndex(entry => new { entry.CustomerId, entry.Sequence }).IsUnique();
        builder.HasIndex(entry => entry.UseId);
        builder.HasIndex(entry => entry.SourceId);
        builder.HasIndex(entry => entry.On);
        builder.HasIndex(entry => entry.At);
    }
}
