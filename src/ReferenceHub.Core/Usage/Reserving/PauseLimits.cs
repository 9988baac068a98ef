using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Usage;

/// <summary>Pauses as days on which nothing may stand, so that the first day that works lies after them too.</summary>
internal static class PauseLimits
{
    private static readonly HashSet<string> Everything = [];

    /// <summary>The pause of a customer and that of one of its contacts, where there is one.</summary>
    public static IEnumerable<UsageLimit> Of(Customer customer, Guid? contactId)
    {
        if (customer.Status == ReferenceStatus.Paused || customer.PausedUntil is not null)
        {
            yield return Until("Paused", "the customer", customer.PausedUntil);
        }

        if (customer.Contacts.Find(contact => contact.Id == contactId)?.PausedUntil is { } rest)
        {
            yield return Until("Contact paused", "the contact", rest);
        }
    }

    private static UsageLimit Until(string rule, string setBy, DateOnly? last) =>
        new(Guid.Empty, PolicyPer.Customer, null, Everything, PolicyMeasure.Uses, 0, LimitWindow.Blackout, rule, setBy) { Closed = day => last is null || day <= last };
}
