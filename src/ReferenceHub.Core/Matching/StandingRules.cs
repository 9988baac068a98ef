using ReferenceHub.Core.Data;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Matching;

/// <summary>Who may be asked at all. The words give no secret away: a customer that must not be used, or refused, reads like one that rests.</summary>
internal static class StandingRules
{
    /// <summary>The day number of no day.</summary>
    public const int Never = int.MaxValue;

    private const string Resting = "Not taking requests at the moment";

    /// <summary>Whether status and refusals leave it to usage alone.</summary>
    public static bool MayAct(CatalogBlock block, int row, DateOnly today, RowSet denied) => block.StatusOf(row) switch
    {
        ReferenceStatus.Active => !denied.Has(row),
        ReferenceStatus.Paused => PauseEnd(block, row) < today && !denied.Has(row),
        _ => false,
    };

    /// <summary>Whether it will be a candidate again on a known day.</summary>
    public static bool ComesBack(CatalogBlock block, int row, RowSet denied) =>
        block.StatusOf(row) == ReferenceStatus.Paused && PauseEnd(block, row) is not null && !denied.Has(row);

    /// <summary>The standing of a row with its rule.</summary>
    public static Standing Of(CatalogBlock block, int row, MatchQuery query, RowSet denied)
    {
        var usage = query.Usage.Of(block.Ids[row]);
        if (MayAct(block, row, query.Today, denied))
        {
            if (query.Refused.TryGetValue(block.Ids[row], out var refused))
            {
                return new Standing(AvailabilityState.Closed, refused.Rule, null, null, usage.LastUsed, usage.Pending) { Acts = refused.Acts };
            }

            return new Standing(usage.State, usage.Rule, usage.SetBy, usage.FreeOn, usage.LastUsed, usage.Pending);
        }

        DateOnly? until = ComesBack(block, row, denied) ? PauseEnd(block, row)!.Value.Next() : null;
        return new Standing(AvailabilityState.Closed, Rule(block, row, query, denied), null, until, usage.LastUsed, usage.Pending) { Acts = until is not null };
    }

    /// <summary>Day number of the first day on which it can be used; <see cref="Never"/> when no day is in sight.</summary>
    public static int FreeOn(CatalogBlock block, int row, UsageColumn usage, DateOnly today, RowSet denied) =>
        MayAct(block, row, today, denied) ? usage.FreeOn[row]
        : ComesBack(block, row, denied) ? PauseEnd(block, row)!.Value.DayNumber + 1
        : Never;

    private static string Rule(CatalogBlock block, int row, MatchQuery query, RowSet denied) => block.StatusOf(row) switch
    {
        ReferenceStatus.Candidate => "Has not agreed to act as a reference yet",
        ReferenceStatus.Retired => "No longer a reference",
        ReferenceStatus.DoNotUse => Resting,
        _ when denied.Has(row) && (query.Viewer.SeesConfidential || block.OwnerOf(row) == query.Viewer.UserId) => $"Not available for {Words(query.Scope)}",
        _ => Resting,
    };

    private static string Words(PermissionScope? scope) => scope switch
    {
        PermissionScope.SalesCall => "sales calls",
        PermissionScope.SiteVisit => "site visits",
        PermissionScope.Analyst => "analyst calls",
        PermissionScope.Press => "the press",
        PermissionScope.Event => "events",
        PermissionScope.Rfp => "RFP lists",
        PermissionScope.Quote => "quotes",
        PermissionScope.Logo => "use of the logo",
        PermissionScope.Story => "stories",
        PermissionScope.Video => "videos",
        _ => "this",
    };

    private static DateOnly? PauseEnd(CatalogBlock block, int row) => block.PausedUntil.TryGetValue(row, out var until) ? until : null;
}
