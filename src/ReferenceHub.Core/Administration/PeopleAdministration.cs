using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.History;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Administration;

/// <summary>What an administrator says of a person.</summary>
public sealed record PersonFacts(string Name, Roles Roles, Guid? TeamId);

/// <summary>Invites people, gives them roles and teams, switches accounts off and on.</summary>
public sealed class PeopleAdministration(ReferenceHubDbContext db, TimeProvider clock, IIds ids, HistoryLog history, AccountMails mails, Passwords passwords, LastAdministrator last)
{
    /// <summary>Makes an account and mails the invitation.</summary>
    public Task<Outcome<Guid>> InviteAsync(string email, PersonFacts facts, Viewer by, CancellationToken ct)
    {
        by.MustHave(Right.ManagePeople);
        return db.WriteAsync(
            async inner =>
            {
                var key = User.EmailKey(email);
                if (await db.Users.AnyAsync(user => user.NormalizedEmail == key, inner))
                {
                    return Outcome<Guid>.Refuse("Somebody with this address has an account already.", "Email");
                }

                var user = new User(ids.Next(), facts.Name, email, facts.Roles, clock.UtcNow());
                user.JoinTeam(facts.TeamId);
                db.Users.Add(user);
                await mails.InviteAsync(user, by.Name, inner);
                history.Record(by, SubjectKind.User, user.Id, "invited", $"Invited {user.Name}", new FieldChange("Roles", null, facts.Roles.ToString()));
                await db.SaveChangesAsync(inner);
                return (Outcome<Guid>)user.Id;
            },
            ct);
    }

    /// <summary>Changes name, roles and team; the roles hold on the person's next request.</summary>
    public Task<Outcome> EditAsync(Guid userId, int version, PersonFacts facts, Viewer by, CancellationToken ct) => OnAsync(
        userId,
        by,
        async (user, inner) =>
        {
            if (user.Version != version)
            {
                throw new StaleVersionException("person");
            }

            if (!facts.Roles.HasFlag(Roles.Administrator) && await last.MayGoAsync(user, inner) is { IsDone: false } refused)
            {
                return refused;
            }

            var changes = new List<FieldChange>();
            Note(changes, "Name", user.Name, facts.Name.Trim());
            Note(changes, "Roles", user.Roles.ToString(), facts.Roles.ToString());
            Note(changes, "Team", await TeamNameAsync(user.TeamId, inner), await TeamNameAsync(facts.TeamId, inner));
            user.Rename(facts.Name);
            user.GiveRoles(facts.Roles);
            user.JoinTeam(facts.TeamId);
            if (changes.Count > 0)
            {
                history.Record(by, SubjectKind.User, user.Id, "edited", $"Changed {user.Name}", changes);
            }

            return Outcome.Done;
        },
        ct);

    /// <summary>Switches the account off; its sessions end at once.</summary>
    public Task<Outcome> DeactivateAsync(Guid userId, Viewer by, CancellationToken ct) => OnAsync(
        userId,
        by,
        async (user, inner) =>
        {
            if (user.Id == by.UserId)
            {
                return Outcome.Refuse("You cannot deactivate yourself. Ask another administrator.");
            }

            if (await last.MayGoAsync(user, inner) is { IsDone: false } refused)
            {
                return refused;
            }

            user.Deactivate(clock.UtcNow());
            await passwords.EndSessionsAsync(user.Id, null, inner);
            history.Record(by, SubjectKind.User, user.Id, "deactivated", $"Deactivated {user.Name}");
            return Outcome.Done;
        },
        ct);

    /// <summary>Switches the account on again.</summary>
    public Task<Outcome> ReactivateAsync(Guid userId, Viewer by, CancellationToken ct) => OnAsync(
        userId,
        by,
        (user, _) =>
        {
            user.Reactivate();
            history.Record(by, SubjectKind.User, user.Id, "reactivated", $"Reactivated {user.Name}");
            return Task.FromResult(Outcome.Done);
        },
        ct);

    /// <summary>Mails a link to choose a password: a fresh invitation to those who never had one.</summary>
    public Task<Outcome> SendPasswordLinkAsync(Guid userId, Viewer by, CancellationToken ct) => OnAsync(
        userId,
        by,
        async (user, inner) =>
        {
            if (!user.IsActive)
            {
                return Outcome.Refuse($"{user.Name} is deactivated. Reactivate the account first.");
            }

            if (user.PasswordHash is null)
            {
                await mails.InviteAsync(user, by.Name, inner);
                history.Record(by, SubjectKind.User, user.Id, "invited", $"Invited {user.Name} again");
            }
            else
            {
                await mails.ResetAsync(user, inner);
                history.Record(by, SubjectKind.User, user.Id, "reset-sent", $"Sent {user.Name} a link to choose a new password");
            }

            return Outcome.Done;
        },
        ct);

    private static void Note(List<FieldChange> changes, string field, string? before, string? after)
    {
        if (before != after)
        {
            changes.Add(new FieldChange(field, before, after));
        }
    }

    private async Task<string?> TeamNameAsync(Guid? teamId, CancellationToken ct) =>
        teamId is null ? null : await db.Teams.Where(team => team.Id == teamId).Select(team => team.Name).FirstOrDefaultAsync(ct) ?? throw new MissingException("team");

    private Task<Outcome> OnAsync(Guid userId, Viewer by, Func<User, CancellationToken, Task<Outcome>> command, CancellationToken ct)
    {
        by.MustHave(Right.ManagePeople);
        return db.WriteAsync(
            async inner =>
            {
                var user = await db.Users.FirstOrDefaultAsync(row => row.Id == userId, inner) ?? throw new MissingException("person");
                var outcome = await command(user, inner);
                if (outcome.IsDone)
                {
                    await db.SaveChangesAsync(inner);
                }

                return outcome;
            },
            ct);
    }
}
