using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.References;

/// <summary>Gives a new database the shipped taxonomies. Where there are terms already nothing happens: they are the organisation's own.</summary>
public sealed class TaxonomySeed(ReferenceHubDbContext db, IIds ids)
{
    /// <summary>Adds the shipped terms to an empty taxonomy; the caller saves.</summary>
    public async Task AddAsync(CancellationToken ct)
    {
        if (await db.Terms.AnyAsync(ct))
        {
            return;
        }

        var keys = ShippedTerms.All.ToDictionary(term => (term.Kind, term.Key), _ => ids.Next());
        db.Terms.AddRange(ShippedTerms.All.Select(term => new Term(
            keys[(term.Kind, term.Key)],
            term.Kind,
            term.Key,
            term.Name,
            term.ParentKey is { } parent ? keys[(term.Kind, parent)] : null,
            term.Aliases,
            term.Order)));
    }
}
