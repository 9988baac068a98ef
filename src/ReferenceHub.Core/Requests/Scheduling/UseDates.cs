using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Deals;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Requests;

/// <summary>Gives a use its date: when the contact is free then, and within the limits of that day. Everybody gets their calendar entry. Part of the transaction at hand.</summary>
public sealed class UseDates(ReferenceHubDbContext db, ReservationService reservations, UseClashes clashes, UseLetters letters)
{
    internal async Task<Outcome> SetAsync(
        ReferenceRequest request, Candidate candidate, DateTime at, string? place, string? note, OverrideMark? mark, Moment moment, CancellationToken ct)
    {
        if (AheadRule.WhyNot(at, moment.Now) is { } no)
        {
            return no;
        }

        // Before the calendar is looked at: whoever promises the same person at the same instant makes one of the two start again.
        await db.HoldLedgerAsync(candidate.CustomerId, ct);
        await db.Entry(candidate).Collection(row => row.Slots).LoadAsync(ct);
        var (type, before, was) = (await db.ActivityTypes.SingleAsync(row => row.Key == request.ActivityKey, ct), candidate.ScheduledFor, candidate.Place);
        request.Schedule(moment, candidate.Id, at, note, place);
        if (await clashes.FindAsync(candidate, at, type.Minutes, ct) is not null)
        {
            return Outcome.Refuse($"{candidate.Contact?.Name ?? "The contact"} is promised elsewhere at that time. Choose another time.", UseClashes.Field);
        }

        var on = await db.ProgramDayAsync(at, ct);
        var moved = await reservations.MoveAsync(candidate.UseId!.Value, new MoveUse(on, candidate.ContactId, Agreed: true, mark, await db.DealAmountAsync(request.OpportunityId, ct)), moment.By, ct);
        if (!moved.Allowed)
        {
            return LimitOutcome.Of(moved);
        }

        if (moved.Overridden)
        {
            candidate.MarkOverride(mark!.Sponsor);
        }

        if (before != at || was != candidate.Place)
        {
            await letters.SetAsync(request, candidate, type, before, moment, ct);
        }

        return Outcome.Done;
    }
}
