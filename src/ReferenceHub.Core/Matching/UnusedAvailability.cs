using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Matching;

/// <summary>
/// Availability of customers without any use, which are most of a large catalog: where only the program's limits bind, one
/// answer holds for all that have a contact who may be asked.
/// </summary>
internal sealed class UnusedAvailability(ActivityType type, PolicyBook policies, DateOnly today)
{
    private readonly IReadOnlyList<UsageLimit> ofProgram = policies.For(new UsageSubject(Guid.Empty, default, new HashSet<Guid>(), [], null));
    private AvailabilityResult? known;

    public AvailabilityResult Of(UsageSubject who)
    {
        var usage = CustomerUsage.None(who.CustomerId);
        if (who.PausedUntil is not null || !ReferenceEquals(policies.For(who), ofProgram) || !who.Contacts.Any(contact => contact.MayBeAsked(type.Scope, today)))
        {
            return Availability.Of(type, who, usage, policies, today);
        }

        return known ??= Availability.Of(type, who, usage, policies, today) with { FreeContacts = [] };
    }
}
