using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Messaging;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.References;

/// <summary>
/// Reminds of permissions that end: 60 and 14 days before, each once per last day, in one notice a round to each owner (their own
/// customers) and to each program manager (all of them).
/// </summary>
public sealed class PermissionReminders(ReferenceHubDbContext db, TimeProvider clock, Notices notices) : IRegularWork
{
    /// <summary>Days before the last day at which people are first reminded.</summary>
    public const int FirstDays = 60;

    /// <summary>Days before the last day at which people are reminded again.</summary>
    public const int LastDays = 14;

    private const int MostLines = 10;

    /// <inheritdoc/>
    public async Task RunAsync(CancellationToken ct)
    {
        var today = await db.ProgramDayAsync(clock.UtcNow(), ct);
        var horizon = today.AddDays(FirstDays);
        var ending = await db.Permissions.AsNoTracking()
            .Where(permission => permission.Status == PermissionStatus.Granted && permission.ValidUntil >= today && permission.ValidUntil <= horizon)
            .Join(db.Customers.Present(), permission => permission.CustomerId, customer => customer.Id, (permission, customer) => new Ending(permission, customer.Id, customer.Name, customer.OwnerId))
            .ToListAsync(ct);
        var due = ending.FindAll(row => row.Permission.ReminderDueOn(today) is not null);
        if (due.Count == 0)
        {
            return;
        }

        var people = await db.Users.AsNoTracking().WhoCanSignIn().ToListAsync(ct);
        await db.WriteAsync(stop => TellAsync(due, people, today, stop), ct);
    }

    // The marks are no edit: the version stays, and of two nodes the one that sets a mark writes the mail.
    private async Task<Outcome> TellAsync(List<Ending> due, List<User> people, DateOnly today, CancellationToken ct)
    {
        var mine = new List<Ending>();
        foreach (var row in due)
        {
            var (was, days) = (row.Permission, row.Permission.ReminderDueOn(today));
            var marked = await db.Permissions
                .Where(permission => permission.Id == was.Id && permission.Status == PermissionStatus.Granted && permission.ValidUntil == was.ValidUntil
                    && permission.ExpiryRemindedFor == was.ExpiryRemindedFor && permission.ExpiryRemindedDays == was.ExpiryRemindedDays)
                .ExecuteUpdateAsync(set => set.SetProperty(permission => permission.ExpiryRemindedFor, was.ValidUntil).SetProperty(permission => permission.ExpiryRemindedDays, days), ct);
            if (marked > 0)
            {
                mine.Add(row);
            }
        }

        foreach (var person in people)
        {
            var rows = person.Roles.Bring(Right.RunProgram) ? mine : mine.FindAll(row => row.OwnerId == person.Id);
            if (rows.Count > 0)
            {
                await notices.TellAsync(person.Id, MessageKinds.PermissionsEnd, Title(rows.Count), Text(rows, today), "/references/permissions?tab=ending", ct);
            }
        }

        await db.SaveChangesAsync(ct);
        return Outcome.Done;
    }

    private static string Title(int count) => count == 1 ? "A permission ends soon" : $"{count.ToString(CultureInfo.InvariantCulture)} permissions end soon";

    private static string Text(List<Ending> rows, DateOnly today)
    {
        var lines = new StringBuilder();
        foreach (var row in rows.OrderBy(row => row.Permission.ValidUntil).Take(MostLines))
        {
            var until = row.Permission.ValidUntil!.Value;
            lines.Append(CultureInfo.InvariantCulture, $"- {row.Name}, {row.Permission.Scope.InWords()}: until {until:d MMM yyyy}, {InDays(until.DayNumber - today.DayNumber)}\n");
        }

        return rows.Count > MostLines ? lines.Append(CultureInfo.InvariantCulture, $"- and {rows.Count - MostLines} more\n").ToString() : lines.ToString();
    }

    private static string InDays(int days) => days switch { 0 => "today", 1 => "tomorrow", _ => $"in {days.ToString(CultureInfo.InvariantCulture)} days" };

    private sealed record Ending(Permission Permission, Guid CustomerId, string Name, Guid? OwnerId);
}
