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

/// <summary>One policy with where it stands.</summary>
/// <param name="Line">The policy.</param>
/// <param name="Edition">Its edition; null for one of a single customer or contact.</param>
/// <param name="State">How that edition stands; in force for one of a single customer or contact.</param>
public sealed record PolicyPlace(PolicyLine Line, PolicyEdition? Edition, EditionState State);

/// <summary>The policies of an edition.</summary>
/// <param name="Edition">The edition.</param>
/// <param name="Editions">Every edition as it stands today.</param>
/// <param name="Currency">The program's currency.</param>
/// <param name="Policies">Those of the whole program first.</param>
/// <param name="Changes">What was changed last.</param>
public sealed record PolicyList(PolicyEdition Edition, EditionCalendar Editions, string Currency, IReadOnlyList<PolicyLine> Policies, IReadOnlyList<HistoryEvent> Changes)
{
    /// <summary>How it stands today.</summary>
    public EditionState State { get; } = Editions.StateOf(Edition);

    /// <summary>Today of the program.</summary>
    public DateOnly Today => Editions.Today;

    /// <summary>It binds today.</summary>
    public bool IsInForce => State == EditionState.InForce;

    /// <summary>The edition that binds today.</summary>
    public PolicyEdition InForce => Editions.InForce!;
}

/// <summary>Reads policies.</summary>
public sealed class PolicyQueries(ReferenceHubDbContext db, ActivityTypeQueries types, TimeProvider clock)
{
    private const int ChangesShown = 20;

    /// <summary>The policies of one edition, or of the one in force.</summary>
    public async Task<PolicyList> ListAsync(Guid? editionId, Viewer viewer, CancellationToken ct)
    {
        viewer.MustHave(Right.SeeUsage);
        var editions = await db.EditionsAsync(clock.UtcNow(), ct);
        var edition = (editionId is null ? editions.InForce : editions.All.FirstOrDefault(row => row.Id == editionId)) ?? throw new MissingException("version of the policies");
        var policies = await OfAsync(edition.Id, ct);
        return new PolicyList(edition, editions, await db.ProgramCurrencyAsync(ct), await LinesAsync(policies, ct), await ChangesAsync(edition.Id, policies, ct));
    }

    /// <summary>One policy, of an edition or of a single customer or contact.</summary>
    public async Task<PolicyPlace> OneAsync(Guid policyId, Viewer viewer, CancellationToken ct)
    {
        viewer.MustHave(Right.SeeUsage);
        var policy = await db.UsagePolicies.AsNoTracking().SingleOrDefaultAsync(row => row.Id == policyId, ct) ?? throw new MissingException("policy");
        var editions = await db.EditionsAsync(clock.UtcNow(), ct);
        var edition = editions.All.FirstOrDefault(row => row.Id == policy.EditionId);
        return new PolicyPlace((await LinesAsync([policy], ct))[0], edition, edition is null ? EditionState.InForce : editions.StateOf(edition));
    }

    /// <summary>What differs in an edition from the one in force.</summary>
    public async Task<IReadOnlyList<PolicyDifference>> DifferencesAsync(PolicyList list, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(list);
        return PolicyDifferences.Of(await LinesAsync(await OfAsync(list.InForce.Id, ct), ct), list.Policies);
    }

    internal async Task<IReadOnlyList<PolicyLine>> LinesAsync(IReadOnlyList<UsagePolicy> policies, CancellationToken ct)
    {
        var names = (await types.AllAsync(ct)).ToDictionary(type => type.Key, type => type.Name, StringComparer.Ordinal);
        var terms = await TermBook.ReadAsync(db, ct);
        var customerIds = policies.Select(policy => policy.CustomerId).OfType<Guid>().Distinct().ToList();
        var customers = await db.Customers.Where(customer => customerIds.Contains(customer.Id)).ToDictionaryAsync(customer => customer.Id, customer => customer.Name, ct);
        var contactIds = policies.Select(policy => policy.ContactId).OfType<Guid>().Distinct().ToList();
        var contacts = await db.Contacts.Where(contact => contactIds.Contains(contact.Id)).ToDictionaryAsync(contact => contact.Id, contact => contact.Name, ct);
        return
        [
            .. policies.OrderBy(policy => policy.Scope).ThenBy(policy => policy.Per).ThenBy(policy => policy.WindowKind).ThenBy(policy => policy.Days).ThenByDescending(policy => policy.ActivityKeys.Count)
                .Select(policy => new PolicyLine(policy, PolicyWords.FullRule(policy, names), Binds(policy), PolicyWords.SetBy(policy.SetBy))),
        ];

        string Binds(UsagePolicy policy)
        {
            var customer = customers.GetValueOrDefault(policy.CustomerId ?? Guid.Empty, "a customer");
            return policy.Scope switch
            {
                PolicyScope.Contact => $"{contacts.GetValueOrDefault(policy.ContactId ?? Guid.Empty, "a contact")} of {customer}",
                PolicyScope.Customer => policy.Per == PolicyPer.Contact ? $"each contact of {customer}" : customer,
                _ => PolicyWords.Binds(policy, terms),
            };
        }
    }

    private Task<List<UsagePolicy>> OfAsync(Guid editionId, CancellationToken ct) =>
        db.UsagePolicies.AsNoTracking().Where(policy => policy.EditionId == editionId).OrderBy(policy => policy.Id).ToListAsync(ct);

    private async Task<List<HistoryEvent>> ChangesAsync(Guid editionId, List<UsagePolicy> policies, CancellationToken ct)
    {
        List<Guid> ids = [editionId, .. policies.Select(policy => policy.Id)];
        return await db.HistoryEvents.AsNoTracking().Where(change => change.Subject == SubjectKind.Settings && ids.Contains(change.SubjectId))
            .OrderByDescending(change => change.At).Take(ChangesShown).ToListAsync(ct);
    }
}
