using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Processes;

/// <summary>Gives a program the processes that ship. Times to answer are those its activity types promise already.</summary>
public sealed class ProcessSeed(ReferenceHubDbContext db, TimeProvider clock, IIds ids)
{
    /// <summary>Adds them to a program without any; the caller saves.</summary>
    public async Task AddAsync(CancellationToken ct)
    {
        if (db.ProcessTemplates.Local.Count > 0 || await db.ProcessTemplates.AnyAsync(ct))
        {
            return;
        }

        var types = (await db.ActivityTypes.AsNoTracking().ToListAsync(ct)).Concat(db.ActivityTypes.Local).DistinctBy(type => type.Key).ToDictionary(type => type.Key, StringComparer.Ordinal);
        var now = clock.UtcNow();
        foreach (var file in ShippedProcesses.All)
        {
            var template = new ProcessTemplate(ids.Next(), file.Key, file.Facts, now);
            db.ProcessTemplates.Add(template);
            db.ProcessVersions.Add(ProcessVersion.Shipped(ids.Next(), template.Id, ReplyHours.AsPromised(file.Definition, file.Facts, types), now));
        }
    }

    /// <summary>Adds them to a program of the time before there were any, and saves.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        if (await db.ActivityTypes.AnyAsync(ct))
        {
            await AddAsync(ct);
            await db.SaveChangesAsync(ct);
        }
    }
}
