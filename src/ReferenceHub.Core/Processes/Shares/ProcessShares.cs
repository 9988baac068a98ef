using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.History;
using ReferenceHub.Core.Messaging;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Processes;

/// <summary>One address of a process: for whom, until when.</summary>
public sealed record ProcessShareLine(Guid Id, string Recipient, DateTime CreatedAt, DateTime ExpiresAt, DateTime? RevokedAt)
{
    /// <summary>Whether it works now.</summary>
    public bool IsOpen(DateTime now) => RevokedAt is null && now < ExpiresAt;
}

/// <summary>The version in force as somebody with an address reads it.</summary>
/// <param name="Name">Name of the process.</param>
/// <param name="Kind">What it is for.</param>
/// <param name="Summary">In two sentences.</param>
/// <param name="Version">The version.</param>
/// <param name="Outline">As it is read.</param>
/// <param name="LastDay">Last day on which the address works, in the program's zone.</param>
public sealed record SharedProcess(string Name, ProcessKind Kind, string? Summary, ProcessVersion Version, ProcessOutline Outline, DateOnly LastDay);

/// <summary>Gives people without an account an address at which they read the version in force, and takes it back.</summary>
public sealed class ProcessShares(ReferenceHubDbContext db, TimeProvider clock, IIds ids, SignedLinks links, HistoryLog history)
{
    /// <summary>Days an address works.</summary>
    public const int DaysOpen = 90;

    /// <summary>Most addresses of a process that work at a time.</summary>
    public const int MostOpen = 50;

    // Reading does not use an address up.
    private const int MostUses = 1000;

    /// <summary>Makes an address; its token is known now and never again.</summary>
    public Task<Outcome<string>> GiveAsync(Guid id, string? recipient, Viewer by, CancellationToken ct)
    {
        by.MustHave(Right.ManageProcesses);
        return db.WriteAsync<Outcome<string>>(
            async token =>
            {
                var process = await db.ProcessTemplates.SingleOrDefaultAsync(row => row.Id == id, token) ?? throw new MissingException("process");
                if (string.IsNullOrWhiteSpace(recipient) || recipient.Trim().Length > SignedLink.AboutLength)
                {
                    return Outcome<string>.Refuse($"Say whom it is for, in at most {SignedLink.AboutLength} characters.", "Recipient");
                }

                var now = clock.UtcNow();
                var today = await db.ProgramDayAsync(now, token);
                if (!await db.ProcessVersions.AnyAsync(version => version.TemplateId == id && version.StartsOn <= today, token))
                {
                    return Outcome<string>.Refuse("No version is in force yet: whoever opened the address would see nothing. Start one first.");
                }

                if (await db.SignedLinks.CountAsync(link => link.SubjectId == id && link.Purpose == LinkPurpose.Process && link.RevokedAt == null && link.ExpiresAt > now, token) >= MostOpen)
                {
                    return Outcome<string>.Refuse($"{MostOpen} addresses work already. Take one back first.");
                }

                var zone = await db.ProgramZoneAsync(token);
                var ends = Zones.UtcOf(zone, today.AddDays(DaysOpen + 1).ToDateTime(TimeOnly.MinValue));
                var given = links.Give(LinkPurpose.Process, id, ends - now, MostUses).For(null, recipient);
                var (key, secret) = LinkKey.Make(ids.Next(), given.Id, now);
                db.LinkKeys.Add(key);
                history.Record(by, SubjectKind.Process, id, "shared-process", $"Shared {process.Name} with {given.About}");
                await db.SaveChangesAsync(token);
                return secret;
            },
            ct);
    }

    /// <summary>Takes an address back: it stops working at once.</summary>
    public Task<Outcome> RevokeAsync(Guid id, Guid linkId, Viewer by, CancellationToken ct)
    {
        by.MustHave(Right.ManageProcesses);
        return db.WriteAsync(
            async token =>
            {
                var link = await db.SignedLinks.SingleOrDefaultAsync(row => row.Id == linkId && row.SubjectId == id && row.Purpose == LinkPurpose.Process, token) ?? throw new MissingException("address");
                link.Revoke(clock.UtcNow());
                history.Record(by, SubjectKind.Process, id, "revoked-process-share", $"Took back the address of {link.About}");
                await db.SaveChangesAsync(token);
                return Outcome.Done;
            },
            ct);
    }

    /// <summary>All addresses of a process, the newest first.</summary>
    public async Task<IReadOnlyList<ProcessShareLine>> ListAsync(Guid id, Viewer viewer, CancellationToken ct)
    {
        viewer.MustHave(Right.ManageProcesses);
        return await db.SignedLinks.AsNoTracking().Where(link => link.SubjectId == id && link.Purpose == LinkPurpose.Process).OrderByDescending(link => link.CreatedAt)
            .Select(link => new ProcessShareLine(link.Id, link.About ?? "", link.CreatedAt, link.ExpiresAt, link.RevokedAt)).ToListAsync(ct);
    }

    /// <summary>What a token opens now; null when it opens no process, or none any more.</summary>
    public async Task<SharedProcess?> FindAsync(string? token, CancellationToken ct)
    {
        if (await links.FindOpenAsync(token, ct) is not { Purpose: LinkPurpose.Process } link || await db.ProcessTemplates.AsNoTracking().SingleOrDefaultAsync(row => row.Id == link.SubjectId, ct) is not { } process)
        {
            return null;
        }

        var today = await db.ProgramDayAsync(clock.UtcNow(), ct);
        var version = (await db.ProcessVersions.AsNoTracking().Where(row => row.TemplateId == process.Id && row.StartsOn <= today).ToListAsync(ct)).InForceOn(today);
        return version is null ? null : new SharedProcess(
            process.Name, process.Kind, process.Summary, version, ProcessOutline.Of(version.Definition), Zones.DateIn(await db.ProgramZoneAsync(ct), link.ExpiresAt.AddMinutes(-1)));
    }
}
