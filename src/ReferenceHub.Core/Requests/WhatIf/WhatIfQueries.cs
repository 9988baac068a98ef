using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Requests;

/// <summary>One replay of a list.</summary>
/// <param name="Id">Key.</param>
/// <param name="From">First day of the period.</param>
/// <param name="To">Last day of the period.</param>
/// <param name="State">How far it is.</param>
/// <param name="StartedAt">When it was started (UTC).</param>
/// <param name="ByName">Who started it, as named then.</param>
/// <param name="Percent">Per cent done a moment ago; 0 while it waits for its turn.</param>
public sealed record WhatIfLine(Guid Id, DateOnly From, DateOnly To, WhatIfState State, DateTime StartedAt, string ByName, int Percent)
{
    internal static readonly Expression<Func<WhatIfRun, WhatIfLine>> Of = run => new WhatIfLine(run.Id, run.From, run.To, run.State, run.StartedAt, run.ByName, run.Percent);
}

/// <summary>A version of the policies to try, with its replays.</summary>
/// <param name="Edition">The version.</param>
/// <param name="InForce">The version in force.</param>
/// <param name="Today">Today of the program.</param>
/// <param name="FirstAsk">Day of the first ask in any ledger; null when nobody was asked yet.</param>
/// <param name="Runs">Its replays, the latest first.</param>
public sealed record WhatIfBoard(PolicyEdition Edition, PolicyEdition InForce, DateOnly Today, DateOnly? FirstAsk, IReadOnlyList<WhatIfLine> Runs)
{
    /// <summary>Whether there is anything to compare.</summary>
    public bool IsInForce => Edition.Id == InForce.Id;
}

/// <summary>One replay with all that its figures speak of.</summary>
/// <param name="Run">The replay.</param>
/// <param name="Edition">The version tried.</param>
/// <param name="DraftChanged">The version reads otherwise now.</param>
/// <param name="InForceChanged">Other policies are in force now, or they read otherwise.</param>
/// <param name="Customers">Names of the customers by key; those that are gone are missing.</param>
/// <param name="Activities">Names of activity types by key.</param>
public sealed record WhatIfSheet(
    WhatIfRun Run, PolicyEdition Edition, bool DraftChanged, bool InForceChanged, IReadOnlyDictionary<Guid, string> Customers, IReadOnlyDictionary<string, string> Activities);

/// <summary>Reads replays.</summary>
public sealed class WhatIfQueries(ReferenceHubDbContext db, TimeProvider clock)
{
    /// <summary>A version of the policies with its replays.</summary>
    public async Task<WhatIfBoard> BoardAsync(Guid editionId, Viewer viewer, CancellationToken ct)
    {
        viewer.MustHave(Right.SeeUsage);
        var (zone, now) = (await db.ProgramZoneAsync(ct), clock.UtcNow());
        var first = await db.LedgerEntries.Where(entry => entry.Kind == LedgerKind.Reserved).MinAsync(entry => (DateTime?)entry.At, ct);
        var runs = await db.WhatIfRuns.Where(run => run.EditionId == editionId).OrderByDescending(run => run.StartedAt)
            .Select(WhatIfLine.Of).ToListAsync(ct);
        return new WhatIfBoard(await EditionAsync(editionId, ct), await InForceAsync(now, ct), Zones.DateIn(zone, now), first is { } at ? Zones.DateIn(zone, at) : null, runs);
    }

    /// <summary>One replay.</summary>
    public async Task<WhatIfSheet> OneAsync(Guid runId, Viewer viewer, CancellationToken ct)
    {
        viewer.MustHave(Right.SeeUsage);
        var run = await db.WhatIfRuns.AsNoTracking().SingleOrDefaultAsync(row => row.Id == runId, ct) ?? throw new MissingException("replay");
        var (edition, inForce) = (await EditionAsync(run.EditionId, ct), await InForceAsync(clock.UtcNow(), ct));
        return new WhatIfSheet(
            run, edition,
            DraftChanged: run.State == WhatIfState.Done && await db.MarkAsync(edition, ct) != run.Draft.Policies,
            InForceChanged: run.State == WhatIfState.Done && await db.MarkAsync(inForce, ct) != run.Today.Policies,
            await NamesAsync(run, ct),
            await db.ActivityTypes.ToDictionaryAsync(type => type.Key, type => type.Name, StringComparer.Ordinal, ct));
    }

    /// <summary>How far a replay is, without its figures.</summary>
    public async Task<WhatIfLine> LineAsync(Guid runId, Viewer viewer, CancellationToken ct)
    {
        viewer.MustHave(Right.SeeUsage);
        return await db.WhatIfRuns.Where(run => run.Id == runId).Select(WhatIfLine.Of).SingleOrDefaultAsync(ct)
            ?? throw new MissingException("replay");
    }

    private async Task<Dictionary<Guid, string>> NamesAsync(WhatIfRun run, CancellationToken ct)
    {
        var ids = run.Draft.Changed.SelectMany(ask => new[] { ask.CustomerId, ask.Today.InsteadId, ask.Draft.InsteadId })
            .Append(run.Today.PeakCustomerId).Append(run.Draft.PeakCustomerId).OfType<Guid>().Distinct().ToArray();
        return await db.Customers.Where(customer => EF.Parameter(ids).Contains(customer.Id)).ToDictionaryAsync(customer => customer.Id, customer => customer.Name, ct);
    }

    private async Task<PolicyEdition> EditionAsync(Guid id, CancellationToken ct) =>
        await db.PolicyEditions.AsNoTracking().SingleOrDefaultAsync(edition => edition.Id == id, ct) ?? throw new MissingException("version of the policies");

    private Task<PolicyEdition> InForceAsync(DateTime now, CancellationToken ct) => db.EditionInForceAsync(now, ct);
}
