using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.Projects;

/// <summary>Names of those who hold steps.</summary>
public static class Holders
{
    /// <summary>The name of somebody who may hold a step of a project about a customer; 404 for anybody else, such as a contact of another customer.</summary>
    public static async Task<string> HolderNameAsync(this ReferenceHubDbContext db, Holder holder, Guid customerId, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(holder);
        var name = holder.Kind switch
        {
            HolderKind.User => await db.Users.AsNoTracking().Where(user => user.Id == holder.Id).Select(user => user.Name).SingleOrDefaultAsync(ct),
            HolderKind.Contact => await db.Contacts.AsNoTracking().Where(contact => contact.Id == holder.Id && contact.CustomerId == customerId).Select(contact => contact.Name).SingleOrDefaultAsync(ct),
            HolderKind.Outsider => await db.Outsiders.AsNoTracking().Where(person => person.Id == holder.Id && person.LeftAt == null).Select(person => person.Name).SingleOrDefaultAsync(ct),
            _ => await db.LegalPeople.AsNoTracking().Where(person => person.Id == holder.Id).Select(person => person.Name).SingleOrDefaultAsync(ct),
        };
        return name ?? throw new MissingException("person");
    }

    /// <summary>Names of many holders at once.</summary>
    public static async Task<IReadOnlyDictionary<Holder, string>> HolderNamesAsync(this ReferenceHubDbContext db, IEnumerable<Holder> holders, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        var byKind = holders.Distinct().ToLookup(holder => holder.Kind, holder => holder.Id);
        var (users, contacts, outsiders, legal) = (byKind[HolderKind.User].ToList(), byKind[HolderKind.Contact].ToList(), byKind[HolderKind.Outsider].ToList(), byKind[HolderKind.Legal].ToList());
        var names = new Dictionary<Holder, string>();
        foreach (var row in await db.Users.AsNoTracking().Where(user => EF.Parameter(users).Contains(user.Id)).Select(user => new { user.Id, user.Name }).ToListAsync(ct))
        {
            names[new Holder(HolderKind.User, row.Id)] = row.Name;
        }

        foreach (var row in await db.Contacts.AsNoTracking().Where(contact => EF.Parameter(contacts).Contains(contact.Id)).Select(contact => new { contact.Id, contact.Name }).ToListAsync(ct))
        {
            names[new Holder(HolderKind.Contact, row.Id)] = row.Name;
        }

        foreach (var row in await db.Outsiders.AsNoTracking().Where(person => EF.Parameter(outsiders).Contains(person.Id)).Select(person => new { person.Id, person.Name }).ToListAsync(ct))
        {
            names[new Holder(HolderKind.Outsider, row.Id)] = row.Name;
        }

        foreach (var row in await db.LegalPeople.AsNoTracking().Where(person => EF.Parameter(legal).Contains(person.Id)).Select(person => new { person.Id, person.Name }).ToListAsync(ct))
        {
            names[new Holder(HolderKind.Legal, row.Id)] = row.Name;
        }

        return names;
    }
}
