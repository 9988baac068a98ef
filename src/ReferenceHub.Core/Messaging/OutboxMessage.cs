using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.Messaging;

/// <summary>Where a message stands on its way out.</summary>
public enum OutboxState
{
    /// <summary>To be sent, for the first time or again.</summary>
    Waiting,

    /// <summary>Handed to the mail server.</summary>
    Sent,

    /// <summary>Given up after all tries; somebody has to look.</summary>
    Dead,

    /// <summary>Its cause fell away before it went out.</summary>
    CalledOff,
}

/// <summary>A mail to be sent, written in the same transaction as its cause and sent at least once.</summary>
public sealed class OutboxMessage : IVersioned
{
    /// <summary>Longest mail address.</summary>
    public const int AddressLength = 254;

    /// <summary>Longest subject line.</summary>
    public const int SubjectLength = 200;

    /// <summary>Longest body.</summary>
    public const int BodyLength = 20_000;

    /// <summary>Longest kept error.</summary>
    public const int ErrorLength = 500;

    /// <summary>Longest HTML body.</summary>
    public const int HtmlLength = 60_000;

    /// <summary>Longest calendar part.</summary>
    public const int CalendarLength = 20_000;

    /// <summary>Longest name of a kind.</summary>
    public const int KindLength = 60;

    /// <summary>Stands in the body where the sender puts the address of the message's own link.</summary>
    public const string LinkPlace = "{link}";

    /// <summary>Stands in the body where the sender puts the address that calls off mails of its kind.</summary>
    public const string StopPlace = "{stop}";

    private static readonly TimeSpan[] Waits =
    [
        TimeSpan.FromSeconds(20), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(3), TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(30),
        TimeSpan.FromHours(1), TimeSpan.FromHours(3), TimeSpan.FromHours(6), TimeSpan.FromHours(12), TimeSpan.FromHours(24),
    ];

    private OutboxMessage()
    {
    }

    /// <summary>A message that is due at once. <paramref name="linkId"/> names the link whose address replaces <see cref="LinkPlace"/>.</summary>
    public OutboxMessage(Guid id, DateTime now, string kind, string address, string subject, string body, Guid? linkId = null)
    {
        Id = id;
        Kind = Guard.Required(kind, KindLength, "Kind");
        Address = Guard.Required(address, AddressLength, "Address");
        Subject = Guard.Required(subject, SubjectLength, "Subject");
        Body = Guard.Required(body, BodyLength, "Body");
        LinkId = linkId;
        CreatedAt = now;
        DueAt = now;
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <summary>What the message is about, such as "Invitation".</summary>
    public string Kind { get; private set; } = "";

    /// <summary>Who gets it.</summary>
    public string Address { get; private set; } = "";

    /// <summary>Subject line.</summary>
    public string Subject { get; private set; } = "";

    /// <summary>Plain text; never holds a token, only <see cref="LinkPlace"/>.</summary>
    public string Body { get; private set; } = "";

    /// <summary>The link that the message carries.</summary>
    public Guid? LinkId { get; private set; }

    /// <summary>The same text as HTML, with the same places; plain text alone when null.</summary>
    public string? Html { get; private set; }

    /// <summary>Where answers go, when not to the sender of all mail.</summary>
    public string? ReplyTo { get; private set; }

    /// <summary>An iCalendar object that goes with it.</summary>
    public string? Calendar { get; private set; }

    /// <summary>What that asks of a calendar: REQUEST or CANCEL.</summary>
    public string? CalendarMethod { get; private set; }

    /// <summary>The link by which its kind is called off, where that is offered.</summary>
    public Guid? UnsubscribeLinkId { get; private set; }

    /// <summary>Where it stands.</summary>
    public OutboxState State { get; private set; }

    /// <summary>When its cause happened (UTC).</summary>
    public DateTime CreatedAt { get; private set; }

    /// <summary>Next try (UTC); while a node is sending, when others may take over.</summary>
    public DateTime DueAt { get; private set; }

    /// <summary>Tries begun so far.</summary>
    public int Tries { get; private set; }

    /// <summary>When the mail server took it (UTC).</summary>
    public DateTime? SentAt { get; private set; }

    /// <summary>Why the last try failed; null while one is under way.</summary>
    public string? LastError { get; private set; }

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <summary>Gives it an HTML body.</summary>
    public void DressAs(string html) => Html = Guard.Required(html, HtmlLength, "HTML");

    /// <summary>Says where answers go.</summary>
    public void AnswerTo(string address) => ReplyTo = Guard.Required(address, AddressLength, "Reply address");

    /// <summary>Adds a calendar part; method is REQUEST or CANCEL.</summary>
    public void Attach(string calendar, string method)
    {
        Calendar = Guard.Required(calendar, CalendarLength, "Calendar");
        CalendarMethod = Guard.Required(method, 20, "Method");
    }

    /// <summary>Offers to call its kind off by a link.</summary>
    public void OfferToStop(Guid linkId) => UnsubscribeLinkId = linkId;

    /// <summary>Leaves it until a time: quiet hours of whom it is for.</summary>
    public void WaitUntil(DateTime at) => DueAt = at > DueAt ? at : DueAt;

    /// <summary>Whether the mail server has it, or may have: a node is handing it over at this moment, or died over it.</summary>
    public bool MayHaveGoneOut => Tries > 0 && LastError is null;

    /// <summary>Whether a node is handing it over, or died over it so lately that this is not known yet.</summary>
    public bool IsBeingSent(DateTime now) => State == OutboxState.Waiting && MayHaveGoneOut && DueAt > now;

    /// <summary>Takes it for sending: other nodes leave it alone for <paramref name="lease"/>.</summary>
    public void Claim(DateTime now, TimeSpan lease)
    {
        if (State != OutboxState.Waiting || DueAt > now)
        {
            throw new IllegalMoveException("This message is not due.");
        }

        DueAt = now + lease;
        Tries++;
        LastError = null;
    }

    /// <summary>The mail server has it.</summary>
    public void Sent(DateTime now)
    {
        Tries = Math.Max(Tries, 1);
        State = OutboxState.Sent;
        SentAt = now;
        LastError = null;
    }

    /// <summary>A try failed: waits longer each time, and is given up after the last or when trying again is pointless.</summary>
    public void Failed(DateTime now, string error, bool hopeless = false)
    {
        Tries = Math.Max(Tries, 1);
        LastError = error.Length <= ErrorLength ? error : error[..ErrorLength];
        if (State == OutboxState.CalledOff)
        {
            return;
        }

        if (hopeless || Tries > Waits.Length)
        {
            State = OutboxState.Dead;
            return;
        }

        DueAt = now + Waits[Tries - 1];
    }

    /// <summary>Nobody needs it any more: it does not go out, unless a node is handing it over at this moment. One that was sent stays sent.</summary>
    public void CallOff()
    {
        if (State is OutboxState.Waiting or OutboxState.Dead)
        {
            State = OutboxState.CalledOff;
        }
    }

    /// <summary>Somebody asks for another round of tries.</summary>
    public void Retry(DateTime now)
    {
        if (State is OutboxState.Sent or OutboxState.CalledOff)
        {
            throw new IllegalMoveException(State == OutboxState.Sent ? "This message has been sent." : "This message was called off: nobody needs it any more.");
        }

        if (IsBeingSent(now))
        {
            throw new IllegalMoveException("This message is being handed to the mail server at this moment.");
        }

        State = OutboxState.Waiting;
        Tries = 0;
        DueAt = now;
    }
}

internal sealed class OutboxMessageConfiguration : IEntityTypeConfiguration<OutboxMessage>
{
    public void Configure(EntityTypeBuilder<OutboxMessage> builder)
    {
        builder.Property(message => message.Kind).HasMaxLength(OutboxMessage.KindLength);
        builder.Property(message => message.Address).HasMaxLength(OutboxMessage.AddressLength);
        builder.Property(message => message.Subject).HasMaxLength(OutboxMessage.SubjectLength);
        builder.Property(message => message.Body).HasMaxLength(OutboxMessage.BodyLength);
        builder.Property(message => message.Html).HasMaxLength(OutboxMessage.HtmlLength);
        builder.Property(message => message.ReplyTo).HasMaxLength(OutboxMessage.AddressLength);
        builder.Property(message => message.Calendar).HasMaxLength(OutboxMessage.CalendarLength);
        builder.Property(message => message.CalendarMethod).HasMaxLength(20);
        builder.Property(message => message.LastError).HasMaxLength(OutboxMessage.ErrorLength);
        builder.HasIndex(message => new { message.State, message.DueAt });
        builder.HasIndex(message => message.CreatedAt);
    }
}
