using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Matching;

/// <summary>What a filter of the load calendar comes to for lists that read the ledger, and how it is said.</summary>
/// <param name="Scope">Of whom and of what.</param>
/// <param name="Words">"Banking", "Jonas Weber", "sales call": what it is narrowed to; nothing when it is not.</param>
public sealed record LoadScope(OverrideScope Scope, IReadOnlyList<string> Words);

/// <summary>Reads what a filter of the load calendar comes to.</summary>
public sealed class LoadScopes(ReferenceHubDbContext db, CatalogCache catalog, ActivityTypeQueries types)
{
    /// <summary>For somebody who may see usage.</summary>
    public async Task<LoadScope> ReadAsync(LoadFilter filter, Viewer viewer, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(filter);
        ArgumentNullException.ThrowIfNull(viewer);
        viewer.MustHave(Right.SeeUsage);
        var facts = await catalog.GetAsync(ct);
        var chosen = (await types.AllAsync(ct)).FirstOrDefault(type => type.Key == filter.ActivityKey);
        var owner = filter.OwnerId is { } id ? await db.Users.Where(user => user.Id == id).Select(user => user.Name).FirstOrDefaultAsync(ct) ?? "an owner who is not there" : null;
        var words = new[]
        {
            owner, Name(Facet.Region, filter.RegionKey), Name(Facet.Industry, filter.IndustryKey), Name(Facet.Product, filter.ProductKey), filter.Tier?.ToString(), chosen?.Name,
            string.IsNullOrWhiteSpace(filter.Words) ? null : $"“{filter.Words.Trim()}”",
        };
        return new LoadScope(Of(facts, filter, chosen, viewer), [.. words.OfType<string>()]);

        string? Name(Facet facet, string? key) => string.IsNullOrEmpty(key) ? null : facts.Terms.Find(facet, key)?.Name ?? key;
    }

    /// <summary>Customers however they stand, since what was overridden for one that retired stays overridden.</summary>
    internal static OverrideScope Of(CatalogSnapshot facts, LoadFilter filter, ActivityType? chosen, Viewer viewer) => new(
        filter.Narrows ? [.. LoadRoster.Everybody(facts, viewer).Within(filter, facts.Terms).Select(customer => customer.Id)] : null, chosen?.Key);
}
