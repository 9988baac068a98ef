using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.History;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Processes;

/// <summary>
/// Lets activity types promise the times to answer that the process in force for them says. They are written in the process alone; the type keeps what
/// is in force, so that whoever asks reads one row.
/// </summary>
public sealed class ReplyTimes(ReferenceHubDbContext db, TimeProvider clock, HistoryLog history) : IRegularWork
{
    Task IRegularWork.RunAsync(CancellationToken ct) => RunAsync(ct);

    /// <summary>Follows versions that came in force since; answers how many activity types changed.</summary>
    public Task<int> RunAsync(CancellationToken ct) => db.WriteAsync(
        async token =>
        {
            var changed = 0;
            foreach (var version in await db.RequestProcessesAsync(clock.UtcNow(), null, token))
            {
                changed += await FollowAsync(version.Template!, version.Definition, Viewer.Product, token);
            }

            if (changed > 0)
            {
                await db.SaveChangesAsync(token);
            }

            return changed;
        },
        ct);

    /// <summary>Lets the types that a process goes with promise its times; the caller saves.</summary>
    public async Task<int> FollowAsync(ProcessTemplate process, ProcessDefinition definition, Viewer by, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(process);
        if (process is not { Kind: ProcessKind.Request, RetiredAt: null })
        {
            return 0;
        }

        var changed = 0;
        var keys = process.Facts.Activities;
        foreach (var type in await db.ActivityTypes.Where(type => keys.Contains(type.Key)).ToListAsync(ct))
        {
            var targets = ReplyHours.Targets(type, definition);
            if (targets == new ActivityTargets(type.TargetBusinessDays, type.OwnerReplyMinutes, type.LegalReplyMinutes, type.CustomerReplyMinutes))
            {
                continue;
            }

            var before = ActivityTypeWords.Of(type);
            type.Promise(targets);
            history.Record(by, SubjectKind.Settings, ActivityTypeService.Subject, "changed-activity-type", $"{type.Name}, by its process", [.. before.Zip(ActivityTypeWords.Of(type), (was, now) => new FieldChange(was.Field, was.Text, now.Text)).Where(field => field.Before != field.After)]);
            changed++;
        }

        return changed;
    }
}
