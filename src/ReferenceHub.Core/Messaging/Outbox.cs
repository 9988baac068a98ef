using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.Messaging;

/// <summary>Takes messages into the caller's transaction: nothing is sent unless the cause is saved.</summary>
public sealed class Outbox(ReferenceHubDbContext db, TimeProvider clock, IIds ids)
{
    /// <summary>Adds a message to the context; the caller saves it together with the cause.</summary>
    public OutboxMessage Enqueue(string kind, string address, string subject, string body, SignedLink? link = null)
    {
        var message = new OutboxMessage(ids.Next(), clock.UtcNow(), kind, address, subject, body, link?.Id);
        db.OutboxMessages.Add(message);
        return message;
    }
}
