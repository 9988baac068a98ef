using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Messaging;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Administration;

/// <summary>One message of the outbox, without its body; times in UTC.</summary>
public sealed record MessageLine(Guid Id, string Kind, string Address, string Subject, OutboxState State, DateTime CreatedAt, DateTime DueAt, DateTime? SentAt, int Tries, string? LastError);

/// <summary>A page of messages and how many there are of each state.</summary>
public sealed record MessagePage(IReadOnlyList<MessageLine> Messages, int Waiting, int Dead, int Sent, int CalledOff);

/// <summary>The outbox as the administrator sees it.</summary>
public sealed class MessageAdministration(ReferenceHubDbContext db, TimeProvider clock)
{
    /// <summary>Most messages on one page.</summary>
    public const int PageSize = 50;

    private const int DeepestPage = 4000;

    /// <summary>Messages of a state, newest first.</summary>
    public async Task<MessagePage> PageAsync(OutboxState state, int page, Viewer viewer, CancellationToken ct)
    {
        viewer.MustHave(Right.ManageSettings);
        var lines = await db.OutboxMessages.AsNoTracking()
            .Where(message => message.State == state)
            .OrderByDescending(message => message.CreatedAt)
            .Skip((Math.Clamp(page, 1, DeepestPage) - 1) * PageSize).Take(PageSize)
            .Select(message => new MessageLine(message.Id, message.Kind, message.Address, message.Subject, message.State, message.CreatedAt, message.DueAt, message.SentAt, message.Tries, message.LastError))
            .ToListAsync(ct);
        return new MessagePage(
            viewer.Can(Right.SeeCustomerSecrets) ? lines : lines.ConvertAll(Masked),
            await db.OutboxMessages.CountAsync(message => message.State == OutboxState.Waiting, ct),
            await db.OutboxMessages.CountAsync(message => message.State == OutboxState.Dead, ct),
            await db.OutboxMessages.CountAsync(message => message.State == OutboxState.Sent, ct),
            await db.OutboxMessages.CountAsync(message => message.State == OutboxState.CalledOff, ct));
    }

    // Subjects name customers, addresses are those of their contacts: an administrator sees no more of them than a rep.
    private static MessageLine Masked(MessageLine line) => MessageCatalog.Find(line.Kind) switch
    {
        { Group: MessageGroup.Accounts } => line,
        { IsForOutsiders: false } => line with { Subject = "" },
        _ => line with { Subject = "", Address = "", LastError = line.LastError is null ? null : "The mail server refused it." },
    };

    /// <summary>Tries a message again at once; refused while a node is handing it over, since it would go out twice.</summary>
    public Task<Outcome> RetryAsync(Guid id, Viewer by, CancellationToken ct)
    {
        by.MustHave(Right.ManageSettings);
        return db.WriteAsync(
            async inner =>
            {
                var message = await db.OutboxMessages.FirstOrDefaultAsync(row => row.Id == id, inner) ?? throw new MissingException("message");
                var now = clock.UtcNow();
                if (message.IsBeingSent(now))
                {
                    return Outcome.Refuse("It is being handed to the mail server at this moment. Look again in a few minutes; if it did not go out, it is tried again by itself.");
                }

                message.Retry(now);
                await db.SaveChangesAsync(inner);
                return Outcome.Done;
            },
            ct);
    }
}
