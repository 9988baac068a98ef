using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.History;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Data;

public sealed partial class ReferenceHubDbContext
{
    /// <summary>The change feed.</summary>
    public DbSet<ChangeNotice> ChangeNotices => Set<ChangeNotice>();

    /// <summary>Number series of requests and projects.</summary>
    public DbSet<NumberSeries> NumberSeries => Set<NumberSeries>();

    /// <summary>Sets of first data that are complete.</summary>
    public DbSet<SeedMark> SeedMarks => Set<SeedMark>();

    /// <summary>The one organisation row.</summary>
    public DbSet<Organisation> Organisations => Set<Organisation>();

    /// <summary>Teams of people.</summary>
    public DbSet<Team> Teams => Set<Team>();

    /// <summary>Who changed what, when.</summary>
    public DbSet<HistoryEvent> HistoryEvents => Set<HistoryEvent>();

    /// <summary>Bytes kept once.</summary>
    public DbSet<StoredFile> StoredFiles => Set<StoredFile>();

    /// <summary>Their stretches.</summary>
    public DbSet<StoredFilePart> StoredFileParts => Set<StoredFilePart>();

    /// <summary>Files under a name.</summary>
    public DbSet<Attachment> Attachments => Set<Attachment>();
}
