using System.Collections.Immutable;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Matching;

/// <summary>Somebody who may be asked for an ask: whether limits leave them free, how well they suit (0 to 1), and why.</summary>
public sealed record RankedContact(Guid Id, bool IsFree, double Fit, ImmutableArray<MatchReason> Facts);

/// <summary>Everybody at a customer who may be asked for an ask, best first: the free ones, by how well they suit, then by how long they rested.</summary>
public static class ContactRanks
{
    /// <summary>The willing ones who are not paused, in order.</summary>
    public static IReadOnlyList<RankedContact> Of(CatalogEntry entry, AvailabilityResult availability, PermissionScope scope, ContactAsk ask, CatalogTerms terms, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(availability);
        var free = availability.FreeContacts;
        return
        [
            .. entry.Contacts.Where(contact => contact.Willing.Scopes.Contains(scope) && !(contact.PausedUntil >= today))
                .Select(contact => new RankedContact(
                    contact.Id,
                    availability.State != AvailabilityState.Closed && (free.Count == 0 || free.Contains(contact.Id)),
                    ContactFit.Of(contact, ask, terms, today),
                    ContactWords.Of([.. contact.Skills.Select(skill => (ushort)skill)], contact.ZoneId, ask, terms, today, isHidden: false)))
                .OrderByDescending(contact => contact.IsFree)
                .ThenByDescending(contact => contact.Fit)
                .ThenBy(contact => TurnOf(contact.Id, free)),
        ];
    }

    /// <summary>The place among the free ones, who come most rested first.</summary>
    internal static int TurnOf(Guid contactId, IReadOnlyList<Guid> free)
    {
        for (var turn = 0; turn < free.Count; turn++)
        {
            if (free[turn] == contactId)
            {
                return turn;
            }
        }

        return free.Count;
    }
}
