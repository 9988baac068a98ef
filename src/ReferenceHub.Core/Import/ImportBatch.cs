using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Import;

/// <summary>How far an import is.</summary>
public enum ImportState
{
    /// <summary>Uploaded; its columns are being matched.</summary>
    Staged,

    /// <summary>Being written.</summary>
    Running,

    /// <summary>Written.</summary>
    Done,

    /// <summary>Written, and taken back.</summary>
    Undone,
}

/// <summary>One uploaded file on its way into the program; nothing of it counts before it is done.</summary>
public sealed class ImportBatch : IVersioned
{
    /// <summary>Largest file, in bytes.</summary>
    public const int MostBytes = 25 * 1024 * 1024;

    /// <summary>Longest file name, in characters.</summary>
    public const int FileNameLength = 200;

    /// <summary>Longest reason of a failure, in characters.</summary>
    public const int FailureLength = 500;

    /// <summary>Most files of one person that wait at a time.</summary>
    public const int MostStaged = 50;

    /// <summary>Days a file waits to be imported.</summary>
    public const int DaysKept = 14;

    /// <summary>Minutes after which a run that never ended may be started again.</summary>
    public const int LostAfterMinutes = 2;

    private ImportBatch()
    {
    }

    /// <summary>A file just uploaded.</summary>
    public ImportBatch(Guid id, string fileName, int bytes, int rows, ImportSettings settings, Guid ownerId, DateTime now)
    {
        Id = id;
        FileName = Guard.Required(fileName, FileNameLength, "File name");
        Bytes = bytes;
        Rows = rows;
        Settings = settings;
        Kind = settings.Kind;
        OwnerId = ownerId;
        CreatedAt = now;
        ExpiresAt = now.AddDays(DaysKept);
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <summary>Name of the file on the uploader's machine.</summary>
    public string FileName { get; private set; } = "";

    /// <summary>Size of the file, in bytes.</summary>
    public int Bytes { get; private set; }

    /// <summary>Rows below the headings.</summary>
    public int Rows { get; private set; }

    /// <summary>What the rows are.</summary>
    public ImportKind Kind { get; private set; }

    /// <summary>How the file is to be understood.</summary>
    public ImportSettings Settings { get; private set; } = new();

    /// <summary>How far it is.</summary>
    public ImportState State { get; private set; }

    /// <summary>Who uploaded it.</summary>
    public Guid OwnerId { get; private set; }

    /// <summary>Who uploaded it.</summary>
    public User? Owner { get; private set; }

    /// <summary>When it was uploaded (UTC).</summary>
    public DateTime CreatedAt { get; private set; }

    /// <summary>When the file is forgotten unless it was imported (UTC).</summary>
    public DateTime ExpiresAt { get; private set; }

    /// <summary>When the run began (UTC).</summary>
    public DateTime? StartedAt { get; private set; }

    /// <summary>When the run ended (UTC).</summary>
    public DateTime? FinishedAt { get; private set; }

    /// <summary>Why the last run wrote nothing.</summary>
    public string? Failure { get; private set; }

    /// <summary>When it was taken back (UTC).</summary>
    public DateTime? UndoneAt { get; private set; }

    /// <summary>Who took it back.</summary>
    public Guid? UndoneById { get; private set; }

    /// <summary>What was written, once done.</summary>
    public ImportResult Result { get; private set; } = new();

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <summary>Changes how the file is understood.</summary>
    public void Understand(ImportSettings settings, int rows)
    {
        MustBeStaged();
        Settings = settings;
        Kind = settings.Kind;
        Rows = rows;
        Failure = null;
    }

    /// <summary>
    /// Whether a run has taken so long that whoever wrote may have died. Starting again while it lives does no harm: of two runs
    /// one finishes, the other finds the import done and writes nothing.
    /// </summary>
    public bool IsLostAt(DateTime now) => State == ImportState.Running && StartedAt <= now.AddMinutes(-LostAfterMinutes);

    /// <summary>Begins to write.</summary>
    public void Start(DateTime now)
    {
        if (State == ImportState.Running && !IsLostAt(now))
        {
            throw new IllegalMoveException("This file is being imported already.");
        }

        if (State is ImportState.Done or ImportState.Undone)
        {
            throw new IllegalMoveException("This file has been imported already.");
        }

        State = ImportState.Running;
        StartedAt = now;
        Failure = null;
    }

    /// <summary>All of it is written.</summary>
    public void Finish(ImportResult result, DateTime now)
    {
        if (State != ImportState.Running)
        {
            throw new IllegalMoveException("Only a running import can end.");
        }

        State = ImportState.Done;
        Result = result;
        FinishedAt = now;
    }

    /// <summary>All of it is taken back.</summary>
    public void Undo(Guid? by, DateTime now)
    {
        if (State != ImportState.Done)
        {
            throw new IllegalMoveException(State == ImportState.Undone ? "This import has been taken back already." : "Only an import that was written can be taken back.");
        }

        State = ImportState.Undone;
        UndoneAt = now;
        UndoneById = by;
    }

    /// <summary>Nothing was written; the file waits again.</summary>
    public void Fail(string reason)
    {
        State = ImportState.Staged;
        Failure = reason.Length > FailureLength ? reason[..FailureLength] : reason;
    }

    private void MustBeStaged()
    {
        if (State != ImportState.Staged)
        {
            throw new IllegalMoveException(State == ImportState.Done ? "This file has been imported already." : "This file is being imported.");
        }
    }
}

/// <summary>The bytes of an uploaded file, apart from its record so that lists do not read them.</summary>
public sealed class ImportFile
{
    private ImportFile()
    {
    }

    /// <summary>Bytes of a batch.</summary>
    public ImportFile(Guid batchId, byte[] content)
    {
        BatchId = batchId;
        Content = content;
    }

    /// <summary>The batch; key.</summary>
    public Guid BatchId { get; private set; }

    /// <summary>As uploaded.</summary>
    public byte[] Content { get; private set; } = [];
}

internal sealed class ImportBatchConfiguration : IEntityTypeConfiguration<ImportBatch>
{
    public void Configure(EntityTypeBuilder<ImportBatch> builder)
    {
        builder.Property(batch => batch.FileName).HasMaxLength(ImportBatch.FileNameLength);
        builder.Property(batch => batch.Failure).HasMaxLength(ImportBatch.FailureLength);
        builder.Property(batch => batch.Settings).HasJsonText();
        builder.Property(batch => batch.Result).HasJsonText();
        builder.HasOne(batch => batch.Owner).WithMany().HasForeignKey(batch => batch.OwnerId);
        builder.HasIndex(batch => batch.CreatedAt);
    }
}

internal sealed class ImportFileConfiguration : IEntityTypeConfiguration<ImportFile>
{
    public void Configure(EntityTypeBuilder<ImportFile> builder)
    {
        builder.HasKey(file => file.BatchId);
        builder.HasOne<ImportBatch>().WithOne().HasForeignKey<ImportFile>(file => file.BatchId);
    }
}
