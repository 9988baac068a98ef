using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.History;
using ReferenceHub.Core.Import.Planning;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Import.Writing;

/// <summary>A contact to write.</summary>
internal sealed record PlannedContact(Guid Id, Guid CustomerId, bool IsNew, ContactRow Row);

/// <summary>Contacts to write.</summary>
internal sealed class PlannedContacts(IReadOnlyList<PlannedContact> rows) : PlannedRows<PlannedContact>(rows)
{
    protected override async Task WriteAsync(IReadOnlyList<PlannedContact> portion, ImportRun run, CancellationToken ct)
    {
        var keys = portion.Where(planned => !planned.IsNew).Select(planned => planned.Id).ToArray();
        var existing = keys.Length == 0 ? [] : await run.Db.Contacts.Where(contact => EF.Parameter(keys).Contains(contact.Id)).ToDictionaryAsync(contact => contact.Id, ct);
        var names = await EditNames.ReadAsync(run.Db, [], ct);
        foreach (var planned in portion)
        {
            var contact = planned.IsNew ? new Contact(planned.Id, planned.CustomerId, planned.Row.Name) : existing[planned.Id];
            var before = planned.IsNew ? new ContactEdit() : ContactEdit.Of(contact);
            var (idBefore, idAfter) = (contact.ExternalId, planned.Row.ExternalId ?? contact.ExternalId);
            var after = planned.Row.Over(planned.IsNew ? null : before);
            contact.Describe(after.Name, after.JobTitle, after.Email, after.Phone, after.Languages, after.ZoneId);
            contact.Agree(after.Willing, after.MinutesPerQuarter, after.Wishes);
            contact.SpeakAbout(after.Topics);
            contact.Pause(after.PausedUntil);
            contact.KnowAs(idAfter);
            if (after.HasLeft)
            {
                contact.Leave(run.Now);
            }
            else
            {
                contact.Return();
            }

            if (planned.IsNew)
            {
                run.Db.Contacts.Add(contact);
            }

            run.Record(
                SubjectKind.Customer, planned.CustomerId, planned.IsNew ? "contact-added" : "contact-edited", $"Imported contact {contact.Name}",
                planned.IsNew ? [] : ContactRow.Changes(before, idBefore, after, idAfter, names));
        }

        await run.SaveAsync(ct);
    }
}
