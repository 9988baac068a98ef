using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Deals;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Requests;

/// <summary>Proposing candidates and asking them; the first ask reserves.</summary>
public sealed class CandidateAsks(ReferenceHubDbContext db, RequestDoor door, FirstAsks asks, ReservationService reservations, ProspectRefusals refusals, ContactChoices choices, UsageQueries uses)
{
    /// <summary>Considers a customer, with a contact or the best one for the request; a request that nobody has taken is taken with it.</summary>
    public Task<Outcome> ProposeAsync(int number, Guid customerId, Guid? contactId, Viewer by, CancellationToken ct) =>
        AsManager(number, by, async (request, moment, stop) => (await ConsiderAsync(request, customerId, contactId, moment, stop)).Refused ?? Outcome.Done, ct);

    /// <summary>
    /// Considers a customer and asks it, both or neither. Where a limit stands against it that may be gone beyond, the candidate stays proposed outside of
    /// the line, so that it can be asked with a sponsor and is never asked by itself; the answer then says which limit.
    /// </summary>
    public async Task<Outcome<ProposedAsk>> ProposeAndAskAsync(int number, Guid customerId, Guid? contactId, Viewer by, CancellationToken ct)
    {
        ProposedAsk? answer = null;
        var outcome = await AsManager(
            number,
            by,
            async (request, moment, stop) =>
            {
                var (candidate, refused) = await ConsiderAsync(request, customerId, contactId, moment, stop);
                if (candidate is null)
                {
                    return refused!;
                }

                var asked = await asks.AskAsync(request, candidate, null, moment, stop);
                answer = new ProposedAsk(candidate.Id, asked.Refusal);
                if (asked.Field != LimitOutcome.Field)
                {
                    return asked;
                }

                request.LeaveLine(candidate.Id);
                return Outcome.Done;
            },
            ct);
        return outcome.IsDone ? answer! : Outcome<ProposedAsk>.Refuse(outcome.Refusal!, outcome.Field);
    }

    /// <summary>Asks another person at the customer than was chosen, until the customer was asked; what is reserved moves to them, within the limits.</summary>
    public Task<Outcome> ChangeContactAsync(int number, Guid candidateId, Guid contactId, Viewer by, CancellationToken ct) =>
        AsManager(number, by, async (request, moment, stop) =>
        {
            var candidate = request.CandidateOf(candidateId);
            await db.HoldLedgerAsync(candidate.CustomerId, stop);
            var customer = await CustomerAsync(candidate.CustomerId, stop);
            var contact = customer.Contacts.Find(person => person.Id == contactId) ?? throw new MissingException("contact");
            if (contact.Id == candidate.ContactId)
            {
                return Outcome.Done;
            }

            request.ChangeContact(moment, candidateId, contact.Id, contact.Name);
            var type = await TypeAsync(request, stop);
            var today = await db.ProgramDayAsync(moment.Now, stop);
            if (CandidateRule.WhyNot(customer, contact, type, today) is { } no)
            {
                return no;
            }

            if (candidate.UseId is not { } use)
            {
                return Outcome.Done;
            }

            var moved = await reservations.MoveAsync(use, new MoveUse(await uses.DayAsync(use, stop) is { } day && day > today ? day : FirstAsks.DayOf(request, today), contact.Id, Agreed: false, DealAmount: await db.DealAmountAsync(request.OpportunityId, stop)), by, stop);
            return moved.Allowed ? Outcome.Done : Outcome.Refuse($"{contact.Name} can't be asked instead. {moved.Refusal!.Sentence}");
        }, ct);

    /// <summary>Asks the first party on the route and reserves the use; an override of a limit needs sponsor and reason.</summary>
    public Task<Outcome> AskAsync(int number, Guid candidateId, OverrideMark? mark, Viewer by, CancellationToken ct) =>
        AsManager(number, by, (request, moment, stop) => asks.AskAsync(request, request.CandidateOf(candidateId), mark, moment, stop), ct);

    /// <summary>Takes a candidate back; what was reserved comes back.</summary>
    public Task<Outcome> WithdrawAsync(int number, Guid candidateId, string? reason, Viewer by, CancellationToken ct) =>
        AsManager(number, by, (request, moment) => request.Withdraw(moment, candidateId, reason), ct);

    private async Task<(Candidate? Candidate, Outcome? Refused)> ConsiderAsync(ReferenceRequest request, Guid customerId, Guid? contactId, Moment moment, CancellationToken ct)
    {
        var customer = await CustomerAsync(customerId, ct);
        var type = await TypeAsync(request, ct);
        var today = await db.ProgramDayAsync(moment.Now, ct);
        var contact = contactId is { } id
            ? customer.Contacts.Find(person => person.Id == id) ?? throw new MissingException("contact")
            : await choices.BestAsync(RequestQueries.NeedOf(request), customer, type, today, moment.By, ct);
        if (contact is null && type.Minutes > 0)
        {
            return (null, Outcome.Refuse($"Nobody at {customer.Name} is willing and free for this. Choose another customer, or agree it with a contact first."));
        }

        if ((CandidateRule.WhyNot(customer, contact, type, today) ?? await refusals.WhyNotAsync(request, customer, ct)) is { } no)
        {
            return (null, no);
        }

        if (request.State == RequestState.Submitted)
        {
            request.Assign(moment, moment.By.UserId, moment.By.Name);
        }

        return (request.Propose(moment, moment.Ids.Next(), customer.Id, contact?.Id), null);
    }

    private Task<Outcome> AsManager(int number, Viewer by, Action<ReferenceRequest, Moment> verb, CancellationToken ct)
    {
        by.MustHave(Right.RunProgram);
        return door.OnAsync(number, by, verb, ct);
    }

    private Task<Outcome> AsManager(int number, Viewer by, Func<ReferenceRequest, Moment, CancellationToken, Task<Outcome>> verb, CancellationToken ct)
    {
        by.MustHave(Right.RunProgram);
        return door.OnAsync(number, by, verb, ct);
    }

    private Task<ActivityType> TypeAsync(ReferenceRequest request, CancellationToken ct) =>
        db.ActivityTypes.SingleAsync(type => type.Key == request.ActivityKey, ct);

    private async Task<Customer> CustomerAsync(Guid id, CancellationToken ct) =>
        await db.Customers.Include(row => row.Contacts).Include(row => row.Permissions).AsSplitQuery().SingleOrDefaultAsync(row => row.Id == id, ct)
            ?? throw new MissingException("customer");
}

/// <summary>A candidate that was to be proposed and asked, and the limit that stands against asking it, if one does.</summary>
public sealed record ProposedAsk(Guid CandidateId, string? Limit);
