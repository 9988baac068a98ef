using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.History;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Usage;

/// <summary>What a manager changes of a policy.</summary>
/// <param name="Amount">Most that fits into a window; ignored for a rest.</param>
/// <param name="Days">Window or rest in days; ignored for a calendar quarter.</param>
/// <param name="Enabled">Binds.</param>
/// <param name="Version">Version the change was made on.</param>
public sealed record PolicyChange(int Amount, int Days, bool Enabled, int Version);

/// <summary>Changes limits; each change raises the version of the policy set, so that the next reservation knows.</summary>
public sealed class PolicyService(ReferenceHubDbContext db, TimeProvider clock, HistoryLog history)
{
    /// <summary>Changes limit, days or the switch of one policy.</summary>
    public async Task<Outcome> ChangeAsync(Guid id, PolicyChange change, Viewer by, CancellationToken ct)
    {
        by.MustHave(Right.SetLimits);
        return await db.WriteAsync(
            async token =>
            {
                var policy = await db.UsagePolicies.SingleOrDefaultAsync(policy => policy.Id == id, token) ?? throw new MissingException("policy");
                if (policy.Version != change.Version)
                {
                    throw new StaleVersionException("policy");
                }

                var names = await db.ActivityTypes.ToDictionaryAsync(type => type.Key, type => type.Name, token);
                var (before, wasEnabled) = (PolicyWords.Rule(policy, names), policy.Enabled);
                policy.Allow(policy.Terms with { Amount = change.Amount, Window = policy.Window with { Days = change.Days } });
                policy.Switch(change.Enabled);
                var after = PolicyWords.Rule(policy, names);
                if (before == after && wasEnabled == policy.Enabled)
                {
                    return Outcome.Done;
                }

                (await db.PolicySets.SingleAsync(token)).Touch(clock.UtcNow());
                history.Record(by, SubjectKind.Settings, policy.Id, "changed-policy", after, Changes(before, after, wasEnabled, policy.Enabled));
                await db.SaveChangesAsync(token);
                return Outcome.Done;
            },
            ct);
    }

    private static List<FieldChange> Changes(string before, string after, bool wasEnabled, bool enabled)
    {
        var changes = new List<FieldChange>();
        if (before != after)
        {
            changes.Add(new FieldChange("Rule", before, after));
        }

        if (wasEnabled != enabled)
        {
            changes.Add(new FieldChange("In force", wasEnabled ? "yes" : "no", enabled ? "yes" : "no"));
        }

        return changes;
    }
}
