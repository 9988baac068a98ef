using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.History;
using ReferenceHub.Core.Messaging;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Requests;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Administration;

/// <summary>What it means that a person has left: the uses that person is asked for or has promised, and who else is there.</summary>
public sealed record DepartureForm(Guid CustomerId, Guid ContactId, string Customer, string Contact, DateTime? LeftAt, IReadOnlyList<OpenUse> Open, IReadOnlyList<string> Others);

/// <summary>People who leave the company they could be asked at, and who come back.</summary>
public sealed class ContactDeparture(ReferenceHubDbContext db, TimeProvider clock, IIds ids, HistoryLog history)
{
    /// <summary>The form, for those who edit the customer.</summary>
    public async Task<DepartureForm> ReadAsync(Guid customerId, Guid contactId, Viewer by, CancellationToken ct)
    {
        var (customer, contact) = await LoadAsync(customerId, contactId, by, ct);
        var today = await db.ProgramDayAsync(clock.UtcNow(), ct);
        var others = await db.Contacts.AsNoTracking().Where(other => other.CustomerId == customerId && other.Id != contactId && other.LeftAt == null).ToListAsync(ct);
        return new DepartureForm(
            customerId, contactId, customer.Name, contact.Name, contact.LeftAt, await OpenAsync(contact, ct),
            [.. others.Where(other => other.Willing.Count > 0 && !(other.PausedUntil >= today)).Select(other => other.Name).Order(StringComparer.OrdinalIgnoreCase)]);
    }

    /// <summary>
    /// The person is offered and asked no more. Whatever is open with them stays as it is and is flagged to who runs the request, as a
    /// follow-up due today.
    /// </summary>
    public Task<Outcome<int>> LeaveAsync(Guid customerId, Guid contactId, Viewer by, CancellationToken ct) => db.WriteAsync<Outcome<int>>(
        async stop =>
        {
            var (customer, contact) = await LoadAsync(customerId, contactId, by, stop);
            if (contact.LeftAt is not null)
            {
                return Outcome<int>.Refuse($"{contact.Name} is on record as having left already.");
            }

            var now = clock.UtcNow();
            var today = await db.ProgramDayAsync(now, stop);
            await db.HoldLedgerAsync(customerId, stop);
            var open = await OpenAsync(contact, stop);
            contact.Leave(now);
            foreach (var use in open)
            {
                db.FollowUps.Add(new FollowUp(
                    ids.Next(), SourceKind.Request, use.RequestId, Text(contact, customer, use), today, use.AssigneeId ?? by.UserId, by.UserId, now));
            }

            history.Record(
                by, SubjectKind.Customer, customerId, "contact-left", $"{contact.Name} has left the company", new FieldChange("Has left the company", "no", "yes"));
            await db.SaveChangesAsync(stop);
            return open.Count;
        },
        ct);

    /// <summary>The person works there after all, and may be asked again for what they agreed to.</summary>
    public Task<Outcome> ReturnAsync(Guid customerId, Guid contactId, Viewer by, CancellationToken ct) => db.WriteAsync(
        async stop =>
        {
            var (_, contact) = await LoadAsync(customerId, contactId, by, stop);
            if (contact.LeftAt is null)
            {
                return Outcome.Refuse($"{contact.Name} is not on record as having left.");
            }

            contact.Return();
            history.Record(
                by, SubjectKind.Customer, customerId, "contact-returned", $"{contact.Name} works there again", new FieldChange("Has left the company", "yes", "no"));
            await db.SaveChangesAsync(stop);
            return Outcome.Done;
        },
        ct);

    private static string Text(Contact contact, Customer customer, OpenUse use)
    {
        var text = $"{contact.Name} has left {customer.Name} while {use.State.InWords()}: choose another contact, or take it back";
        return text.Length <= FollowUp.TextLength ? text : text[..FollowUp.TextLength];
    }

    private async Task<List<OpenUse>> OpenAsync(Contact contact, CancellationToken ct) =>
        [.. (await OpenUses.OfAsync(db, [contact.CustomerId], ct)).Where(use => use.ContactId == contact.Id)];

    private async Task<(Customer Customer, Contact Contact)> LoadAsync(Guid customerId, Guid contactId, Viewer by, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(by);
        var customer = await db.Customers.SingleOrDefaultAsync(row => row.Id == customerId, ct) ?? throw new MissingException("customer");
        by.MustEdit(customer);
        return (customer, await db.Contacts.SingleOrDefaultAsync(row => row.Id == contactId && row.CustomerId == customerId, ct) ?? throw new MissingException("contact"));
    }
}
