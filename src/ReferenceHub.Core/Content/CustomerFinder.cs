using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Content;

/// <summary>A customer to write about.</summary>
public sealed record FoundCustomer(Guid Id, string Name, string? City);

/// <summary>Finds the customer that new content is about.</summary>
public sealed class CustomerFinder(ReferenceHubDbContext db)
{
    private const int Most = 20;

    /// <summary>The first few with these words in their names.</summary>
    public async Task<IReadOnlyList<FoundCustomer>> FindAsync(string? words, Viewer viewer, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        viewer.MustHave(Right.ManageContent);
        var key = TextKey.Of(words?.Length > 100 ? words[..100] : words);
        return await db.Customers.AsNoTracking().Present()
            .Where(customer => customer.Status != ReferenceStatus.DoNotUse && customer.NameKey.Contains(key))
            .OrderBy(customer => customer.NameKey).Take(Most)
            .Select(customer => new FoundCustomer(customer.Id, customer.Name, customer.City)).ToListAsync(ct);
    }
}
