using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.References;

/// <summary>A person at a customer who may act for it.</summary>
public sealed class Contact : IVersioned, ICatalogPart
{
    /// <summary>Longest name, in characters.</summary>
    public const int NameLength = 100;

    /// <summary>Longest job title, in characters.</summary>
    public const int JobTitleLength = 100;

    /// <summary>Longest e-mail address, in characters.</summary>
    public const int EmailLength = 200;

    /// <summary>Longest phone number, in characters.</summary>
    public const int PhoneLength = 40;

    /// <summary>Longest wishes, in characters.</summary>
    public const int WishesLength = 300;

    /// <summary>Most minutes that an own limit may name.</summary>
    public const int MostMinutes = 10_000;

    /// <summary>Most uses that an own limit may name.</summary>
    public const int MostUses = 1000;

    private Contact()
    {
    }

    /// <summary>A person at a customer.</summary>
    public Contact(Guid id, Guid customerId, string name)
    {
        Id = id;
        CustomerId = customerId;
        Name = Guard.Required(name, NameLength, "Name");
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <summary>Key in the CRM.</summary>
    public string? ExternalId { get; private set; }

    /// <inheritdoc/>
    public Guid CustomerId { get; private set; }

    /// <summary>Name.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Job title.</summary>
    public string? JobTitle { get; private set; }

    /// <summary>E-mail; shown by role and release, each view logged.</summary>
    public string? Email { get; private set; }

    /// <summary>Phone; shown by role and release, each view logged.</summary>
    public string? Phone { get; private set; }

    /// <summary>Language keys (ISO 639-1).</summary>
    public List<string> Languages { get; private set; } = [];

    /// <summary>IANA zone.</summary>
    public string? ZoneId { get; private set; }

    /// <summary>What the person is willing to do.</summary>
    public List<PermissionScope> Willing { get; private set; } = [];

    /// <summary>Wishes in words: "mornings, no press".</summary>
    public string? Wishes { get; private set; }

    /// <summary>Keys of the use cases the person speaks about best; none said means any.</summary>
    public List<string> Topics { get; private set; } = [];

    /// <summary>Own limit of minutes in 90 days; the program's when null.</summary>
    public int? MinutesPerQuarter { get; private set; }

    /// <summary>Own limit of uses in 90 days, of all kinds together; none of their own when null.</summary>
    public int? UsesPerQuarter { get; private set; }

    /// <summary>Last day of a pause.</summary>
    public DateOnly? PausedUntil { get; private set; }

    /// <summary>When the person left the company (UTC).</summary>
    public DateTime? LeftAt { get; private set; }

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <summary>Changes who the person is and how to reach them.</summary>
    public void Describe(string name, string? jobTitle, string? email, string? phone, IEnumerable<string> languages, string? zoneId)
    {
        Name = Guard.Required(name, NameLength, "Name");
        JobTitle = Guard.Optional(jobTitle, JobTitleLength, "Job title");
        Email = Guard.Optional(email, EmailLength, "E-mail");
        Phone = Guard.Optional(phone, PhoneLength, "Phone");
        Languages = [.. languages.Distinct(StringComparer.Ordinal)];
        ZoneId = Guard.Optional(zoneId, 60, "Time zone");
    }

    /// <summary>Changes what the person is willing to do, and how much of it.</summary>
    public void Agree(IEnumerable<PermissionScope> willing, int? minutesPerQuarter, string? wishes)
    {
        Willing = [.. willing.Distinct().Order()];
        MinutesPerQuarter = minutesPerQuarter is { } minutes ? Guard.Between(minutes, 0, MostMinutes, "Minutes per quarter") : null;
        Wishes = Guard.Optional(wishes, WishesLength, "Wishes");
    }

    /// <summary>Sets the person's own limit of uses in 90 days, or takes it away.</summary>
    public void LimitUses(int? usesPerQuarter) =>
        UsesPerQuarter = usesPerQuarter is { } uses ? Guard.Between(uses, 0, MostUses, "Uses per quarter") : null;

    /// <summary>Changes what the person speaks about best, by keys of use cases.</summary>
    public void SpeakAbout(IEnumerable<string> topics) => Topics = [.. topics.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>Notes the person's key in the CRM.</summary>
    public void KnowAs(string? externalId) => ExternalId = Guard.Optional(externalId, Customer.ExternalIdLength, "External id");

    /// <summary>The person belongs to another record from now on: the two records were one company.</summary>
    public void MoveTo(Guid customerId) => CustomerId = customerId;

    /// <summary>Lets the person rest through a day, or ends the rest.</summary>
    public void Pause(DateOnly? until) => PausedUntil = until is { } day ? Guard.Day(day) : null;

    /// <summary>The person no longer works there.</summary>
    public void Leave(DateTime now) => LeftAt ??= now;

    /// <summary>The person works there after all.</summary>
    public void Return() => LeftAt = null;

    /// <summary>Whether the person may be asked for a scope on a day.</summary>
    public bool MayBeAsked(PermissionScope scope, DateOnly day) =>
        LeftAt is null && !(PausedUntil >= day) && Willing.Contains(scope);
}

internal sealed class ContactConfiguration : IEntityTypeConfiguration<Contact>
{
    public void Configure(EntityTypeBuilder<Contact> builder)
    {
        builder.Property(contact => contact.Name).HasMaxLength(Contact.NameLength);
        builder.Property(contact => contact.JobTitle).HasMaxLength(Contact.JobTitleLength);
        builder.Property(contact => contact.Email).HasMaxLength(Contact.EmailLength);
        builder.Property(contact => contact.Phone).HasMaxLength(Contact.PhoneLength);
        builder.Property(contact => contact.Wishes).HasMaxLength(Contact.WishesLength);
        builder.Property(contact => contact.ExternalId).HasMaxLength(Customer.ExternalIdLength);
        builder.Property(contact => contact.Languages).HasJsonText();
        builder.Property(contact => contact.Topics).HasJsonText().HasDefaultValue(new List<string>());
        builder.Property(contact => contact.Willing).HasJsonText();
        builder.HasOne<Customer>().WithMany(customer => customer.Contacts).HasForeignKey(contact => contact.CustomerId);
    }
}
