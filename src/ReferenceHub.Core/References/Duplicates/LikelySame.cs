using System.Linq.Expressions;
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
    private const int MostRead = 1000;

    /// <summary>The likeliest few.</summary>
    public async Task<IReadOnlyList<LikelySame>> FindAsync(string? name, string? website, Viewer viewer, CancellationToken ct, int most = 5)
    {
        var bare = CompanyNames.Bare(name);
        var domain = WebDomain.Of(website);
        if (bare.Length < 2 && domain is null)
        {
            return [];
        }

        var company = (Id: Guid.Empty, Bare: bare, Domain: domain, Key: TextKey.Of(name, Customer.NameLength * 2));
        return Best(company, await SureAsync([company], viewer, ct), most) is { Count: > 0 } sure ? sure : Best(company, await NearAsync([bare], viewer, ct), most);
    }

    /// <summary>The likeliest of each of many companies, in two queries.</summary>
    public async Task<ILookup<Guid, LikelySame>> FindAsync(IReadOnlyCollection<(Guid Id, string Name, string? WebDomain)> companies, Viewer viewer, CancellationToken ct, int most = 2)
    {
        ArgumentNullException.ThrowIfNull(companies);
        var asked = companies.Select(company => (company.Id, Bare: CompanyNames.Bare(company.Name), Domain: company.WebDomain, Key: TextKey.Of(company.Name, Customer.NameLength * 2))).ToList();
        var sure = await SureAsync(asked, viewer, ct);
        var found = asked.Select(company => (company, Best: Best(company, sure, most))).ToList();
        var near = await NearAsync([.. found.Where(one => one.Best.Count == 0).Select(one => one.company.Bare)], viewer, ct);
        return found
            .SelectMany(one => (one.Best.Count > 0 ? one.Best : Best(one.company, near, most)).Select(same => (one.company.Id, Same: same)))
            .ToLookup(pair => pair.Id, pair => pair.Same);
    }

    // The domain and the usual spellings of the name, each looked up by its index.
    private Task<List<Found>> SureAsync(IReadOnlyCollection<(Guid Id, string Bare, string? Domain, string Key)> companies, Viewer viewer, CancellationToken ct)
    {
        var domains = companies.Select(company => company.Domain).OfType<string>().Distinct().ToArray();
        var names = companies.Where(company => company.Bare.Length > 1).SelectMany(company => CompanyNames.Spellings(company.Bare).Append(company.Key)).Distinct().ToArray();
        return ReadAsync(viewer, customer => EF.Parameter(domains).Contains(customer.WebDomain!) || EF.Parameter(names).Contains(customer.NameKey), ct);
    }

    // Only for companies of which neither is on record; bounded.
    private async Task<List<Found>> NearAsync(IReadOnlyCollection<string> bares, Viewer viewer, CancellationToken ct)
    {
        var stems = bares.Where(bare => bare.Length > 1).Select(bare => bare.Split(' ')[0]).Select(first => first.Length > StemLength ? first[..StemLength] : first).Distinct().ToArray();
        var stem = stems.FirstOrDefault("");
        var one = bares.Count == 1 && stems.Length == 1 ? " " + bares.First().Split(' ')[0] : null;
        return stems.Length == 0 ? [] : await ReadAsync(
            viewer, customer => EF.Parameter(stems).Contains(customer.NameKey.Substring(0, StemLength)) || (one != null && (customer.NameKey.StartsWith(stem) || customer.NameKey.Contains(one))), ct);
    }

    private Task<List<Found>> ReadAsync(Viewer viewer, Expression<Func<Customer, bool>> like, CancellationToken ct) =>
        db.Customers.AsNoTracking().Present().NamedFor(viewer, db, clock.UtcNow()).Where(like)
            .OrderBy(customer => customer.NameKey).Take(MostRead)
            .Select(customer => new Found(customer.Id, customer.Name, customer.WebDomain, customer.City ?? customer.Region!.Name, customer.Status))
            .ToListAsync(ct);

    private static List<LikelySame> Best((Guid Id, string Bare, string? Domain, string Key) company, List<Found> rows, int most) =>
    [
        .. rows.Select(row => (row, by: By(company.Bare, company.Domain, row.Name, row.WebDomain)))
            .Where(one => one.by is not null)
            .OrderBy(one => one.by)
            .ThenBy(one => Math.Abs(CompanyNames.Bare(one.row.Name).Length - company.Bare.Length))
            .ThenBy(one => one.row.Name, StringComparer.OrdinalIgnoreCase)
            .Take(most)
            .Select(one => new LikelySame(one.row.Id, one.row.Name, one.row.Place, one.row.Status, one.by!.Value)),
    ];

    private static SameBy? By(string bare, string? domain, string other, string? otherDomain)
    {
        if (domain is not null && domain == otherDomain)
        {
            return SameBy.Website;
        }

        var otherBare = CompanyNames.Bare(other);
        return bare == otherBare ? SameBy.Name : CompanyNames.AreNear(bare, otherBare) ? SameBy.NearName : null;
    }

    private sealed record Found(Guid Id, string Name, string? WebDomain, string? Place, ReferenceStatus Status);
}
