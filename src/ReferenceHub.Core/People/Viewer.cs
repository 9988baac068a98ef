using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.People;

/// <summary>The person on whose behalf something is read or done; every service takes one.</summary>
public sealed record Viewer(Guid UserId, string Name, Roles Roles)
{
    /// <summary>The product itself: jobs, seeding, time-outs. Carries the program manager's rights.</summary>
    public static Viewer Product { get; } = new(Guid.Empty, "ReferenceHub", Roles.ProgramManager);

    /// <summary>The key to name as actor; null for the product itself.</summary>
    public Guid? ActorId => UserId == Guid.Empty ? null : UserId;

    /// <summary>Whether the roles of this person bring the right.</summary>
    public bool Can(Right right) => Roles.Bring(right);

    /// <summary>Refuses with 403 what this person has no right to.</summary>
    public void MustHave(Right right)
    {
        if (!Can(right))
        {
            throw new ForbiddenException("You have no right to do this. Ask an administrator if you should.");
        }
    }
}
