using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.References;

/// <summary>Finds records that may be of one company, for those who edit any customer.</summary>
public sealed class DuplicateQueries(ReferenceHubDbContext db, TimeProvider clock)
{
    /// <summary>Most pairs listed.</summary>
    public const int Most = 200;

    private const int MostCompared = 400;
    private const int MostFound = 20;
    private const int StemLength = 4;

    /// <summary>The pairs, the surest first.</summary>
    public async Task<IReadOnlyList<DuplicatePair>> ListAsync(Viewer viewer, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        viewer.MustHave(Right.EditAnyCustomer);
        var records = await db.Customers.AsNoTracking().Present()
            .OrderBy(customer => customer.CreatedAt).ThenBy(customer => customer.Id)
            .Select(customer => new DuplicateRecord(customer.Id, customer.Name, customer.WebDomain, customer.ExternalId, customer.Owner!.Name, customer.CreatedAt))
            .ToListAsync(ct);
        return Among(records);
    }

    /// <summary>Records that may be the same company as this one.</summary>
    public async Task<IReadOnlyList<DuplicatePair>> OfAsync(Guid id, Viewer viewer, CancellationToken ct) =>
        [.. (await ListAsync(viewer, ct)).Where(pair => pair.One.Id == id || pair.Two.Id == id)];

    /// <summary>Other records with these words in their names; none without words.</summary>
    public async Task<IReadOnlyList<OwnedCustomer>> FindAsync(string? text, Guid exceptId, Viewer viewer, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        viewer.MustHave(Right.EditAnyCustomer);
        if (string.IsNullOrWhiteSpace(text))
        {
            return [];
        }

        return await db.Customers.AsNoTracking().Present().Where(customer => customer.Id != exceptId).Called(text, viewer, db, clock.UtcNow())
            .OrderBy(customer => customer.NameKey).Take(MostFound)
            .Select(customer => new OwnedCustomer(customer.Id, customer.Name, customer.Status, customer.Tier, customer.VerifyBy)).ToListAsync(ct);
    }

    /// <summary>The pairs among records in the order of their age.</summary>
    internal static IReadOnlyList<DuplicatePair> Among(IReadOnlyList<DuplicateRecord> records)
    {
        var found = new Dictionary<(Guid, Guid), DuplicatePair>();
        var bare = records.ToDictionary(record => record.Id, record => CompanyNames.Bare(record.Name));
        Same(records.Where(record => record.ExternalId is not null), record => record.ExternalId!.Trim().ToUpperInvariant(), DuplicateSign.Account);
        Same(records.Where(record => record.WebDomain is not null), record => record.WebDomain!, DuplicateSign.Domain);
        Same(records.Where(record => bare[record.Id].Length > 0), record => bare[record.Id], DuplicateSign.Name);
        foreach (var stem in records.Where(record => bare[record.Id].Length >= StemLength).GroupBy(record => bare[record.Id][..StemLength], StringComparer.Ordinal))
        {
            Pairs([.. stem.Take(MostCompared)], DuplicateSign.NearName, (one, two) => CompanyNames.AreNear(bare[one.Id], bare[two.Id]));
        }

        return [.. found.Values.OrderBy(pair => pair.Sign).ThenBy(pair => pair.One.Name, StringComparer.OrdinalIgnoreCase).Take(Most)];

        void Same(IEnumerable<DuplicateRecord> some, Func<DuplicateRecord, string> key, DuplicateSign sign)
        {
            foreach (var group in some.GroupBy(key, StringComparer.Ordinal).Where(group => group.Skip(1).Any()))
            {
                Pairs([.. group.Take(MostCompared)], sign, (_, _) => true);
            }
        }

        void Pairs(List<DuplicateRecord> some, DuplicateSign sign, Func<DuplicateRecord, DuplicateRecord, bool> alike)
        {
            for (var first = 0; first < some.Count; first++)
            {
                for (var second = first + 1; second < some.Count; second++)
                {
                    if (alike(some[first], some[second]))
                    {
                        found.TryAdd((some[first].Id, some[second].Id), new DuplicatePair(some[first], some[second], sign));
                    }
                }
            }
        }
    }
}
