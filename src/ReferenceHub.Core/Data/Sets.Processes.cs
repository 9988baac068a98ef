using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Processes;

namespace ReferenceHub.Core.Data;

public sealed partial class ReferenceHubDbContext
{
    /// <summary>Ways to work.</summary>
    public DbSet<ProcessTemplate> ProcessTemplates => Set<ProcessTemplate>();

    /// <summary>Versions of ways to work.</summary>
    public DbSet<ProcessVersion> ProcessVersions => Set<ProcessVersion>();
}
