using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Requests;

/// <summary>Gives back what is held for nobody: a person's decision with a reason, after a second look, and an entry of its own.</summary>
public sealed class OrphanRelease(ReferenceHubDbContext db, LedgerAudit audit, ReservationService reservations, TimeProvider clock)
{
    /// <summary>Releases the use of a finding, if it still is as it was found. The look and the release are one transaction, which holds all that was looked at.</summary>
    public Task<Outcome> ReleaseAsync(Guid findingId, string reason, Viewer by, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(by);
        by.MustHave(Right.RunProgram);
        return db.WriteAsync(
            async stop =>
            {
                var finding = await db.LedgerFindings.SingleOrDefaultAsync(row => row.Id == findingId, stop) ?? throw new MissingException("finding");
                if (finding is not { Kind: FindingKind.Orphan, UseId: { } useId, GoneAt: null })
                {
                    return NotAnyMore();
                }

                await db.HoldLedgerAsync(finding.CustomerId, stop);
                await HoldRequestsAsync(useId, stop);
                if (!await audit.IsHeldForNobodyAsync(finding.CustomerId, useId, stop))
                {
                    return NotAnyMore();
                }

                await reservations.ReleaseAsync(useId, by, stop, note: Guard.Required(reason, LedgerEntry.NoteLength, "Reason"));
                finding.Gone(clock.UtcNow());
                await db.SaveChangesAsync(stop);
                return Outcome.Done;
            },
            ct);
    }

    private static Outcome NotAnyMore() => Outcome.Refuse("This is not held for nobody any more. Compare again to see how it stands.");

    // Whoever reopens or asks for the request at the same instant starts again, or makes us start again.
    private async Task HoldRequestsAsync(Guid useId, CancellationToken ct)
    {
        var candidates = db.Candidates.Where(candidate => candidate.UseId == useId || db.LedgerEntries.Any(entry => entry.UseId == useId && entry.SourceId == candidate.Id));
        foreach (var request in await db.Requests.Where(request => candidates.Any(candidate => candidate.RequestId == request.Id)).ToListAsync(ct))
        {
            db.Entry(request).Property(row => row.Version).IsModified = true;
        }
    }
}
