using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.References;

/// <summary>What a customer may agree to.</summary>
public enum PermissionScope
{
    /// <summary>A call with a prospect.</summary>
    SalesCall,

    /// <summary>A prospect's visit.</summary>
    SiteVisit,

    /// <summary>Talking to an analyst.</summary>
    Analyst,

    /// <summary>Talking to the press.</summary>
    Press,

    /// <summary>Speaking at an event.</summary>
    Event,

    /// <summary>Being named in an RFP.</summary>
    Rfp,

    /// <summary>A quote.</summary>
    Quote,

    /// <summary>Showing the logo.</summary>
    Logo,

    /// <summary>A written story.</summary>
    Story,

    /// <summary>A video.</summary>
    Video,
}

/// <summary>The customer's answer; silence is never consent.</summary>
public enum PermissionStatus
{
    /// <summary>May be asked through the owner; a yes covers that one use.</summary>
    Unknown,

    /// <summary>Agreed.</summary>
    Granted,

    /// <summary>Refused: never a candidate, never published.</summary>
    Denied,
}

/// <summary>Where a granted quote, logo, story or video may appear.</summary>
public enum PermissionChannel
{
    /// <summary>Our website.</summary>
    Website,

    /// <summary>Social networks.</summary>
    Social,

    /// <summary>Shown or sent to a prospect by sales.</summary>
    Sales,

    /// <summary>RFP answers and offers.</summary>
    Proposals,

    /// <summary>Events and fairs.</summary>
    Events,

    /// <summary>Press and advertising.</summary>
    Press,

    /// <summary>Print.</summary>
    Print,

    /// <summary>Our own staff.</summary>
    Internal,
}

/// <summary>What a customer said for one scope: until when, where and on which channels, and the file that proves it, if one is new.</summary>
public sealed record PermissionAnswer(
    PermissionStatus Status, DateOnly? ValidUntil, string? Evidence, IReadOnlyList<string> Regions, IReadOnlyList<PermissionChannel> Channels, Guid? FileId = null);

/// <summary>One scope of what a customer has agreed to.</summary>
public sealed class Permission : IVersioned, ICatalogPart
{
    /// <summary>Longest evidence, in characters.</summary>
    public const int EvidenceLength = 500;

    private Permission()
    {
    }

    /// <summary>An answer for one scope.</summary>
    public Permission(Guid id, Guid customerId, PermissionScope scope)
    {
        Id = id;
        CustomerId = customerId;
        Scope = scope;
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <inheritdoc/>
    public Guid CustomerId { get; private set; }

    /// <summary>For what.</summary>
    public PermissionScope Scope { get; private set; }

    /// <summary>The answer.</summary>
    public PermissionStatus Status { get; private set; }

    /// <summary>Last day the answer holds; open-ended when null.</summary>
    public DateOnly? ValidUntil { get; private set; }

    /// <summary>Where the answer comes from: "consent form of 30 Jun 2025".</summary>
    public string? Evidence { get; private set; }

    /// <summary>When it was recorded (UTC).</summary>
    public DateTime? RecordedAt { get; private set; }

    /// <summary>Keys of the regions it holds for; everywhere when empty.</summary>
    public List<string> Regions { get; private set; } = [];

    /// <summary>The channels it holds for; every one when empty.</summary>
    public List<PermissionChannel> Channels { get; private set; } = [];

    /// <summary>The signed form or mail (an attachment).</summary>
    public Guid? EvidenceFileId { get; private set; }

    /// <summary>Who recorded it.</summary>
    public Guid? RecordedById { get; private set; }

    /// <summary>The last day of validity that people were last reminded of, and how many days before it.</summary>
    public DateOnly? ExpiryRemindedFor { get; private set; }

    /// <summary>How many days before the end the last reminder was written.</summary>
    public int? ExpiryRemindedDays { get; private set; }

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <summary>
    /// Takes an answer with its limits and evidence. A signed form proves the answer it was given for: it stays beside the same answer
    /// and goes with another one. Only a yes has limits; a no holds everywhere.
    /// </summary>
    public void Answer(PermissionAnswer answer, Guid? by, DateTime now)
    {
        ArgumentNullException.ThrowIfNull(answer);
        var file = answer.FileId ?? (Status == answer.Status ? EvidenceFileId : null);
        Record(answer.Status, answer.ValidUntil, answer.Evidence, now);
        var limited = answer.Status == PermissionStatus.Granted;
        Limit(limited ? answer.Regions : [], limited ? answer.Channels : []);
        Prove(file, by);
    }

    /// <summary>Records an answer.</summary>
    public void Record(PermissionStatus status, DateOnly? validUntil, string? evidence, DateTime now)
    {
        Status = status;
        ValidUntil = status == PermissionStatus.Unknown ? null : validUntil;
        Evidence = Guard.Optional(evidence, EvidenceLength, "Evidence");
        RecordedAt = now;
    }

    /// <summary>Narrows the answer to regions (by key) and channels; none means everywhere.</summary>
    public void Limit(IEnumerable<string> regions, IEnumerable<PermissionChannel> channels)
    {
        Regions = [.. regions.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        Channels = [.. channels.Distinct().Order()];
    }

    /// <summary>Puts the signed form beside the answer, or takes it away; says who recorded it.</summary>
    public void Prove(Guid? evidenceFileId, Guid? by)
    {
        EvidenceFileId = evidenceFileId;
        RecordedById = by;
    }

    /// <summary>The reminder that is due on a day, in days before the end; null when there is none, or people were told already.</summary>
    public int? ReminderDueOn(DateOnly day)
    {
        if (Status != PermissionStatus.Granted || ValidUntil is not { } until || until < day)
        {
            return null;
        }

        var left = until.DayNumber - day.DayNumber;
        int? stage = left <= PermissionReminders.LastDays ? PermissionReminders.LastDays : left <= PermissionReminders.FirstDays ? PermissionReminders.FirstDays : null;
        return ExpiryRemindedFor == until && ExpiryRemindedDays <= stage ? null : stage;
    }

    /// <summary>Says what the answer for the same scope on another record says, evidence and all: the two records were one company.</summary>
    public void TakeOver(Permission other)
    {
        ArgumentNullException.ThrowIfNull(other);
        (Status, ValidUntil, Evidence, RecordedAt) = (other.Status, other.ValidUntil, other.Evidence, other.RecordedAt);
        Limit(other.Regions, other.Channels);
        Prove(other.EvidenceFileId, other.RecordedById);
    }

    /// <summary>Belongs to another record from now on: the two records were one company.</summary>
    public void MoveTo(Guid customerId) => CustomerId = customerId;

    /// <summary>The answer on a day: a lapsed yes is unknown, a no does not lapse into a yes.</summary>
    public PermissionStatus StatusOn(DateOnly day) =>
        Status == PermissionStatus.Granted && ValidUntil < day ? PermissionStatus.Unknown : Status;
}

internal sealed class PermissionConfiguration : IEntityTypeConfiguration<Permission>
{
    public void Configure(EntityTypeBuilder<Permission> builder)
    {
        builder.Property(permission => permission.Evidence).HasMaxLength(Permission.EvidenceLength);
        builder.Property(permission => permission.Regions).HasJsonText().HasDefaultValue(new List<string>());
        builder.Property(permission => permission.Channels).HasJsonText().HasDefaultValue(new List<PermissionChannel>());
        builder.HasOne<Attachment>().WithMany().HasForeignKey(permission => permission.EvidenceFileId);
        builder.HasOne<Customer>().WithMany(customer => customer.Permissions).HasForeignKey(permission => permission.CustomerId);
        builder.HasIndex(permission => new { permission.CustomerId, permission.Scope }).IsUnique();
    }
}
