using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Consent;

/// <summary>Who pulls what: the person it belongs to while they are here, else somebody of the role, else whoever looks after the accounts; never somebody who can't sign in while anybody can.</summary>
internal sealed class PullDesk
{
    private readonly HashSet<Guid> here;
    private readonly Guid? marketing;
    private readonly Guid? manager;
    private readonly Guid actor;

    private PullDesk(List<User> people, Guid actor)
    {
        here = [.. people.Select(person => person.Id)];
        marketing = people.Find(person => person.Roles.HasFlag(Roles.Marketing))?.Id;
        manager = (people.Find(person => person.Roles.Bring(Right.RunProgram)) ?? people.Find(person => person.Roles.Bring(Right.ManagePeople)))?.Id;
        this.actor = actor == Guid.Empty && people.Count > 0 ? people[0].Id : actor;
    }

    public static async Task<PullDesk> OpenAsync(ReferenceHubDbContext db, Viewer by, CancellationToken ct) =>
        new(await db.Users.AsNoTracking().WhoCanSignIn().OrderBy(user => user.NameKey).ToListAsync(ct), by.UserId);

    public Guid Marketing(Guid? own = null) => Present(own) ?? marketing ?? manager ?? actor;

    public Guid Manager(Guid? own = null) => Present(own) ?? manager ?? actor;

    public Guid? Present(Guid? person) => person is { } id && here.Contains(id) ? id : null;
}
