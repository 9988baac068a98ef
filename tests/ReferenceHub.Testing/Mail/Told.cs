using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Testing.Databases;

namespace ReferenceHub.Testing.Mail;

/// <summary>What somebody was told: a line of their inbox; its body is the text and where it leads.</summary>
public sealed record Told(string Address, string Kind, string Subject, string Body, DateTime CreatedAt);

/// <summary>Reads inboxes.</summary>
public static class ToldPeople
{
    /// <summary>All that anybody was told, in order.</summary>
    public static Task<List<Told>> ToldAsync(this TestDatabase database) => database.Read(ToldAsync);

    /// <summary>All that anybody was told, in order.</summary>
    public static Task<List<Told>> ToldAsync(this ReferenceHubDbContext db) => db.Notifications.AsNoTracking()
        .OrderBy(notice => notice.At).ThenBy(notice => notice.Id)
        .Join(db.Users, notice => notice.UserId, user => user.Id, (notice, user) => new Told(user.Email!, notice.Kind, notice.Title, notice.Text + "\n" + notice.Path, notice.At))
        .ToListAsync();
}
