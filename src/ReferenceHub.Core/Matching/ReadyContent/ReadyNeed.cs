using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Matching;

/// <summary>What content is to answer; the activity it would be used instead of comes with the search.</summary>
public sealed record ReadyNeed(Criteria Criteria)
{
    /// <summary>Language of the conversation (ISO 639-1), preferred unless the criteria name one.</summary>
    public string? Language { get; init; }

    /// <summary>Who asked, where somebody else looks for them: they must be free to send it too.</summary>
    public Viewer? Requester { get; init; }

    /// <summary>Where the prospect is; null while no deal is chosen.</summary>
    public ProspectPlace? Prospect { get; init; }
}

/// <summary>The region or country of a prospect by key; null where it is not known, so that it lies in no region.</summary>
public sealed record ProspectPlace(string? Key);
