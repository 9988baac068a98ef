using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.Matching;

/// <summary>Names and titles of the best contacts of a page, which the catalog does not hold: one read for all rows.</summary>
public sealed class RowContacts(ReferenceHubDbContext db)
{
    /// <summary>The rows with what their viewer may know of the contact; how to reach anybody is never read.</summary>
    public async Task<ImmutableArray<MatchRow>> NamedAsync(ImmutableArray<MatchRow> rows, CancellationToken ct)
    {
        var ids = rows.Where(row => row.Contact is not null).Select(row => row.Contact!.Id).ToArray();
        if (ids.Length == 0)
        {
            return rows;
        }

        var people = await db.Contacts.AsNoTracking().Where(contact => EF.Parameter(ids).Contains(contact.Id))
            .Select(contact => new { contact.Id, contact.Name, contact.JobTitle, contact.Wishes }).ToDictionaryAsync(contact => contact.Id, ct);
        return
        [
            .. rows.Select(row => row.Contact is null ? row : row with
            {
                Contact = !people.TryGetValue(row.Contact.Id, out var person) ? null
                    : row.NameHidden ? row.Contact with { JobTitle = CommonTitle.Of(person.JobTitle) }
                    : row.Contact with { Name = person.Name, JobTitle = person.JobTitle, Wishes = person.Wishes },
            }),
        ];
    }
}
