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

/// <summary>All policies with the version of the set and what was changed last.</summary>
public sealed record PolicyList(int Version, DateTime? ChangedAt, IReadOnlyList<PolicyLine> Policies, IReadOnlyList<HistoryEvent> Changes);

/// <summary>Reads policies.</summary>
public sealed class PolicyQueries(ReferenceHubDbContext db, ActivityTypeQueries types)
{
    private const int ChangesShown = 20;

    /// <summary>All policies; those of single customers last.</summary>
    public async Task<PolicyList> ListAsync(Viewer viewer, CancellationToken ct)
    {
        viewer.MustHave(Right.SeeUsage);
        var set = await db.PolicySets.AsNoTracking().FirstOrDefaultAsync(ct);
        var policies = await db.UsagePolicies.AsNoTracking().ToListAsync(ct);
        var names = (await types.AllAsync(ct)).ToDictionary(type => type.Key, type => type.Name, StringComparer.Ordinal);
        var terms = await TermBook.ReadAsync(db, ct);
        var customerIds = policies.Where(policy => policy.CustomerId is not null).Select(policy => policy.CustomerId!.Value).Distinct().ToList();
        var customers = await db.Customers.Where(customer => customerIds.Contains(customer.Id)).Select(customer => new { customer.Id, customer.Name })
            .ToDictionaryAsync(customer => customer.Id, customer => customer.Name, ct);
        var ids = policies.Select(policy => policy.Id).ToList();
        var changes = await db.HistoryEvents.AsNoTracking().Where(change => change.Subject == SubjectKind.Settings && ids.Contains(change.SubjectId))
            .OrderByDescending(change => change.At).Take(ChangesShown).ToListAsync(ct);
        return new PolicyList(
            set?.Version ?? 0, set?.ChangedAt,
            [.. policies.OrderBy(policy => policy.Scope).ThenBy(policy => policy.Per).ThenBy(policy => policy.WindowKind).ThenBy(policy => policy.Days).ThenByDescending(policy => policy.ActivityKeys.Count)
                .Select(policy => new PolicyLine(policy, PolicyWords.Rule(policy, names), Binds(policy, terms, customers), PolicyWords.SetBy(policy.SetBy)))],
            changes);
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
