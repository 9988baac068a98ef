using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Requests;

/// <summary>One finding of the list.</summary>
/// <param name="Finding">What was found.</param>
/// <param name="CustomerName">Whose ledger.</param>
/// <param name="Request">Number of the request it is about, where the viewer may see it.</param>
public sealed record FindingLine(LedgerFinding Finding, string CustomerName, int? Request);

/// <summary>Comparisons and what they found.</summary>
/// <param name="Running">The comparison that runs, if one does and its node is alive.</param>
/// <param name="Runs">The last that ended, the latest first.</param>
/// <param name="Open">A page of findings that stand, the latest first.</param>
/// <param name="OpenCount">Findings that stand.</param>
/// <param name="Page">Page of them, from 1.</param>
/// <param name="Gone">Those that the last weeks have cleared up, the latest first.</param>
/// <param name="MayCompare">The viewer may start one.</param>
public sealed record ComparisonPage(
    LedgerComparison? Running, IReadOnlyList<LedgerComparison> Runs, IReadOnlyList<FindingLine> Open, int OpenCount, int Page, IReadOnlyList<FindingLine> Gone, bool MayCompare)
{
    /// <summary>Findings a page.</summary>
    public const int PageSize = 50;
}

/// <summary>Reads what comparisons found, for those who see usage.</summary>
public sealed class ComparisonQueries(ReferenceHubDbContext db, TimeProvider clock)
{
    private const int RunsShown = 10;
    private const int GoneShown = 20;
    private const int GoneDays = 90;

    /// <summary>The last comparisons and one page of findings that stand.</summary>
    public async Task<ComparisonPage> ReadAsync(int page, Viewer viewer, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        viewer.MustHave(Right.SeeUsage);
        var (now, running) = (clock.UtcNow(), LedgerComparison.RunningId);
        var since = now.AddDays(-GoneDays);
        var runs = await db.LedgerComparisons.AsNoTracking().Where(row => row.Id != running).OrderByDescending(row => row.EndedAt).Take(RunsShown).ToListAsync(ct);
        var current = await db.LedgerComparisons.AsNoTracking().SingleOrDefaultAsync(row => row.Id == running, ct);
        var inside = db.Customers.InsideFor(viewer);
        var findings = db.LedgerFindings.AsNoTracking().Where(finding => inside.Any(customer => customer.Id == finding.CustomerId));
        var open = findings.Where(finding => finding.GoneAt == null);
        var count = await open.CountAsync(ct);
        var shown = Paging.Within(page, count, ComparisonPage.PageSize);
        var rows = await open.OrderByDescending(finding => finding.FoundAt).ThenBy(finding => finding.CustomerId).ThenBy(finding => finding.Words)
            .Skip((shown - 1) * ComparisonPage.PageSize).Take(ComparisonPage.PageSize).ToListAsync(ct);
        var gone = await findings.Where(finding => finding.GoneAt >= since).OrderByDescending(finding => finding.GoneAt).ThenBy(finding => finding.CustomerId).Take(GoneShown).ToListAsync(ct);
        var lines = await LinesAsync([.. rows, .. gone], viewer, ct);
        return new ComparisonPage(
            current is { } row && !row.IsDead(now) ? row : null, runs, [.. lines.Take(rows.Count)], count, shown, [.. lines.Skip(rows.Count)], viewer.Can(Right.SetLimits));
    }

    private async Task<List<FindingLine>> LinesAsync(List<LedgerFinding> findings, Viewer viewer, CancellationToken ct)
    {
        var customers = findings.Select(finding => finding.CustomerId).Distinct().ToList();
        var uses = findings.Select(finding => finding.UseId).OfType<Guid>().Distinct().ToList();
        var names = await db.Customers.Where(customer => EF.Parameter(customers).Contains(customer.Id)).ToDictionaryAsync(customer => customer.Id, customer => customer.Name, ct);
        var numbers = await NumbersAsync(uses, viewer, ct);
        return [.. findings.Select(finding => new FindingLine(
            finding, names.GetValueOrDefault(finding.CustomerId, "?"), finding.UseId is { } use && numbers.TryGetValue(use, out var number) ? number : null))];
    }

    // By use: the request that counts on it, or else the one that the ledger names.
    private async Task<Dictionary<Guid, int>> NumbersAsync(List<Guid> uses, Viewer viewer, CancellationToken ct)
    {
        if (uses.Count == 0)
        {
            return [];
        }

        var requests = db.Requests.VisibleTo(viewer, db);
        var counted = await db.Candidates.Where(candidate => candidate.UseId != null && EF.Parameter(uses).Contains(candidate.UseId!.Value))
            .Join(requests, candidate => candidate.RequestId, request => request.Id, (candidate, request) => new { UseId = candidate.UseId!.Value, request.Number }).ToListAsync(ct);
        var named = await db.LedgerEntries.Where(entry => EF.Parameter(uses).Contains(entry.UseId) && entry.Source == UseSource.Request)
            .Join(db.Candidates, entry => entry.SourceId, candidate => candidate.Id, (entry, candidate) => new { entry.UseId, candidate.RequestId })
            .Join(requests, pair => pair.RequestId, request => request.Id, (pair, request) => new { pair.UseId, request.Number }).Distinct().ToListAsync(ct);
        return counted.Concat(named).GroupBy(pair => pair.UseId).ToDictionary(group => group.Key, group => group.First().Number);
    }
}
