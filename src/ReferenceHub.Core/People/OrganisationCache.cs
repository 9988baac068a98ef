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

/// <summary>The organisation's settings, kept on the node.</summary>
public sealed class OrganisationCache(IServiceScopeFactory scopes, ChangeHub hub) : SettingCache<OrganisationSettings>(scopes, hub)
{
    private static readonly OrganisationSettings Unnamed = new("ReferenceHub", "Europe/Berlin", "EUR", 1, Modules.All);

    /// <summary>The settings as they are now; defaults before the organisation has a name.</summary>
    public async ValueTask<OrganisationSettings> GetAsync(CancellationToken ct) => await KnownAsync(ct) ?? Unnamed;

    /// <inheritdoc/>
    protected override Task<OrganisationSettings?> ReadAsync(ReferenceHubDbContext db, CancellationToken ct) => db.Organisations.AsNoTracking()
        .Where(o => o.Id == Organisation.OnlyId)
        .Select(o => new OrganisationSettings(o.Name, o.ZoneId, o.Currency, o.FiscalYearStart, o.Modules) { RepExportMost = o.RepsMayExport ? o.RepExportMost : null })
        .FirstOrDefaultAsync(ct);
}
