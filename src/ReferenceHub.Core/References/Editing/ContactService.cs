using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.History;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.References;

/// <summary>How to reach a contact: shown to those who may, each view logged.</summary>
public sealed record ContactDetails(Guid ContactId, string Name, string? Email, string? Phone);

/// <summary>People at customers.</summary>
public sealed class ContactService(ReferenceHubDbContext db, TimeProvider clock, IIds ids, HistoryLog history, ContactReveals reveals)
{
    /// <summary>Adds a person.</summary>
    public async Task<Guid> AddAsync(Guid customerId, ContactEdit edit, Viewer by, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(edit);
        await EditableAsync(customerId, by, ct);
        edit = await SettledAsync(edit, ct);
        var contact = new Contact(ids.Next(), customerId, edit.Name);
        Apply(contact, edit);
        db.Contacts.Add(contact);
        history.Record(by, SubjectKind.Customer, customerId, "contact-added", $"Added contact {contact.Name}", EditMerge.Changes(ContactFields.All, new ContactEdit(), edit, await EditNames.ReadAsync(db, [], ct)));
        await db.SaveChangesAsync(ct);
        return contact.Id;
    }

    /// <summary>The contact as a form shows it, for somebody who may edit it; e-mail and phone stand in it, so the view is logged.</summary>
    public async Task<(ContactEdit Edit, int Version)> ReadAsync(Guid customerId, Guid contactId, Viewer by, CancellationToken ct)
    {
        await EditableAsync(customerId, by, ct);
        var contact = await LoadAsync(customerId, contactId, ct);
        if (contact.Email is not null || contact.Phone is not null)
        {
            await reveals.NoteAsync(contact, by, RevealPlace.Form, ct);
            await db.SaveChangesAsync(ct);
        }

        return (ContactEdit.Of(contact), contact.Version);
    }

    /// <summary>Saves an edit; one that meets another edit comes back field by field. Leaving the company is a deed of its own and stays as it is.</summary>
    public Task<EditOutcome<ContactEdit>> EditAsync(Guid customerId, Guid contactId, ContactEdit edit, EditMark<ContactEdit> mark, Viewer by, CancellationToken ct) => db.WriteAsync(
        async ct =>
        {
            await EditableAsync(customerId, by, ct);
            var contact = await LoadAsync(customerId, contactId, ct);
            var saved = ContactEdit.Of(contact);
            var names = await EditNames.ReadAsync(db, [], ct);
            var mine = await SettledAsync(edit, ct) with { HasLeft = saved.HasLeft };
            var opened = mark with { Was = mark.Was with { HasLeft = saved.HasLeft } };
            var (settled, clash) = EditMerge.Settle(ContactFields.All, mine, opened, saved, contact.Version, names);
            if (clash is not null)
            {
                return EditOutcome<ContactEdit>.Met(clash);
            }

            var changes = EditMerge.Changes(ContactFields.All, saved, settled, names);
            if (changes.Count > 0)
            {
                Apply(contact, settled);
                history.Record(by, SubjectKind.Customer, customerId, "contact-edited", $"Changed contact {contact.Name}", changes);
                await db.SaveChangesAsync(ct);
            }

            return EditOutcome<ContactEdit>.Done;
        },
        ct);

    /// <summary>E-mail and phone for somebody who may see them now; the view is logged.</summary>
    public async Task<ContactDetails> RevealAsync(Guid customerId, Guid contactId, Viewer by, CancellationToken ct)
    {
        var customer = await db.Customers.AsNoTracking().SingleOrDefaultAsync(customer => customer.Id == customerId, ct) ?? throw new MissingException("customer");
        var contact = await LoadAsync(customerId, contactId, ct);
        var sight = await CustomerSight.OfAsync(db, customer, by, clock.UtcNow(), ct);
        if (!sight.MayReach(contactId))
        {
            throw new ForbiddenException("Contact details are shown once the contact has accepted for a request of yours.");
        }

        await reveals.NoteAsync(contact, by, RevealPlace.Profile, ct);
        history.Record(by, SubjectKind.Customer, customerId, "contact-revealed", $"Looked up how to reach {contact.Name}");
        await db.SaveChangesAsync(ct);
        return new ContactDetails(contact.Id, contact.Name, contact.Email, contact.Phone);
    }

    private async Task EditableAsync(Guid customerId, Viewer by, CancellationToken ct) =>
        by.MustEdit(await db.Customers.SingleOrDefaultAsync(customer => customer.Id == customerId, ct) ?? throw new MissingException("customer"));

    private async Task<Contact> LoadAsync(Guid customerId, Guid contactId, CancellationToken ct) =>
        await db.Contacts.SingleOrDefaultAsync(contact => contact.Id == contactId && contact.CustomerId == customerId, ct) ?? throw new MissingException("contact");

    // What no taxonomy has is nothing to speak about; a merged use case is the one that took it over.
    private async Task<ContactEdit> SettledAsync(ContactEdit edit, CancellationToken ct)
    {
        if (edit.Topics.Count == 0)
        {
            return edit;
        }

        var terms = await TermBook.ReadAsync(db, ct);
        return edit with { Topics = [.. edit.Topics.Select(key => terms.Find(TermKind.UseCase, key)?.Key).OfType<string>().Distinct(StringComparer.Ordinal)] };
    }

    private void Apply(Contact contact, ContactEdit edit)
    {
        contact.Describe(edit.Name, edit.JobTitle, edit.Email, edit.Phone, edit.Languages, edit.ZoneId);
        contact.Agree(edit.Willing, edit.MinutesPerQuarter, edit.Wishes);
        contact.LimitUses(edit.UsesPerQuarter);
        contact.SpeakAbout(edit.Topics);
        contact.Pause(edit.PausedUntil);
        if (edit.HasLeft)
        {
            contact.Leave(clock.UtcNow());
        }
        else
        {
            contact.Return();
        }
    }
}
