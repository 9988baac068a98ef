using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Administration;

/// <summary>Languages that contacts speak, and use cases that they speak about.</summary>
internal sealed class ContactPlace(ReferenceHubDbContext db) : ITermPlace
{
    public string One => "contact";

    public string Many => "contacts";

    public bool Names(TermKind kind) => kind is TermKind.Language or TermKind.UseCase;

    public async Task<IReadOnlyDictionary<Guid, int>> CountAsync(TermKind kind, IReadOnlyList<Term> terms, CancellationToken ct)
    {
        var said = await (kind == TermKind.Language ? db.Contacts.GroupBy(contact => contact.Languages) : db.Contacts.GroupBy(contact => contact.Topics))
            .Select(group => new { group.Key, Count = group.Count() }).ToListAsync(ct);
        return TermCounts.ByKey(terms, said.SelectMany(group => group.Key.Distinct(StringComparer.Ordinal), (group, key) => (key, group.Count)));
    }

    public Task<int> MoveAsync(Term from, Term to, Viewer by, CancellationToken ct) => from.Kind == TermKind.Language ? MoveLanguageAsync(from, to, ct) : MoveTopicAsync(from, to, ct);

    private async Task<int> MoveLanguageAsync(Term from, Term to, CancellationToken ct)
    {
        var moved = 0;
        foreach (var spoken in (await db.Contacts.Select(contact => contact.Languages).Distinct().ToListAsync(ct)).Where(languages => languages.Contains(from.Key)))
        {
            foreach (var contact in await db.Contacts.Where(contact => contact.Languages == spoken).ToListAsync(ct))
            {
                contact.Describe(contact.Name, contact.JobTitle, contact.Email, contact.Phone, contact.Languages.Replaced(from.Key, to.Key), contact.ZoneId);
                moved++;
            }
        }

        return moved;
    }

    private async Task<int> MoveTopicAsync(Term from, Term to, CancellationToken ct)
    {
        var moved = 0;
        foreach (var about in (await db.Contacts.Select(contact => contact.Topics).Distinct().ToListAsync(ct)).Where(topics => topics.Contains(from.Key)))
        {
            foreach (var contact in await db.Contacts.Where(contact => contact.Topics == about).ToListAsync(ct))
            {
                contact.SpeakAbout(contact.Topics.Replaced(from.Key, to.Key));
                moved++;
            }
        }

        return moved;
    }
}

/// <summary>Content: what it is about, and its language.</summary>
internal sealed class AssetPlace(ReferenceHubDbContext db) : ITermPlace
{
    public string One => "piece of content";

    public string Many => "pieces of content";

    public bool Names(TermKind kind) => true;

    public async Task<IReadOnlyDictionary<Guid, int>> CountAsync(TermKind kind, IReadOnlyList<Term> terms, CancellationToken ct)
    {
        var (ids, keys) = (terms.Ids(), terms.Keys());
        var counts = await db.AssetTerms.Where(about => EF.Parameter(ids).Contains(about.TermId)).GroupBy(about => about.TermId)
            .Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, ct);
        if (kind == TermKind.Language)
        {
            var written = await db.Assets.Where(asset => EF.Parameter(keys).Contains(asset.Language)).GroupBy(asset => asset.Language).Select(group => new { group.Key, Count = group.Count() }).ToListAsync(ct);
            foreach (var (id, count) in TermCounts.ByKey(terms, written.Select(group => (group.Key, group.Count))))
            {
                counts[id] = counts.GetValueOrDefault(id) + count;
            }
        }

        return counts;
    }

    public async Task<int> MoveAsync(Term from, Term to, Viewer by, CancellationToken ct)
    {
        var about = await db.AssetTerms.Where(term => term.TermId == from.Id).ToListAsync(ct);
        var have = await db.AssetTerms.Where(term => term.TermId == to.Id).Select(term => term.AssetId).ToHashSetAsync(ct);
        db.AssetTerms.RemoveRange(about);
        db.AssetTerms.AddRange(about.Where(term => !have.Contains(term.AssetId)).Select(term => new AssetTerm(term.AssetId, to.Id)));
        var written = from.Kind == TermKind.Language ? await db.Assets.Where(asset => asset.Language == from.Key).ToListAsync(ct) : [];
        written.ForEach(asset => asset.Reclassify(to.Key));
        return about.Count + written.Count;
    }
}

/// <summary>Regions that permissions are limited to.</summary>
internal sealed class PermissionPlace(ReferenceHubDbContext db) : ITermPlace
{
    public string One => "permission";

    public string Many => "permissions";

    public bool Names(TermKind kind) => kind == TermKind.Region;

    public async Task<IReadOnlyDictionary<Guid, int>> CountAsync(TermKind kind, IReadOnlyList<Term> terms, CancellationToken ct)
    {
        var limited = await db.Permissions.GroupBy(permission => permission.Regions).Select(group => new { group.Key, Count = group.Count() }).ToListAsync(ct);
        return TermCounts.ByKey(terms, limited.SelectMany(group => group.Key.Distinct(StringComparer.Ordinal), (group, key) => (key, group.Count)));
    }

    public async Task<int> MoveAsync(Term from, Term to, Viewer by, CancellationToken ct)
    {
        var moved = 0;
        foreach (var limits in (await db.Permissions.Select(permission => permission.Regions).Distinct().ToListAsync(ct)).Where(regions => regions.Contains(from.Key)))
        {
            foreach (var permission in await db.Permissions.Where(permission => permission.Regions == limits).ToListAsync(ct))
            {
                permission.Limit(permission.Regions.Replaced(from.Key, to.Key), permission.Channels);
                moved++;
            }
        }

        return moved;
    }
}

/// <summary>Industry and region of nominated companies.</summary>
internal sealed class NominationPlace(ReferenceHubDbContext db) : ITermPlace
{
    public string One => "nomination";

    public string Many => "nominations";

    public bool Names(TermKind kind) => kind is TermKind.Industry or TermKind.Region;

    public async Task<IReadOnlyDictionary<Guid, int>> CountAsync(TermKind kind, IReadOnlyList<Term> terms, CancellationToken ct)
    {
        var named = kind == TermKind.Industry ? db.Nominations.Select(nomination => nomination.IndustryId) : db.Nominations.Select(nomination => nomination.RegionId);
        var ids = terms.Ids();
        return await named.Where(id => id != null && EF.Parameter(ids).Contains(id.Value)).GroupBy(id => id!.Value).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, ct);
    }

    public async Task<int> MoveAsync(Term from, Term to, Viewer by, CancellationToken ct)
    {
        var isIndustry = from.Kind == TermKind.Industry;
        var nominations = await db.Nominations.Where(nomination => isIndustry ? nomination.IndustryId == from.Id : nomination.RegionId == from.Id).ToListAsync(ct);
        nominations.ForEach(nomination => nomination.Reclassify(isIndustry ? to.Id : nomination.IndustryId, isIndustry ? nomination.RegionId : to.Id));
        return nominations.Count;
    }
}
