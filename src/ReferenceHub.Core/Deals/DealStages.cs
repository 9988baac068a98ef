using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.Deals;

/// <summary>The open stages in order.</summary>
public sealed class DealStages(ReferenceHubDbContext db)
{
    /// <summary>All of them, first stage first.</summary>
    public async Task<IReadOnlyList<DealStage>> AllAsync(CancellationToken ct) =>
        await db.DealStages.AsNoTracking().OrderBy(stage => stage.Place).ToListAsync(ct);
}

/// <summary>Questions asked of the ordered stages.</summary>
public static class DealStageOrder
{
    /// <summary>The stage with a key.</summary>
    public static DealStage? Named(this IEnumerable<DealStage> stages, string? key) => stages.FirstOrDefault(stage => stage.Key == key);

    /// <summary>Name of the stage, the key where the stage is gone.</summary>
    public static string? NameOf(this IEnumerable<DealStage> stages, string? key) => stages.Named(key)?.Name ?? key;

    /// <summary>Place of the gate; 0 when no stage is one.</summary>
    public static int GatePlace(this IEnumerable<DealStage> stages) => stages.Where(stage => stage.IsGate).Select(stage => stage.Place).DefaultIfEmpty(0).Min();
}
