using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.People;

/// <summary>What a link allows: to act on one ask, or on the record of one customer, as far as its purpose goes. Each deed counts as a use of the link.</summary>
public sealed record LinkGrant(Guid LinkId, Guid About);

/// <summary>The person on whose behalf something is read or done; every service takes one.</summary>
public sealed record Viewer(Guid UserId, string Name, Roles Roles)
{
    /// <summary>The product itself: jobs, seeding, time-outs. Carries the program manager's rights.</summary>
    public static Viewer Product { get; } = new(Guid.Empty, "ReferenceHub", Roles.ProgramManager);

    /// <summary>What a link lets this person do, and nothing else; null for whoever signed in.</summary>
    public LinkGrant? Grant { get; init; }

    /// <summary>Somebody behind a link: a name, no role, and the one thing it is about.</summary>
    public static Viewer Behind(string name, LinkGrant grant) => new(Guid.Empty, name, Roles.None) { Grant = grant };

    /// <summary>Whether a link was given to this person for this one ask or record.</summary>
    public bool MayActOn(Guid about) => Grant?.About == about;

    /// <summary>People who are away today and for whom this person stands in.</summary>
    public IReadOnlyList<Guid> StandsInFor { get; init; } = [];

    /// <summary>This person and those they stand in for.</summary>
    public IReadOnlyList<Guid> ActsFor => StandsInFor.Count == 0 ? [UserId] : [UserId, .. StandsInFor];

    /// <summary>The key to name as actor; null for the product itself.</summary>
    public Guid? ActorId => UserId == Guid.Empty ? null : UserId;

    /// <summary>Whether that is this person, or somebody they stand in for.</summary>
    public bool ActsForOne(Guid? userId) => userId is { } user && (user == UserId || StandsInFor.Contains(user));

    /// <summary>Whether the roles of this person bring the right.</summary>
    public bool Can(Right right) => Roles.Bring(right);

    /// <summary>Refuses with 403 what this person has no right to.</summary>
    public void MustHave(Right right)
    {
        if (!Can(right))
        {
            throw new ForbiddenException("You have no right to do this. Ask an administrator if you should.") { Lacking = (right, this) };
        }
    }
}
