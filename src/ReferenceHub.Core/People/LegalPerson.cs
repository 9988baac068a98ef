using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.People;

/// <summary>Somebody who answers for legal: a person with an account, or an outsider who is asked by link.</summary>
public sealed class LegalPerson
{
    private LegalPerson()
    {
    }

    /// <summary>Names somebody.</summary>
    public LegalPerson(Guid id, string name, string email)
    {
        Id = id;
        Name = Guard.Required(name, User.NameLength, "Name");
        Email = Guard.Required(email, User.EmailLength, "E-mail");
        EmailKey = User.EmailKey(Email);
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <summary>As shown.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Where they are asked.</summary>
    public string Email { get; private set; } = "";

    /// <summary>Folded address, named once.</summary>
    public string EmailKey { get; private set; } = "";
}

internal sealed class LegalPersonConfiguration : IEntityTypeConfiguration<LegalPerson>
{
    public void Configure(EntityTypeBuilder<LegalPerson> builder)
    {
        builder.Property(person => person.Name).HasMaxLength(User.NameLength);
        builder.Property(person => person.Email).HasMaxLength(User.EmailLength);
        builder.Property(person => person.EmailKey).HasMaxLength(User.EmailLength);
        builder.HasIndex(person => person.EmailKey).IsUnique();
    }
}
