using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Projects;

namespace ReferenceHub.Core.Data;

public sealed partial class ReferenceHubDbContext
{
    /// <summary>Runs of processes.</summary>
    public DbSet<Project> Projects => Set<Project>();

    /// <summary>Steps of projects.</summary>
    public DbSet<ProjectStep> ProjectSteps => Set<ProjectStep>();

    /// <summary>Timelines of projects.</summary>
    public DbSet<ProjectEvent> ProjectEvents => Set<ProjectEvent>();

    /// <summary>Who does what in which project.</summary>
    public DbSet<CastMember> CastMembers => Set<CastMember>();

    /// <summary>Writers and agencies.</summary>
    public DbSet<Outsider> Outsiders => Set<Outsider>();

    /// <summary>Texts being worked on.</summary>
    public DbSet<ProjectText> ProjectTexts => Set<ProjectText>();

    /// <summary>Kept versions of texts.</summary>
    public DbSet<TextVersion> TextVersions => Set<TextVersion>();

    /// <summary>Approvals of versions.</summary>
    public DbSet<TextVerdict> TextVerdicts => Set<TextVerdict>();

    /// <summary>Comments on steps and texts.</summary>
    public DbSet<ProjectComment> ProjectComments => Set<ProjectComment>();

    /// <summary>Files of projects.</summary>
    public DbSet<ProjectFile> ProjectFiles => Set<ProjectFile>();

    /// <summary>Quotes and figures.</summary>
    public DbSet<EvidenceItem> EvidenceItems => Set<EvidenceItem>();
}
