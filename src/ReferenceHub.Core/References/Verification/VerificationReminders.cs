using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Messaging;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.References;

/// <summary>
/// Reminds owners of records that are to be confirmed: one mail an owner that lists all of them, once when a record falls due and then
/// every week while it stays overdue.
/// </summary>
public sealed class VerificationReminders(ReferenceHubDbContext db, TimeProvider clock, Outbox outbox, SiteAddress site) : IRegularWork
{
    /// <summary>Days between two reminders of the same record.</summary>
    public const int EveryDays = 7;

    /// <summary>Days after which a record that was never confirmed is reminded of: a program that has just moved in is left in peace.</summary>
    public const int FirstLookDays = 14;

    private const int MostNamed = 25;

    /// <inheritdoc/>
    public async Task RunAsync(CancellationToken ct)
    {
        var now = clock.UtcNow();
        var today = await db.ProgramDayAsync(now, ct);
        var owners = await ToRemind(now, today)
            .Where(customer => db.Users.WhoCanSignIn().Any(user => user.Id == customer.OwnerId))
            .Select(customer => customer.OwnerId!.Value).Distinct().ToListAsync(ct);
        foreach (var owner in owners)
        {
            await db.WriteAsync(stop => RemindAsync(owner, now, today, stop), ct);
        }
    }

    private async Task<Outcome> RemindAsync(Guid ownerId, DateTime now, DateOnly today, CancellationToken ct)
    {
        // A reminder is no change of the record: the marks are set beside its version. Of two nodes one finds them set already.
        var marked = await ToRemind(now, today).Where(customer => customer.OwnerId == ownerId).ExecuteUpdateAsync(
            set => set.SetProperty(customer => customer.VerifyRemindedFor, customer => customer.VerifyBy).SetProperty(customer => customer.VerifyRemindedAt, now), ct);
        if (marked == 0)
        {
            return Outcome.Done;
        }

        var overdue = await Due(now, today).AsNoTracking().Where(customer => customer.OwnerId == ownerId)
            .OrderBy(customer => customer.VerifyBy).ThenBy(customer => customer.NameKey).ToListAsync(ct);

        var owner = await db.Users.AsNoTracking().SingleAsync(user => user.Id == ownerId, ct);
        var (subject, body) = Words(owner.Name, overdue);
        outbox.Enqueue("Records to confirm", owner.Email!, subject, body);
        await db.SaveChangesAsync(ct);
        return Outcome.Done;
    }

    private IQueryable<Customer> Due(DateTime now, DateOnly today)
    {
        var settled = now.AddDays(-FirstLookDays);
        return VerificationQueries.Kept(db.Customers).Where(customer => customer.OwnerId != null
            && (customer.VerifyBy <= today || (customer.VerifyBy == null && customer.CreatedAt <= settled)));
    }

    private IQueryable<Customer> ToRemind(DateTime now, DateOnly today)
    {
        var week = now.AddDays(-EveryDays);
        return Due(now, today).Where(customer =>
            customer.VerifyRemindedFor != customer.VerifyBy || customer.VerifyRemindedAt == null || customer.VerifyRemindedAt <= week);
    }

    private (string Subject, string Body) Words(string owner, List<Customer> overdue)
    {
        var subject = overdue.Count == 1 ? $"Is the record of {overdue[0].Name} still true?" : $"{overdue.Count.ToString(CultureInfo.InvariantCulture)} customer records to confirm";
        var body = new StringBuilder($"Hello {owner},\n\nplease look over what ReferenceHub knows of these customers of yours, and confirm it or put it right:\n\n");
        foreach (var customer in overdue.Take(MostNamed))
        {
            body.Append(CultureInfo.InvariantCulture, $"- {customer.Name}, {(customer.VerifyBy is { } day ? $"due on {CustomerFields.Plain(day)}" : "never confirmed")}\n");
        }

        if (overdue.Count > MostNamed)
        {
            body.Append(CultureInfo.InvariantCulture, $"- and {overdue.Count - MostNamed} more\n");
        }

        body.Append(CultureInfo.InvariantCulture, $"\nOne click confirms a record, or all that are listed:\n{site.Of("/references/verification")}\n");
        return (subject.Length > OutboxMessage.SubjectLength ? subject[..OutboxMessage.SubjectLength] : subject, body.ToString());
    }
}
