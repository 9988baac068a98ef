using ReferenceHub.Core.References;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Matching;

/// <summary>The rows of a block by what an ask today would come to, for one scope and day. Never changes once built.</summary>
internal sealed class StandingSets
{
    private const int MostPoints = 3;

    private readonly CatalogBlock block;
    private readonly UsageColumn usage;
    private readonly PermissionScope? scope;
    private readonly DateOnly today;
    private readonly int version;
    private readonly RowSet denied;
    private readonly ulong[][] byState;
    private readonly KeptSets<int, RowSet> freeBy = new(most: 12);
    private volatile RestPoints[] points = [];

    private StandingSets(CatalogBlock block, UsageColumn usage, PermissionScope? scope, DateOnly today, StandingSets? before)
    {
        (this.block, this.usage, this.scope, this.today) = (block, usage, scope, today);
        version = usage.Version;
        denied = scope is { } known ? block.Denied.GetValueOrDefault(known) : default;
        if (before is null)
        {
            byState = [Bits.None(block.Count), Bits.None(block.Count), Bits.None(block.Count)];
            for (var row = 0; row < block.Count; row++)
            {
                Bits.Set(byState[(int)StateOf(row)], row);
            }

            return;
        }

        byState = [.. before.byState.Select(rows => (ulong[])rows.Clone())];
        var changed = usage.ChangedSince(before.version, version);
        foreach (var row in changed)
        {
            foreach (var rows in byState)
            {
                Bits.Clear(rows, row);
            }

            Bits.Set(byState[(int)StateOf(row)], row);
        }

        points = [.. before.points.Select(kept => kept.With(this, changed))];
    }

    public static StandingSets Of(CatalogBlock block, UsageColumn usage, PermissionScope? scope, DateOnly today)
    {
        var kept = usage.Standings;
        if (kept is not null && kept.scope == scope && kept.today == today && kept.version == usage.Version)
        {
            return kept;
        }

        return usage.Standings = new StandingSets(block, usage, scope, today, kept is not null && kept.scope == scope && kept.today == today ? kept : null);
    }

    public CatalogBlock Block => block;

    public UsageColumn Usage => usage;

    public DateOnly Today => today;

    public RowSet In(AvailabilityState state) => byState[(int)state];

    /// <summary>Day number of the first day on which a row can be used; <see cref="StandingRules.Never"/> when none is in sight.</summary>
    public int FreeOn(int row) => StandingRules.FreeOn(block, row, usage, today, denied);

    /// <summary>The rows that can be used on a day (by its number) or before.</summary>
    public RowSet FreeBy(int latest) => freeBy.Of(latest, this, static (day, standings) => standings.FreeRows(day));

    /// <summary>What the parts of a match beside fit come to; kept for the last few weights asked for, as profiles and trials have others than searches.</summary>
    public RestPoints PointsFor(MatchWeights weights)
    {
        var known = points;
        foreach (var kept in known)
        {
            if (kept.Holds(weights))
            {
                return kept;
            }
        }

        var made = new RestPoints(this, weights);
        points = [made, .. known.Take(MostPoints - 1)];
        return made;
    }

    private AvailabilityState StateOf(int row) =>
        StandingRules.MayAct(block, row, today, denied) ? usage.States[row] : AvailabilityState.Closed;

    private RowSet FreeRows(int latest)
    {
        var rows = Bits.None(block.Count);
        for (var row = 0; row < block.Count; row++)
        {
            if (FreeOn(row) <= latest)
            {
                Bits.Set(rows, row);
            }
        }

        return rows;
    }
}
