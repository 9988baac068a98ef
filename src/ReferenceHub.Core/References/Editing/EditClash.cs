using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.References;

/// <summary>Somebody else saved meanwhile: nothing is lost, the form comes back with what to choose.</summary>
/// <param name="Version">Version of what is saved now.</param>
/// <param name="Saved">What is saved now.</param>
/// <param name="Mine">What this person typed, with the fields taken over that only the other one changed.</param>
/// <param name="Conflicts">Fields that both changed.</param>
public sealed record EditClash<T>(int Version, T Saved, T Mine, IReadOnlyList<EditConflict> Conflicts);

/// <summary>Saved, refused, or met by another edit.</summary>
public sealed record EditOutcome<T>(string? Refusal, string? Field = null, EditClash<T>? Clash = null) : Outcome(Refusal, Field)
{
    /// <summary>Saved.</summary>
    public static new EditOutcome<T> Done { get; } = new((string?)null);

    /// <summary>An expected refusal.</summary>
    public static new EditOutcome<T> Refuse(string reason, string? field = null) => new(reason, field);

    /// <summary>Another edit got there first.</summary>
    public static EditOutcome<T> Met(EditClash<T> clash) => new("Somebody else changed this while you were editing. Nothing of yours is lost: choose for each field below, then save again.", null, clash);
}
