using ReferenceHub.Core.Messaging;

namespace ReferenceHub.Core.Requests;

/// <summary>A mail about a candidate that has not gone out: its kind, whom it is for (the prospect when null), when it is due (UTC), and how often it was tried.</summary>
public sealed record WaitingMail(string Kind, Party? Reader, DateTime DueAt, int Tries)
{
    // What is due sooner goes out by itself before anybody has read about it.
    private static readonly TimeSpan Soon = TimeSpan.FromMinutes(1);

    /// <summary>Whether there is something to say of it: it waits for a time to come, or could not be sent so far.</summary>
    public bool IsLater(DateTime now) => Tries > 0 || DueAt > now + Soon;

    /// <summary>"The mail to the customer goes out Mon 09:00, after the reader’s quiet hours."; <paramref name="when"/> writes a moment for whoever reads this.</summary>
    public string InWords(DateTime now, Func<DateTime, string> when)
    {
        ArgumentNullException.ThrowIfNull(when);
        return Tries > 0 ? $"{Subject} could not be handed to the mail server so far; it is tried again {when(DueAt)}."
            : IsLater(now) ? $"{Subject} goes out {when(DueAt)}, after the reader’s quiet hours."
            : $"{Subject} goes out now.";
    }

    private string Subject => Kind switch
    {
        MessageKinds.UseScheduled => "The contact’s invitation",
        MessageKinds.ProspectInvited => "The prospect’s invitation",
        MessageKinds.OwnerReminder or MessageKinds.LegalReminder or MessageKinds.CustomerReminder => $"The reminder to {Name}",
        _ => $"The mail to {Name}",
    };

    private string Name => Reader switch
    {
        Party.Owner => "the account owner",
        Party.Legal => "legal",
        null => "the prospect",
        _ => "the contact",
    };
}
