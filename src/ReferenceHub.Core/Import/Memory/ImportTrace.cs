using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.Import;

/// <summary>What kind of row an import touched.</summary>
public enum TracedRow
{
    /// <summary>A customer.</summary>
    Customer,

    /// <summary>A deal.</summary>
    Opportunity,

    /// <summary>A contact.</summary>
    Contact,

    /// <summary>A product use.</summary>
    ProductUse,

    /// <summary>A permission.</summary>
    Permission,

    /// <summary>A use in the ledger.</summary>
    Use,

    /// <summary>A taxonomy term.</summary>
    Term,
}

/// <summary>One row that an import made or changed, so that the import can be taken back while nothing newer touched it.</summary>
public sealed class ImportTrace
{
    private ImportTrace()
    {
    }

    /// <summary>A row made, or changed from <paramref name="before"/> (as JSON).</summary>
    public ImportTrace(Guid id, Guid batchId, TracedRow row, Guid rowId, bool created, int versionAfter, string? before)
    {
        Id = id;
        BatchId = batchId;
        Row = row;
        RowId = rowId;
        Created = created;
        VersionAfter = versionAfter;
        Before = before;
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <summary>The import.</summary>
    public Guid BatchId { get; private set; }

    /// <summary>Kind of row.</summary>
    public TracedRow Row { get; private set; }

    /// <summary>Key of the row.</summary>
    public Guid RowId { get; private set; }

    /// <summary>Whether the import made it.</summary>
    public bool Created { get; private set; }

    /// <summary>The row's version when the import had written it; a later one means that somebody touched it.</summary>
    public int VersionAfter { get; private set; }

    /// <summary>The row as it was before, as JSON.</summary>
    public string? Before { get; private set; }

    /// <summary>A later import was taken back, by which the row got this version and is again as this import left it.</summary>
    public void Follow(int version) => VersionAfter = version;
}

internal sealed class ImportTraceConfiguration : IEntityTypeConfiguration<ImportTrace>
{
    public void Configure(EntityTypeBuilder<ImportTrace> builder)
    {
        builder.Property(trace => trace.Before).IsLongText();
        builder.HasOne<ImportBatch>().WithMany().HasForeignKey(trace => trace.BatchId);
        builder.HasIndex(trace => new { trace.BatchId, trace.Row });
        builder.HasIndex(trace => trace.RowId);
    }
}
