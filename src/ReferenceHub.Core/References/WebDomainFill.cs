using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.References;

/// <summary>Derives the web domain of records made before there was one; runs after an upgrade.</summary>
public sealed class WebDomainFill(ReferenceHubDbContext db)
{
    private const int AtOnce = 500;

    /// <summary>Fills what is missing; nothing else of a record changes, nor its version.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        var missing = await db.Customers.AsNoTracking().Where(customer => customer.Website != null && customer.WebDomain == null)
            .Select(customer => new { customer.Id, customer.Website }).ToListAsync(ct);
        foreach (var batch in missing.Select(row => (row.Id, Domain: WebDomain.Of(row.Website))).Where(row => row.Domain is not null).Chunk(AtOnce))
        {
            await db.WriteAsync(
                async ct =>
                {
                    foreach (var (id, domain) in batch)
                    {
                        await db.Customers.Where(customer => customer.Id == id).ExecuteUpdateAsync(set => set.SetProperty(customer => customer.WebDomain, domain), ct);
                    }

                    return true;
                },
                ct);
        }
    }
}
