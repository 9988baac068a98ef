using ReferenceHub.Core.Processes;

namespace ReferenceHub.Core.Projects;

/// <summary>Who does the steps of a role in one project.</summary>
public sealed class CastMember
{
    private CastMember()
    {
    }

    internal CastMember(Guid projectId, StepRole role, Holder holder)
    {
        (ProjectId, Role) = (projectId, role);
        Become(holder);
    }

    /// <summary>Which project.</summary>
    public Guid ProjectId { get; private set; }

    /// <summary>Which role.</summary>
    public StepRole Role { get; private set; }

    /// <summary>Where they are kept.</summary>
    public HolderKind HolderKind { get; private set; }

    /// <summary>Who.</summary>
    public Guid HolderId { get; private set; }

    /// <summary>Who.</summary>
    public Holder Holder => new(HolderKind, HolderId);

    internal void Become(Holder holder) => (HolderKind, HolderId) = (holder.Kind, holder.Id);
}
