using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.History;
using ReferenceHub.Core.Messaging;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Administration;

/// <summary>For whom a link lets choose a password.</summary>
public sealed record PasswordChoice(string Name, string Email, LinkPurpose Purpose);

/// <summary>Choosing a password by link: looking changes nothing, choosing uses the link up.</summary>
public sealed class PasswordLinks(ReferenceHubDbContext db, TimeProvider clock, SignedLinks links, Passwords passwords, HistoryLog history)
{
    /// <summary>For whom the link works; null when it does not.</summary>
    public async Task<PasswordChoice?> FindAsync(string token, CancellationToken ct)
    {
        var link = await links.FindOpenAsync(token, ct);
        var user = link is null ? null : await UserOfAsync(link, ct);
        return user is null ? null : new PasswordChoice(user.Name, user.Email!, link!.Purpose);
    }

    /// <summary>Sets the password, ends all sessions and uses up every such link of the person.</summary>
    public Task<Outcome> ChooseAsync(string token, string password, CancellationToken ct) => db.WriteAsync(
        async inner =>
        {
            var link = await links.FindOpenAsync(token, inner);
            var user = link is null ? null : await UserOfAsync(link, inner);
            if (user is null)
            {
                return Outcome.Refuse("This link no longer works.");
            }

            var outcome = await passwords.SetAsync(user, password, null, inner);
            if (!outcome.IsDone)
            {
                return outcome;
            }

            link!.Use(clock.UtcNow());
            await links.RevokeAsync(LinkPurpose.Invitation, user.Id, inner);
            await links.RevokeAsync(LinkPurpose.PasswordReset, user.Id, inner);
            history.Record(user.AsViewer(), SubjectKind.User, user.Id, "password-chosen", $"{user.Name} chose a password by link");
            await db.SaveChangesAsync(inner);
            return Outcome.Done;
        },
        ct);

    private async Task<User?> UserOfAsync(SignedLink link, CancellationToken ct) =>
        link.Purpose is LinkPurpose.Invitation or LinkPurpose.PasswordReset
            ? await db.Users.FirstOrDefaultAsync(user => user.Id == link.SubjectId && user.DeactivatedAt == null, ct)
            : null;
}
