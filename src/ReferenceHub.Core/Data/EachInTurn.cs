namespace ReferenceHub.Core.Data;

/// <summary>Does one thing to each of several rows; one that fails does not keep the others from their turn.</summary>
internal static class EachInTurn
{
    internal static Task RunAsync<T>(IEnumerable<T> rows, Func<T, Task> work) => RunAsync(rows.ToAsyncEnumerable(), work);

    /// <summary>As above, with rows that are read batch by batch while the work goes on.</summary>
    internal static async Task RunAsync<T>(IAsyncEnumerable<T> rows, Func<T, Task> work)
    {
        var failed = new List<Exception>();
        await foreach (var row in rows)
        {
            try
            {
                await work(row);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                failed.Add(error);
            }
        }

        if (failed.Count > 0)
        {
            throw new AggregateException($"{failed.Count} could not be looked after.", failed);
        }
    }
}
