using System.Globalization;
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

        return contact is not null && WhyNot(contact, type, today) is { } no ? Outcome.Refuse($"{contact.Name} {no}. Choose another contact.") : null;
    }

    /// <summary>Why a contact can't be asked, as said after their name: "is not willing to do a site visit"; null when they can.</summary>
    public static string? WhyNot(Contact contact, ActivityType type, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(contact);
        ArgumentNullException.ThrowIfNull(type);
        return contact.MayBeAsked(type.Scope, today) ? null
            : contact.LeftAt is not null ? "has left the company"
            : !contact.Willing.Contains(type.Scope) ? $"has not agreed to this kind of use ({type.Scope.InWords()})"
            : string.Create(CultureInfo.InvariantCulture, $"is paused until {contact.PausedUntil:d MMM yyyy}");
    }
}
