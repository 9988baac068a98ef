using System.Globalization;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Requests;

public sealed partial class ReferenceRequest
{
    /// <summary>Requester or program offers times (UTC), or the customer proposes others: 1 to 3, all ahead. They replace those the same side offered before.</summary>
    public void OfferTimes(Moment moment, Guid candidateId, Party by, IReadOnlyList<DateTime> times)
    {
        ArgumentNullException.ThrowIfNull(moment);
        ArgumentNullException.ThrowIfNull(times);
        MustBeWorkedOn();
        if (times.Count is 0 or > TimeSlot.Most || times.Distinct().Count() < times.Count || times.Any(at => AheadRule.WhyNot(at, moment.Now) is not null))
        {
            throw new IllegalMoveException($"Offer 1 to {TimeSlot.Most} different times that lie ahead, within two years.");
        }

        var candidate = CandidateOf(candidateId);
        candidate.Offer(by, times, moment);
        Record(moment, by == Party.Customer ? RequestEventKind.TimesProposed : RequestEventKind.TimesOffered, candidate, InWords(times, moment.Time));
    }

    /// <summary>Sets, or changes, the date of the use (UTC), and where it takes place; a place of null leaves what was said before.</summary>
    public void Schedule(Moment moment, Guid candidateId, DateTime at, string? note, string? place = null)
    {
        ArgumentNullException.ThrowIfNull(moment);
        MustBeWorkedOn();
        var candidate = CandidateOf(candidateId);
        candidate.Schedule(at, place, moment.Now);
        Record(moment, RequestEventKind.Scheduled, candidate, note);
    }

    /// <summary>The use of a candidate counts on another day from now on; no time was agreed with anybody.</summary>
    public void PlanOtherDay(Moment moment, Guid candidateId, DateOnly from, DateOnly to)
    {
        ArgumentNullException.ThrowIfNull(moment);
        MustBeWorkedOn();
        var candidate = CandidateOf(candidateId);
        if (candidate.UseId is null || !candidate.State.IsLive())
        {
            throw new IllegalMoveException($"This candidate is {candidate.State.InWords()}; nothing is planned for it.");
        }

        Record(moment, RequestEventKind.DayMoved, candidate, string.Create(CultureInfo.InvariantCulture, $"From {from:d MMM yyyy} to {to:d MMM yyyy}"));
    }

    /// <summary>Both sides were reminded of the use.</summary>
    public void NoteUseReminder(Moment moment, Guid candidateId)
    {
        ArgumentNullException.ThrowIfNull(moment);
        CandidateOf(candidateId).NoteUseReminder(moment.Now);
    }

    /// <summary>Somebody was asked whether it was held.</summary>
    public void NoteHeldAsked(Moment moment, Guid candidateId)
    {
        ArgumentNullException.ThrowIfNull(moment);
        CandidateOf(candidateId).NoteHeldAsked(moment.Now);
    }

    /// <summary>Where the prospect gets the invitation to a candidate's use, and who it is for; on the timeline, since somebody outside is written to.</summary>
    public void InviteAt(Moment moment, Guid candidateId, string address, string? contact)
    {
        ArgumentNullException.ThrowIfNull(moment);
        if (State.IsEnd())
        {
            throw new IllegalMoveException($"This request is {State.InWords()}; nobody is invited any more.");
        }

        ProspectEmail = Guard.Required(address, Messaging.OutboxMessage.AddressLength, "Prospect's e-mail");
        ProspectContact = Guard.Optional(contact, NameLength, "Prospect's contact") ?? ProspectContact;
        Record(moment, RequestEventKind.ProspectInvited, CandidateOf(candidateId), ProspectEmail);
    }

    private static string InWords(IEnumerable<DateTime> times, BusinessTime time) => string.Create(
        CultureInfo.InvariantCulture, $"{string.Join(", ", times.Order().Select(at => time.LocalOf(at).ToString("ddd d MMM HH:mm", CultureInfo.InvariantCulture)))} ({time.ZoneId})");
}
