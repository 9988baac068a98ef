namespace ReferenceHub.Core.People;

/// <summary>What a request needs to know of who is asking: read once, kept on the node until a notice says it changed.</summary>
public sealed record LiveSession(
    Guid Id, Viewer Viewer, string Email, string? ZoneId, DateTime StartedAt, DateTime LastSeenAt)
{
    /// <summary>Queries by page that the person's own menu opens lists with.</summary>
    public IReadOnlyDictionary<string, string> Starts { get; init; } = new Dictionary<string, string>();

    /// <summary>The program's zone.</summary>
    public string ProgramZone { get; init; } = "UTC";

    /// <summary>The program's day when the session was read.</summary>
    public DateOnly Day { get; init; }

    /// <summary>Whether it was read on the program's present day: from day to day other people are away.</summary>
    public bool IsOfToday(DateTime now) => Zones.DateIn(ProgramZone, now) == Day;

    /// <summary>Whether it still holds.</summary>
    public bool IsLive(DateTime now) => now < LastSeenAt + Session.Idle && now < StartedAt + Session.Absolute;
}
