using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Consent;

/// <summary>Reads what is known of a contact for themselves: nothing that others noted in confidence.</summary>
public sealed class ContactRecords(ReferenceHubDbContext db, TimeProvider clock, UsageQueries usage, ActivityTypeQueries types)
{
    /// <summary>The record.</summary>
    public async Task<ContactRecord> ReadAsync(ContactPage page, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(page);
        var terms = await TermBook.ReadAsync(db, ct);
        var now = clock.UtcNow();
        var (today, yearAgo) = (await db.ProgramDayAsync(now, ct), now.AddYears(-1));
        return new ContactRecord(
            page.Contact.Languages,
            [.. page.Contact.Topics.Select(terms.UseCase).Order(StringComparer.OrdinalIgnoreCase)],
            [.. Enum.GetValues<PermissionScope>().Select(scope => (scope, row: page.Customer.Permissions.Find(row => row.Scope == scope)))
                .Select(one => new KnownPermission(one.scope, one.row?.StatusOn(today) ?? PermissionStatus.Unknown, one.row?.ValidUntil))],
            await UsesAsync(page, ct),
            await db.ContactReveals.CountAsync(reveal => reveal.ContactId == page.Contact.Id && reveal.At > yearAgo, ct));
    }

    // An ask that has not reached them yet is not told: the owner may still say no.
    private async Task<IReadOnlyList<KnownUse>> UsesAsync(ContactPage page, CancellationToken ct)
    {
        var mine = (await usage.CustomerAsync(page.Customer.Id, ct)).Uses.Where(use => use.ContactId == page.Contact.Id && use.State != UseState.Released).ToList();
        var sources = mine.Where(use => use.Source == UseSource.Request).Select(use => use.SourceId).OfType<Guid>().ToArray();
        var asked = await db.Candidates.AsNoTracking().Where(row => EF.Parameter(sources).Contains(row.Id) && row.CustomerAskedAt != null)
            .Join(db.Requests, row => row.RequestId, request => request.Id, (row, request) => new { row.Id, request.ProspectName }).ToDictionaryAsync(row => row.Id, row => row.ProspectName, ct);
        var names = (await types.AllAsync(ct)).ToDictionary(type => type.Key, type => type.Name, StringComparer.Ordinal);
        return
        [
            .. mine.Where(use => use.Source != UseSource.Request || (use.SourceId is { } id && asked.ContainsKey(id)))
                .OrderByDescending(use => use.On)
                .Select(use => new KnownUse(
                    use.On, use.ActivityKey, names.GetValueOrDefault(use.ActivityKey, use.ActivityKey), use.Minutes, use.State,
                    use is { Source: UseSource.Request, SourceId: { } source } ? asked.GetValueOrDefault(source) : null)),
        ];
    }
}
