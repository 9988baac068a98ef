using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.Usage;

/// <summary>Where a policy stands, and whether it may be changed there.</summary>
internal static class PolicyAims
{
    /// <summary>The field of a refusal that says how the edition stands by now.</summary>
    public const string StateField = "State";

    /// <summary>Whom the policy binds, and the edition it belongs to: the one named, or the one in force; none for one customer or contact.</summary>
    public static async Task<PolicyEdition?> AimAsync(this ReferenceHubDbContext db, UsagePolicy policy, PolicySpec spec, Guid? editionId, DateTime now, CancellationToken ct)
    {
        if (spec.CustomerId is { } customerId && spec.IsForOne)
        {
            await db.MustKnowAsync(customerId, spec.Scope == PolicyScope.Contact ? spec.ContactId : null, ct);
            _ = spec.Scope == PolicyScope.Customer ? policy.ForCustomer(customerId, PolicySetter.Program) : policy.ForContact(customerId, spec.ContactId!.Value, PolicySetter.Program);
            return null;
        }

        policy.Bind(spec);
        var edition = await db.EditionAsync(editionId ?? (await db.EditionInForceAsync(now, ct)).Id, ct);
        policy.InEdition(edition.Id);
        return edition;
    }

    /// <summary>The edition that a policy belongs to; none of one for a customer or contact.</summary>
    public static async Task<PolicyEdition?> EditionOfAsync(this ReferenceHubDbContext db, UsagePolicy policy, CancellationToken ct) =>
        policy.EditionId is { } id ? await db.EditionAsync(id, ct) : null;

    /// <summary>Why nothing may be changed in an edition: it is over, or it stands otherwise than the form said.</summary>
    public static async Task<Outcome?> WhyNotAsync(this ReferenceHubDbContext db, PolicyEdition? edition, EditionState? shown, DateTime now, CancellationToken ct)
    {
        if (edition is null)
        {
            return null;
        }

        var state = (await db.EditionsAsync(now, ct)).StateOf(edition);
        var name = $"Version {edition.Number.ToString(CultureInfo.InvariantCulture)}";
        return state switch
        {
            EditionState.Past => Outcome.Refuse($"{name} is no longer in force; what it refused has to stay explained. Change the version in force, or draft one from this.", StateField),
            _ when shown is null || shown == state => null,
            EditionState.InForce => Outcome.Refuse($"{name} was put in force meanwhile: what you save binds at once. Save again if that is what you want.", StateField),
            EditionState.Planned => Outcome.Refuse($"{name} was given a start meanwhile, {LimitWords.Day(edition.StartsOn!.Value)}: what you save binds from then on. Save again if that is what you want.", StateField),
            _ => Outcome.Refuse($"{name} was made a draft again meanwhile: what you save binds nobody yet. Save again if that is what you want.", StateField),
        };
    }

    /// <summary>Notes that the policies of an edition changed: whoever starts it or deletes it looks again, and so does who reserves, unless it is a draft.</summary>
    public static async Task TouchAsync(this ReferenceHubDbContext db, PolicyEdition? edition, DateTime now, CancellationToken ct)
    {
        edition?.ChangePolicies();
        if (edition is not { IsDraft: true })
        {
            (await db.PolicySets.SingleAsync(ct)).Touch(now);
        }
    }

    private static async Task MustKnowAsync(this ReferenceHubDbContext db, Guid customerId, Guid? contactId, CancellationToken ct)
    {
        var known = contactId is { } id
            ? await db.Contacts.AnyAsync(contact => contact.Id == id && contact.CustomerId == customerId && contact.LeftAt == null, ct)
            : await db.Customers.AnyAsync(customer => customer.Id == customerId, ct);
        if (!known)
        {
            throw new MissingException(contactId is null ? "customer" : "contact");
        }
    }
}
