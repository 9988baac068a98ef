using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.People;

/// <summary>What pages need to know of the organisation.</summary>
public sealed record OrganisationSettings(string Name, string ZoneId, string Currency, int FiscalYearStart, Modules Modules)
{
    /// <summary>References that reps may export at once; null when they may export nothing.</summary>
    public int? RepExportMost { get; init; } = Organisation.UsualRepExport;

    /// <summary>Whether a part of the product is switched on.</summary>
    public bool Has(Modules module) => (Modules & module) == module;
}

/// <summary>The organisation's settings, kept on the node until a notice says they changed.</summary>
public sealed class OrganisationCache : IDisposable
{
    private static readonly OrganisationSettings Unnamed = new("ReferenceHub", "Europe/Berlin", "EUR", 1, Modules.All);

    private readonly IServiceScopeFactory scopes;
    private readonly IDisposable subscription;
    private OrganisationSettings? known;
    private long changes;

    /// <summary>A cache that listens to the node's change hub.</summary>
    public OrganisationCache(IServiceScopeFactory scopes, ChangeHub hub)
    {
        this.scopes = scopes;
        subscription = hub.Listen(notice =>
        {
            if (notice.Topic == Topic.Settings)
            {
                Interlocked.Increment(ref changes);
                Volatile.Write(ref known, null);
            }
        });
    }

    /// <summary>The settings as they are now; defaults before the organisation has a name.</summary>
    public async ValueTask<OrganisationSettings> GetAsync(CancellationToken ct)
    {
        if (Volatile.Read(ref known) is { } settings)
        {
            return settings;
        }

        var before = Interlocked.Read(ref changes);
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ReferenceHubDbContext>();
        settings = await db.Organisations.AsNoTracking()
            .Where(o => o.Id == Organisation.OnlyId)
            .Select(o => new OrganisationSettings(o.Name, o.ZoneId, o.Currency, o.FiscalYearStart, o.Modules) { RepExportMost = o.RepsMayExport ? o.RepExportMost : null })
            .FirstOrDefaultAsync(ct);
        if (settings is not null && before == Interlocked.Read(ref changes))
        {
            Volatile.Write(ref known, settings);
        }

        return settings ?? Unnamed;
    }

    /// <inheritdoc/>
    public void Dispose() => subscription.Dispose();
}
