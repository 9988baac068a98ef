using System.Collections.Concurrent;
using ReferenceHub.Core.Data;

namespace ReferenceHub.Web.Infrastructure;

/// <summary>Tells this node each second what others wrote. While the database is away it keeps asking; then everything known is forgotten once.</summary>
public sealed class ChangePoller(IServiceScopeFactory scopes, ChangeHub hub, TimeProvider clock, ILogger<ChangePoller> log) : BackgroundService
{
    private static readonly TimeSpan TrimEvery = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<Guid, DateTime> told = new();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var own = hub.Listen(notice => told.TryAdd(notice.Id, notice.At));
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));
        var trimmedAt = clock.GetTimestamp();
        var away = false;
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                var feed = scope.ServiceProvider.GetRequiredService<ChangeFeed>();
                hub.Publish(await feed.NewAsync(told, stoppingToken));
                if (away)
                {
                    away = false;
                    log.LogWarning("The database answers again");
                    hub.Publish(Enum.GetValues<Topic>().Select(topic => new ChangeNotice(Guid.Empty, clock.UtcNow(), topic, Guid.Empty)));
                }

                if (clock.GetElapsedTime(trimmedAt) > TrimEvery)
                {
                    trimmedAt = clock.GetTimestamp();
                    await feed.TrimAsync(stoppingToken);
                }
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                if (!away)
                {
                    log.LogError("The database does not answer: {Error}", error.GetType().Name);
                }

                away = true;
            }
        }
    }
}
