using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Messaging;

/// <summary>Whom a kind of message is about, for lists.</summary>
public enum MessageGroup
{
    /// <summary>What happens to requests.</summary>
    Requests,

    /// <summary>Asks of owners and legal.</summary>
    Asks,

    /// <summary>Letters to contacts of customers.</summary>
    Customers,

    /// <summary>Letters to prospects.</summary>
    Prospects,

    /// <summary>Records, permissions, content and nominations.</summary>
    Repository,

    /// <summary>Accounts and the product itself.</summary>
    Accounts,

    /// <summary>Steps of projects.</summary>
    Projects,
}

/// <summary>A kind of message: what it says to whom, and how it goes out.</summary>
/// <param name="Key">Its key (<see cref="MessageKinds"/>).</param>
/// <param name="Group">Where it stands in lists.</param>
/// <param name="Name">What it is called.</param>
/// <param name="When">When it is written, in a sentence.</param>
/// <param name="Places">Names of what may stand in {{…}} in its text.</param>
public sealed record MessageKind(string Key, MessageGroup Group, string Name, string When, IReadOnlyList<string> Places)
{
    /// <summary>Goes to people without an account, in their language.</summary>
    public bool IsForOutsiders { get; init; }

    /// <summary>A line of the inbox, which each person may have by mail or not; otherwise a letter of its own.</summary>
    public bool IsNotice { get; init; }

    /// <summary>Somebody waits for it: it goes at once, also in quiet hours.</summary>
    public bool AtOnce { get; init; }

    /// <summary>Its text may differ by activity type.</summary>
    public bool ByActivity { get; init; }

    /// <summary>Only people with this right get it; anybody may when null.</summary>
    public Right? Needs { get; init; }

    /// <summary>Account owners get it for their customers, whatever their roles; others with <see cref="Needs"/> only.</summary>
    public bool ToOwners { get; init; }

    /// <summary>How a notice is mailed unless the person chose otherwise.</summary>
    public Delivery Usual { get; init; }

    /// <summary>Languages it is written in.</summary>
    public IReadOnlyList<string> Languages => IsForOutsiders ? MailLanguages.All : [MailLanguages.Fallback];
}
