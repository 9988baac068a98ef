using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.People;

/// <summary>Makes the first administrator of an empty installation, once, for whoever holds the token from the log.</summary>
public sealed class FirstAdministrator(ReferenceHubDbContext db, TimeProvider clock, IIds ids, Passwords passwords, StartingData starting)
{
    /// <summary>Whether nobody has an account yet.</summary>
    public async Task<bool> IsNeededAsync(CancellationToken ct) => !await db.Users.AnyAsync(ct);

    /// <summary>A fresh token, shown to the operator and kept as a hash; the one before no longer works.</summary>
    public Task<string> RenewTokenAsync(CancellationToken ct) => db.WriteAsync(
        async inner =>
        {
            var now = clock.UtcNow();
            var row = await db.SetupTokens.FindAsync([SetupToken.OnlyId], inner);
            if (row is null)
            {
                row = new SetupToken(now);
                db.SetupTokens.Add(row);
            }

            var token = row.Renew(now);
            await db.SaveChangesAsync(inner);
            return token;
        },
        ct);

    /// <summary>Makes the account and names the organisation; of several at once one wins, since all change the token's row.</summary>
    public Task<Outcome> CreateAsync(string token, string name, string email, string password, string organisation, string zoneId, CancellationToken ct) => db.WriteAsync(
        async inner =>
        {
            var now = clock.UtcNow();
            var row = await db.SetupTokens.FindAsync([SetupToken.OnlyId], inner);
            if (row?.Opens(token.Trim()) != true || await db.Users.AnyAsync(inner))
            {
                return Outcome.Refuse("This token does not work. Take the latest one from the log; each start prints a new one until there is an administrator.", "Token");
            }

            row.Use(now);
            await NameOrganisationAsync(organisation, zoneId, inner);
            await starting.AddAsync(inner);
            var user = new User(ids.Next(), name, email, Roles.Administrator, now);
            db.Users.Add(user);
            var outcome = await passwords.SetAsync(user, password, null, inner);
            if (outcome.IsDone)
            {
                await db.SaveChangesAsync(inner);
            }

            return outcome;
        },
        ct);

    private async Task NameOrganisationAsync(string name, string zoneId, CancellationToken ct)
    {
        var row = await db.Organisations.FindAsync([Organisation.OnlyId], ct);
        if (row is null)
        {
            db.Organisations.Add(new Organisation(name, zoneId, "EUR"));
        }
        else
        {
            row.Edit(name, zoneId, row.Currency, row.FiscalYearStart);
        }
    }
}
