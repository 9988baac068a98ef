using ReferenceHub.Core.Deals;
using ReferenceHub.Core.People;

namespace ReferenceHub.Web.Features.Palette.Sources;

/// <summary>Deals by name, account or external id, where the product keeps deals.</summary>
public sealed class DealSource(OpportunityFinder deals, OrganisationCache organisations) : IPaletteSource
{
    public async Task<PaletteGroup?> FindAsync(string words, Viewer viewer, CancellationToken ct)
    {
        if (!(await organisations.GetAsync(ct)).Has(Modules.Opportunities))
        {
            return null;
        }

        var found = await deals.FindAsync(words, IPaletteSource.Most, viewer, ct);
        return new PaletteGroup("Deals", [.. found.Select(deal => new PaletteItem(
            deal.Name, $"/opportunities/{deal.Id}", "briefcase", string.Join(" · ", new[] { deal.ExternalId, deal.AccountName, deal.Outcome == DealOutcome.Open ? null : deal.Outcome.ToString() }.OfType<string>())))]);
    }
}
