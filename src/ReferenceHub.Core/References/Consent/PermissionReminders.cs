using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Messaging;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.References;

/// <summary>
/// Reminds of permissions that end: 60 and 14 days before, each once per last day, in one mail a round to each owner (their own
/// customers) and to each program manager (all of them).
/// </summary>
public sealed class PermissionReminders(ReferenceHubDbContext db, TimeProvider clock, Outbox outbox, SiteAddress site) : IRegularWork
{
    /// <summary>Days before the last day at which people are first reminded.</summary>
    public const int FirstDays = 60;

    /// <summary>Days before the last day at which people are reminded again.</summary>
    public const int LastDays = 14;

    private const int MostLines = 50;

    /// <inheritdoc/>
    public Task RunAsync(CancellationToken ct) => db.WriteAsync(
        async stop =>
        {
            var today = await db.ProgramDayAsync(clock.UtcNow(), stop);
            var horizon = today.AddDays(FirstDays);
            var ending = await db.Permissions
                .Where(permission => permission.Status == PermissionStatus.Granted && permission.ValidUntil >= today && permission.ValidUntil <= horizon)
                .Join(db.Customers.Present(), permission => permission.CustomerId, customer => customer.Id, (permission, customer) => new Ending(permission, customer.Id, customer.Name, customer.OwnerId))
                .ToListAsync(stop);
            var due = ending.Where(row => row.Permission.ReminderDueOn(today) is not null).ToList();
            if (due.Count == 0)
            {
                return Outcome.Done;
            }

            foreach (var person in await db.Users.AsNoTracking().Where(user => user.DeactivatedAt == null).ToListAsync(stop))
            {
                var mine = person.Roles.Bring(Right.RunProgram) ? due : due.FindAll(row => row.OwnerId == person.Id);
                if (mine.Count > 0)
                {
                    outbox.Enqueue("Permissions that end", person.Email!, Subject(mine.Count), Body(person.Name, mine, today));
                }
            }

            due.ForEach(row => row.Permission.NoteExpiryReminder(row.Permission.ReminderDueOn(today)!.Value));
            await db.SaveChangesAsync(stop);
            return Outcome.Done;
        },
        ct);

    private static string Subject(int count) => count == 1 ? "A permission ends soon" : $"{count.ToString(CultureInfo.InvariantCulture)} permissions end soon";

    private string Body(string name, List<Ending> rows, DateOnly today)
    {
        var lines = new StringBuilder();
        foreach (var customer in rows.OrderBy(row => row.Permission.ValidUntil).Take(MostLines).GroupBy(row => (row.CustomerId, row.Name)))
        {
            lines.Append(CultureInfo.InvariantCulture, $"{customer.Key.Name}\n{site.Of($"/references/{customer.Key.CustomerId}?tab=permissions")}\n");
            foreach (var row in customer)
            {
                var until = row.Permission.ValidUntil!.Value;
                lines.Append(CultureInfo.InvariantCulture, $"  {row.Permission.Scope.InWords()}: until {until:d MMM yyyy}, {InDays(until.DayNumber - today.DayNumber)}\n");
            }

            lines.Append('\n');
        }

        var more = rows.Count > MostLines ? $"And {(rows.Count - MostLines).ToString(CultureInfo.InvariantCulture)} more.\n\n" : "";
        return $"""
            Hello {name},

            these permissions end soon. Ask the customer whether the yes still holds and record the answer; without one it counts as
            unknown from the next day, and what rests on it has to be pulled.

            {lines}{more}All of them: {site.Of("/references/permissions?tab=ending")}
            """;
    }

    private static string InDays(int days) => days switch { 0 => "today", 1 => "tomorrow", _ => $"in {days.ToString(CultureInfo.InvariantCulture)} days" };

    private sealed record Ending(Permission Permission, Guid CustomerId, string Name, Guid? OwnerId);
}
