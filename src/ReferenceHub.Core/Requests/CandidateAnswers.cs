using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Requests;

/// <summary>Recording what owner, legal and customer answered: by the owner for their own customers, else by the manager, with the source.</summary>
public sealed class CandidateAnswers(ReferenceHubDbContext db, RequestDoor door, CandidateSteps steps, CandidateLine line, ProspectPlaces places)
{
    /// <summary>A yes: the next party is asked, or the candidate has accepted. An answer meant for a state that has passed is refused.</summary>
    public Task<Outcome> AgreeAsync(int number, Guid candidateId, string? note, string? source, Viewer by, CancellationToken ct, CandidateState? meantFor = null) =>
        door.OnAsync(number, by, async (request, moment, stop) =>
        {
            var candidate = Awaited(request, candidateId, moment, meantFor, out var party);
            source ??= StandingIn(candidate, by);
            await db.Entry(candidate.Customer!).Collection(row => row.Permissions).LoadAsync(stop);
            var type = await db.ActivityTypes.SingleAsync(row => row.Key == request.ActivityKey, stop);
            var today = await db.ProgramDayAsync(moment.Now, stop);
            if (CandidateRule.WhyNot(candidate.Customer!, candidate.Contact, type, today) is { } no)
            {
                return no;
            }

            var route = await places.RouteAsync(request, type.Route, candidate.Customer!, today, stop);
            if (CandidateRoute.After(route, party) is not null)
            {
                request.Agree(moment, candidateId, party, note, source);
            }

            await steps.NextAsync(request, candidate, route, party, candidate.UseId!.Value, type, moment, stop, note, source);
            await line.GoOnAsync(request, moment, stop);
            return Outcome.Done;
        }, ct, AskLinks.Purposes);

    /// <summary>A no: what was reserved comes back, the next in line is asked. A customer's no counts towards fatigue where its kind says so.</summary>
    public Task<Outcome> DeclineAsync(
        int number, Guid candidateId, string? reason, string? source, Viewer by, CancellationToken ct, CandidateState? meantFor = null, DeclineKind? kind = null) =>
        door.OnAsync(number, by, async (request, moment, stop) =>
        {
            var candidate = request.CandidateOf(candidateId);
            MayAnswer(candidate, moment);
            MustStillBe(candidate, meantFor);
            source ??= StandingIn(candidate, by);
            var party = PartyOf(candidate);
            request.Decline(moment, candidateId, party, reason, source, kind);
            if (party == Party.Customer && kind.Tires())
            {
                var today = await db.ProgramDayAsync(moment.Now, stop);
                db.UsageSignals.Add(UsageSignal.Declined(moment.Ids.Next(), candidate.CustomerId, candidate.ContactId, today, moment.Now));
            }

            return Outcome.Done;
        }, ct, AskLinks.Purposes);

    // Whoever stands in is named as such; the owner's name is not for everybody.
    private static string? StandingIn(Candidate candidate, Viewer by) =>
        candidate.State == CandidateState.OwnerAsked && by.UserId != candidate.Customer!.OwnerId && by.ActsForOne(candidate.Customer.OwnerId) ? "standing in for the owner" : null;

    private static Candidate Awaited(ReferenceRequest request, Guid candidateId, Moment moment, CandidateState? meantFor, out Party party)
    {
        var candidate = request.CandidateOf(candidateId);
        MayAnswer(candidate, moment);
        MustStillBe(candidate, meantFor);
        party = candidate.State.Awaits();
        return candidate;
    }

    // A form sent twice must not answer for the next party as well.
    private static void MustStillBe(Candidate candidate, CandidateState? meantFor)
    {
        if (meantFor is { } state && state != candidate.State)
        {
            throw new IllegalMoveException($"This answer was meant for a candidate that was {state.InWords()}; it is {candidate.State.InWords()} now. Look at the request again.");
        }
    }

    // A yes can be taken back by whoever gave it last.
    private static Party PartyOf(Candidate candidate) => candidate.State.IsAhead() ? Party.Customer : candidate.State.Awaits();

    // Behind a link one answers for the party it was given to, and for no other.
    // Legal speaks through the program; the owner, or who stands in for them, speaks for themselves and, once they agreed, for the customer.
    private static void MayAnswer(Candidate candidate, Moment moment)
    {
        var by = moment.By;
        if (by.Grant is not null)
        {
            if (!by.MayActOn(candidate.Id) || moment.Behind is not { } purpose || AskLinks.PartyOf(purpose) != PartyOf(candidate))
            {
                throw new IllegalMoveException($"This link does not answer for a candidate that is {candidate.State.InWords()}.");
            }

            return;
        }

        if (!by.ActsForOne(candidate.Customer!.OwnerId) || candidate.State == CandidateState.LegalAsked)
        {
            by.MustHave(Right.RunProgram);
        }
    }
}
