using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Messaging;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.References;

/// <summary>
/// Reminds owners of records that are to be confirmed: one notice an owner that lists all of them, once when a record falls due and then
/// every week while it stays overdue.
/// </summary>
public sealed class VerificationReminders(ReferenceHubDbContext db, TimeProvider clock, Notices notices) : IRegularWork
{
    /// <summary>Days between two reminders of the same record.</summary>
    public const int EveryDays = 7;

    /// <summary>Days after which a record that was never confirmed is reminded of: a program that has just moved in is left in peace.</summary>
    public const int FirstLookDays = 14;

    private const int MostNamed = 12;

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

        var (title, text) = Words(overdue);
        await notices.TellAsync(ownerId, MessageKinds.RecordsToConfirm, title, text, "/references/verification", ct);
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

    private static (string Title, string Text) Words(List<Customer> overdue)
    {
        var title = overdue.Count == 1 ? $"Is the record of {overdue[0].Name} still true?" : $"{overdue.Count.ToString(CultureInfo.InvariantCulture)} customer records to confirm";
        var text = new StringBuilder();
        foreach (var customer in overdue.Take(MostNamed))
        {
            text.Append(CultureInfo.InvariantCulture, $"- {customer.Name}, {(customer.VerifyBy is { } day ? $"due on {CustomerFields.Plain(day)}" : "never confirmed")}\n");
        }

        if (overdue.Count > MostNamed)
        {
            text.Append(CultureInfo.InvariantCulture, $"- and {overdue.Count - MostNamed} more\n");
        }

        return (title, text.ToString());
    }
}
