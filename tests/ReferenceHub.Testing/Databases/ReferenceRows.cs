using Microsoft.Extensions.DependencyInjection;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Deals;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Testing.Databases;

/// <summary>What every new program starts with: organisation, taxonomies, stages, calendar, activity types and policies.</summary>
internal static class ReferenceRows
{
    public static async Task AddAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ReferenceHubDbContext>();
        db.Organisations.Add(new Organisation("Northwind Systems", "Europe/Berlin", "EUR"));
        await scope.ServiceProvider.GetRequiredService<TaxonomySeed>().AddAsync(CancellationToken.None);
        await scope.ServiceProvider.GetRequiredService<DealStageSeed>().AddAsync(CancellationToken.None);
        await scope.ServiceProvider.GetRequiredService<UsageSeed>().AddAsync(CancellationToken.None);
        await db.SaveChangesAsync();
    }
}
