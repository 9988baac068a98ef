using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Requests;

public sealed partial class ReferenceRequest
{
    /// <summary>Target in business days, fixed at submit.</summary>
    public int TargetDays { get; private set; }

    /// <summary>Calendar the clock runs by, fixed at submit; the default one when null.</summary>
    public Guid? CalendarId { get; private set; }

    /// <summary>When the first yes is due (UTC): target, pauses and an agreed exception included.</summary>
    public DateTime? DueAt { get; private set; }

    /// <summary>When the first yes was due by the original target, pauses included (UTC); compliance is measured by it.</summary>
    public DateTime? OriginalDueAt { get; private set; }

    /// <summary>Why a later date was agreed; null without an exception.</summary>
    public string? ExceptionReason { get; private set; }

    /// <summary>Since when it is on hold (UTC).</summary>
    public DateTime? HeldAt { get; private set; }

    /// <summary>Business minutes that do not count: on hold, or ended and reopened.</summary>
    public int PausedMinutes { get; private set; }

    /// <summary>When the first candidate said yes (UTC): the clock stopped.</summary>
    public DateTime? FirstAcceptedAt { get; private set; }

    /// <summary>Business minutes from submit to the first yes, pauses left out.</summary>
    public int? TurnaroundMinutes { get; private set; }

    /// <summary>When the first accepted candidate was held (UTC).</summary>
    public DateTime? FirstHeldAt { get; private set; }

    /// <summary>Business minutes from submit to the first use that was held, pauses left out.</summary>
    public int? HeldMinutes { get; private set; }

    /// <summary>Agrees a later date; visible and counted, the original target stays for the figures.</summary>
    public void AgreeLaterDate(Moment moment, DateTime due, string reason)
    {
        ArgumentNullException.ThrowIfNull(moment);
        if (!State.IsOpen() || FirstAcceptedAt is not null)
        {
            throw new IllegalMoveException("The clock of this request does not run, so there is no date to agree.");
        }

        if (WhyNotLater(due, moment.Now) is { } no)
        {
            throw new IllegalMoveException(no.Refusal!);
        }

        ExceptionReason = Guard.Required(reason, ReasonLength, "Reason");
        DueAt = due;
        (RiskToldAt, BreachToldAt) = (null, null);
        Record(moment, RequestEventKind.LaterDateAgreed, note: ExceptionReason);
    }

    /// <summary>Why a date (UTC) can't be agreed instead of the promised one; null when it can.</summary>
    public Outcome? WhyNotLater(DateTime due, DateTime now) =>
        AheadRule.WhyNot(due, now) ?? (due <= DueAt ? Outcome.Refuse("Choose a date later than the one that is promised now.") : null);

    private void StartClock(Moment moment, Promise promise)
    {
        SubmittedAt = moment.Now;
        DueAt = promise.DueAt;
        OriginalDueAt = promise.DueAt;
        TargetDays = promise.TargetDays;
        CalendarId = promise.CalendarId;
    }

    private void PauseClock(DateTime now) => HeldAt = now;

    private void RunClock(Moment moment)
    {
        if (HeldAt is { } held)
        {
            SkipClock(moment, held);
            PutOffReplies(moment, held);
        }

        HeldAt = null;
    }

    // The time since then does not count: the promise moves by it.
    private void SkipClock(Moment moment, DateTime since)
    {
        var paused = moment.Time.MinutesBetween(since, moment.Now);
        PausedMinutes += paused;
        if (FirstAcceptedAt is null)
        {
            DueAt = moment.Time.AddMinutes(DueAt!.Value, paused);
            OriginalDueAt = moment.Time.AddMinutes(OriginalDueAt!.Value, paused);
        }
    }

    private void StopClock(Moment moment)
    {
        if (FirstAcceptedAt is null)
        {
            FirstAcceptedAt = moment.Now;
            TurnaroundMinutes = MinutesSinceSubmit(moment);
        }
    }

    private void NoteHeld(Moment moment)
    {
        if (FirstHeldAt is null)
        {
            FirstHeldAt = moment.Now;
            HeldMinutes = MinutesSinceSubmit(moment);
        }
    }

    private int MinutesSinceSubmit(Moment moment) => moment.Time.MinutesBetween(SubmittedAt!.Value, moment.Now) - PausedMinutes;
}
