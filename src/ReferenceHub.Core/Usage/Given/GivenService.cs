using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Deals;
using ReferenceHub.Core.History;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Usage;

/// <summary>Writes down what customers get for their help, gifts within the rules.</summary>
public sealed class GivenService(ReferenceHubDbContext db, TimeProvider clock, IIds ids, HistoryLog history)
{
    /// <summary>Writes down something given. Two gifts at the same instant are held to the limit together.</summary>
    public Task<Outcome> GiveAsync(Guid customerId, GivenSpec spec, Viewer by, CancellationToken ct) => db.WriteAsync(
        async token =>
        {
            ArgumentNullException.ThrowIfNull(spec);
            var customer = await EditableAsync(customerId, by, token);
            var now = clock.UtcNow();
            var money = await GiftMoney.ReadAsync(db, token);
            if (spec.WhyNot(await db.ProgramDayAsync(now, token), money.Currency) is { } no)
            {
                return no;
            }

            if (spec.ContactId is { } contactId && !customer.Contacts.Exists(contact => contact.Id == contactId && contact.LeftAt is null))
            {
                return Outcome.Refuse("Choose a contact from the list.", nameof(spec.ContactId));
            }

            await db.HoldLedgerAsync(customerId, token);
            if (spec.Kind == GivenKind.Gift && await WhyNotGiftAsync(customer, spec, money, token) is { } forbidden)
            {
                return forbidden;
            }

            var worth = spec.Worth is { } price ? (price, money.Currency) : ((decimal, string)?)null;
            db.GivenValues.Add(new GivenValue(ids.Next(), customerId, spec.ContactId, spec.Kind, spec.On, spec.UnitsMade, worth, spec.Note).WrittenBy(by.ActorId, by.Name, now));
            history.Record(by, SubjectKind.Customer, customerId, "gave", $"Noted what was given: {GivenKinds.Name(spec.Kind).ToLowerInvariant()}");
            await db.SaveChangesAsync(token);
            return Outcome.Done;
        },
        ct);

    /// <summary>Takes back a line that was written by mistake; it stays, with another line against it.</summary>
    public Task<Outcome> TakeBackAsync(Guid customerId, Guid givenId, string? reason, Viewer by, CancellationToken ct) => db.WriteAsync(
        async token =>
        {
            await EditableAsync(customerId, by, token);
            var given = await db.GivenValues.SingleOrDefaultAsync(row => row.Id == givenId && row.CustomerId == customerId, token) ?? throw new MissingException("entry");
            if (string.IsNullOrWhiteSpace(reason) || reason.Length > GivenValue.NoteLength)
            {
                return Outcome.Refuse($"Say why, in at most {GivenValue.NoteLength} characters.", "Reason");
            }

            await db.HoldLedgerAsync(customerId, token);
            if (await db.GivenValues.AnyAsync(row => row.TakesBackId == givenId, token))
            {
                return Outcome.Refuse("It was taken back already.");
            }

            db.GivenValues.Add(given.Undone(ids.Next(), reason).WrittenBy(by.ActorId, by.Name, clock.UtcNow()));
            history.Record(by, SubjectKind.Customer, customerId, "took-back-given", $"Took back what was noted as given: {GivenKinds.Name(given.Kind).ToLowerInvariant()}");
            await db.SaveChangesAsync(token);
            return Outcome.Done;
        },
        ct);

    /// <summary>Notes whether the customer's rules forbid gifts.</summary>
    public Task<Outcome> ForbidGiftsAsync(Guid customerId, bool forbidden, Viewer by, CancellationToken ct) => db.WriteAsync(
        async token =>
        {
            var customer = await EditableAsync(customerId, by, token);
            if (customer.NoGifts == forbidden)
            {
                return Outcome.Done;
            }

            await db.HoldLedgerAsync(customerId, token);
            customer.ForbidGifts(forbidden);
            history.Record(by, SubjectKind.Customer, customerId, "gift-rule", forbidden ? "Its rules forbid gifts" : "Gifts are possible", new FieldChange("Gifts", forbidden ? "possible" : "forbidden", forbidden ? "forbidden" : "possible"));
            await db.SaveChangesAsync(token);
            return Outcome.Done;
        },
        ct);

    /// <summary>Sets what gifts to one person may be worth in 365 days, in the program's currency or that of the limit before; null for no limit, 0 for no gifts at all.</summary>
    public Task<Outcome> LimitGiftsAsync(GiftLimit? limit, int version, Viewer by, CancellationToken ct)
    {
        by.MustHave(Right.SetLimits);
        return db.WriteAsync(
            async token =>
            {
                var choices = (await GiftMoney.ReadAsync(db, token)).Choices;
                if (limit is not null && !choices.Contains(limit.Currency))
                {
                    return Outcome.Refuse($"A limit of gifts is set in {string.Join(" or ", choices)}.", nameof(GiftLimit.Currency));
                }

                if (limit?.WhyNot is { } why)
                {
                    return Outcome.Refuse(why, nameof(GiftLimit.Most));
                }

                var set = await db.PolicySets.SingleAsync(token);
                if (set.GiftLimit == limit)
                {
                    return Outcome.Done;
                }

                if (set.Version != version)
                {
                    return Outcome.Refuse($"Somebody changed the policies in the meantime; gifts are at {Words(set.GiftLimit)} now. Save again to set yours.", nameof(GiftLimit.Most));
                }

                history.Record(by, SubjectKind.Settings, set.Id, "gift-limit", $"Gifts to one person in {GiftRule.Window} days: {Words(limit)}", new FieldChange("Limit of gifts", Words(set.GiftLimit), Words(limit)));
                set.LimitGifts(limit);
                await db.SaveChangesAsync(token);
                return Outcome.Done;
            },
            ct);
    }

    private static string Words(GiftLimit? limit) => limit?.ToString() ?? "no limit";

    private async Task<Outcome?> WhyNotGiftAsync(Customer customer, GivenSpec spec, GiftMoney money, CancellationToken ct)
    {
        var gifts = await db.GivenValues.AsNoTracking().Where(row => row.Kind == GivenKind.Gift && row.ContactId == spec.ContactId).ToListAsync(ct);
        return GiftRule.WhyNot(new GiftTerms(customer.Name, customer.NoGifts, money.Limit), spec.On, spec.Worth!.Value, gifts);
    }

    private async Task<Customer> EditableAsync(Guid customerId, Viewer by, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(by);
        var customer = await db.Customers.Include(row => row.Contacts).SingleOrDefaultAsync(row => row.Id == customerId, ct) ?? throw new MissingException("customer");
        if (by.MayEdit(customer))
        {
            return customer;
        }

        throw await db.Customers.NamedFor(by, db, clock.UtcNow()).AnyAsync(named => named.Id == customerId, ct)
            ? new ForbiddenException("Only the account owner and the program note what a customer got.")
            : new MissingException("customer");
    }
}
