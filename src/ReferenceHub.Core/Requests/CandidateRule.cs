using ReferenceHub.Core.Data;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Requests;

/// <summary>Who can never be asked: wrong status, denied permission, nobody willing. Limits are the ledger's matter.</summary>
public static class CandidateRule
{
    /// <summary>The refusal, or null; words hold no secrets.</summary>
    public static Outcome? WhyNot(Customer customer, Contact? contact, ActivityType type, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(customer);
        ArgumentNullException.ThrowIfNull(type);
        if (!customer.MayActOn(today))
        {
            return Outcome.Refuse($"{customer.Name} is not taking requests at the moment. Choose another customer.");
        }

        if (customer.PermissionOn(type.Scope, today) == PermissionStatus.Denied)
        {
            return Outcome.Refuse($"{customer.Name} has refused permission for this kind of use. Choose another customer.");
        }

        if (contact is not null && !contact.MayBeAsked(type.Scope, today))
        {
            return Outcome.Refuse($"{contact.Name} is not willing or not free for this. Choose another contact.");
        }

        return null;
    }
}
