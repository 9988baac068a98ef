using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Messaging;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Matching;

/// <summary>
/// Looks, as each person who waits, whether one is free, and tells once by mail. Nobody is told who can't sign in or may no longer ask;
/// after <see cref="FreeAlert.Days"/> days nobody waits any more.
/// </summary>
public sealed class FreeAlertWork(ReferenceHubDbContext db, TimeProvider clock, Outbox outbox, SiteAddress site, MatchQueries matches) : IRegularWork
{
    private const int MostAtOnce = 500;

    /// <inheritdoc/>
    public async Task RunAsync(CancellationToken ct)
    {
        await GiveUpAsync(ct);
        var waiting = await db.FreeAlerts.AsNoTracking().Where(alert => alert.EndedAt == null).Where(alert => db.Users.WhoCanSignIn().Any(user => user.Id == alert.UserId))
            .Include(alert => alert.User).OrderBy(alert => alert.CreatedAt).ThenBy(alert => alert.Id).Take(MostAtOnce).ToListAsync(ct);
        foreach (var alert in waiting.Where(alert => alert.User!.Roles.Bring(Right.AskForReference)))
        {
            var (viewer, criteria) = (alert.User!.AsViewer(), Criteria.Parse(alert.Criteria));
            var answer = await matches.SearchAsync(new CatalogAsk(criteria, alert.ActivityKey, ForAsking: true, Take: 1), viewer, ct);
            if (answer.Result.Free > 0 && answer.Activity.Key == alert.ActivityKey)
            {
                await TellAsync(alert.Id, answer, Body(alert, answer, await matches.InWordsAsync(criteria, viewer, ct)), ct);
            }
        }
    }

    private Task<Outcome> GiveUpAsync(CancellationToken ct) => db.WriteAsync(
        async stop =>
        {
            var now = clock.UtcNow();
            var since = now.AddDays(-FreeAlert.Days);
            foreach (var old in await db.FreeAlerts.Where(alert => alert.EndedAt == null && alert.CreatedAt <= since).Take(MostAtOnce).ToListAsync(stop))
            {
                old.End(now);
            }

            await db.SaveChangesAsync(stop);
            return Outcome.Done;
        },
        ct);

    private Task<Outcome> TellAsync(Guid id, CatalogAnswer answer, string body, CancellationToken ct) => db.WriteAsync(
        async stop =>
        {
            var alert = await db.FreeAlerts.Include(row => row.User).SingleAsync(row => row.Id == id, stop);
            if (alert.EndedAt is null && alert.User!.CanSignIn())
            {
                alert.Tell(answer.Result.Rows[0].CustomerId, clock.UtcNow());
                outbox.Enqueue("FreeAlert", alert.User!.Email!, "A reference you waited for is free", body);
                await db.SaveChangesAsync(stop);
            }

            return Outcome.Done;
        },
        ct);

    private string Body(FreeAlert alert, CatalogAnswer answer, IReadOnlyList<string> words)
    {
        var others = answer.Result.Free - 1;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"""
            {answer.Result.Rows[0].Name}{(others > 0 ? $" and {others} more" : "")} can be asked now: {answer.Activity.Name}.

            You asked on {alert.CreatedAt:d MMM yyyy} to be told when one is free: {string.Join(" · ", words)}

            See who is free, and ask: {site.Of($"/references?{alert.Criteria}&type={alert.ActivityKey}")}

            This search is answered with this mail. It may be free for a short while only.
            """);
    }
}
