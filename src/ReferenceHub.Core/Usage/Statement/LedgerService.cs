using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Usage;

/// <summary>What people write into a ledger by hand, each in a transaction of its own.</summary>
public sealed class LedgerService(ReferenceHubDbContext db, ReservationService reservations, TimeProvider clock)
{
    /// <summary>Logs a use that happened outside the product.</summary>
    public Task<Outcome> LogAsync(LogUse use, Viewer by, CancellationToken ct) => db.WriteAsync(
        async token =>
        {
            if (use.On > await db.ProgramDayAsync(clock.UtcNow(), token))
            {
                return Outcome.Refuse("A use that is still to come is asked for, not logged.", nameof(use.On));
            }

            await reservations.LogAsync(use, by, token);
            await db.SaveChangesAsync(token);
            return Outcome.Done;
        },
        ct);

    /// <summary>Corrects a use that took place.</summary>
    public Task<Outcome> CorrectAsync(Guid customerId, Guid useId, CorrectUse to, string reason, Viewer by, CancellationToken ct) => db.WriteAsync(
        async token =>
        {
            await reservations.CorrectAsync(useId, to, reason, by, token, customerId);
            await db.SaveChangesAsync(token);
            return Outcome.Done;
        },
        ct);
}
