using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Processes;

namespace ReferenceHub.Core.Projects;

/// <summary>What is known of somebody outside.</summary>
/// <param name="Name">As shown.</param>
/// <param name="Email">Where their links go.</param>
/// <param name="Company">The studio or agency.</param>
/// <param name="Role">What they usually do.</param>
/// <param name="Language">Language of their mails (ISO 639-1).</param>
public sealed record OutsiderFacts(string Name, string Email, string? Company, StepRole Role, string Language);

/// <summary>A writer or agency without an account, who works on steps from signed links.</summary>
public sealed class Outsider : IVersioned
{
    /// <summary>Longest company in characters.</summary>
    public const int CompanyLength = 120;

    /// <summary>Longest language key in characters.</summary>
    public const int LanguageLength = 10;

    private Outsider()
    {
    }

    /// <summary>Somebody new.</summary>
    public Outsider(Guid id, OutsiderFacts facts, DateTime now)
    {
        (Id, CreatedAt) = (id, now);
        Describe(facts);
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <summary>As shown.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Folded name, to sort by.</summary>
    public string NameKey { get; private set; } = "";

    /// <summary>Where their links go.</summary>
    public string Email { get; private set; } = "";

    /// <summary>Folded address, kept once.</summary>
    public string EmailKey { get; private set; } = "";

    /// <summary>The studio or agency.</summary>
    public string? Company { get; private set; }

    /// <summary>What they usually do.</summary>
    public StepRole Role { get; private set; }

    /// <summary>Language of their mails (ISO 639-1).</summary>
    public string Language { get; private set; } = "en";

    /// <summary>When they were added (UTC).</summary>
    public DateTime CreatedAt { get; private set; }

    /// <summary>Since when they get no new steps (UTC).</summary>
    public DateTime? LeftAt { get; private set; }

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <summary>Changes what is known of them.</summary>
    public void Describe(OutsiderFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        Name = Guard.Required(facts.Name, User.NameLength, "Name");
        NameKey = TextKey.Of(Name, User.NameLength * 2);
        Email = Guard.Required(facts.Email, User.EmailLength, "E-mail");
        EmailKey = User.EmailKey(Email);
        Company = Guard.Optional(facts.Company, CompanyLength, "Company");
        Role = facts.Role;
        Language = Guard.Required(facts.Language, LanguageLength, "Language");
    }

    /// <summary>They get no new steps.</summary>
    public void Leave(DateTime now) => LeftAt ??= now;

    /// <summary>They work for us again.</summary>
    public void Return() => LeftAt = null;
}

internal sealed class OutsiderConfiguration : IEntityTypeConfiguration<Outsider>
{
    public void Configure(EntityTypeBuilder<Outsider> builder)
    {
        builder.Property(person => person.Name).HasMaxLength(User.NameLength);
        builder.Property(person => person.NameKey).HasMaxLength(User.NameLength * 2);
        builder.Property(person => person.Email).HasMaxLength(User.EmailLength);
        builder.Property(person => person.EmailKey).HasMaxLength(User.EmailLength);
        builder.Property(person => person.Company).HasMaxLength(Outsider.CompanyLength);
        builder.Property(person => person.Language).HasMaxLength(Outsider.LanguageLength);
        builder.HasIndex(person => person.EmailKey).IsUnique();
        builder.HasIndex(person => person.NameKey);
    }
}
