using ReferenceHub.Core.References;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Matching;

/// <summary>The rows of a block by what an ask today would come to, for one scope and day. Never changes once built.</summary>
internal sealed class StandingSets
{
    private readonly ulong[][] byState;

    private StandingSets(CatalogBlock block, UsageColumn usage, PermissionScope? scope, DateOnly today)
    {
        Scope = scope;
        Today = today;
        Version = usage.Version;
        var denied = scope is { } known ? block.Denied.GetValueOrDefault(known) : null;
        byState = [.. Enum.GetValues<AvailabilityState>().Select(_ => Bits.None(block.Count))];
        FreeOn = new int[block.Count];
        for (var row = 0; row < block.Count; row++)
        {
            var acts = StandingRules.MayAct(block, row, today, denied);
            Bits.Set(byState[(int)(acts ? usage.States[row] : AvailabilityState.Closed)], row);
            FreeOn[row] = StandingRules.FreeOn(block, row, usage, today, denied);
        }
    }

    /// <summary>By row the day number of the first day on which it can be used; <see cref="StandingRules.Never"/> when none is in sight.</summary>
    public int[] FreeOn { get; }

    private PermissionScope? Scope { get; }

    private DateOnly Today { get; }

    private int Version { get; }

    public static StandingSets Of(CatalogBlock block, UsageColumn usage, PermissionScope? scope, DateOnly today)
    {
        var kept = usage.Standings;
        if (kept is null || kept.Scope != scope || kept.Today != today || kept.Version != usage.Version)
        {
            usage.Standings = kept = new StandingSets(block, usage, scope, today);
        }

        return kept;
    }

    public ulong[] In(AvailabilityState state) => byState[(int)state];
}
