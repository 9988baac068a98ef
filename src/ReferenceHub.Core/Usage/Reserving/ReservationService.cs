using ReferenceHub.Core.Data;
using ReferenceHub.Core.Deals;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Usage;

/// <summary>
/// Reserves, moves and ends uses. Called inside <see cref="ReferenceHubDbContext.WriteAsync{T}"/>; adds entries to the context, which the
/// caller saves together with their cause. May be called several times in one transaction.
/// </summary>
public sealed partial class ReservationService(ReferenceHubDbContext db, UsageQueries queries, TimeProvider clock, IIds ids)
{
    private const string NoWillingness = "This contact has not agreed to be asked for this";

    /// <summary>Sets capacity aside for an ask, or says which limit refuses it. An override needs the right, a sponsor and a reason.</summary>
    public async Task<Reservation> ReserveAsync(ReserveUse ask, Viewer by, CancellationToken ct)
    {
        var page = await OpenAsync(ask.CustomerId, ct);
        MustBePresent(page.Customer);
        var type = await TypeAsync(ask.ActivityKey, ct);
        var use = new Use(
            ids.Next(), ask.CustomerId, ask.ContactId, type.Key, type.Units, type.Minutes, ask.On, UseState.Pending, type.Units > 0, ask.Source, ask.SourceId, Overridden: false);
        if (await RefusalAsync(page, type, use, ct) is { } refusal)
        {
            return Refused(refusal);
        }

        return await TakeAsync(page, use, new Going(ask.Override, ask.DealAmount), by, ct);
    }

    /// <summary>Moves a reserved use to another day or contact (checked like a new one), or marks it agreed (nothing to check).</summary>
    public async Task<Reservation> MoveAsync(Guid useId, MoveUse to, Viewer by, CancellationToken ct)
    {
        var (page, use) = await FindAsync(useId, ct);
        MustBeReserved(use);
        var moved = use with { On = to.On, ContactId = to.ContactId, State = to.Agreed ? UseState.Planned : UseState.Pending };
        if (use.On == to.On && use.ContactId == to.ContactId)
        {
            if (use != moved)
            {
                Write(page, LedgerKind.Corrected, moved, by).Explain(to.Agreed ? "Agreed" : "Asked again");
            }

            return new Reservation(useId, null);
        }

        var type = await TypeAsync(use.ActivityKey, ct);
        if (use.ContactId != to.ContactId && await RefusalAsync(page, type, moved, ct) is { } refusal)
        {
            return Refused(refusal);
        }

        page.Uses.Remove(use);
        return await TakeAsync(page, moved, new Going(to.Override, to.DealAmount, Released: use, to.HeedPauses), by, ct);
    }

    /// <summary>The customer has said yes: the use is planned, no longer a pending ask.</summary>
    public async Task AgreeAsync(Guid useId, Viewer by, CancellationToken ct)
    {
        var (page, use) = await FindAsync(useId, ct);
        MustBeReserved(use);
        if (use.State == UseState.Pending)
        {
            Write(page, LedgerKind.Corrected, use with { State = UseState.Planned }, by).Explain("Agreed");
        }
    }

    /// <summary>Gives the capacity back: declined, no answer, withdrawn; a no-show keeps the rest that the day starts.</summary>
    public async Task ReleaseAsync(Guid useId, Viewer by, CancellationToken ct, bool keepsRest = false, string? note = null)
    {
        var (page, use) = await FindAsync(useId, ct);
        MustBeReserved(use);
        Write(page, LedgerKind.Released, Gone(use, keepsRest), by).Explain(note);
    }

    /// <summary>Writes down a use that happened outside the product: it counts, is marked, and no limit refuses it.</summary>
    public async Task<Guid> LogAsync(LogUse log, Viewer by, CancellationToken ct)
    {
        var page = await OpenAsync(log.CustomerId, ct);
        if (!by.MayEdit(page.Customer))
        {
            throw new ForbiddenException("Only the account owner and the program log uses of a customer.");
        }

        MustBePresent(page.Customer);
        var type = await TypeAsync(log.ActivityKey, ct);
        MustBelong(page, log.ContactId);
        var use = new Use(
            ids.Next(), log.CustomerId, log.ContactId, type.Key, type.Units, Minutes(log.Minutes) ?? type.Minutes, log.On, UseState.Done, type.Units > 0, log.Source, log.SourceId, Overridden: false)
        {
            ForLargeDeal = await db.DealAmountAsync(log.SourceId, ct) is { } amount && (await queries.PoliciesAsync(log.CustomerId, ct)).IsLarge(amount),
        };
        Write(page, LedgerKind.Logged, use, by).Explain(log.Note);
        return use.UseId;
    }

    /// <summary>Takes back a use that was logged by hand and did not happen after all; the entry stays in the ledger.</summary>
    public async Task TakeBackAsync(Guid useId, string reason, Viewer by, CancellationToken ct, Guid? customerId = null)
    {
        var (page, use) = await FindAsync(useId, ct);
        if (customerId is { } expected && page.Customer.Id != expected)
        {
            throw new MissingException("use");
        }

        if (!by.MayEdit(page.Customer))
        {
            throw new ForbiddenException("Only the account owner and the program take back a logged use.");
        }

        if (use is not { Source: UseSource.Outside, State: UseState.Done })
        {
            throw new IllegalMoveException("Only a use that was logged by hand is taken back.");
        }

        Write(page, LedgerKind.Released, Gone(use, keepsRest: false), by).Explain(Guard.Required(reason, LedgerEntry.NoteLength, "Reason"));
    }

    // The ledger's version is read before anything is summed: whoever else writes meanwhile makes this transaction start again.
    private async Task<LedgerPage> OpenAsync(Guid customerId, CancellationToken ct)
    {
        var ledger = await db.CustomerLedgers.FindAsync([customerId], ct);
        var customer = await queries.CustomerRecordAsync(customerId, ct);
        if (ledger is null)
        {
            ledger = new CustomerLedger(customerId);
            db.CustomerLedgers.Add(ledger);
        }

        return new LedgerPage(ledger, customer, [.. await queries.UsesAsync(customerId, ct)]);
    }

    private async Task<(LedgerPage Page, Use Use)> FindAsync(Guid useId, CancellationToken ct)
    {
        var page = await OpenAsync(await queries.CustomerOfUseAsync(useId, ct), ct);
        return (page, page.Uses.Find(use => use.UseId == useId) ?? throw new IllegalMoveException("This use has been released already."));
    }

    private async Task<ActivityType> TypeAsync(string key, CancellationToken ct) =>
        await db.ActivityTypes.FindAsync([key], ct) ?? throw new MissingException("activity type");

    private async Task<LimitRefusal?> RefusalAsync(LedgerPage page, ActivityType type, Use use, CancellationToken ct)
    {
        var today = await db.ProgramDayAsync(clock.UtcNow(), ct);
        MustBelong(page, use.ContactId);
        if (page.Customer.PausedUntil is { } pause && pause >= today)
        {
            return new LimitRefusal("Paused", "the customer", pause.Next(), CanOverride: false);
        }

        var contact = page.Customer.Contacts.Find(contact => contact.Id == use.ContactId);
        return contact switch
        {
            null => null,
            { PausedUntil: { } rest } when rest >= today => new LimitRefusal("Contact paused", "the contact", rest.Next(), CanOverride: false),
            _ when !contact.Willing.Contains(type.Scope) => new LimitRefusal(NoWillingness, "the contact", null, CanOverride: false),
            _ => null,
        };
    }

    private async Task<Reservation> TakeAsync(LedgerPage page, Use use, Going going, Viewer by, CancellationToken ct)
    {
        (use, var breach) = await HoldAsync(page, use, going.DealAmount, going.HeedPauses, ct);
        if (breach is not null && going.Override is null)
        {
            return Refused(new LimitRefusal(breach.Rule, breach.SetBy, breach.ToldFreeOn));
        }

        if (going.Released is { } released)
        {
            Write(page, LedgerKind.Released, Gone(released, keepsRest: false), by);
        }

        Mark(Write(page, LedgerKind.Reserved, use, by), breach, going.Override, by);
        return new Reservation(use.UseId, null, Overridden: breach is not null);
    }

    private LedgerEntry Write(LedgerPage page, LedgerKind kind, Use use, Viewer by)
    {
        var entry = new LedgerEntry(ids.Next(), page.Ledger.Next(), kind, use, clock.UtcNow(), by.ActorId, by.Name);
        db.LedgerEntries.Add(entry);
        return entry;
    }

    private static Reservation Refused(LimitRefusal refusal) => new(Guid.Empty, refusal);

    private static Use Gone(Use use, bool keepsRest) => use with
    {
        Units = 0,
        Minutes = 0,
        StartsRest = keepsRest && use.StartsRest,
        State = keepsRest ? UseState.NoShow : UseState.Released,
    };

    private static int? Minutes(int? minutes) => minutes is { } number ? Guard.Between(number, 0, ActivityType.MostMinutes, "Minutes") : null;

    private static void MustBelong(LedgerPage page, Guid? contactId)
    {
        if (contactId is { } id && !page.Customer.Contacts.Exists(contact => contact.Id == id && contact.LeftAt is null))
        {
            throw new MissingException("contact");
        }
    }

    private static void MustBePresent(Customer customer)
    {
        if (!customer.IsPresent)
        {
            throw new IllegalMoveException($"{customer.Name} was {(customer.MergedIntoId is null ? "archived" : "merged into another record")} in the meantime.");
        }
    }

    private static void MustBeReserved(Use use)
    {
        if (use.State is not (UseState.Pending or UseState.Planned))
        {
            throw new IllegalMoveException("This use is over; correct it in the ledger.");
        }
    }

    private sealed record Going(OverrideMark? Override, decimal? DealAmount, Use? Released = null, bool HeedPauses = false);

    private sealed record LedgerPage(CustomerLedger Ledger, Customer Customer, List<Use> Uses);
}
