using Microsoft.EntityFrameworkCore;

namespace ReferenceHub.Core.Data;

public sealed partial class ReferenceHubDbContext
{
    private const int Tries = 40;

    /// <summary>
    /// Runs a whole command in one transaction (under the writers' gate where the database is embedded) and again,
    /// after a short random wait and with a fresh change tracker, when somebody else changed the same rows meanwhile
    /// (<see cref="Clash"/>); any other failure is thrown at once. A refused <see cref="Outcome"/> rolls back. Long commands say that fewer tries are enough.
    /// </summary>
    public Task<T> WriteAsync<T>(Func<CancellationToken, Task<T>> command, CancellationToken ct = default) => WriteAsync(command, Tries, ct);

    /// <inheritdoc cref="WriteAsync{T}(Func{CancellationToken, Task{T}}, CancellationToken)"/>
    public async Task<T> WriteAsync<T>(Func<CancellationToken, Task<T>> command, int tries, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(command);
        for (var attempt = 1; ; attempt++)
        {
            ChangeTracker.Clear();
            unpublished.Clear();
            try
            {
                return await OneTryAsync(command, ct);
            }
            catch (Exception clash) when (IsWorthAnother(clash, attempt, tries))
            {
                await Task.Delay(Random.Shared.Next(2, 10 + Math.Min(attempt, 10) * 8), ct);
            }
        }
    }

    private async Task<T> OneTryAsync<T>(Func<CancellationToken, Task<T>> command, CancellationToken ct)
    {
        T answer;
        using (await EnterGateAsync(ct))
        {
            await using var transaction = await Database.BeginTransactionAsync(ct);
            answer = await command(ct);
            if (answer is Outcome { IsDone: false })
            {
                await transaction.RollbackAsync(ct);
                ChangeTracker.Clear();
                unpublished.Clear();
                return answer;
            }

            await transaction.CommitAsync(ct);
        }

        PublishChanges();
        return answer;
    }

    private bool IsWorthAnother(Exception error, int attempt, int tries) => attempt < tries && Clashes.Of(options, error) switch
    {
        Clash.Others => true,
        Clash.Gone => attempt == 1,
        _ => false,
    };
}
