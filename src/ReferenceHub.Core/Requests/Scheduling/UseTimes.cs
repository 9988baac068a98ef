using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Messaging;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Requests;

/// <summary>Agreeing a time: requester or program offers up to three, the contact picks one or proposes others, which requester or program confirms.</summary>
public sealed class UseTimes(ReferenceHubDbContext db, RequestDoor door, UseDates dates, UseClashes clashes, UseLetters letters, Notices notices)
{
    private const string Gone = "That time is no longer offered. Look at the times again and choose another.";

    /// <summary>Offers times (UTC) for a candidate, before or after the ask; a contact who was asked is told.</summary>
    public Task<Outcome> OfferAsync(int number, Guid candidateId, IReadOnlyList<DateTime> times, Viewer by, CancellationToken ct) =>
        door.OnAsync(number, by, async (request, moment, stop) =>
        {
            request.MustBeDrivenBy(by);
            var candidate = await CandidateAsync(request, candidateId, stop);
            if (await WhyNotAsync(candidate, request, times, moment, stop) is { } no)
            {
                return no;
            }

            request.OfferTimes(moment, candidateId, by.ActsForOne(request.RequesterId) ? Party.Requester : Party.Program, times);
            if (candidate.State == CandidateState.CustomerAsked || candidate.State.IsAhead())
            {
                await letters.OfferAsync(request, candidate, moment, stop);
            }

            return Outcome.Done;
        }, ct);

    /// <summary>Requester or program settles on one of the times that are open, and says where; an override of a limit needs sponsor and reason.</summary>
    public Task<Outcome> ConfirmAsync(int number, Guid candidateId, Guid slotId, string? place, OverrideMark? mark, Viewer by, CancellationToken ct) =>
        door.OnAsync(number, by, async (request, moment, stop) =>
        {
            request.MustBeDrivenBy(by);
            return await TakeAsync(request, await CandidateAsync(request, candidateId, stop), slotId, place, mark, moment, stop);
        }, ct);

    /// <summary>The contact picks one of the times they were offered; on behalf of whoever holds the link to this ask.</summary>
    public Task<Outcome> PickAsync(int number, Guid candidateId, Guid slotId, Viewer by, CancellationToken ct) =>
        door.OnAsync(number, by, async (request, moment, stop) =>
        {
            MustBeTheirs(candidateId, by);
            var candidate = await CandidateAsync(request, candidateId, stop);
            var taken = await TakeAsync(request, candidate, slotId, null, null, moment, stop, Party.Customer);
            if (taken.IsDone)
            {
                await TellAsync(request, $"{by.Name} chose a time", MailText.IsAddress(request.ProspectEmail) ? "Both sides are invited." : "Nobody at the prospect is invited yet: their mail address is missing. Enter it on the request.", moment, stop);
            }

            return taken;
        }, ct, LinkPurpose.CustomerAnswer);

    /// <summary>The contact proposes other times (UTC) after their yes; requester or program confirms one.</summary>
    public Task<Outcome> ProposeAsync(int number, Guid candidateId, IReadOnlyList<DateTime> times, Viewer by, CancellationToken ct) =>
        door.OnAsync(number, by, async (request, moment, stop) =>
        {
            MustBeTheirs(candidateId, by);
            var candidate = await CandidateAsync(request, candidateId, stop);
            if (await WhyNotAsync(candidate, request, times, moment, stop) is { } no)
            {
                return no;
            }

            request.OfferTimes(moment, candidateId, Party.Customer, times);
            await TellAsync(request, $"{by.Name} proposes other times", "Confirm one of them, or offer others.", moment, stop);
            return Outcome.Done;
        }, ct, LinkPurpose.CustomerAnswer);

    private async Task<Outcome> TakeAsync(
        ReferenceRequest request, Candidate candidate, Guid slotId, string? place, OverrideMark? mark, Moment moment, CancellationToken ct, Party? notOf = null)
    {
        var slot = candidate.Slots.FirstOrDefault(one => one.Id == slotId) ?? throw new MissingException("time");
        if (slot.State == SlotState.Chosen && candidate.ScheduledFor == slot.StartsAt && place is null)
        {
            return Outcome.Done;
        }

        return slot.State == SlotState.Dropped || slot.StartsAt <= moment.Now || slot.OfferedBy == notOf
            ? Outcome.Refuse(Gone)
            : await dates.SetAsync(request, candidate, slot.StartsAt, place, null, mark, moment, ct);
    }

    // The same rules as the entity's, said so that they can be put right; the clash is looked for again when a time is taken.
    private async Task<Outcome?> WhyNotAsync(Candidate candidate, ReferenceRequest request, IReadOnlyList<DateTime> times, Moment moment, CancellationToken ct)
    {
        if (times.Count is 0 or > TimeSlot.Most)
        {
            return Outcome.Refuse(times.Count == 0 ? "Enter at least one time." : $"Enter at most {TimeSlot.Most} times.");
        }

        if (times.Distinct().Count() < times.Count)
        {
            return Outcome.Refuse("Two of the times are the same. Change one of them.");
        }

        if (times.Any(at => at <= moment.Now))
        {
            return Outcome.Refuse("One of the times has passed. Enter times that lie ahead.");
        }

        if (times.Any(at => AheadRule.IsFar(at, moment.Now)))
        {
            return Outcome.Refuse("One of the times lies more than two years ahead. Change it.");
        }

        var minutes = await db.ActivityTypes.Where(type => type.Key == request.ActivityKey).Select(type => type.Minutes).SingleAsync(ct);
        foreach (var at in times)
        {
            if (await clashes.FindAsync(candidate, at, minutes, ct) is not null)
            {
                return Outcome.Refuse("At one of these times the contact is promised elsewhere. Change it.", UseClashes.Field);
            }
        }

        return null;
    }

    private async Task<Candidate> CandidateAsync(ReferenceRequest request, Guid candidateId, CancellationToken ct)
    {
        var candidate = request.CandidateOf(candidateId);
        await db.Entry(candidate).Collection(row => row.Slots).LoadAsync(ct);
        return candidate;
    }

    private static void MustBeTheirs(Guid candidateId, Viewer by)
    {
        if (!by.MayActOn(candidateId))
        {
            throw new MissingException("candidate");
        }
    }

    private async Task TellAsync(ReferenceRequest request, string what, string text, Moment moment, CancellationToken ct)
    {
        Guid[] people = request.AssigneeId is { } assignee ? [request.RequesterId, assignee] : [request.RequesterId];
        await notices.TellAsync(people, MessageKinds.TimesProposed, $"{await db.AboutAsync(request, ct)}: {what}", text, $"/requests/{request.Number}", moment.By.ActorId, ct);
    }
}
