using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Data;

/// <summary>A verb that the present state of the thing does not allow; the page answers 409 with the message.</summary>
public sealed class IllegalMoveException(string message) : Exception(message);

/// <summary>No such row, or none that this viewer may know of; the page answers 404.</summary>
public sealed class MissingException(string what) : Exception($"No such {what}.");

/// <summary>The viewer has no right to do this; the page answers 403.</summary>
public sealed class ForbiddenException(string message) : Exception(message)
{
    /// <summary>The right that was missing, and who lacks it; null where it was not a right.</summary>
    public (Right Right, Viewer Viewer)? Lacking { get; init; }
}

/// <summary>The row was changed by somebody else since it was read; the page answers 409.</summary>
public sealed class StaleVersionException(string what) : Exception($"This {what} was changed by somebody else in the meantime. Look at it again before you go on.");
