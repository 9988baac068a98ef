using ReferenceHub.Core.People;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Requests;

/// <summary>What one viewer may see of a request that is in their sight: the masks of the detail page.</summary>
public sealed class RequestSight(Viewer viewer, Guid requesterId, ReleasedTo released, bool follows = false)
{
    /// <summary>The requester.</summary>
    public bool IsRequester { get; } = viewer.UserId == requesterId;

    /// <summary>Follows it, and so sees what its requester sees, save what was released to the requester.</summary>
    public bool Follows { get; } = follows;

    /// <summary>Program and marketing see the whole of it.</summary>
    public bool SeesAll { get; } = viewer.Can(Right.SeeAllRequests);

    /// <summary>Whether the viewer runs the program.</summary>
    public bool Runs { get; } = viewer.Can(Right.RunProgram);

    /// <summary>Requester or program: who decides on the request as a whole.</summary>
    public bool Drives { get; } = viewer.MayDriveFor(requesterId);

    /// <summary>Whether the candidate's customer is the viewer's own, or of somebody they stand in for.</summary>
    public bool Owns(Candidate candidate) => viewer.ActsForOne(candidate.Customer?.OwnerId);

    /// <summary>An owner sees the candidates that are their own customers, nobody else's.</summary>
    public bool SeesCandidate(Candidate candidate) => SeesAll || IsRequester || Follows || Owns(candidate);

    /// <summary>Reasons, contacts, limits.</summary>
    public bool SeesSecrets(Candidate candidate) => SeesAll || Owns(candidate);

    /// <summary>A confidential name is told once released.</summary>
    public bool SeesName(Candidate candidate) =>
        SeesSecrets(candidate) || candidate.Customer?.Tier != Tier.Confidential || released.Customers.Contains(candidate.CustomerId);

    /// <summary>Who at the customer: the requester learns it when that candidate has accepted.</summary>
    public bool SeesContact(Candidate candidate) => SeesSecrets(candidate) || IsReleased(candidate);

    /// <summary>Contact details are open to the requester.</summary>
    public bool IsReleased(Candidate candidate) => candidate.State.IsYes() && released.Candidates.Contains(candidate.Id);
}

/// <summary>What is released to a viewer now: names of customers, and details of the contacts who accepted as candidates.</summary>
public sealed record ReleasedTo(IReadOnlySet<Guid> Customers, IReadOnlySet<Guid> Candidates)
{
    /// <summary>Nothing.</summary>
    public static ReleasedTo None { get; } = new(new HashSet<Guid>(), new HashSet<Guid>());
}
