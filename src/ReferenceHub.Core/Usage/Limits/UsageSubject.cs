using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Usage;

/// <summary>What limits need to know of a customer.</summary>
/// <param name="CustomerId">The customer.</param>
/// <param name="Tier">Its tier.</param>
/// <param name="SegmentIds">Its industry, region and product terms, with the broader ones above them.</param>
/// <param name="Contacts">Its contacts, those who left excluded.</param>
/// <param name="PausedUntil">Last day of a pause, if it is paused.</param>
public sealed record UsageSubject(
    Guid CustomerId,
    Tier Tier,
    IReadOnlySet<Guid> SegmentIds,
    IReadOnlyList<UsageContact> Contacts,
    DateOnly? PausedUntil)
{
    /// <summary>When its contract is renewed, if known.</summary>
    public DateOnly? RenewalOn { get; init; }

    /// <summary>Whether it has an open escalation.</summary>
    public bool Escalated { get; init; }

    /// <summary>A customer with its contacts and products loaded; the terms it belongs to are given with those above them.</summary>
    public static UsageSubject Of(Customer customer, IReadOnlySet<Guid> segmentIds) => new(
        customer.Id,
        customer.Tier,
        segmentIds,
        [.. customer.Contacts.Where(contact => contact.LeftAt is null).Select(UsageContact.Of)],
        customer.PausedUntil)
    {
        RenewalOn = customer.RenewalOn,
        Escalated = customer.OpenEscalations > 0,
    };
}

/// <summary>What limits need to know of a contact.</summary>
/// <param name="ContactId">The contact.</param>
/// <param name="Willing">Scopes the person may be asked for.</param>
/// <param name="MinutesPerQuarter">The person's own limit of minutes in 90 days, if set.</param>
/// <param name="PausedUntil">Last day of a pause, if the person is paused.</param>
/// <param name="UsesPerQuarter">The person's own limit of uses in 90 days, if set.</param>
public sealed record UsageContact(
    Guid ContactId,
    IReadOnlySet<PermissionScope> Willing,
    int? MinutesPerQuarter = null,
    DateOnly? PausedUntil = null,
    int? UsesPerQuarter = null)
{
    /// <summary>Whether the person has set a limit of their own.</summary>
    public bool HasLimit => MinutesPerQuarter is not null || UsesPerQuarter is not null;

    /// <summary>A contact as limits see it.</summary>
    public static UsageContact Of(Contact contact) =>
        new(contact.Id, contact.Willing.ToHashSet(), contact.MinutesPerQuarter, contact.PausedUntil, contact.UsesPerQuarter);

    /// <summary>Whether the person may be asked for a scope on a day.</summary>
    public bool MayBeAsked(PermissionScope scope, DateOnly today) => Willing.Contains(scope) && !(PausedUntil >= today);
}
