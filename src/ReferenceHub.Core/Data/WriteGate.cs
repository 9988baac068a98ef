namespace ReferenceHub.Core.Data;

/// <summary>
/// One writer at a time in this process for an embedded database, whole transactions long, so that writers wait
/// here in order instead of retrying inside SQLite. Server databases pass freely.
/// </summary>
public sealed class WriteGate : IDisposable
{
    private readonly SemaphoreSlim gate = new(1, 1);

    /// <summary>Waits for the turn; dispose the answer to pass it on.</summary>
    public async Task<IDisposable> EnterAsync(CancellationToken ct)
    {
        await gate.WaitAsync(ct);
        return new Turn(gate);
    }

    /// <inheritdoc cref="EnterAsync"/>
    public IDisposable Enter()
    {
        gate.Wait();
        return new Turn(gate);
    }

    /// <inheritdoc/>
    public void Dispose() => gate.Dispose();

    private sealed class Turn(SemaphoreSlim gate) : IDisposable
    {
        private int left = 1;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref left, 0) == 1)
            {
                gate.Release();
            }
        }
    }
}
