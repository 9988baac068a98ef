using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Requests;

/// <summary>Gives back what is held for nobody: a person's decision with a reason, after a second look, and an entry of its own.</summary>
public sealed class OrphanRelease(ReferenceHubDbContext db, LedgerAudit audit, ReservationService reservations, TimeProvider clock)
{
    private const string NotAnyMore = "This is not held for nobody any more. Compare again to see how it stands.";

    /// <summary>Releases the use of a finding, if it still is as it was found.</summary>
    public async Task<Outcome> ReleaseAsync(Guid findingId, string reason, Viewer by, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(by);
        by.MustHave(Right.RunProgram);
        var found = await db.LedgerFindings.AsNoTracking().SingleOrDefaultAsync(finding => finding.Id == findingId, ct) ?? throw new MissingException("finding");
        if (found is not { Kind: FindingKind.Orphan, UseId: { } useId, GoneAt: null } || !(await audit.LookAsync([found.CustomerId], ct)).Found.Contains(found.AsDifference()))
        {
            return Outcome.Refuse(NotAnyMore);
        }

        return await db.WriteAsync(
            async stop =>
            {
                var finding = await db.LedgerFindings.SingleAsync(row => row.Id == findingId, stop);
                if (finding.GoneAt is not null)
                {
                    return Outcome.Refuse(NotAnyMore);
                }

                await reservations.ReleaseAsync(useId, by, stop, note: Guard.Required(reason, LedgerEntry.NoteLength, "Reason"));
                finding.Gone(clock.UtcNow());
                await db.SaveChangesAsync(stop);
                return Outcome.Done;
            },
            ct);
    }
}
