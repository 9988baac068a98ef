using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.People;

/// <summary>Sets and changes passwords; each change ends the person's sessions.</summary>
public sealed class Passwords(ReferenceHubDbContext db, TimeProvider clock, IPasswordHasher<User> hasher)
{
    /// <summary>Sets a password on a tracked person and ends their sessions, except <paramref name="keep"/>; the caller saves.</summary>
    public async Task<Outcome> SetAsync(User user, string password, Guid? keep, CancellationToken ct)
    {
        var organisation = await db.Organisations.AsNoTracking().Where(o => o.Id == Organisation.OnlyId).Select(o => o.Name).FirstOrDefaultAsync(ct);
        if (PasswordRules.Refusal(password, user.Email ?? "", user.Name, organisation) is { } refusal)
        {
            return Outcome.Refuse(refusal, "Password");
        }

        user.PasswordHash = hasher.HashPassword(user, password);
        await EndSessionsAsync(user.Id, keep, ct);
        return Outcome.Done;
    }

    /// <summary>A person changes their own password, proving the present one.</summary>
    public Task<Outcome> ChangeAsync(LiveSession session, string present, string password, CancellationToken ct) => db.WriteAsync(
        async inner =>
        {
            var user = await db.Users.FirstAsync(u => u.Id == session.Viewer.UserId, inner);
            if (user.PasswordHash is null || hasher.VerifyHashedPassword(user, user.PasswordHash, present) == PasswordVerificationResult.Failed)
            {
                return Outcome.Refuse("This is not your present password.", "Present");
            }

            var outcome = await SetAsync(user, password, session.Id, inner);
            if (outcome.IsDone)
            {
                await db.SaveChangesAsync(inner);
            }

            return outcome;
        },
        ct);

    /// <summary>Ends all sessions of a person except <paramref name="keep"/>; the caller saves.</summary>
    public async Task EndSessionsAsync(Guid userId, Guid? keep, CancellationToken ct)
    {
        var now = clock.UtcNow();
        var oldest = now - Session.Absolute;
        var open = await db.Sessions.Where(s => s.UserId == userId && s.EndedAt == null && s.StartedAt > oldest && s.Id != keep).ToListAsync(ct);
        foreach (var session in open)
        {
            session.End(now);
        }
    }
}
