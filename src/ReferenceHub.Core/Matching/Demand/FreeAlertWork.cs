using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Messaging;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Matching;

/// <summary>
/// Looks, as each person who waits, whether one is free, and tells once. Nobody is told who can't sign in or may no longer ask;
/// after <see cref="FreeAlert.Days"/> days nobody waits any more.
/// </summary>
public sealed class FreeAlertWork(ReferenceHubDbContext db, TimeProvider clock, Notices notices, MatchQueries matches) : IRegularWork
{
    private const int AtOnce = 500;

    private static readonly Roles Asking = Rights.BearersOf(Right.AskForReference);

    /// <inheritdoc/>
    public async Task RunAsync(CancellationToken ct)
    {
        while (await GiveUpAsync(ct) == AtOnce)
        {
        }

        var waiting = await db.FreeAlerts.Where(alert => alert.EndedAt == null && db.Users.WhoCanSignIn().Any(user => user.Id == alert.UserId && (user.Roles & Asking) != 0))
            .OrderBy(alert => alert.CreatedAt).ThenBy(alert => alert.Id).Select(alert => alert.Id).ToListAsync(ct);
        foreach (var keys in waiting.Chunk(AtOnce))
        {
            var alerts = await db.FreeAlerts.AsNoTracking().Where(alert => EF.Parameter(keys).Contains(alert.Id)).Include(alert => alert.User).ToDictionaryAsync(alert => alert.Id, ct);
            foreach (var alert in keys.Where(alerts.ContainsKey).Select(key => alerts[key]))
            {
                await LookAsync(alert, ct);
            }
        }
    }

    private async Task LookAsync(FreeAlert alert, CancellationToken ct)
    {
        var (viewer, criteria) = (alert.User!.AsViewer(), Criteria.Parse(alert.Criteria));
        var ask = new CatalogAsk(criteria, alert.ActivityKey, ForAsking: true);
        var found = await matches.CountAsync(ask, viewer, ct);
        if (found.First is { } first && found.Activity.Key == alert.ActivityKey)
        {
            await TellAsync(alert, first.CustomerId, Text(alert, found, await matches.InWordsAsync(criteria, viewer, ct)), ct);
        }
    }

    private Task<int> GiveUpAsync(CancellationToken ct) => db.WriteAsync(
        async stop =>
        {
            var now = clock.UtcNow();
            var since = now.AddDays(-FreeAlert.Days);
            var old = await db.FreeAlerts.Where(alert => alert.EndedAt == null && alert.CreatedAt <= since)
                .OrderBy(alert => alert.CreatedAt).ThenBy(alert => alert.Id).Take(AtOnce).ToListAsync(stop);
            old.ForEach(alert => alert.End(now));
            await db.SaveChangesAsync(stop);
            return old.Count;
        },
        ct);

    private Task<Outcome> TellAsync(FreeAlert seen, Guid customerId, string text, CancellationToken ct) => db.WriteAsync(
        async stop =>
        {
            var alert = await db.FreeAlerts.Include(row => row.User).SingleAsync(row => row.Id == seen.Id, stop);
            if (alert.EndedAt is null && alert.User!.CanSignIn())
            {
                alert.Tell(customerId, clock.UtcNow());
                await notices.TellAsync(alert.UserId, MessageKinds.FreeAlert, "A reference you waited for is free", text, Path(seen), stop);
                await db.SaveChangesAsync(stop);
            }

            return Outcome.Done;
        },
        ct);

    // A search too long for a notice is typed again.
    private static string Path(FreeAlert alert) => $"/references?{alert.Criteria}&type={alert.ActivityKey}" is { Length: <= Notification.PathLength } path ? path : $"/references?type={alert.ActivityKey}";

    private static string Text(FreeAlert alert, FoundCount found, IReadOnlyList<string> words)
    {
        var others = found.Free - 1;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"""
            {found.First!.Name}{(others > 0 ? $" and {others} more" : "")} can be asked now: {found.Activity.Name}.
            You asked on {alert.CreatedAt:d MMM yyyy} to be told when one is free: {string.Join(" · ", words)}
            """);
    }
}
