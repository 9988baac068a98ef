using System.Collections.Immutable;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Matching;

/// <summary>A contact for an ask: whether they may be asked at all, whether limits leave them free, and what of the ask they meet or miss.</summary>
public sealed record RankedContact(Guid Id, bool MayBeAsked, bool IsFree, ImmutableArray<MatchReason> Facts);

/// <summary>Everybody at a customer for an ask, whom to ask first before all others (see <see cref="ContactClaim"/>).</summary>
public static class ContactRanks
{
    /// <summary>All contacts in order, those who may not be asked last.</summary>
    public static IReadOnlyList<RankedContact> Of(CatalogEntry entry, AvailabilityResult availability, PermissionScope scope, ContactAsk ask, CatalogTerms terms, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(availability);
        var free = availability.FreeContacts;
        return
        [
            .. entry.Contacts.Select(contact => (contact, claim: ClaimOf(contact)))
                .OrderBy(one => one.claim)
                .Select(one => new RankedContact(
                    one.contact.Id,
                    one.claim.MayBeAsked,
                    one.claim.IsFree,
                    ContactWords.Of([.. one.contact.Skills.Select(skill => (ushort)skill)], one.contact.ZoneId, ask, terms, today, isHidden: false))),
        ];

        ContactClaim ClaimOf(CatalogContact contact) => ContactClaim.Of(
            contact.Id,
            contact.MayBeAsked(scope, today),
            availability.State != AvailabilityState.Closed && (free.Count == 0 || free.Contains(contact.Id)),
            ContactFit.PointsOf(contact, ask, terms, today),
            free);
    }
}
