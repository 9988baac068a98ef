using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Deals;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Requests;

/// <summary>The first ask of a candidate: looks once more whether it may be asked, reserves the use, and asks the first party on the route. Part of the transaction at hand.</summary>
public sealed class FirstAsks(ReferenceHubDbContext db, ReservationService reservations, CandidateSteps steps, ProspectPlaces places, ProspectRefusals refusals)
{
    /// <summary>Asks on behalf of whoever acts at this moment; refused where a rule or a limit says no, and then nothing has changed.</summary>
    public async Task<Outcome> AskAsync(ReferenceRequest request, Candidate candidate, OverrideMark? mark, Moment moment, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(candidate);
        ArgumentNullException.ThrowIfNull(moment);
        if (candidate.State != CandidateState.Proposed)
        {
            throw new IllegalMoveException($"This candidate is {candidate.State.InWords()} already.");
        }

        // Before the permission is read: a withdrawal meanwhile makes this ask start again.
        await db.HoldLedgerAsync(candidate.CustomerId, ct);
        var customer = await CustomerAsync(candidate.CustomerId, ct);
        var type = await db.ActivityTypes.SingleAsync(type => type.Key == request.ActivityKey, ct);
        var today = await db.ProgramDayAsync(moment.Now, ct);
        var contact = customer.Contacts.Find(person => person.Id == candidate.ContactId);
        if (CandidateRule.WhyNot(customer, contact, type, today) is { } no)
        {
            return no;
        }

        if (await refusals.WhyNotAsync(request, customer, ct) is { } refused)
        {
            return refused;
        }

        var reserved = await reservations.ReserveAsync(
            new ReserveUse(customer.Id, candidate.ContactId, type.Key, DayOf(request, today), UseSource.Request, candidate.Id, mark, await db.DealAmountAsync(request.OpportunityId, ct)), moment.By, ct);
        if (!reserved.Allowed)
        {
            return LimitOutcome.Of(reserved);
        }

        if (reserved.Overridden)
        {
            candidate.MarkOverride(mark!.Sponsor);
        }

        // The ledger knows the use only once it is saved; a self-serve yes then marks it as agreed.
        await db.SaveChangesAsync(ct);
        await steps.NextAsync(request, candidate, await places.RouteAsync(request, type.Route, customer, today, ct), null, reserved.UseId, type, moment, ct);
        return Outcome.Done;
    }

    /// <summary>The day on which a use counts until it has a date: needed-by, or today when that has passed.</summary>
    internal static DateOnly DayOf(ReferenceRequest request, DateOnly today) => request.NeededBy is { } day && day > today ? day : today;

    private async Task<Customer> CustomerAsync(Guid id, CancellationToken ct) =>
        await db.Customers.Include(row => row.Contacts).Include(row => row.Permissions).AsSplitQuery().SingleOrDefaultAsync(row => row.Id == id, ct)
            ?? throw new MissingException("customer");
}
