using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Messaging;

/// <summary>
/// Tells people on the morning of a day what of their follow-ups falls due: one notice a person and day. What was written down for the same day is not
/// told again. Idempotent; run by a job.
/// </summary>
public sealed class FollowUpReminders(ReferenceHubDbContext db, TimeProvider clock, Notices notices) : IRegularWork
{
    private const int MostNamed = 3;

    Task IRegularWork.RunAsync(CancellationToken ct) => RunAsync(ct);

    /// <summary>Does what is due; answers how many people were told.</summary>
    public Task<int> RunAsync(CancellationToken ct) => db.WriteAsync(
        async stop =>
        {
            var zone = await db.ProgramZoneAsync(stop);
            var today = Zones.DateIn(zone, clock.UtcNow());
            var due = await db.FollowUps.AsNoTracking()
                .Where(followUp => followUp.DoneAt == null && followUp.DueOn == today)
                .OrderBy(followUp => followUp.CreatedAt)
                .Select(followUp => new { followUp.AssigneeId, followUp.Text, followUp.CreatedAt }).ToListAsync(stop);
            var mark = string.Create(CultureInfo.InvariantCulture, $"-{today:yyyyMMdd}");
            var told = await db.Notifications.AsNoTracking().Where(notice => notice.Kind == MessageKinds.FollowUpDue && notice.Path.EndsWith(mark)).Select(notice => notice.Path).ToListAsync(stop);
            var count = 0;
            foreach (var own in due.Where(followUp => Zones.DateIn(zone, followUp.CreatedAt) < today).GroupBy(followUp => followUp.AssigneeId))
            {
                // The mark tells the days apart, and whose they are: whoever stands in is told too.
                var path = $"/today#{own.Key:N}{mark}";
                if (!told.Contains(path))
                {
                    var texts = own.Select(followUp => followUp.Text).ToList();
                    await notices.TellAsync(
                        own.Key, MessageKinds.FollowUpDue, texts.Count == 1 ? "A follow-up is due today" : string.Create(CultureInfo.InvariantCulture, $"{texts.Count} follow-ups are due today"),
                        string.Join("\n", texts.Take(MostNamed)), path, stop);
                    count++;
                }
            }

            await db.SaveChangesAsync(stop);
            return count;
        },
        ct);
}
