using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Requests;

/// <summary>Reads ledgers and what requests say of them, piece by piece.</summary>
public sealed class LedgerPieces(ReferenceHubDbContext db)
{
    /// <summary>Entries that a piece holds at most, unless one ledger alone has more.</summary>
    public const int MostEntries = 2000;

    /// <summary>Customers that a piece holds at most.</summary>
    public const int MostCustomers = 200;

    /// <summary>All customers that have entries, a ledger or a candidate that was asked, in pieces.</summary>
    internal async Task<IReadOnlyList<IReadOnlyList<Guid>>> AllAsync(CancellationToken ct)
    {
        var counted = await db.CustomerLedgers.AsNoTracking().ToDictionaryAsync(ledger => ledger.CustomerId, ledger => ledger.Entries, ct);
        var written = await db.LedgerEntries.Select(entry => entry.CustomerId).Distinct().ToListAsync(ct);
        var asked = await db.Candidates.Where(candidate => candidate.UseId != null).Select(candidate => candidate.CustomerId).Distinct().ToListAsync(ct);
        var pieces = new List<IReadOnlyList<Guid>>();
        var (piece, entries) = (new List<Guid>(), 0);
        foreach (var customer in counted.Keys.Union(written).Union(asked))
        {
            var more = counted.GetValueOrDefault(customer);
            if (piece.Count == MostCustomers || (piece.Count > 0 && entries + more > MostEntries))
            {
                pieces.Add(piece);
                (piece, entries) = ([], 0);
            }

            piece.Add(customer);
            entries += more;
        }

        return piece.Count == 0 ? pieces : [.. pieces, piece];
    }

    /// <summary>Where the ledgers of these customers stand; a ledger that stands where it stood was not written meanwhile.</summary>
    internal Task<Dictionary<Guid, LedgerPlace>> PlacesAsync(IReadOnlyCollection<Guid> customers, CancellationToken ct) => db.CustomerLedgers.AsNoTracking()
        .Where(ledger => EF.Parameter(customers).Contains(ledger.CustomerId))
        .ToDictionaryAsync(ledger => ledger.CustomerId, ledger => new LedgerPlace(ledger.Entries, ledger.Version), ct);

    /// <summary>The ledgers of these customers, made anew from their entries while those stream by.</summary>
    internal async Task<IReadOnlyList<LedgerRebuild>> RebuildAsync(IReadOnlyCollection<Guid> customers, Dictionary<Guid, LedgerPlace> places, CancellationToken ct)
    {
        var rebuilt = customers.ToDictionary(id => id, id => new LedgerRebuild(id, places.TryGetValue(id, out var place) ? place.Entries : null));
        var entries = db.LedgerEntries.AsNoTracking().Where(entry => EF.Parameter(customers).Contains(entry.CustomerId))
            .OrderBy(entry => entry.CustomerId).ThenBy(entry => entry.Sequence).AsAsyncEnumerable();
        await foreach (var entry in entries.WithCancellation(ct))
        {
            rebuilt[entry.CustomerId].Add(entry);
        }

        return [.. rebuilt.Values];
    }

    /// <summary>What requests say of these ledgers, by customer: their own candidates, and those that a held use names.</summary>
    internal async Task<ILookup<Guid, UseClaim>> ClaimsAsync(IReadOnlyCollection<LedgerRebuild> ledgers, CancellationToken ct)
    {
        var customers = ledgers.Select(ledger => ledger.CustomerId).ToList();
        var claims = await UseClaim.Of(db, db.Candidates.Where(candidate => EF.Parameter(customers).Contains(candidate.CustomerId) && candidate.State != CandidateState.Proposed)).ToListAsync(ct);
        var known = claims.Select(claim => (claim.CustomerId, claim.CandidateId)).ToHashSet();
        var named = ledgers.SelectMany(ledger => ledger.Uses.Where(use => use.IsHeld && use.Use is { Source: UseSource.Request, SourceId: { } id } && !known.Contains((ledger.CustomerId, id)))
            .Select(use => (ledger.CustomerId, CandidateId: use.Use.SourceId!.Value))).Distinct().ToList();
        var missing = named.Select(pair => pair.CandidateId).Distinct().ToList();
        var others = missing.Count == 0
            ? []
            : await UseClaim.Of(db, db.Candidates.Where(candidate => EF.Parameter(missing).Contains(candidate.Id))).ToDictionaryAsync(claim => claim.CandidateId, ct);
        return claims.Select(claim => (claim.CustomerId, Claim: claim))
            .Concat(named.Where(pair => others.ContainsKey(pair.CandidateId)).Select(pair => (pair.CustomerId, Claim: others[pair.CandidateId])))
            .ToLookup(pair => pair.CustomerId, pair => pair.Claim);
    }
}

/// <summary>Where a ledger stands.</summary>
/// <param name="Entries">Entries that it counts.</param>
/// <param name="Version">Raised with every change.</param>
internal sealed record LedgerPlace(int Entries, int Version);
