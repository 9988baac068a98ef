using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.History;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.References;

/// <summary>Customers made and edited by hand.</summary>
public sealed class CustomerService(ReferenceHubDbContext db, TimeProvider clock, IIds ids, HistoryLog history, OwnerMails mails)
{
    /// <summary>Adds a customer as a candidate; refuses a known CRM key, and a known name unless it is said to be another company.</summary>
    public Task<Outcome<Guid>> CreateAsync(CustomerEdit edit, bool sameNameIsFine, Viewer by, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(edit);
        ArgumentNullException.ThrowIfNull(by);
        by.MustHave(Right.EditAnyCustomer);
        return db.WriteAsync<Outcome<Guid>>(
            async ct =>
            {
                edit = await edit.SettledAsync(db, ct);
                var now = clock.UtcNow();
                if (await TakenKeyAsync(edit, null, ct) is { } taken)
                {
                    return Outcome<Guid>.Refuse(taken, nameof(CustomerEdit.ExternalId));
                }

                var nameKey = TextKey.Of(edit.Name);
                if (!sameNameIsFine && await db.Customers.Present().AnyAsync(other => other.NameKey == nameKey, ct))
                {
                    return Outcome<Guid>.Refuse("There is a customer of this name already. Tick below if this is another company.", nameof(CustomerEdit.Name));
                }

                var customer = new Customer(ids.NextQuiet(), edit.Facts, edit.OwnerId, now);
                await ApplyAsync(customer, edit, ct);
                customer.Verify(by.ActorId, now, await db.ProgramDayAsync(now, ct), await db.VerifyEveryAsync(ct));
                db.Customers.Add(customer);
                var names = await EditNames.ReadAsync(db, [edit.OwnerId], ct);
                history.Record(by, SubjectKind.Customer, customer.Id, "created", $"Added {customer.Name}", EditMerge.Changes(CustomerFields.All, new CustomerEdit(), edit, names));
                await db.SaveChangesAsync(ct);
                return customer.Id;
            },
            ct);
    }

    /// <summary>The record as a form shows it, for somebody who may edit it.</summary>
    public async Task<(CustomerEdit Edit, int Version, string Name)> ReadAsync(Guid id, Viewer by, CancellationToken ct)
    {
        var customer = await LoadAsync(id, by, ct);
        return (CustomerEdit.Of(customer), customer.Version, customer.Name);
    }

    /// <summary>Saves an edit; one that meets another edit comes back field by field.</summary>
    public Task<EditOutcome<CustomerEdit>> EditAsync(Guid id, CustomerEdit edit, EditMark<CustomerEdit> mark, Viewer by, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(edit);
        ArgumentNullException.ThrowIfNull(mark);
        return db.WriteAsync(
            async ct =>
            {
                var customer = await LoadAsync(id, by, ct);
                var saved = CustomerEdit.Of(customer);
                edit = await edit.SettledAsync(db, ct);
                var mine = by.Can(Right.EditAnyCustomer) ? edit : CustomerFields.Governing.Aggregate(edit, (kept, field) => field.Take(kept, saved));
                var names = await EditNames.ReadAsync(db, [saved.OwnerId, mine.OwnerId, mark.Was.OwnerId], ct);
                var (settled, clash) = EditMerge.Settle(CustomerFields.All, mine, mark, saved, customer.Version, names);
                if (clash is not null)
                {
                    return EditOutcome<CustomerEdit>.Met(clash);
                }

                if (await TakenKeyAsync(settled, id, ct) is { } taken)
                {
                    return EditOutcome<CustomerEdit>.Refuse(taken, nameof(CustomerEdit.ExternalId));
                }

                var changes = EditMerge.Changes(CustomerFields.All, saved, settled, names);
                if (changes.Count > 0)
                {
                    customer.Describe(settled.Facts);
                    await ApplyAsync(customer, settled, ct);
                    await TellOwnersAsync(saved.OwnerId, settled.OwnerId, customer.Name, by, ct);
                    db.Entry(customer).Property(record => record.Version).IsModified = true;
                    history.Record(by, SubjectKind.Customer, id, "edited", $"Changed {string.Join(", ", changes.Select(change => change.Field))}", changes);
                    await db.SaveChangesAsync(ct);
                }

                return EditOutcome<CustomerEdit>.Done;
            },
            ct);
    }

    private async Task<Customer> LoadAsync(Guid id, Viewer by, CancellationToken ct)
    {
        var customer = await db.Customers.Include(customer => customer.Attributes).SingleOrDefaultAsync(customer => customer.Id == id, ct)
            ?? throw new MissingException("customer");
        by.MustEdit(customer);
        return customer;
    }

    private async Task TellOwnersAsync(Guid? from, Guid? to, string name, Viewer by, CancellationToken ct)
    {
        if (from != to && to is not null)
        {
            var people = await db.Users.AsNoTracking().Where(user => user.Id == from || user.Id == to).ToListAsync(ct);
            await mails.TellAsync(people.Find(user => user.Id == from), people.Single(user => user.Id == to), [name], by, ct);
        }
    }

    internal async Task ApplyAsync(Customer customer, CustomerEdit edit, CancellationToken ct)
    {
        await MustKnowAsync(edit, ct);
        customer.Confide(edit.Secrets);
        customer.HandTo(edit.OwnerId);
        customer.MoveToTier(edit.Tier);
        customer.ListForRfps(edit.RfpListed);
        customer.Attributes.RemoveAll(attribute => !edit.Attributes.Contains(attribute.TermId));
        var have = customer.Attributes.Select(attribute => attribute.TermId).ToHashSet();
        customer.Attributes.AddRange(edit.Attributes.Distinct().Where(term => !have.Contains(term)).Select(term => new CustomerAttribute(customer.Id, term)));
    }

    // Keys that no form offers: a foreign id never reaches the database.
    internal async Task MustKnowAsync(CustomerEdit edit, CancellationToken ct)
    {
        if (!await KnowsAsync(edit, ct))
        {
            throw new MissingException("term");
        }

        if (edit.OwnerId is { } owner && !await db.Users.AnyAsync(user => user.Id == owner, ct))
        {
            throw new MissingException("person");
        }
    }

    internal async Task<bool> KnowsAsync(CustomerEdit edit, CancellationToken ct)
    {
        Guid?[] named = [edit.IndustryId, edit.RegionId];
        var asked = edit.Attributes.Concat(named.OfType<Guid>()).Distinct().ToList();
        var kinds = await db.Terms.Where(term => asked.Contains(term.Id)).ToDictionaryAsync(term => term.Id, term => term.Kind, ct);
        return asked.TrueForAll(kinds.ContainsKey)
            && (edit.IndustryId is not { } industry || kinds[industry] == TermKind.Industry)
            && (edit.RegionId is not { } region || kinds[region] == TermKind.Region)
            && edit.Attributes.TrueForAll(term => kinds[term] is TermKind.Platform or TermKind.Deployment or TermKind.Language or TermKind.UseCase or TermKind.Integration);
    }

    internal async Task<string?> TakenKeyAsync(CustomerEdit edit, Guid? id, CancellationToken ct)
    {
        var key = edit.ExternalId?.Trim();
        if (string.IsNullOrEmpty(key))
        {
            return null;
        }

        var other = await db.Customers.Where(customer => customer.MergedIntoId == null && customer.ExternalId == key && customer.Id != id).Select(customer => new { Archived = customer.ArchivedAt != null }).FirstOrDefaultAsync(ct);
        return other switch
        {
            null => null,
            { Archived: true } => "An archived customer has this CRM account. Ask the program to restore it, or to take the account off it.",
            _ => "Another customer has this CRM account already.",
        };
    }
}
