using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.People;

/// <summary>What signing in came to: a session, a wait, or neither (no reason is given).</summary>
public sealed record SignInAnswer(Guid? SessionId, TimeSpan Wait);

/// <summary>Starts and ends sessions.</summary>
public sealed class SignInService(ReferenceHubDbContext db, TimeProvider clock, IIds ids, IPasswordHasher<User> hasher, SignInThrottle throttle, DummyPassword dummy)
{
    /// <summary>Starts a session for a right e-mail and password. Unknown, switched-off and password-less accounts cost the same time and get the same answer.</summary>
    public async Task<SignInAnswer> SignInAsync(string email, string password, string network, string? agent, CancellationToken ct)
    {
        var wait = await throttle.EnterAsync(email, network, ct);
        if (wait > TimeSpan.Zero)
        {
            return new SignInAnswer(null, wait);
        }

        var key = User.EmailKey(email);
        var user = await db.Users.AsNoTracking().FirstOrDefaultAsync(u => u.NormalizedEmail == key, ct);
        var verdict = hasher.VerifyHashedPassword(user ?? dummy.User, user?.PasswordHash ?? dummy.Hash, password);
        if (user is not { IsActive: true, PasswordHash: not null } || verdict == PasswordVerificationResult.Failed)
        {
            return new SignInAnswer(null, TimeSpan.Zero);
        }

        await throttle.ForgiveAsync(email, network, ct);
        var session = new Session(ids.Next(), user.Id, network, agent, clock.UtcNow());
        db.Sessions.Add(session);
        await db.SaveChangesAsync(ct);
        return new SignInAnswer(session.Id, TimeSpan.Zero);
    }

    /// <summary>Ends one session.</summary>
    public async Task SignOutAsync(Guid sessionId, CancellationToken ct)
    {
        var session = await db.Sessions.FindAsync([sessionId], ct);
        session?.End(clock.UtcNow());
        await db.SaveChangesAsync(ct);
    }
}
