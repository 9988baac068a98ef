using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Usage;

/// <summary>Putting right what a ledger says of a use that is over: a new entry, the old ones stay.</summary>
public sealed partial class ReservationService
{
    /// <summary>Puts right day, units, minutes, contact, or whether it was held; refused when nothing differs or somebody wrote to the use meanwhile.</summary>
    public async Task<Outcome> CorrectAsync(Guid useId, CorrectUse to, string reason, Viewer by, CancellationToken ct, Guid? ofCustomer = null)
    {
        ArgumentNullException.ThrowIfNull(to);
        by.MustHave(Right.RunProgram);
        var page = await OpenAsync(await queries.CustomerOfUseAsync(useId, ct), ct);
        if (ofCustomer is { } customerId && page.Customer.Id != customerId)
        {
            throw new MissingException("use");
        }

        var entries = await db.LedgerEntries.AsNoTracking().Where(entry => entry.UseId == useId).OrderBy(entry => entry.Sequence).ToListAsync(ct);
        var last = entries[^1];
        if (!last.MayBeCorrected)
        {
            throw new IllegalMoveException(last.State == UseState.Released ? "This use was given back; log it again if it took place after all." : "Only a use that is over is corrected; a planned one is moved.");
        }

        if (to.Seen is { } seen && seen != last.Sequence)
        {
            return Outcome.Refuse($"{last.ActorName} wrote to this use meanwhile. Look at what the ledger says now, then correct it.", nameof(CorrectUse.Seen));
        }

        if (to.Contact is { Id: { } contact } && !page.Customer.Contacts.Exists(person => person.Id == contact))
        {
            throw new MissingException("contact");
        }

        var (was, right) = (last.AsUse(), PutRight(last.AsUse(), entries.FindLast(entry => entry.AsUse().Counts)?.AsUse(), to));
        if (was == right)
        {
            return Outcome.Refuse("The ledger says this already. Change what is wrong.");
        }

        Write(page, LedgerKind.Corrected, right, by).Explain(Guard.Required(reason, LedgerEntry.NoteLength, "Reason"));
        return Outcome.Done;
    }

    // What a use that was not held took comes back with it when it was held after all.
    private static Use PutRight(Use was, Use? counted, CorrectUse to)
    {
        var moved = was with { On = to.On ?? was.On, ContactId = to.Contact is { } contact ? contact.Id : was.ContactId };
        if (!(to.Held ?? was.State == UseState.Done))
        {
            return was.State == UseState.Done ? moved with { Units = 0, Minutes = 0, State = UseState.NoShow } : moved;
        }

        var usual = was.State == UseState.Done ? was : counted ?? was;
        var units = to.Units is { } number ? Guard.Between(number, 0, CorrectUseBounds.MostUnits, "Units") : usual.Units;
        return moved with { Units = units, Minutes = Minutes(to.Minutes) ?? usual.Minutes, State = UseState.Done, StartsRest = units > 0 };
    }
}

/// <summary>Bounds of corrections.</summary>
public static class CorrectUseBounds
{
    /// <summary>Most units of one use.</summary>
    public const int MostUnits = 100;
}
