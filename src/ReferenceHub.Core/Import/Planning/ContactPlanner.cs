using ReferenceHub.Core.Data;
using ReferenceHub.Core.Import.Fields;
using ReferenceHub.Core.Import.Reading;
using ReferenceHub.Core.Import.Values;
using ReferenceHub.Core.Import.Writing;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Import.Planning;

/// <summary>What an import of contacts would do: each found again at its customer by CRM id, e-mail address or name.</summary>
internal sealed class ContactPlanner(PlanScene scene, IReadOnlyCollection<Contact> existing) : PartPlanner<PlannedContact>(scene)
{
    private readonly ILookup<Guid, Contact> byCustomer = existing.ToLookup(contact => contact.CustomerId);

    protected override IEnumerable<string> NeededColumns() =>
        Scene.Settings.Columns.ContainsKey(ImportFields.Name) ? [] : ["Choose the column that holds the name of the contact."];

    protected override IPlannedRows Rows(IReadOnlyList<PlannedContact> planned) => new PlannedContacts(planned);

    protected override PlannedContact? Take(ImportRow row, Belongs customer)
    {
        if (Read(row) is not { } said || Cells.BadLines.Contains(row.Line))
        {
            return null;
        }

        var match = Find(customer.CustomerId, said);
        if (Seen.Earlier(match is null ? $"{customer.CustomerId} {said.ExternalId ?? TextKey.Of(said.Email)} {TextKey.Of(said.Name)}" : match.Id.ToString(), row.Line) is { } twin)
        {
            Cells.Refuse(row, ImportFields.Name, $"The same contact stands in row {twin} already.");
            return null;
        }

        var title = $"{said.Name}, {customer.Name}";
        if (match is null)
        {
            Tally.Note(row, RowFate.Created, title, () => ContactRow.Changes(new ContactEdit(), null, said.Over(null), said.ExternalId, Scene.Names));
            return new PlannedContact(Scene.Ids.Next(), customer.CustomerId, IsNew: true, said);
        }

        var before = ContactEdit.Of(match);
        var changes = ContactRow.Changes(before, match.ExternalId, said.Over(before), said.ExternalId ?? match.ExternalId, Scene.Names);
        Tally.Note(row, changes.Count == 0 ? RowFate.Unchanged : RowFate.Changed, title, () => changes);
        return changes.Count == 0 ? null : new PlannedContact(match.Id, customer.CustomerId, IsNew: false, said);
    }

    private Contact? Find(Guid customerId, ContactRow said)
    {
        var there = byCustomer[customerId].ToList();
        var mail = TextKey.Of(said.Email);
        var name = TextKey.Of(said.Name);
        return (said.ExternalId is null ? null : there.Find(contact => contact.ExternalId == said.ExternalId))
            ?? (mail.Length == 0 ? null : there.Find(contact => MayBe(contact) && TextKey.Of(contact.Email) == mail))
            ?? there.Find(contact => MayBe(contact) && TextKey.Of(contact.Name) == name && (mail.Length == 0 || contact.Email is null || contact.LeftAt is null));

        bool MayBe(Contact contact) => said.ExternalId is null || contact.ExternalId is null;
    }

    private ContactRow? Read(ImportRow row)
    {
        var name = string.Join(' ', new[] { Cells.Text(row, ImportFields.FirstName), Cells.Text(row, ImportFields.Name) }.OfType<string>());
        if (name.Length == 0 && Cells.BadLines.Contains(row.Line))
        {
            return null;
        }

        if (name.Length is 0 or > Contact.NameLength)
        {
            Cells.Refuse(row, ImportFields.Name, name.Length == 0 ? "The name is missing." : $"This name has {name.Length} characters, at most {Contact.NameLength} fit.");
            return null;
        }

        var willing = Cells.Many(row, ImportFields.Willing);
        return new ContactRow
        {
            ExternalId = Cells.Text(row, ImportFields.ExternalId),
            Name = name,
            JobTitle = Cells.Text(row, ImportFields.JobTitle),
            Email = Email(row),
            Phone = Cells.Text(row, ImportFields.Phone),
            Languages = Cells.Many(row, ImportFields.Languages) is { } languages ? [.. Scene.Terms.Of(ImportFields.Languages, languages).Select(term => term.Key)] : null,
            ZoneId = Zone(row),
            Willing = willing is null ? null : [.. willing.Select(word => Meanings.ValueOf<PermissionScope>(Scene.ChoiceOf(ImportFields.Willing, word))).OfType<PermissionScope>().Distinct().Order()],
            Topics = Cells.Many(row, ImportFields.Topics) is { } topics ? [.. Scene.Terms.Of(ImportFields.Topics, topics).Select(term => term.Key)] : null,
            MinutesPerQuarter = Cells.Whole(row, ImportFields.Minutes, 0, 10_000),
            Wishes = Cells.Text(row, ImportFields.Wishes),
            PausedUntil = Cells.Date(row, ImportFields.PausedUntil),
            HasLeft = Cells.Yes(row, ImportFields.Left),
        };
    }

    private string? Email(ImportRow row)
    {
        var mail = Cells.Text(row, ImportFields.Email);
        if (mail is null || (mail.IndexOf('@') is > 0 and var at && at < mail.Length - 1 && !mail.Contains(' ')))
        {
            return mail;
        }

        Cells.Refuse(row, ImportFields.Email, "This is not an e-mail address.");
        return null;
    }

    private string? Zone(ImportRow row)
    {
        var zone = Cells.Text(row, ImportFields.Zone);
        if (zone is null || TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _))
        {
            return zone;
        }

        Cells.Refuse(row, ImportFields.Zone, "This is not a time zone such as Europe/Berlin.");
        return null;
    }
}
