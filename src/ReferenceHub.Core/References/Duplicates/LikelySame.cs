using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.References;

/// <summary>A customer on record that may be the same company, and why.</summary>
public sealed record LikelySame(Guid CustomerId, string Name, string? Place, ReferenceStatus Status, SameBy By);

/// <summary>What two companies have in common.</summary>
public enum SameBy
{
    /// <summary>The web domain.</summary>
    Website,

    /// <summary>The name, legal form aside.</summary>
    Name,

    /// <summary>Nearly the name.</summary>
    NearName,
}

/// <summary>
/// Finds customers that a typed company may be. Starts from those whose name the viewer may see: of a confidential one that is not
/// released to them nobody learns that it is on record.
/// </summary>
public sealed class LikelySameQueries(ReferenceHubDbContext db, TimeProvider clock)
{
    private const int StemLength = 3;
    private const int MostRead = 2000;

    /// <summary>The likeliest few.</summary>
    public async Task<IReadOnlyList<LikelySame>> FindAsync(string? name, string? website, Viewer viewer, CancellationToken ct, int most = 5)
    {
        var bare = CompanyNames.Bare(name);
        var domain = WebDomain.Of(website);
        if (bare.Length < 2 && domain is null)
        {
            return [];
        }

        var first = bare.Split(' ')[0];
        var stem = first.Length > StemLength ? first[..StemLength] : first;
        var key = TextKey.Of(name, Customer.NameLength * 2);
        var rows = await db.Customers.AsNoTracking().Present().NamedFor(viewer, db, clock.UtcNow())
            .Where(customer => (domain != null && customer.WebDomain == domain) || (bare.Length > 1 && (customer.NameKey == key || customer.NameKey.StartsWith(stem) || customer.NameKey.Contains(" " + first))))
            .OrderBy(customer => customer.NameKey).Take(MostRead)
            .Select(customer => new { customer.Id, customer.Name, customer.WebDomain, customer.City, Region = customer.Region!.Name, customer.Status })
            .ToListAsync(ct);
        return
        [
            .. rows.Select(row => (row, by: By(bare, domain, row.Name, row.WebDomain)))
                .Where(one => one.by is not null)
                .OrderBy(one => one.by)
                .ThenBy(one => Math.Abs(CompanyNames.Bare(one.row.Name).Length - bare.Length))
                .ThenBy(one => one.row.Name, StringComparer.OrdinalIgnoreCase)
                .Take(most)
                .Select(one => new LikelySame(one.row.Id, one.row.Name, one.row.City ?? one.row.Region, one.row.Status, one.by!.Value)),
        ];
    }

    /// <summary>The likeliest of each of many companies, in one query.</summary>
    public async Task<ILookup<Guid, LikelySame>> FindAsync(IReadOnlyCollection<(Guid Id, string Name, string? WebDomain)> companies, Viewer viewer, CancellationToken ct, int most = 2)
    {
        ArgumentNullException.ThrowIfNull(companies);
        var domains = companies.Select(company => company.WebDomain).OfType<string>().Distinct().ToList();
        var stems = companies.Select(company => CompanyNames.Bare(company.Name)).Where(bare => bare.Length >= StemLength).Select(bare => bare[..StemLength]).Distinct().ToList();
        var rows = companies.Count == 0 ? [] : await db.Customers.AsNoTracking().Present().NamedFor(viewer, db, clock.UtcNow())
            .Where(customer => domains.Contains(customer.WebDomain!) || stems.Contains(customer.NameKey.Substring(0, StemLength)))
            .OrderBy(customer => customer.NameKey).Take(MostRead)
            .Select(customer => new { customer.Id, customer.Name, customer.WebDomain, Place = customer.City ?? customer.Region!.Name, customer.Status })
            .ToListAsync(ct);
        return companies
            .SelectMany(company => rows
                .Select(row => (row, by: By(CompanyNames.Bare(company.Name), company.WebDomain, row.Name, row.WebDomain)))
                .Where(one => one.by is not null)
                .OrderBy(one => one.by)
                .Take(most)
                .Select(one => (company.Id, Same: new LikelySame(one.row.Id, one.row.Name, one.row.Place, one.row.Status, one.by!.Value))))
            .ToLookup(pair => pair.Id, pair => pair.Same);
    }

    private static SameBy? By(string bare, string? domain, string other, string? otherDomain)
    {
        if (domain is not null && domain == otherDomain)
        {
            return SameBy.Website;
        }

        var otherBare = CompanyNames.Bare(other);
        return bare == otherBare ? SameBy.Name : CompanyNames.AreNear(bare, otherBare) ? SameBy.NearName : null;
    }
}
