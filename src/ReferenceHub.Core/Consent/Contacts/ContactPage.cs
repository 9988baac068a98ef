using ReferenceHub.Core.Messaging;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Consent;

/// <summary>A contact behind a link to their own record.</summary>
/// <param name="LinkId">The link.</param>
/// <param name="Purpose">What it is for.</param>
/// <param name="IsOpen">Whether it works.</param>
/// <param name="ExpiresAt">When it runs out (UTC).</param>
/// <param name="Contact">The contact.</param>
/// <param name="Customer">The company.</param>
/// <param name="ZoneId">Zone in which days are shown (IANA).</param>
public sealed record ContactPage(Guid LinkId, LinkPurpose Purpose, bool IsOpen, DateTime ExpiresAt, Contact Contact, Customer Customer, string ZoneId)
{
    /// <summary>How what was said by link is marked.</summary>
    public string Source => $"{Contact.Name}, by link";

    /// <summary>Who acts: a name, and the record of this one company.</summary>
    public Viewer Viewer => Viewer.Behind(Contact.Name, new LinkGrant(LinkId, Customer.Id));
}
