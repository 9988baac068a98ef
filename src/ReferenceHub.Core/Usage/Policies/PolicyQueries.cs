using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.History;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Usage;

/// <summary>One policy of the list.</summary>
/// <param name="Policy">The policy.</param>
/// <param name="Rule">In words.</param>
/// <param name="Binds">Whom it binds, in words.</param>
/// <param name="SetBy">Who set it.</param>
public sealed record PolicyLine(UsagePolicy Policy, string Rule, string Binds, string SetBy);

/// <summary>The policies of an edition; of the one in force with those of single customers and contacts.</summary>
/// <param name="Edition">The edition.</param>
/// <param name="IsInForce">It binds today.</param>
/// <param name="Today">Today of the program.</param>
/// <param name="Currency">The program's currency.</param>
/// <param name="Policies">Those of single customers last.</param>
/// <param name="Changes">What was changed last.</param>
/// <param name="Planned">Editions that start later, the next first.</param>
/// <param name="Drafts">Drafts, the newest first.</param>
/// <param name="Past">Editions that were in force before, the latest first.</param>
public sealed record PolicyList(
    PolicyEdition Edition, bool IsInForce, DateOnly Today, string Currency, IReadOnlyList<PolicyLine> Policies, IReadOnlyList<HistoryEvent> Changes,
    IReadOnlyList<PolicyEdition> Planned, IReadOnlyList<PolicyEdition> Drafts, IReadOnlyList<PolicyEdition> Past);

/// <summary>Reads policies.</summary>
public sealed class PolicyQueries(ReferenceHubDbContext db, ActivityTypeQueries types, TimeProvider clock)
{
    private const int ChangesShown = 20;

    /// <summary>The policies of one edition, or of the one in force.</summary>
    public async Task<PolicyList> ListAsync(Guid? editionId, Viewer viewer, CancellationToken ct)
    {
        viewer.MustHave(Right.SeeUsage);
        var today = await db.ProgramDayAsync(clock.UtcNow(), ct);
        var editions = await db.PolicyEditions.AsNoTracking().OrderByDescending(edition => edition.Number).ToListAsync(ct);
        var started = editions.Where(edition => edition.StartsOn <= today).OrderByDescending(edition => edition.StartsOn).ThenByDescending(edition => edition.Number).ToList();
        var inForce = started.FirstOrDefault();
        var edition = (editionId is null ? inForce : editions.Find(row => row.Id == editionId)) ?? throw new MissingException("version of the policies");
        var isInForce = edition.Id == inForce?.Id;
        var policies = await db.UsagePolicies.AsNoTracking().Where(policy => policy.EditionId == edition.Id || (isInForce && policy.EditionId == null)).ToListAsync(ct);
        return new PolicyList(
            edition, isInForce, today, await db.Organisations.Select(row => row.Currency).FirstOrDefaultAsync(ct) ?? "EUR",
            await LinesAsync(policies, ct), await ChangesAsync(edition.Id, policies, ct),
            [.. editions.Where(row => row.StartsOn > today).OrderBy(row => row.StartsOn)], [.. editions.Where(row => row.IsDraft)], [.. started.Skip(1)]);
    }

    private async Task<List<HistoryEvent>> ChangesAsync(Guid editionId, List<UsagePolicy> policies, CancellationToken ct)
    {
        List<Guid> ids = [editionId, .. policies.Select(policy => policy.Id)];
        return await db.HistoryEvents.AsNoTracking().Where(change => change.Subject == SubjectKind.Settings && ids.Contains(change.SubjectId))
            .OrderByDescending(change => change.At).Take(ChangesShown).ToListAsync(ct);
    }

    private async Task<List<PolicyLine>> LinesAsync(List<UsagePolicy> policies, CancellationToken ct)
    {
        var names = (await types.AllAsync(ct)).ToDictionary(type => type.Key, type => type.Name, StringComparer.Ordinal);
        var terms = await TermBook.ReadAsync(db, ct);
        var customerIds = policies.Where(policy => policy.CustomerId is not null).Select(policy => policy.CustomerId!.Value).Distinct().ToList();
        var customers = await db.Customers.Where(customer => customerIds.Contains(customer.Id)).Select(customer => new { customer.Id, customer.Name })
            .ToDictionaryAsync(customer => customer.Id, customer => customer.Name, ct);
        return
        [
            .. policies.OrderBy(policy => policy.Scope).ThenBy(policy => policy.Per).ThenBy(policy => policy.WindowKind).ThenBy(policy => policy.Days).ThenByDescending(policy => policy.ActivityKeys.Count)
                .Select(policy => new PolicyLine(policy, PolicyWords.FullRule(policy, names), Binds(policy, terms, customers), PolicyWords.SetBy(policy.SetBy))),
        ];
    }

    private static string Binds(UsagePolicy policy, TermBook terms, Dictionary<Guid, string> customers) => policy.Scope switch
    {
        PolicyScope.Program => policy.Per == PolicyPer.Contact ? "every contact" : "every customer",
        PolicyScope.Tier => $"customers of the {policy.Tier} tier",
        PolicyScope.Segment => string.Join(" × ", policy.SegmentIds.Select(id => terms.Name(id) ?? "?")),
        PolicyScope.Contact => $"a contact of {customers.GetValueOrDefault(policy.CustomerId ?? Guid.Empty, "a customer")}",
        _ => customers.GetValueOrDefault(policy.CustomerId ?? Guid.Empty, "a customer"),
    };
}
