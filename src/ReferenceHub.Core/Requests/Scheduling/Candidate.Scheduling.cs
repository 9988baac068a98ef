using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.Requests;

public sealed partial class Candidate
{
    /// <summary>Whether times for the use can still be offered: it is not over.</summary>
    public bool MayHaveTimes => State.IsLive();

    /// <summary>Times that can be chosen, earliest first; the slots must have been loaded.</summary>
    public IReadOnlyList<TimeSlot> OpenTimes() => [.. slots.Where(slot => slot.State == SlotState.Open).OrderBy(slot => slot.StartsAt)];

    // Either side's new times replace those it offered before; the other side's stay.
    internal void Offer(Party by, IReadOnlyList<DateTime> times, Moment moment)
    {
        if (!MayHaveTimes || (by == Party.Customer && !State.IsAhead()))
        {
            throw new IllegalMoveException($"This candidate is {State.InWords()}; no times are agreed for it.");
        }

        foreach (var slot in slots.Where(slot => slot.State == SlotState.Open && (slot.OfferedBy == Party.Customer) == (by == Party.Customer)))
        {
            slot.Drop();
        }

        slots.AddRange(times.Select(at => new TimeSlot(moment.Ids.Next(), Id, at, by, moment.Now)));
    }

    // A place of null leaves what was said before.
    internal void Schedule(DateTime at, string? place, DateTime now)
    {
        AheadRule.Check(at, now);
        var where = place is null ? Place : Guard.Optional(place, PlaceLength, "Place");
        if (ScheduledFor is not null && (ScheduledFor != at || where != Place))
        {
            CalendarSequence++;
        }

        Become(CandidateState.Scheduled);
        (ScheduledFor, Place) = (at, where);
        (UseRemindedAt, HeldAskedAt) = (null, null);
        var offered = slots.Where(slot => slot.State != SlotState.Dropped).OrderBy(slot => slot.OfferedAt).ToList();
        offered.ForEach(slot => slot.Drop());
        offered.LastOrDefault(slot => slot.StartsAt == at)?.Choose();
    }

    // The entry in the calendars is called off with a version of its own.
    internal void CallOff() => CalendarSequence++;

    internal void NoteUseReminder(DateTime now) => UseRemindedAt ??= now;

    internal void NoteHeldAsked(DateTime now) => HeldAskedAt ??= now;
}
