using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Data;

public sealed partial class ReferenceHubDbContext
{
    /// <summary>Sign-ins.</summary>
    public DbSet<Session> Sessions => Set<Session>();

    /// <summary>Failed sign-ins, counted.</summary>
    public DbSet<SignInFailures> SignInFailures => Set<SignInFailures>();

    /// <summary>The token of the first administrator.</summary>
    public DbSet<SetupToken> SetupTokens => Set<SetupToken>();

    /// <summary>Who answers for legal.</summary>
    public DbSet<LegalPerson> LegalPeople => Set<LegalPerson>();

    /// <summary>Keys of the host's data protection.</summary>
    public DbSet<ProtectionKey> ProtectionKeys => Set<ProtectionKey>();

    /// <summary>Filters of lists under a name.</summary>
    public DbSet<SavedView> SavedViews => Set<SavedView>();

    /// <summary>Who is away when, and who stands in.</summary>
    public DbSet<Absence> Absences => Set<Absence>();
}
