using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.History;
using ReferenceHub.Core.Messaging;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Requests;

namespace ReferenceHub.Core.Administration;

/// <summary>Which people to list.</summary>
public enum PeopleFilter
{
    /// <summary>Those who may sign in or are invited.</summary>
    Active,

    /// <summary>Those who have not chosen a password yet.</summary>
    Invited,

    /// <summary>Those whose account is off.</summary>
    Deactivated,
}

/// <summary>One line of the list of people; times in UTC.</summary>
public sealed record UserLine(Guid Id, string Name, string Email, Roles Roles, string? Team, bool HasPassword, DateTime? DeactivatedAt, DateTime? LastSeenAt);

/// <summary>Somebody found by name or address.</summary>
public sealed record FoundPerson(Guid Id, string Name, string Email);

/// <summary>A page of people and how many there are of each kind.</summary>
public sealed record UserPage(IReadOnlyList<UserLine> People, int Total, int Active, int Invited, int Deactivated);

/// <summary>One person with what they leave behind if they go.</summary>
public sealed record UserDetail(
    Guid Id, int Version, string Name, string Email, Roles Roles, Guid? TeamId, bool HasPassword, DateTime CreatedAt, DateTime? DeactivatedAt, DateTime? LastSeenAt,
    Leftovers Left, IReadOnlyList<HistoryEvent> History);

/// <summary>What hangs on a person.</summary>
public sealed record Leftovers(int Customers, int Asked, int Assigned, int FollowUps, int Content, int Shares)
{
    /// <summary>Whether anything does.</summary>
    public bool Any => Customers + Asked + Assigned + FollowUps + Content + Shares > 0;
}

/// <summary>People as the administrator sees them.</summary>
public sealed class UserQueries(ReferenceHubDbContext db, TimeProvider clock)
{
    /// <summary>Most people on one page.</summary>
    public const int PageSize = 50;

    /// <summary>A page of people by name; <paramref name="role"/> None is any.</summary>
    public async Task<UserPage> PageAsync(string? text, Roles role, PeopleFilter filter, int page, Viewer viewer, CancellationToken ct)
    {
        viewer.MustHave(Right.ManagePeople);
        var found = db.Users.AsNoTracking();
        if (!string.IsNullOrWhiteSpace(text))
        {
            var key = TextKey.Of(text);
            var mail = User.EmailKey(text);
            found = found.Where(user => user.NameKey.Contains(key) || user.NormalizedEmail!.Contains(mail));
        }

        if (role != Roles.None)
        {
            found = found.Where(user => (user.Roles & role) != 0);
        }

        var active = await found.CountAsync(user => user.DeactivatedAt == null, ct);
        var invited = await found.CountAsync(user => user.DeactivatedAt == null && user.PasswordHash == null, ct);
        var off = await found.CountAsync(user => user.DeactivatedAt != null, ct);
        found = filter switch
        {
            PeopleFilter.Deactivated => found.Where(user => user.DeactivatedAt != null),
            PeopleFilter.Invited => found.Where(user => user.DeactivatedAt == null && user.PasswordHash == null),
            _ => found.Where(user => user.DeactivatedAt == null),
        };
        var people = await found
            .OrderBy(user => user.NameKey).ThenBy(user => user.Id)
            .Skip((Math.Max(1, page) - 1) * PageSize).Take(PageSize)
            .Select(user => new UserLine(
                user.Id, user.Name, user.Email!, user.Roles, user.Team!.Name, user.PasswordHash != null, user.DeactivatedAt,
                db.Sessions.Where(session => session.UserId == user.Id).Max(session => (DateTime?)session.LastSeenAt)))
            .ToListAsync(ct);
        var total = filter switch { PeopleFilter.Deactivated => off, PeopleFilter.Invited => invited, _ => active };
        return new UserPage(people, total, active, invited, off);
    }

    /// <summary>Active people with these words in name or address, by name; one query.</summary>
    public async Task<IReadOnlyList<FoundPerson>> FindAsync(string? text, int most, Viewer viewer, CancellationToken ct)
    {
        viewer.MustHave(Right.ManagePeople);
        var (key, mail) = (TextKey.Of(text), User.EmailKey(text ?? ""));
        return key.Length == 0 ? [] : await db.Users.AsNoTracking()
            .Where(user => user.DeactivatedAt == null && (user.NameKey.Contains(key) || user.NormalizedEmail!.Contains(mail)))
            .OrderBy(user => user.NameKey).ThenBy(user => user.Id).Take(most)
            .Select(user => new FoundPerson(user.Id, user.Name, user.Email!)).ToListAsync(ct);
    }

    /// <summary>One person, or 404.</summary>
    public async Task<UserDetail> DetailAsync(Guid id, Viewer viewer, CancellationToken ct)
    {
        viewer.MustHave(Right.ManagePeople);
        var user = await db.Users.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, ct) ?? throw new MissingException("person");
        var seen = await db.Sessions.Where(session => session.UserId == id).MaxAsync(session => (DateTime?)session.LastSeenAt, ct);
        var lines = await db.HistoryEvents.AsNoTracking()
            .Where(line => line.Subject == SubjectKind.User && line.SubjectId == id)
            .OrderByDescending(line => line.At).Take(30).ToListAsync(ct);
        return new UserDetail(
            user.Id, user.Version, user.Name, user.Email!, user.Roles, user.TeamId, user.PasswordHash is not null, user.CreatedAt, user.DeactivatedAt, seen,
            await LeftoversAsync(id, ct), lines);
    }

    /// <summary>Teams to choose from, by name.</summary>
    public async Task<IReadOnlyList<Team>> TeamsAsync(CancellationToken ct) => await db.Teams.AsNoTracking().OrderBy(team => team.Name).ToListAsync(ct);

    internal async Task<Leftovers> LeftoversAsync(Guid id, CancellationToken ct)
    {
        var now = clock.UtcNow();
        return new Leftovers(
            await db.Customers.Present().CountAsync(customer => customer.OwnerId == id, ct),
            await db.Requests.CountAsync(request => request.RequesterId == id && !RequestStates.Ended.Contains(request.State), ct),
            await db.Requests.CountAsync(request => request.AssigneeId == id && RequestStates.Open.Contains(request.State), ct),
            await db.FollowUps.CountAsync(followUp => followUp.AssigneeId == id && followUp.DoneAt == null, ct),
            await db.Assets.CountAsync(asset => asset.OwnerId == id, ct),
            await db.ContentShares.CountAsync(share => share.CreatedById == id && share.RevokedAt == null && share.ExpiresAt > now, ct));
    }
}
