using Microsoft.Extensions.DependencyInjection;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;

namespace ReferenceHub.Testing.Databases;

/// <summary>What every new program starts with: organisation, taxonomies, stages, calendar, activity types and policies.</summary>
internal static class ReferenceRows
{
    public static async Task AddAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ReferenceHubDbContext>();
        db.Organisations.Add(new Organisation("Northwind Systems", "Europe/Berlin", "EUR"));
        await db.SaveChangesAsync();
        await scope.ServiceProvider.GetRequiredService<StartingData>().AddAsync(CancellationToken.None);
        await db.SaveChangesAsync();
    }
}
