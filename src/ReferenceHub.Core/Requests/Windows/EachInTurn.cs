namespace ReferenceHub.Core.Requests;

/// <summary>Does one thing to each of several requests; one that fails does not keep the others from their turn.</summary>
internal static class EachInTurn
{
    internal static async Task RunAsync(IEnumerable<int> numbers, Func<int, Task> work)
    {
        var failed = new List<Exception>();
        foreach (var number in numbers)
        {
            try
            {
                await work(number);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                failed.Add(error);
            }
        }

        if (failed.Count > 0)
        {
            throw new AggregateException($"{failed.Count} requests could not be looked after.", failed);
        }
    }
}
