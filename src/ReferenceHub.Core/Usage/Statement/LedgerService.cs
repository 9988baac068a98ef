using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Deals;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Usage;

/// <summary>What people write into a ledger by hand, each in a transaction of its own.</summary>
public sealed class LedgerService(ReferenceHubDbContext db, ReservationService reservations, TimeProvider clock)
{
    /// <summary>Days that a use agreed outside the product may lie ahead.</summary>
    public const int MostDaysAhead = 366;

    /// <summary>Logs a use that happened, or is agreed, outside the product; the deal it served must be one that the person may name.</summary>
    public Task<Outcome> LogAsync(LogUse use, Viewer by, CancellationToken ct) => db.WriteAsync(
        async token =>
        {
            ArgumentNullException.ThrowIfNull(use);
            if (use.On > (await db.ProgramDayAsync(clock.UtcNow(), token)).AddDays(MostDaysAhead))
            {
                return Outcome.Refuse("Choose a day within a year from today.", nameof(use.On));
            }

            if (use is { Source: UseSource.Outside, SourceId: { } deal } && !await db.Opportunities.PickableBy(by).AnyAsync(row => row.Id == deal, token))
            {
                return Outcome.Refuse("Choose an opportunity from the list.", "OpportunityId");
            }

            await reservations.LogAsync(use, by, token);
            await db.SaveChangesAsync(token);
            return Outcome.Done;
        },
        ct);

    /// <summary>Corrects a use that is over, to a day within a year from today.</summary>
    public Task<Outcome> CorrectAsync(Guid customerId, Guid useId, CorrectUse to, string reason, Viewer by, CancellationToken ct) => db.WriteAsync(
        async token =>
        {
            ArgumentNullException.ThrowIfNull(to);
            if (to.On is { } day && (!Days.Holds(day) || day > (await db.ProgramDayAsync(clock.UtcNow(), token)).AddDays(MostDaysAhead)))
            {
                return Outcome.Refuse("Choose a day within a year from today.", nameof(to.On));
            }

            var outcome = await reservations.CorrectAsync(useId, to, reason, by, token, customerId);
            if (outcome.IsDone)
            {
                await db.SaveChangesAsync(token);
            }

            return outcome;
        },
        ct);

    /// <summary>Takes back a use that was logged by hand.</summary>
    public Task<Outcome> TakeBackAsync(Guid customerId, Guid useId, string reason, Viewer by, CancellationToken ct) => db.WriteAsync(
        async token =>
        {
            await reservations.TakeBackAsync(useId, reason, by, token, customerId);
            await db.SaveChangesAsync(token);
            return Outcome.Done;
        },
        ct);
}
