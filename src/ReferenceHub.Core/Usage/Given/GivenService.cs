using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
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
            if (spec.WhyNot(await db.ProgramDayAsync(now, token)) is { } no)
            {
                return no;
            }

            if (spec.ContactId is { } contactId && !customer.Contacts.Exists(contact => contact.Id == contactId && contact.LeftAt is null))
            {
                return Outcome.Refuse("Choose a contact from the list.", nameof(spec.ContactId));
            }

            await db.HoldLedgerAsync(customerId, token);
            if (spec.Kind == GivenKind.Gift && await WhyNotGiftAsync(customer, spec, token) is { } forbidden)
            {
                return forbidden;
            }

            var worth = spec.Worth is { } price ? decimal.Round(price, 2) : (decimal?)null;
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

    /// <summary>Sets what gifts to one person may be worth in 365 days; null for no limit, 0 for no gifts at all.</summary>
    public Task<Outcome> LimitGiftsAsync(decimal? most, int version, Viewer by, CancellationToken ct)
    {
        by.MustHave(Right.SetLimits);
        return db.WriteAsync(
            async token =>
            {
                if (most is < 0 or >= PolicyEdition.MostAmount)
                {
                    return Outcome.Refuse("The limit is 0 or more; empty for none.", "Most");
                }

                var set = await db.PolicySets.SingleAsync(token);
                if (set.Version != version && set.MostGifts != most)
                {
                    return Outcome.Refuse($"Somebody changed the policies in the meantime; gifts are at {Words(set.MostGifts)} now. Save again to set yours.", "Most");
                }

                if (set.MostGifts == most)
                {
                    return Outcome.Done;
                }

                history.Record(by, SubjectKind.Settings, set.Id, "gift-limit", $"Gifts to one person in {GiftRule.Window} days: {Words(most)}", new FieldChange("Limit of gifts", Words(set.MostGifts), Words(most)));
                set.LimitGifts(most is { } amount ? decimal.Round(amount, 2) : null);
                await db.SaveChangesAsync(token);
                return Outcome.Done;
            },
            ct);
    }

    private static string Words(decimal? most) => most is { } amount ? amount.ToString("N2", CultureInfo.InvariantCulture) : "no limit";

    private async Task<Outcome?> WhyNotGiftAsync(Customer customer, GivenSpec spec, CancellationToken ct)
    {
        var most = await db.PolicySets.Select(set => set.MostGifts).SingleAsync(ct);
        var currency = await db.Organisations.Select(row => row.Currency).FirstOrDefaultAsync(ct) ?? "EUR";
        var gifts = await db.GivenValues.AsNoTracking().Where(row => row.Kind == GivenKind.Gift && row.ContactId == spec.ContactId).ToListAsync(ct);
        return GiftRule.WhyNot(new GiftTerms(customer.Name, customer.NoGifts, most, currency), spec.On, decimal.Round(spec.Worth!.Value, 2), gifts);
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
