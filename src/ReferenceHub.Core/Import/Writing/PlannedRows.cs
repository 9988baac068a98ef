namespace ReferenceHub.Core.Import.Writing;

/// <summary>Rows to write, in portions.</summary>
internal interface IPlannedRows
{
    /// <summary>How many.</summary>
    int Count { get; }

    /// <summary>Adds some of them to the context of the run, which saves them.</summary>
    Task WriteAsync(int from, int count, ImportRun run, CancellationToken ct);
}

/// <inheritdoc/>
internal abstract class PlannedRows<T>(IReadOnlyList<T> rows) : IPlannedRows
{
    public int Count => rows.Count;

    public Task WriteAsync(int from, int count, ImportRun run, CancellationToken ct) => WriteAsync([.. rows.Skip(from).Take(count)], run, ct);

    protected abstract Task WriteAsync(IReadOnlyList<T> portion, ImportRun run, CancellationToken ct);
}
