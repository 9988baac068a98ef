using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Requests;

namespace ReferenceHub.Core.Data;

public sealed partial class ReferenceHubDbContext
{
    /// <summary>Reference requests.</summary>
    public DbSet<ReferenceRequest> Requests => Set<ReferenceRequest>();

    /// <summary>Their candidates.</summary>
    public DbSet<Candidate> Candidates => Set<Candidate>();

    /// <summary>Their timelines.</summary>
    public DbSet<RequestEvent> RequestEvents => Set<RequestEvent>();
}
