using ReferenceHub.Core.People;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Data.Demo;

/// <summary>
/// The usage ledger of one demo customer in memory: writes the entries that reservations write, at any instant of the past and without a
/// database, and asks the same limits.
/// </summary>
internal sealed class DemoLedger(Guid customerId, IReadOnlyList<UsageLimit> limits, DemoClock clock)
{
    private readonly List<Use> uses = [];

    /// <summary>The ledger's own row.</summary>
    public CustomerLedger Row { get; } = new(customerId);

    /// <summary>Uses that stand.</summary>
    public IReadOnlyList<Use> Uses => uses;

    /// <summary>Whether one more use on a day would keep every limit.</summary>
    public LimitVerdict Check(ActivityType type, Guid? contactId, DateOnly on) => LimitCheck.Check(limits, uses, type.Ask(contactId, on));

    /// <summary>Sets capacity aside; the caller has checked the limits or brings a mark.</summary>
    public Guid Reserve(ActivityType type, Guid? contactId, DateOnly on, Guid candidateId, Viewer by, OverrideMark? mark)
    {
        var breach = Check(type, contactId, on).Breach;
        var use = new Use(clock.Ids.Next(), customerId, contactId, type.Key, type.Units, type.Minutes, on, UseState.Pending, type.Units > 0, UseSource.Request, candidateId, breach is not null);
        Write(LedgerKind.Reserved, use, by, breach, mark);
        return use.UseId;
    }

    /// <summary>The customer has said yes.</summary>
    public void Agree(Guid useId, Viewer by)
    {
        if (Find(useId) is { State: UseState.Pending } use)
        {
            Write(LedgerKind.Corrected, use with { State = UseState.Planned }, by).Explain("Agreed");
        }
    }

    /// <summary>Day on which a reserved use counts.</summary>
    public DateOnly DayOf(Guid useId) => Find(useId).On;

    /// <summary>Moves a reserved use to the day agreed; false where a limit forbids that day.</summary>
    public bool Plan(Guid useId, ActivityType type, DateOnly on, Viewer by)
    {
        var use = Find(useId);
        if (use.On == on)
        {
            Agree(useId, by);
            return true;
        }

        uses.Remove(use);
        if (Check(type, use.ContactId, on).Breach is not null)
        {
            uses.Add(use);
            return false;
        }

        Write(LedgerKind.Released, use with { Units = 0, Minutes = 0, StartsRest = false, State = UseState.Released }, by);
        Write(LedgerKind.Reserved, use with { On = on, State = UseState.Planned }, by);
        return true;
    }

    /// <summary>It took place.</summary>
    public void Confirm(Guid useId, DateOnly on, int? minutes, Viewer by)
    {
        var use = Find(useId);
        Write(LedgerKind.Confirmed, use with { On = on, Minutes = minutes ?? use.Minutes, State = UseState.Done }, by);
    }

    /// <summary>It fell away; a no-show keeps the rest.</summary>
    public void Release(Guid useId, Viewer by, bool keepsRest = false)
    {
        var use = Find(useId);
        Write(LedgerKind.Released, use with { Units = 0, Minutes = 0, StartsRest = keepsRest && use.StartsRest, State = keepsRest ? UseState.NoShow : UseState.Released }, by);
    }

    /// <summary>It happened outside the product.</summary>
    public void Log(ActivityType type, Guid? contactId, DateOnly on, string note, Viewer by)
    {
        var use = new Use(clock.Ids.Next(), customerId, contactId, type.Key, type.Units, type.Minutes, on, UseState.Done, type.Units > 0, UseSource.Outside, null, Overridden: false);
        Write(LedgerKind.Logged, use, by).Explain(note);
    }

    private Use Find(Guid useId) => uses.Find(use => use.UseId == useId) ?? throw new InvalidOperationException("The demo program lost a use.");

    private LedgerEntry Write(LedgerKind kind, Use use, Viewer by, LimitBreach? breach = null, OverrideMark? mark = null)
    {
        uses.RemoveAll(older => older.UseId == use.UseId);
        if (use.Stands)
        {
            uses.Add(use);
        }

        var entry = new LedgerEntry(clock.Ids.Next(), Row.Next(), kind, use, clock.Now, by.ActorId, by.Name);
        if (breach is not null)
        {
            entry.Override(breach.Rule, mark!);
        }

        clock.Written.Add(entry);
        return entry;
    }
}
