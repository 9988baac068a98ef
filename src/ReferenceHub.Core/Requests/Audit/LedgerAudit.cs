using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Requests;

/// <summary>Finds the differences of some customers: rebuilds their ledgers, and looks again at whoever was written to while it looked.</summary>
public sealed class LedgerAudit(ReferenceHubDbContext db, LedgerPieces pieces, UsageOverlay overlay, TimeProvider clock)
{
    /// <summary>How long a change may take to reach the memory of every node.</summary>
    public static readonly TimeSpan FeedTime = TimeSpan.FromMinutes(1);

    private const int Looks = 4;

    /// <summary>What was found of these customers, uses compared, and who was written to all the time.</summary>
    internal async Task<AuditPiece> LookAsync(IReadOnlyCollection<Guid> customers, CancellationToken ct)
    {
        var truth = new LedgerTruth(await db.ProgramZoneAsync(ct));
        var (found, uses, left) = (new List<Difference>(), 0, customers);
        for (var look = 1; left.Count > 0 && look <= Looks; look++)
        {
            await overlay.EnsureLoadedAsync(ct);
            var before = await pieces.PlacesAsync(left, ct);
            var ledgers = await pieces.RebuildAsync(left, before, ct);
            var claims = await pieces.ClaimsAsync(ledgers, ct);
            var remembered = ledgers.Where(ledger => !IsRemembered(ledger)).Select(ledger => ledger.CustomerId).ToHashSet();
            var after = await pieces.PlacesAsync(left, ct);
            var steady = ledgers.Where(ledger => before.GetValueOrDefault(ledger.CustomerId) == after.GetValueOrDefault(ledger.CustomerId)).ToList();
            uses += steady.Sum(ledger => ledger.Uses.Count);
            found.AddRange(steady.SelectMany(ledger => truth.Of(ledger, [.. claims[ledger.CustomerId]])));
            found.AddRange(steady.Where(ledger => remembered.Contains(ledger.CustomerId)).Select(Forgotten));
            left = [.. left.Except(steady.Select(ledger => ledger.CustomerId))];
        }

        return new AuditPiece([.. Difference.InOne(found)], uses, left);
    }

    /// <summary>Whether a use is held for nobody, by the rows that the transaction at hand sees; its ledger must be held.</summary>
    internal async Task<bool> IsHeldForNobodyAsync(Guid customerId, Guid useId, CancellationToken ct)
    {
        Guid[] one = [customerId];
        var ledgers = await pieces.RebuildAsync(one, await pieces.PlacesAsync(one, ct), ct);
        var claims = await pieces.ClaimsAsync(ledgers, ct);
        return new LedgerTruth(await db.ProgramZoneAsync(ct)).Of(ledgers[0], [.. claims[customerId]]).Any(found => found.Key == new FindingKey(customerId, useId, FindingKind.Orphan));
    }

    // What was written just now may still be on its way from another node.
    private bool IsRemembered(LedgerRebuild ledger) =>
        ledger.LastAt + FeedTime > clock.UtcNow() || overlay.Of(ledger.CustomerId).Uses.ToHashSet().SetEquals(ledger.Standing);

    private static Difference Forgotten(LedgerRebuild ledger) =>
        new(ledger.CustomerId, null, FindingKind.Memory, "What was kept in memory for lists and matching was not what the entries say.");
}

/// <summary>What was found of a piece.</summary>
/// <param name="Found">The differences.</param>
/// <param name="Uses">Uses compared.</param>
/// <param name="Busy">Customers that were written to all the time; what is known of them stays as it is.</param>
internal sealed record AuditPiece(IReadOnlyList<Difference> Found, int Uses, IReadOnlyCollection<Guid> Busy);
