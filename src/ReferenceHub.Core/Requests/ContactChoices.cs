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
public sealed record ContactChoice(Guid Id, string Name, string? JobTitle, string? Wishes, bool IsFree, IReadOnlyList<MatchReason> Facts)
{
    /// <summary>Why this person can't be chosen at all; null when they can.</summary>
    public string? WhyNot { get; init; }
}

/// <summary>Whom to ask for a request, for who runs the program: by language, topic and working hours, among those who are willing (see <see cref="ContactRanks"/>).</summary>
public sealed class ContactChoices(ReferenceHubDbContext db, MatchQueries matches, UsagePanelQueries usage, TimeProvider clock, NeedCriteria needs)
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
        var ids = ranked.Values.SelectMany(contacts => contacts).Where(contact => contact.MayBeAsked).Select(contact => contact.Id).ToArray();
        var people = await db.Contacts.AsNoTracking().Where(contact => EF.Parameter(ids).Contains(contact.Id) && contact.LeftAt == null)
            .Select(contact => new { contact.Id, contact.Name, contact.JobTitle, contact.Wishes }).ToDictionaryAsync(contact => contact.Id, ct);
        return ranked.ToDictionary(customer => customer.Key, customer => (IReadOnlyList<ContactChoice>)
        [
            .. customer.Value.Where(contact => people.ContainsKey(contact.Id)).Select(contact => (contact, person: people[contact.Id]))
                .Select(one => new ContactChoice(one.contact.Id, one.person.Name, one.person.JobTitle, one.person.Wishes, one.contact.IsFree, one.contact.Facts)),
        ]);
    }

    /// <summary>Everybody at one customer, best first, with all that speaks for and against them, and why some can't be chosen.</summary>
    public async Task<IReadOnlyList<ContactChoice>> AllAsync(RequestNeed need, Guid customerId, ActivityType type, Viewer by, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(type);
        by.MustHave(Right.RunProgram);
        var people = await db.Contacts.AsNoTracking().Where(contact => contact.CustomerId == customerId && contact.LeftAt == null).ToListAsync(ct);
        var ranked = (await matches.ContactsAsync(await AskOfAsync(need, by, ct), [customerId], by, ct)).GetValueOrDefault(customerId, []);
        var loads = (await usage.ReadAsync(customerId, by, ct)).Ledger?.Contacts.ToDictionary(load => load.ContactId) ?? [];
        var today = await db.ProgramDayAsync(clock.UtcNow(), ct);
        return
        [
            .. ranked.Select(contact => (contact, person: people.Find(person => person.Id == contact.Id))).Where(one => one.person is not null)
                .Select(one => new ContactChoice(
                    one.contact.Id, one.person!.Name, one.person.JobTitle, one.person.Wishes, one.contact.IsFree,
                    [.. one.contact.Facts, .. ContactTime.Of(loads.GetValueOrDefault(one.contact.Id), type)])
                {
                    WhyNot = CandidateRule.WhyNot(one.person, type, today),
                }),
        ];
    }

    /// <summary>At which of these customers there is more than one person, so that another can be chosen.</summary>
    public async Task<IReadOnlySet<Guid>> SeveralAsync(IReadOnlyCollection<Guid> customers, CancellationToken ct) => customers.Count == 0 ? new HashSet<Guid>() : await db.Contacts
        .Where(contact => EF.Parameter(customers).Contains(contact.CustomerId) && contact.LeftAt == null)
        .GroupBy(contact => contact.CustomerId).Where(people => people.Count() > 1).Select(people => people.Key).ToHashSetAsync(ct);

    /// <summary>Who is asked when nobody is chosen: the first of those who may be asked as the record says now, or null.</summary>
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
        var read = await matches.ReadWordsAsync(await needs.OfAsync(need.Criteria, need.Text, need.Requirements, by, ct), by, ct);
        return new CatalogAsk(read.Criteria.WithText(null), need.ActivityKey) { Language = need.Language, ZoneId = need.ZoneId };
    }
}
