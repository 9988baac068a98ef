using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.People;

/// <summary>A person with an account.</summary>
public sealed class User : IdentityUser<Guid>, IVersioned, IPeoplePart
{
    /// <summary>Longest name, in characters.</summary>
    public const int NameLength = 100;

    /// <summary>Longest e-mail address, in characters.</summary>
    public const int EmailLength = 200;

    private User()
    {
    }

    /// <summary>A person who may sign in once a password is set.</summary>
    public User(Guid id, string name, string email, Roles roles, DateTime now)
    {
        Id = id;
        Email = Guard.Required(email, EmailLength, "E-mail");
        UserName = Email;
        NormalizedEmail = EmailKey(Email);
        NormalizedUserName = NormalizedEmail;
        Roles = roles;
        CreatedAt = now;
        Rename(name);
        SecurityStamp = id.ToString("N");
    }

    /// <summary>As shown everywhere.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Folded name for sorting and search.</summary>
    public string NameKey { get; private set; } = "";

    /// <summary>What the person is in the program.</summary>
    public Roles Roles { get; private set; }

    /// <summary>The person's team, if any.</summary>
    public Guid? TeamId { get; private set; }

    /// <summary>The person's team, if any.</summary>
    public Team? Team { get; private set; }

    /// <summary>IANA zone in which times are shown; the organisation's when null.</summary>
    public string? ZoneId { get; private set; }

    /// <summary>When the account was made (UTC).</summary>
    public DateTime CreatedAt { get; private set; }

    /// <summary>When the account was switched off (UTC); null while it may sign in.</summary>
    public DateTime? DeactivatedAt { get; private set; }

    /// <inheritdoc/>
    public int Version { get; private set; }

    Guid IPeoplePart.UserId => Id;

    /// <summary>Whether the account may sign in.</summary>
    public bool IsActive => DeactivatedAt is null;

    /// <summary>The folded form of an address that accounts are found by.</summary>
    public static string EmailKey(string email) => email.Trim().Normalize().ToUpperInvariant();

    /// <summary>The person as a viewer.</summary>
    public Viewer AsViewer() => new(Id, Name, Roles);

    /// <summary>Changes the shown name.</summary>
    public void Rename(string name)
    {
        Name = Guard.Required(name, NameLength, "Name");
        NameKey = TextKey.Of(Name);
    }

    /// <summary>Replaces the roles.</summary>
    public void GiveRoles(Roles roles) => Roles = roles;

    /// <summary>Moves the person to a team, or out of any.</summary>
    public void JoinTeam(Guid? teamId) => TeamId = teamId;

    /// <summary>Chooses the zone in which times are shown.</summary>
    public void ChooseZone(string? zoneId) => ZoneId = zoneId;

    /// <summary>Switches the account off.</summary>
    public void Deactivate(DateTime now) => DeactivatedAt ??= now;

    /// <summary>Switches the account on again.</summary>
    public void Reactivate() => DeactivatedAt = null;
}

internal sealed class UserConfiguration : IEntityTypeConfiguration<User>
{
    public void Configure(EntityTypeBuilder<User> builder)
    {
        builder.Property(user => user.Name).HasMaxLength(User.NameLength);
        builder.Property(user => user.NameKey).HasMaxLength(User.NameLength * 2);
        builder.Property(user => user.NormalizedUserName).IsRequired();
        builder.Property(user => user.Roles).HasConversion<int>();
        // Failures are counted per account and network elsewhere, so that nobody can lock another out.
        builder.Ignore(user => user.LockoutEnd);
        builder.HasOne(user => user.Team).WithMany().HasForeignKey(user => user.TeamId);
        builder.HasIndex(user => user.NameKey);
    }
}
