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

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <summary>Records an answer.</summary>
    public void Record(PermissionStatus status, DateOnly? validUntil, string? evidence, DateTime now)
    {
        Status = status;
        ValidUntil = status == PermissionStatus.Unknown ? null : validUntil;
        Evidence = Guard.Optional(evidence, EvidenceLength, "Evidence");
        RecordedAt = now;
    }

    /// <summary>The answer on a day: a lapsed yes is unknown, a no does not lapse into a yes.</summary>
    public PermissionStatus StatusOn(DateOnly day) =>
        Status == PermissionStatus.Granted && ValidUntil < day ? PermissionStatus.Unknown : Status;
}

internal sealed class PermissionConfiguration : IEntityTypeConfiguration<Permission>
{
    public void Configure(EntityTypeBuilder<Permission> builder)
    {
        builder.Property(permission => permission.Evidence).HasMaxLength(Permission.EvidenceLength);
        builder.HasOne<Customer>().WithMany(customer => customer.Permissions).HasForeignKey(permission => permission.CustomerId);
        builder.HasIndex(permission => new { permission.CustomerId, permission.Scope }).IsUnique();
    }
}
