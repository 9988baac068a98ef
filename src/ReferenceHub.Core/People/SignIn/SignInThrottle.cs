using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.People;

/// <summary>
/// Slows guessing down. A try is counted before the password is looked at, so that many at once gain nothing, and taken
/// back when it was right: only failures count. Counts are per account and network, so nobody locks out an owner who is
/// elsewhere; a network that guesses at many accounts waits too, except for accounts that signed in from there before.
/// </summary>
public sealed class SignInThrottle(ReferenceHubDbContext db, TimeProvider clock)
{
    private const int FreePerAccount = 5;
    private const int FreePerNetwork = 50;
    private static readonly TimeSpan KnownFor = TimeSpan.FromDays(30);

    /// <summary>Counts a try, or says how long to wait without counting it.</summary>
    public Task<TimeSpan> EnterAsync(string email, string network, CancellationToken ct) => db.WriteAsync(
        async inner =>
        {
            var now = clock.UtcNow();
            var ofAccount = await FindAsync(AccountKey(email, network), now, inner);
            var ofNetwork = await FindAsync(NetworkKey(network), now, inner);
            var wait = ofAccount.Wait(now, FreePerAccount);
            if (wait == TimeSpan.Zero)
            {
                wait = ofNetwork.Wait(now, FreePerNetwork);
                if (wait > TimeSpan.Zero && await IsKnownAsync(email, network, now, inner))
                {
                    wait = TimeSpan.Zero;
                }
            }

            if (wait == TimeSpan.Zero)
            {
                ofAccount.Add(now);
                ofNetwork.Add(now);
                await db.SaveChangesAsync(inner);
            }

            return wait;
        },
        ct);

    /// <summary>The try was right: forgets the account's failures and this one of the network.</summary>
    public Task ForgiveAsync(string email, string network, CancellationToken ct) => db.WriteAsync(
        async inner =>
        {
            var account = await db.SignInFailures.FindAsync([AccountKey(email, network)], inner);
            if (account is not null)
            {
                db.Remove(account);
            }

            (await db.SignInFailures.FindAsync([NetworkKey(network)], inner))?.TakeBack();
            await db.SaveChangesAsync(inner);
            return Outcome.Done;
        },
        ct);

    private static string AccountKey(string email, string network) => Hash($"account {TextKey.Of(email)} {network}");

    private static string NetworkKey(string network) => Hash($"network {network}");

    private static string Hash(string text) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private async Task<SignInFailures> FindAsync(string key, DateTime now, CancellationToken ct)
    {
        var failures = await db.SignInFailures.FindAsync([key], ct);
        if (failures is null)
        {
            failures = new SignInFailures(key, now);
            db.SignInFailures.Add(failures);
        }

        return failures;
    }

    private Task<bool> IsKnownAsync(string email, string network, DateTime now, CancellationToken ct)
    {
        var key = User.EmailKey(email);
        var since = now - KnownFor;
        return db.Sessions.AnyAsync(s => s.Network == network && s.StartedAt > since && db.Users.Any(u => u.Id == s.UserId && u.NormalizedEmail == key), ct);
    }
}
