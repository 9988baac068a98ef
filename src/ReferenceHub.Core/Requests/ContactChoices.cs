using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Matching;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Requests;

/// <summary>Somebody who could be asked at a customer.</summary>
/// <param name="Id">The contact.</param>
/// <param name="Name">Name.</param>
/// <param name="JobTitle">Job title.</param>
/// <param name="Wishes">Wishes in words.</param>
/// <param name="IsFree">Whether limits leave them free today.</param>
/// <param name="Facts">What is asked for and met or missed, in words.</param>
public sealed record ContactChoice(Guid Id, string Name, string? JobTitle, string? Wishes, bool IsFree, IReadOnlyList<MatchReason> Facts);

/// <summary>Whom to ask for a request, for who runs the program: by language, topic and working hours, among those who are willing.</summary>
public sealed class ContactChoices(ReferenceHubDbContext db, MatchQueries matches)
{
    /// <summary>Everybody willing at some customers, best first.</summary>
    public async Task<IReadOnlyDictionary<Guid, IReadOnlyList<ContactChoice>>> ForAsync(RequestNeed need, IReadOnlyCollection<Guid> customers, Viewer by, CancellationToken ct)
    {
        by.MustHave(Right.RunProgram);
        if (customers.Count == 0)
        {
            return new Dictionary<Guid, IReadOnlyList<ContactChoice>>();
        }

        var ranked = await matches.ContactsAsync(await AskOfAsync(need, by, ct), customers, by, ct);
        var ids = ranked.Values.SelectMany(contacts => contacts).Select(contact => contact.Id).ToArray();
        var people = await db.Contacts.AsNoTracking().Where(contact => EF.Parameter(ids).Contains(contact.Id) && contact.LeftAt == null)
            .Select(contact => new { contact.Id, contact.Name, contact.JobTitle, contact.Wishes }).ToDictionaryAsync(contact => contact.Id, ct);
        return ranked.ToDictionary(customer => customer.Key, customer => (IReadOnlyList<ContactChoice>)
        [
            .. customer.Value.Where(contact => people.ContainsKey(contact.Id)).Select(contact => (contact, person: people[contact.Id]))
                .Select(one => new ContactChoice(one.contact.Id, one.person.Name, one.person.JobTitle, one.person.Wishes, one.contact.IsFree, one.contact.Facts)),
        ]);
    }

    /// <summary>Who is asked when nobody is chosen: the best of those who may be asked as the record says now, or null.</summary>
    internal async Task<Contact?> BestAsync(RequestNeed need, Customer customer, ActivityType type, DateOnly today, Viewer by, CancellationToken ct)
    {
        var able = customer.Contacts.Where(person => person.MayBeAsked(type.Scope, today)).OrderBy(person => person.Name, StringComparer.Ordinal).ToList();
        if (able.Count < 2)
        {
            return able.FirstOrDefault();
        }

        var ranked = await matches.ContactsAsync(await AskOfAsync(need, by, ct), [customer.Id], by, ct);
        return ranked.GetValueOrDefault(customer.Id, []).Select(contact => able.Find(person => person.Id == contact.Id)).FirstOrDefault(person => person is not null) ?? able[0];
    }

    private async Task<CatalogAsk> AskOfAsync(RequestNeed need, Viewer by, CancellationToken ct)
    {
        var read = await matches.ReadWordsAsync(RequestMatches.NeedOf(need.Criteria, need.Text), by, ct);
        return new CatalogAsk(read.Criteria.WithText(null), need.ActivityKey) { Language = need.Language, ZoneId = need.ZoneId };
    }
}
