using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Usage;

public sealed partial class ReservationService
{
    /// <summary>
    /// The use took place on a day, with the minutes it really took. On another day than it was reserved for it is checked like a new one: capacity of a
    /// distant day is none of this one's.
    /// </summary>
    public async Task<Reservation> ConfirmAsync(Guid useId, DateOnly on, int? actualMinutes, Viewer by, CancellationToken ct, OverrideMark? mark = null, decimal? dealAmount = null)
    {
        var (page, use) = await FindAsync(useId, ct);
        MustBeReserved(use);
        page.Uses.Remove(use);
        var (held, breach) = use.On == on ? (use, null) : await HoldAsync(page, use with { On = on }, dealAmount, heedPauses: false, ct);
        if (breach is not null && mark is null)
        {
            return Refused(new LimitRefusal(breach.Rule, breach.SetBy, breach.ToldFreeOn));
        }

        var entry = Write(page, LedgerKind.Confirmed, held with { Minutes = Minutes(actualMinutes) ?? held.Minutes, State = UseState.Done }, by);
        Mark(entry, breach, mark, by);
        return new Reservation(useId, null, Overridden: breach is not null);
    }

    // The use as the policies in force take it, and what refuses it on its day beside all others that stand; pauses are heeded where a day is only planned.
    private async Task<(Use Held, LimitBreach? Breach)> HoldAsync(LedgerPage page, Use use, decimal? dealAmount, bool heedPauses, CancellationToken ct)
    {
        var book = await queries.PoliciesAsync(page.Customer.Id, ct);
        await db.NoteStartAsync(book.Edition, clock.UtcNow(), ct);
        var who = await queries.SubjectOfAsync(page.Customer, ct);
        IReadOnlyList<UsageLimit> limits = heedPauses ? [.. book.For(who), .. PauseLimits.Of(page.Customer, use.ContactId)] : book.For(who);
        var large = book.IsLarge(dealAmount);
        return (use with { ForLargeDeal = large }, LimitCheck.Check(limits, page.Uses, new UsageAsk(use.ContactId, use.ActivityKey, use.Units, use.Minutes, use.On, large)).Breach);
    }

    private static void Mark(LedgerEntry entry, LimitBreach? breach, OverrideMark? mark, Viewer by)
    {
        if (breach is not null)
        {
            by.MustHave(Right.OverrideLimits);
            entry.Override(breach.Rule, mark!);
        }
    }
}
