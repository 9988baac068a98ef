using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Import;

namespace ReferenceHub.Core.Data;

public sealed partial class ReferenceHubDbContext
{
    /// <summary>Uploaded files on their way into the program.</summary>
    public DbSet<ImportBatch> ImportBatches => Set<ImportBatch>();

    /// <summary>Their bytes.</summary>
    public DbSet<ImportFile> ImportFiles => Set<ImportFile>();

    /// <summary>How files were understood.</summary>
    public DbSet<ImportMemory> ImportMemories => Set<ImportMemory>();

    /// <summary>What values of files mean.</summary>
    public DbSet<ImportAnswer> ImportAnswers => Set<ImportAnswer>();

    /// <summary>Rows that imports touched.</summary>
    public DbSet<ImportTrace> ImportTraces => Set<ImportTrace>();
}
