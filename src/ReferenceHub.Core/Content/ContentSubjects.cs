using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Content;

/// <summary>A customer to write about.</summary>
public sealed record FoundCustomer(Guid Id, string Name, string? City);

/// <summary>The customers that new content may be about.</summary>
public sealed class ContentSubjects(ReferenceHubDbContext db, TimeProvider clock)
{
    private const int Most = 20;

    /// <summary>The first few with these words in their names.</summary>
    public async Task<IReadOnlyList<FoundCustomer>> FindAsync(string? words, Viewer viewer, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        viewer.MustHave(Right.ManageContent);
        return await db.Customers.AsNoTracking().Present().Where(customer => customer.Status != ReferenceStatus.DoNotUse)
            .Called(words, viewer, db, clock.UtcNow())
            .OrderBy(customer => customer.NameKey).Take(Most)
            .Select(customer => new FoundCustomer(customer.Id, customer.Name, customer.City)).ToListAsync(ct);
    }
}
