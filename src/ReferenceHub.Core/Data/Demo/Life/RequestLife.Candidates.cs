using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Requests;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Data.Demo;

internal sealed partial class RequestLife
{
    /// <summary>The day on which a use counts until it has a date.</summary>
    public DateOnly CountsOn => Plan.NeededBy > Today ? Plan.NeededBy : Today;

    /// <summary>Who is asked at present.</summary>
    public static Party Awaited(Candidate candidate) => candidate.State switch
    {
        CandidateState.OwnerAsked => Party.Owner,
        CandidateState.LegalAsked => Party.Legal,
        _ => Party.Customer,
    };

    /// <summary>Considers a customer.</summary>
    public Candidate Propose(Found found)
    {
        customers[found.Customer.Row.Id] = found.Customer;
        return Row.Propose(As(Plan.Manager), clock.Ids.Next(), found.Customer.Row.Id, found.ContactId);
    }

    /// <summary>Asks the first on the route and reserves; a listed customer has accepted at once.</summary>
    public void Ask(Candidate candidate, OverrideMark? mark = null)
    {
        var use = CustomerOf(candidate).Ledger.Reserve(Plan.Type, candidate.ContactId, CountsOn, candidate.Id, Plan.Manager.AsViewer(), mark);
        if (mark is not null)
        {
            candidate.MarkOverride(mark.Sponsor);
        }

        Next(candidate, null, use, Plan.Manager, null, null);
    }

    /// <summary>The party asked says yes: the owner in the product, the others by phone or mail, entered by the manager.</summary>
    public void Yes(Candidate candidate, string? note = null)
    {
        var party = Awaited(candidate);
        var source = party switch { Party.Owner => null, Party.Legal => "By e-mail", _ => "By phone" };
        var by = party == Party.Owner ? OwnerOf(candidate) : Plan.Manager;
        if (CandidateRoute.After(RouteOf(candidate), party) is not null)
        {
            Row.Agree(As(by), candidate.Id, party, note, source);
        }

        Next(candidate, party, candidate.UseId!.Value, by, note, source);
    }

    /// <summary>The party asked says no, or the customer does later.</summary>
    public void No(Candidate candidate, string reason)
    {
        var party = candidate.State.IsAhead() ? Party.Customer : Awaited(candidate);
        var by = party == Party.Owner ? OwnerOf(candidate) : Plan.Manager;
        var kind = Phrases.KindOf(reason);
        Row.Decline(As(by), candidate.Id, party, reason, party == Party.Owner ? null : "By e-mail", kind);
        Free(candidate, by.AsViewer());
        if (party == Party.Customer && kind.Tires())
        {
            clock.Written.Add(UsageSignal.Declined(clock.Ids.Next(), candidate.CustomerId, candidate.ContactId, Today, clock.Now));
        }
    }

    /// <summary>Nobody answered.</summary>
    public void Silence(Candidate candidate)
    {
        Row.NoteSilence(As(Plan.Manager), candidate.Id);
        Free(candidate, Plan.Manager.AsViewer());
    }

    /// <summary>The program takes the candidate back.</summary>
    public void Withdraw(Candidate candidate, string reason)
    {
        Row.Withdraw(As(Plan.Manager), candidate.Id, reason);
        Free(candidate, Plan.Manager.AsViewer());
    }

    /// <summary>Sets the date; where a limit forbids that day, the day reserved. Answers when it is.</summary>
    public DateTime Schedule(Candidate candidate, DateTime at)
    {
        var ledger = CustomerOf(candidate).Ledger;
        var use = candidate.UseId!.Value;
        if (!ledger.Plan(use, Plan.Type, world.DayOf(at), Plan.Requester.AsViewer()))
        {
            at = world.At(ledger.DayOf(use), 14, 30);
        }

        if (at <= clock.Now)
        {
            return clock.Now;
        }

        OfferBefore(candidate, at);
        Row.Schedule(As(Plan.Requester), candidate.Id, at, null, IsTold ? "Video call, the link is in the invitation" : null);
        return at;
    }

    /// <summary>It was held; one whose day was moved ahead goes on waiting.</summary>
    public void Complete(Candidate candidate, int? minutes, string? note = null)
    {
        if (candidate.ScheduledFor > clock.Now || !candidate.State.IsAhead())
        {
            return;
        }

        Row.CompleteCandidate(As(Plan.Requester), candidate.Id, minutes, note);
        CustomerOf(candidate).Ledger.Confirm(candidate.UseId!.Value, world.DayOf(candidate.ScheduledFor ?? clock.Now), minutes, Plan.Requester.AsViewer());
        ReleaseOf(candidate)?.EndAfterCompletion(clock.Now);
    }

    /// <summary>It did not take place; one whose day was moved ahead goes on waiting.</summary>
    public void NoShow(Candidate candidate, string note)
    {
        if (candidate.ScheduledFor > clock.Now)
        {
            return;
        }

        Row.NoteNoShow(As(Plan.Requester), candidate.Id, note);
        Free(candidate, Plan.Requester.AsViewer(), keepsRest: true);
    }

    private User OwnerOf(Candidate candidate) => world.People.All.FirstOrDefault(person => person.Id == CustomerOf(candidate).Row.OwnerId) ?? Plan.Manager;

    private IReadOnlyList<Party> RouteOf(Candidate candidate) => CandidateRoute.Of(Plan.Type.Route, CustomerOf(candidate).Row, Today, null, PlaceTree.Of([]));

    private void Next(Candidate candidate, Party? agreed, Guid use, User by, string? note, string? source)
    {
        if (CandidateRoute.After(RouteOf(candidate), agreed) is { } party)
        {
            Row.Ask(As(by), candidate.Id, party, use, CandidateRoute.ReplyDue(Plan.Type, party, clock.Now, Time));
            return;
        }

        var asked = Row.Candidates.Where(other => other.State.IsAsked() && other != candidate).ToList();
        Row.Accept(As(by), candidate.Id, use, note, source);
        releases.Add(new ContactRelease(clock.Ids.Next(), candidate.Id, candidate.CustomerId, candidate.ContactId, Plan.Requester.Id, clock.Now));
        CustomerOf(candidate).Ledger.Agree(use, by.AsViewer());
        foreach (var other in asked.Where(other => other.State.FellAway()))
        {
            Free(other, by.AsViewer());
        }
    }
}
