using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.History;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Usage;

/// <summary>Adds and changes limits; each change of what is in force raises the version of the policy set, so that the next reservation knows.</summary>
public sealed class PolicyService(ReferenceHubDbContext db, TimeProvider clock, IIds ids, HistoryLog history)
{
    /// <summary>Adds a policy to a draft or to the edition in force (null); one for a single customer or contact binds in all editions. Answers its key.</summary>
    public async Task<Outcome<Guid>> AddAsync(PolicySpec spec, Guid? editionId, Viewer by, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(spec);
        by.MustHave(Right.SetLimits);
        return await db.WriteAsync<Outcome<Guid>>(
            async token =>
            {
                if (spec.WhyNot() is { } no)
                {
                    return Outcome<Guid>.Refuse(no.Refusal!, no.Field);
                }

                var policy = new UsagePolicy(ids.Next(), spec.Per, await KnownTypesAsync(spec, token), spec.Terms);
                policy.Switch(spec.Enabled);
                var edition = await AimAsync(policy, spec, editionId, token);
                db.UsagePolicies.Add(policy);
                await TouchAsync(edition, token);
                history.Record(by, SubjectKind.Settings, policy.Id, "added-policy", PolicyWords.FullRule(policy, await NamesAsync(token)));
                await db.SaveChangesAsync(token);
                return policy.Id;
            },
            ct);
    }

    /// <summary>Changes what a policy allows, which activity types it covers, or its switch; whom it binds stays.</summary>
    public async Task<Outcome> ChangeAsync(Guid id, PolicySpec spec, int version, Viewer by, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(spec);
        by.MustHave(Right.SetLimits);
        return await db.WriteAsync<Outcome>(
            async token =>
            {
                var policy = await FindAsync(id, token);
                if (policy.Version != version)
                {
                    throw new StaleVersionException("policy");
                }

                if ((spec with { Scope = PolicyScope.Program }).WhyNot() is { } no)
                {
                    return no;
                }

                var names = await NamesAsync(token);
                var (before, wasEnabled) = (PolicyWords.FullRule(policy, names), policy.Enabled);
                policy.Allow(spec.Terms);
                policy.Cover(await KnownTypesAsync(spec, token));
                policy.Switch(spec.Enabled);
                var after = PolicyWords.FullRule(policy, names);
                if (before == after && wasEnabled == policy.Enabled)
                {
                    return Outcome.Done;
                }

                await TouchAsync(await EditionAsync(policy.EditionId, token), token);
                history.Record(by, SubjectKind.Settings, policy.Id, "changed-policy", after, Changes(before, after, wasEnabled, policy.Enabled));
                await db.SaveChangesAsync(token);
                return Outcome.Done;
            },
            ct);
    }

    /// <summary>Takes a policy out of a draft; what was in force is switched off instead, so that its refusals can be explained for ever.</summary>
    public async Task<Outcome> RemoveAsync(Guid id, Viewer by, CancellationToken ct)
    {
        by.MustHave(Right.SetLimits);
        return await db.WriteAsync<Outcome>(
            async token =>
            {
                var policy = await FindAsync(id, token);
                if (await EditionAsync(policy.EditionId, token) is not { IsDraft: true })
                {
                    return Outcome.Refuse("A policy that was in force is switched off, not removed: what it refused has to stay explained.");
                }

                db.UsagePolicies.Remove(policy);
                await db.SaveChangesAsync(token);
                return Outcome.Done;
            },
            ct);
    }

    private async Task<PolicyEdition?> AimAsync(UsagePolicy policy, PolicySpec spec, Guid? editionId, CancellationToken ct)
    {
        if (spec.CustomerId is { } customerId && spec.Scope is PolicyScope.Customer or PolicyScope.Contact)
        {
            await MustExistAsync(customerId, spec.Scope == PolicyScope.Contact ? spec.ContactId : null, ct);
            _ = spec.Scope == PolicyScope.Customer ? policy.ForCustomer(customerId, PolicySetter.Program) : policy.ForContact(customerId, spec.ContactId!.Value, PolicySetter.Program);
            return null;
        }

        _ = spec.Scope switch
        {
            PolicyScope.Tier => policy.ForTier(spec.Tier!.Value),
            PolicyScope.Segment => policy.ForSegment(spec.SegmentIds),
            _ => policy,
        };
        var edition = editionId is { } id
            ? await EditionAsync(id, ct) ?? throw new MissingException("version of the policies")
            : await db.EditionInForceAsync(clock.UtcNow(), ct) ?? throw new MissingException("version of the policies");
        policy.InEdition(edition.Id);
        return edition;
    }

    private async Task MustExistAsync(Guid customerId, Guid? contactId, CancellationToken ct)
    {
        var known = contactId is { } id
            ? await db.Contacts.AnyAsync(contact => contact.Id == id && contact.CustomerId == customerId && contact.LeftAt == null, ct)
            : await db.Customers.AnyAsync(customer => customer.Id == customerId, ct);
        if (!known)
        {
            throw new MissingException(contactId is null ? "customer" : "contact");
        }
    }

    // A draft binds nobody: no reservation has to look again.
    private async Task TouchAsync(PolicyEdition? edition, CancellationToken ct)
    {
        if (edition is not { IsDraft: true })
        {
            (await db.PolicySets.SingleAsync(ct)).Touch(clock.UtcNow());
        }
    }

    private async Task<UsagePolicy> FindAsync(Guid id, CancellationToken ct) =>
        await db.UsagePolicies.SingleOrDefaultAsync(policy => policy.Id == id, ct) ?? throw new MissingException("policy");

    private async Task<PolicyEdition?> EditionAsync(Guid? id, CancellationToken ct) =>
        id is { } known ? await db.PolicyEditions.SingleOrDefaultAsync(edition => edition.Id == known, ct) : null;

    private Task<Dictionary<string, string>> NamesAsync(CancellationToken ct) => db.ActivityTypes.ToDictionaryAsync(type => type.Key, type => type.Name, StringComparer.Ordinal, ct);

    private async Task<List<string>> KnownTypesAsync(PolicySpec spec, CancellationToken ct)
    {
        var names = await NamesAsync(ct);
        return [.. spec.ActivityKeys.Where(names.ContainsKey)];
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
