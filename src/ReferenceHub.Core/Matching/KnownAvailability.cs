using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Matching;

/// <summary>
/// Availability on a day. Most customers of a large catalog have no use yet: where only the program's limits bind, one
/// answer holds for all of those that have a contact who may be asked.
/// </summary>
internal sealed class KnownAvailability(ActivityType type, PolicyBook policies, DateOnly today, bool large)
{
    private readonly IReadOnlyList<UsageLimit> ofProgram = policies.For(new UsageSubject(Guid.Empty, default, new HashSet<Guid>(), [], null));
    private AvailabilityResult? unused;

    public AvailabilityResult Of(UsageSubject who, CustomerUsage usage)
    {
        if (usage.Uses.Count > 0 || who.PausedUntil is not null || !ReferenceEquals(policies.For(who), ofProgram) || !who.Contacts.Any(contact => contact.MayBeAsked(type.Scope, today)))
        {
            return Availability.Of(type, who, usage, policies, today, large);
        }

        return unused ??= Availability.Of(type, who, usage, policies, today, large) with { FreeContacts = [] };
    }
}
