using ReferenceHub.Core.Deals;
using ReferenceHub.Core.Processes;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Data;

/// <summary>What every new program starts with: taxonomies, deal stages, a calendar, activity types, limits and processes.</summary>
public sealed class StartingData(TaxonomySeed taxonomies, DealStageSeed stages, UsageSeed usage, ProcessSeed processes)
{
    /// <summary>Adds what is missing; the caller, who has named the organisation, saves.</summary>
    public async Task AddAsync(CancellationToken ct)
    {
        await taxonomies.AddAsync(ct);
        await stages.AddAsync(ct);
        await usage.AddAsync(ct);
        await processes.AddAsync(ct);
    }
}
