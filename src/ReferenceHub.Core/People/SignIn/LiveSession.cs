namespace ReferenceHub.Core.People;

/// <summary>What a request needs to know of who is asking: read once, kept on the node until a notice says it changed.</summary>
public sealed record LiveSession(
    Guid Id, Viewer Viewer, string Email, string? ZoneId, DateTime StartedAt, DateTime LastSeenAt)
{
    /// <summary>Queries by page that the person's own menu opens lists with.</summary>
    public IReadOnlyDictionary<string, string> Starts { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether it still holds.</summary>
    public bool IsLive(DateTime now) => now < LastSeenAt + Session.Idle && now < StartedAt + Session.Absolute;
}
