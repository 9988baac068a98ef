using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.History;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Usage;

/// <summary>Adds and changes limits; each change of what is in force raises the version of the policy set, so that the next reservation knows.</summary>
public sealed class PolicyService(ReferenceHubDbContext db, TimeProvider clock, IIds ids, HistoryLog history)
{
    /// <summary>Most policies of one edition.</summary>
    public const int MostInEdition = 200;

    /// <summary>Most policies of one customer and its contacts.</summary>
    public const int MostForOne = 50;

    /// <summary>
    /// Adds policies to a draft or to the edition in force (null); one for a single customer or contact binds in all editions. All or none;
    /// answers the key of the first. <paramref name="shown"/> is how the edition stood when the form was made.
    /// </summary>
    public async Task<Outcome<Guid>> AddAsync(IReadOnlyList<PolicySpec> specs, Guid? editionId, EditionState? shown, Viewer by, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(specs);
        by.MustHave(Right.SetLimits);
        return await db.WriteAsync<Outcome<Guid>>(
            async token =>
            {
                var (names, terms, now, added) = (await NamesAsync(token), await TermBook.ReadAsync(db, token), clock.UtcNow(), new List<Guid>());
                foreach (var spec in specs)
                {
                    if ((spec.WhyNot() ?? Unknown(spec, names, terms)) is { } no)
                    {
                        return Outcome<Guid>.Refuse(no.Refusal!, no.Field);
                    }

                    var policy = new UsagePolicy(ids.Next(), spec.Per, spec.ActivityKeys, spec.Terms);
                    policy.Switch(spec.Enabled);
                    var edition = await db.AimAsync(policy, spec, editionId, now, token);
                    if ((await db.WhyNotAsync(edition, shown, now, token) ?? await FullAsync(policy, specs.Count, token)) is { } stands)
                    {
                        return Outcome<Guid>.Refuse(stands.Refusal!, stands.Field);
                    }

                    db.UsagePolicies.Add(policy);
                    await db.TouchAsync(edition, now, token);
                    history.Record(by, SubjectKind.Settings, policy.Id, "added-policy", PolicyWords.FullRule(policy, names));
                    added.Add(policy.Id);
                }

                await db.SaveChangesAsync(token);
                return added[0];
            },
            ct);
    }

    /// <summary>Adds one policy; see above.</summary>
    public Task<Outcome<Guid>> AddAsync(PolicySpec spec, Guid? editionId, Viewer by, CancellationToken ct) => AddAsync([spec], editionId, null, by, ct);

    /// <summary>Changes a policy whole. That of one customer or contact stays theirs; others bind every customer, a tier or a segment.</summary>
    public Task<Outcome> ChangeAsync(Guid id, PolicySpec spec, int version, Viewer by, CancellationToken ct, EditionState? shown = null)
    {
        ArgumentNullException.ThrowIfNull(spec);
        return EditAsync(id, version, shown, by, (policy, names, terms) =>
        {
            var whole = policy.EditionId is null ? spec with { Scope = PolicyScope.Program } : spec;
            if ((whole.WhyNot() ?? Unknown(whole, names, terms)) is { } no)
            {
                return no;
            }

            if (whole.IsForOne)
            {
                return Outcome.Refuse("What binds one customer or contact stands beside the versions: add a policy for them, and switch this one off.", nameof(PolicySpec.Scope));
            }

            if (policy.EditionId is not null)
            {
                policy.Bind(whole);
            }

            policy.Count(spec.Per);
            policy.Allow(spec.Terms);
            policy.Cover(spec.ActivityKeys);
            policy.Switch(spec.Enabled);
            return Outcome.Done;
        }, ct);
    }

    /// <summary>Switches a policy on or off.</summary>
    public Task<Outcome> SwitchAsync(Guid id, bool enabled, int version, Viewer by, CancellationToken ct, EditionState? shown = null) =>
        EditAsync(id, version, shown, by, (policy, _, _) =>
        {
            policy.Switch(enabled);
            return Outcome.Done;
        }, ct);

    /// <summary>Takes a policy out of a draft; what was in force is switched off instead, so that its refusals can be explained for ever.</summary>
    public async Task<Outcome> RemoveAsync(Guid id, int version, Viewer by, CancellationToken ct, EditionState? shown = null)
    {
        by.MustHave(Right.SetLimits);
        return await db.WriteAsync<Outcome>(
            async token =>
            {
                var (policy, now) = (await FindAsync(id, token), clock.UtcNow());
                if (policy.Version != version)
                {
                    throw new StaleVersionException("policy");
                }

                var edition = await db.EditionOfAsync(policy, token);
                if (await db.WhyNotAsync(edition, shown, now, token) is { } stands)
                {
                    return stands;
                }

                if (edition is not { IsDraft: true })
                {
                    return Outcome.Refuse("A policy that was in force is switched off, not removed: what it refused has to stay explained.");
                }

                db.UsagePolicies.Remove(policy);
                await db.TouchAsync(edition, now, token);
                history.Record(by, SubjectKind.Settings, edition.Id, "removed-policy", $"Removed from the draft: {PolicyWords.FullRule(policy, await NamesAsync(token))}");
                await db.SaveChangesAsync(token);
                return Outcome.Done;
            },
            ct);
    }

    private async Task<Outcome> EditAsync(
        Guid id, int version, EditionState? shown, Viewer by, Func<UsagePolicy, IReadOnlyDictionary<string, string>, TermBook, Outcome> edit, CancellationToken ct)
    {
        by.MustHave(Right.SetLimits);
        return await db.WriteAsync<Outcome>(
            async token =>
            {
                var (policy, names, now) = (await FindAsync(id, token), await NamesAsync(token), clock.UtcNow());
                if (policy.Version != version)
                {
                    throw new StaleVersionException("policy");
                }

                var edition = await db.EditionOfAsync(policy, token);
                if (await db.WhyNotAsync(edition, shown, now, token) is { } stands)
                {
                    return stands;
                }

                var terms = await TermBook.ReadAsync(db, token);
                var (before, wasEnabled) = (Whole(policy, names, terms), policy.Enabled);
                var outcome = edit(policy, names, terms);
                if (!outcome.IsDone)
                {
                    return outcome;
                }

                var after = Whole(policy, names, terms);
                if (before == after && wasEnabled == policy.Enabled)
                {
                    return Outcome.Done;
                }

                await db.TouchAsync(edition, now, token);
                history.Record(by, SubjectKind.Settings, policy.Id, "changed-policy", PolicyWords.FullRule(policy, names), Changes(before, after, wasEnabled, policy.Enabled));
                await db.SaveChangesAsync(token);
                return Outcome.Done;
            },
            ct);
    }

    // Whom it binds is said where it is not everybody.
    private static string Whole(UsagePolicy policy, IReadOnlyDictionary<string, string> names, TermBook terms)
    {
        var rule = PolicyWords.FullRule(policy, names);
        return policy.Scope is PolicyScope.Tier or PolicyScope.Segment ? $"{rule}, for {PolicyWords.Binds(policy, terms)}" : rule;
    }

    private static Outcome? Unknown(PolicySpec spec, IReadOnlyDictionary<string, string> names, TermBook terms) =>
        !spec.ActivityKeys.All(key => key is not null && names.ContainsKey(key)) ? Outcome.Refuse("One of these activity types is gone; choose again.", nameof(PolicySpec.ActivityKeys))
        : spec.Scope == PolicyScope.Segment && !spec.SegmentIds.All(id => terms.Find(id) is { Kind: TermKind.Industry or TermKind.Region or TermKind.Product } term && term.Id == id)
            ? Outcome.Refuse("One of these industries, regions or products is gone; choose again.", nameof(PolicySpec.SegmentIds))
        : null;

    private async Task<Outcome?> FullAsync(UsagePolicy policy, int more, CancellationToken ct)
    {
        var (most, whose) = policy.EditionId is null ? (MostForOne, "A customer and its contacts have") : (MostInEdition, "A version has");
        var present = await db.UsagePolicies.CountAsync(other => other.EditionId == policy.EditionId && other.CustomerId == policy.CustomerId, ct);
        return present + more <= most ? null : Outcome.Refuse($"{whose} {most} policies at most. Change one of them, or make one rule of several.");
    }

    private async Task<UsagePolicy> FindAsync(Guid id, CancellationToken ct) =>
        await db.UsagePolicies.SingleOrDefaultAsync(policy => policy.Id == id, ct) ?? throw new MissingException("policy");

    private Task<Dictionary<string, string>> NamesAsync(CancellationToken ct) => db.ActivityTypes.ToDictionaryAsync(type => type.Key, type => type.Name, StringComparer.Ordinal, ct);

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
